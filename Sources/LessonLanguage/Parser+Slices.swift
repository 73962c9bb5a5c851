import Diagnostics

// What to write in the place of `u[1...2]` and `u[1:2]`, some of the elements of a family.

/// Some of the elements of a family: `u[1...2]`, `W[1, 1:2]`.
struct Slice {
  let family: Token
  /// The whole of it, with its brackets.
  let range: SourceRange
  /// How many indices stand in its brackets.
  let indexCount: Int
  /// The indices that are ranges.
  let spans: [Span]

  /// An index that is a range; an end is `nil` that is not written, and not known either.
  struct Span {
    let place: SourceRange
    let first: String?
    let last: String?
  }
}

extension Parser {
  /// What to write in the place of `h[1...2]` and `h[1:2]` in a value; `nil` where no such thing stands here.
  var hintAtSliceOfValue: String? {
    let all = statementTokens
    let slices = slices(in: all)
    if slices.isEmpty { return nil }
    if let wrong = slices.lazy.compactMap({ hintAtIndexCount(of: $0) }).first { return wrong }
    guard let kind = form(ofSlices: slices, in: all) else {
      return
        "there are no slices: element by element they go over the same indices, and here a name is needed for each, from a formula above"
    }
    let isOpen = slices.contains { $0.spans.contains { $0.first == nil || $0.last == nil } }
    let note =
      isOpen
      ? ", where the `for` names the first and the last index that are meant"
      : current.kind == .symbol(.colon) ? "; both ends are included" : ""
    return "there are no slices: \(kind)\(note)"
  }

  /// That a family has another number of indices; `nil` where it has as many, or where it is not known.
  private func hintAtIndexCount(of slice: Slice) -> String? {
    guard let bounds = known?.bounds(text(of: slice.family)), bounds.count != slice.indexCount else {
      return nil
    }
    let name = text(of: slice.family)
    let count =
      bounds.count == 1 ? "one index" : bounds.count == 2 ? "two indices" : "\(bounds.count) indices"
    let ends = [bounds.map(\.lowerBound), bounds.map(\.upperBound)].map { indices in
      "`\(name)[\(indices.map { "\($0)" }.joined(separator: ", "))]`"
    }
    return "`\(name)` has \(count): the elements are \(ends[0]) to \(ends[1])"
  }

  // MARK: The whole form

  /// The slices that go over a range together: those of a sum, or those that go element by element.
  private struct Group {
    /// The sum in the parentheses of which they stand; `nil` where they go element by element.
    let call: CallAround?
    var slices: [Slice]
  }

  private typealias Part = (range: SourceRange, text: String)

  /// What is written in the place of a statement with `slices`; `nil` where that is not plain.
  private func form(ofSlices slices: [Slice], in all: ArraySlice<Token>) -> String? {
    let isOfMatrices = all.contains { $0.kind == .symbol(.matrix) }
    var groups: [Group] = []
    for slice in slices {
      let call = calls(around: slice.family).last { isOfFamily($0) }
      if isOfMatrices || call.map({ !isSum($0) }) == true { return parts(of: slices) }
      if let known = groups.firstIndex(where: { $0.call?.function.range == call?.function.range }) {
        groups[known].slices.append(slice)
      } else {
        groups.append(Group(call: call, slices: [slice]))
      }
    }
    let isNested = groups.count > 1 && groups.contains { $0.call == nil }
    if groups.count > 1,
      groups.contains(where: { $0.call?.inside.contains { isFunctionOfGroup($0, groups) } == true })
    {
      return parts(of: slices)
    }
    var taken: [String] = []
    var parts: [Part] = []
    var ranges = ""
    var outer: String?
    // Those that go element by element take the first names.
    for group in groups.filter({ $0.call == nil }) + groups.filter({ $0.call != nil }) {
      let names = unusedIndices(group.slices[0].spans.count, besides: isNested ? taken : [])
      taken += names
      guard let found = common(group.slices, names) else { return nil }
      parts += found.parts
      ranges = found.ranges
      guard let call = group.call else {
        outer = names.joined(separator: ", ")
        continue
      }
      guard let ofSum = partsOfSum(call, over: found.ranges) else { return self.parts(of: slices) }
      parts += ofSum
    }
    if outer == nil { return formOfSums(groups, parts, in: all) ?? self.parts(of: slices) }
    if groups.count > 1 {
      ranges = common(groups.first { $0.call == nil }?.slices ?? [], Array(taken.prefix(1)))?.ranges ?? ranges
    }
    guard let index = outer, !all.isOfRanges else { return self.parts(of: slices) }
    if all.first.map({ text(of: $0) }) == StatementWord.table.rawValue,
      let table = text(of: all, replacing: parts)
    {
      return "write \("\(table) for \(ranges)".quotedWhole)"
    }
    guard let own = ownValue, let value = text(of: own.value, replacing: parts) else {
      return self.parts(of: slices)
    }
    return "write \("\(own.head)\(own.name)[\(index)] = \(value) for \(ranges)".quotedWhole)"
  }

  /// The form of a statement in which all slices stand in sums.
  private func formOfSums(_ groups: [Group], _ parts: [Part], in all: ArraySlice<Token>) -> String? {
    if groups.count == 1, let call = groups[0].call {
      let tokens = all.drop { $0.range != call.function.range }
      let whole = tokens.prefix {
        $0.range.upperBound <= (call.inside.last ?? call.function).range.upperBound
      }
      return text(of: whole, replacing: parts).map { "write \("\($0))".quotedWhole)" }
    }
    guard let own = ownValue else { return text(of: all, replacing: parts).map { "write \($0.quotedWhole)" } }
    return text(of: own.value, replacing: parts).map {
      "write \("\(own.head)\(own.name) = \($0)".quotedWhole)"
    }
  }

  /// Whether a call is of whole families: `max(u, 0)` goes element by element.
  private func isOfFamily(_ call: CallAround) -> Bool {
    guard isOfFamilies(call.function) else { return false }
    let isExtreme = ["max", "min"].contains(text(of: call.function))
    return !isExtreme || call.inside.pieces(at: .comma).count == 1
  }

  /// Whether a call can be written as a sum, or one of its kin, over a range.
  private func isSum(_ call: CallAround) -> Bool {
    let count = call.inside.pieces(at: .comma).count
    if call.inside.isOfRanges { return false }
    return text(of: call.function) == "dot"
      ? count == 2 : ReductionWord(spelled: text(of: call.function)) != nil && count == 1
  }

  private func isFunctionOfGroup(_ token: Token, _ groups: [Group]) -> Bool {
    groups.contains { $0.call?.function.range == token.range }
  }

  /// What is written anew in a sum besides its slices: the range, and of `dot` the product.
  private func partsOfSum(_ call: CallAround, over ranges: String) -> [Part]? {
    guard let end = call.inside.last?.range.upperBound else { return nil }
    let range: Part = (SourceRange(end, end), " for \(ranges)")
    guard text(of: call.function) == "dot" else { return [range] }
    let factors = call.inside.pieces(at: .comma)
    var parts: [Part] = [(call.function.range, "sum")]
    for factor in factors {
      guard let first = factor.first, let last = factor.last, !slices(in: factor).isEmpty else { return nil }
      if factor.prefixOfSummand.count == factor.count { continue }
      parts.append((SourceRange(first.range.lowerBound, first.range.lowerBound), "("))
      parts.append((SourceRange(last.range.upperBound, last.range.upperBound), ")"))
    }
    guard let before = factors[0].last, let behind = factors[1].first else { return nil }
    parts.append((SourceRange(before.range.upperBound, behind.range.lowerBound), "*"))
    return parts + [range]
  }

  /// A formula above for each of the slices, and what is written here.
  private func parts(of slices: [Slice]) -> String? {
    var names: [String] = []
    var formulas: [String] = []
    for slice in slices.prefix(3) {
      let name = unused(["q", "r", "p", "part", "other"], besides: names)
      let indices = unusedIndices(slice.spans.count, besides: [])
      let tokens = statementTokens.filter {
        $0.range.lowerBound >= slice.range.lowerBound && $0.range.upperBound <= slice.range.upperBound
      }
      guard let found = common([slice], indices), let element = text(of: tokens[...], replacing: found.parts)
      else { return nil }
      names.append(name)
      formulas.append(
        "\(name)[\(indices.joined(separator: ", "))] = \(element) for \(found.ranges)".quotedWhole)
    }
    if slices.count == 1 { return "a formula above gives this part a name, \(formulas[0])" }
    guard slices.count <= 3, let own = ownValue,
      let value = text(of: own.value, replacing: zip(slices, names).map { ($0.range, $1) })
    else { return nil }
    return
      "formulas above give the parts names, \(formulas.joined(separator: ", ")), and here it is \("\(own.head)\(own.name) = \(value)".quotedWhole)"
  }

  // MARK: Ranges

  /// The ranges that `slices` have in common, with what is written in the place of each of theirs: the name, or where it lies
  /// elsewhere, so much more or less; `nil` where they do not go over as many indices.
  private func common(_ slices: [Slice], _ names: [String]) -> (ranges: String, parts: [Part])? {
    guard let model = slices.first?.spans, model.count == names.count else { return nil }
    var parts: [Part] = []
    for slice in slices {
      guard slice.spans.count == model.count else { return nil }
      for (name, (span, first)) in zip(names, zip(slice.spans, model)) {
        guard let index = index(name, at: span, where: first) else { return nil }
        parts.append((span.place, index))
      }
    }
    let ranges = zip(names, model).map { name, span in
      guard let first = span.first, let last = span.last else { return "\(name) in …" }
      return "\(name) in \(first)...\(last)"
    }
    return (ranges.joined(separator: ", "), parts)
  }

  /// `i`, or `i + 1` where a span begins one later than `model`, over which the name goes.
  private func index(_ name: String, at span: Slice.Span, where model: Slice.Span) -> String? {
    if span.first == model.first, span.last == model.last { return name }
    guard let start = span.first.flatMap(smallNumber), let end = span.last.flatMap(smallNumber),
      let first = model.first.flatMap(smallNumber), let last = model.last.flatMap(smallNumber),
      end - start == last - first
    else { return nil }
    return start == first ? name : start > first ? "\(name) + \(start - first)" : "\(name) - \(first - start)"
  }

  private func smallNumber(_ text: String) -> Int? {
    Int(text).flatMap { $0.magnitude < 1_000_000_000 ? $0 : nil }
  }

  func unusedIndices(_ count: Int, besides taken: [String] = []) -> [String] {
    (0..<count).reduce(into: []) { names, _ in
      names.append(
        unused(["i", "j", "k", "m"].filter { known?.isValue($0) != true }, besides: names + taken))
    }
  }

  private func slices(in tokens: ArraySlice<Token>) -> [Slice] {
    // What is longer is not shown anyway.
    guard tokens.count <= Self.longestForm else { return [] }
    return tokens.indices.compactMap { index in
      guard tokens[index].kind == .symbol(.openBracket), index > tokens.startIndex,
        tokens[index - 1].kind == .name
      else { return nil }
      let family = tokens[index - 1]
      let inside = tokens[(index + 1)...].prefixInBracket
      guard inside.endIndex < tokens.endIndex else { return nil }
      let indices = inside.pieces(at: .comma)
      let bounds = known?.bounds(text(of: family))
      let spans = indices.enumerated().compactMap { place, index in
        span(of: index, in: bounds.flatMap { $0.count == indices.count ? $0[place] : nil })
      }
      let range = family.range.union(tokens[inside.endIndex].range)
      return spans.isEmpty
        ? nil : Slice(family: family, range: range, indexCount: indices.count, spans: spans)
    }
  }

  /// The range that an index is, within the bounds of the family where they are known.
  private func span(of tokens: ArraySlice<Token>, in bounds: ClosedRange<Int>?) -> Slice.Span? {
    guard let start = tokens.first, let end = tokens.last else { return nil }
    let sign: Symbol = tokens.contains { $0.kind == .symbol(.ellipsis) } ? .ellipsis : .colon
    let ends = tokens.pieces(at: sign)
    guard ends.count == 2 else { return nil }
    var texts = ends.map { piece in
      piece.first.flatMap { first in piece.last.map { file[first.range.union($0.range)] } }
    }
    // Elsewhere an index below 0 counts from the end, and one behind the `:` is not included.
    let numbers = texts.map { $0.flatMap(smallNumber) }
    if let bounds {
      if texts[0] == nil { texts[0] = "\(bounds.lowerBound)" }
      if texts[1] == nil { texts[1] = "\(bounds.upperBound)" }
      if let first = numbers[0] {
        let counted = first < 0 && bounds.lowerBound >= 0 ? bounds.upperBound + 1 + first : first
        texts[0] = "\(min(max(counted, bounds.lowerBound), bounds.upperBound))"
      }
      if let last = numbers[1] {
        let counted = last < 0 && bounds.lowerBound >= 0 ? bounds.upperBound + last : last
        texts[1] = "\(min(max(counted, bounds.lowerBound), bounds.upperBound))"
      }
    } else if numbers.contains(where: { ($0 ?? 1) < 0 }) || sign == .colon && numbers[0] == 0 {
      texts = [nil, nil]
    }
    if texts[0] == nil || texts[1] == nil { texts = [nil, nil] }
    return Slice.Span(place: start.range.union(end.range), first: texts[0], last: texts[1])
  }

  /// What to write in the place of `[1:3]`, a list of numbers one after the other.
  var hintAtRangeInList: String {
    let sign: Symbol = current.kind == .symbol(.colon) ? .colon : .ellipsis
    let inside = openBracket.map { bracket in
      statementTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    }
    let ends = inside?.pieces(at: sign).compactMap { text(of: $0) } ?? []
    let range = ends.count == 2 && !ends.contains("") ? ends.joined(separator: "...") : "1...3"
    let own = ownValue
    return
      "numbers one after the other are written `\(own?.head ?? "")\(own?.name ?? "v")[i] = i for i in \(range)`"
  }
}
