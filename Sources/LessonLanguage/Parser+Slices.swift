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
  /// The indices that are numbers, and those of them that are counted from 0 or from the end, with what they are here.
  let numbers: Int
  let counted: [(place: SourceRange, text: String)]

  /// An index that is a range; an end is `nil` that is not written, and not known either.
  struct Span {
    let place: SourceRange
    let first: String?
    let last: String?
    /// Whether it is written as Python does, which counts from 0 and leaves out the last one.
    var isOfPython = false
    /// Whether all elements are meant, `:`.
    var isWhole = false
    /// Whether it lies outside of what there is.
    var isOutside = false
  }

  var isOfPython: Bool { !counted.isEmpty || spans.contains(where: \.isOfPython) }
}

extension Parser {
  /// What to write in the place of `h[1...2]` and `h[1:2]` in a value; `nil` where no such thing stands here.
  var hintAtSliceOfValue: String? {
    let all = statementTokens
    let slices = slices(in: all)
    if slices.isEmpty { return nil }
    if let wrong = slices.lazy.compactMap({ hintAtIndexCount(of: $0) }).first { return wrong }
    if let outside = slices.first(where: { $0.spans.contains(where: \.isOutside) }) {
      return elements(of: outside).map { "there are no slices, and \($0)" }
    }
    if slices.contains(where: \.isOfPython) {
      // What is written in two ways at once may mean either.
      let isMixed = slices.contains { slice in
        slice.numbers > slice.counted.count || slice.spans.contains { !$0.isOfPython && !$0.isWhole }
      }
      let family = slices.first(where: \.isOfPython)?.family ?? slices[0].family
      let lowest = known?.bounds(text(of: family))?.map(\.lowerBound) ?? [1]
      // What counts from 0 does so here, too.
      let rule =
        lowest.allSatisfy { $0 == 0 }
        ? "there are no slices"
        : "there are no slices, and `\(text(of: family))` counts from \(Set(lowest).count == 1 ? "\(lowest[0])" : lowest.map { "\($0)" }.joined(separator: " and "))"
      guard !isMixed, let kind = form(ofSlices: slices, in: all) else { return rule }
      return "\(rule): \(kind)\(wholeInPlace(of: slices))"
    }
    guard let kind = form(ofSlices: slices, in: all) else {
      return "there are no slices: a formula above gives each part a name"
    }
    let isOpen = slices.contains { $0.spans.contains { $0.first == nil || $0.last == nil } }
    let note =
      isOpen
      ? ", where the `for` names the first and the last index that are meant"
      : current.kind == .symbol(.colon) ? "; both ends are included" : ""
    return "there are no slices: \(kind)\(note)"
  }

  /// `, or `z = u` for all`, where `u[1:]` may be all that is meant.
  private func wholeInPlace(of slices: [Slice]) -> String {
    guard slices.count == 1, let own = ownValue, own.head.isEmpty, slices[0].indexCount == 1,
      own.value.first?.range.lowerBound == slices[0].range.lowerBound,
      own.value.last?.range.upperBound == slices[0].range.upperBound,
      file[slices[0].spans[0].place].filter({ $0 != " " }) == "1:"
    else { return "" }
    return ", or for all of them `\(own.name) = \(text(of: slices[0].family))`"
  }

  /// Which elements there are.
  private func elements(of slice: Slice) -> String? {
    let name = text(of: slice.family)
    guard let bounds = known?.bounds(name) else { return nil }
    let ends = [bounds.map(\.lowerBound), bounds.map(\.upperBound)].map { indices in
      "`\(name)[\(indices.map { "\($0)" }.joined(separator: ", "))]`"
    }
    return "the elements are \(ends[0]) to \(ends[1])"
  }

  /// That a family has another number of indices; `nil` where it has as many, or where it is not known.
  private func hintAtIndexCount(of slice: Slice) -> String? {
    guard let bounds = known?.bounds(text(of: slice.family)), bounds.count != slice.indexCount else {
      return nil
    }
    let count =
      bounds.count == 1 ? "one index" : bounds.count == 2 ? "two indices" : "\(bounds.count) indices"
    return elements(of: slice).map { "`\(text(of: slice.family))` has \(count): \($0)" }
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
      guard let ofSum = partsOfSum(call, over: found.ranges),
        let ofWholes = partsOfWholes(in: call, group.slices, names)
      else { return self.parts(of: slices) }
      parts += ofSum + ofWholes
    }
    if outer == nil { return formOfSums(groups, parts, in: all) ?? self.parts(of: slices) }
    if groups.count > 1 {
      ranges = common(groups.first { $0.call == nil }?.slices ?? [], Array(taken.prefix(1)))?.ranges ?? ranges
    }
    guard let index = outer, !all.isOfRanges else { return self.parts(of: slices) }
    if all.contains(where: { isWholeFamily($0, in: all) }) { return nil }
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

  /// The element of each family that stands whole beside slices in a sum: all go over the same indices, or it is `nil`.
  private func partsOfWholes(in call: CallAround, _ slices: [Slice], _ names: [String]) -> [Part]? {
    if text(of: call.function) == "dot" { return [] }
    var parts: [Part] = []
    for place in call.inside.indices {
      let token = call.inside[place]
      guard token.kind == .name, let bounds = known?.bounds(text(of: token)),
        call.inside[place...].dropFirst().first?.kind.bracketCount != 1,
        calls(around: token).last(where: { isOfFamily($0) })?.function.range == call.function.range
      else { continue }
      guard bounds.count == 1, names.count == 1, let span = slices[0].spans.first,
        span.first == "\(bounds[0].lowerBound)", span.last == "\(bounds[0].upperBound)"
      else { return nil }
      parts.append((token.range, "\(text(of: token))[\(names[0])]"))
    }
    return parts
  }

  /// Whether a family stands there without brackets, and in no function of families: it would be one of each element.
  private func isWholeFamily(_ token: Token, in all: ArraySlice<Token>) -> Bool {
    guard token.kind == .name, known?.bounds(text(of: token)) != nil,
      let place = all.firstIndex(where: { $0.range == token.range }), place > all.startIndex
    else { return false }
    let behind = all[place...].dropFirst().first?.kind
    return behind != .symbol(.openBracket) && behind != .symbol(.openParenthesis)
      && behind != .symbol(.equals)
      && !calls(around: token).contains { isOfFamily($0) }
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
    // The names of a `for` in the statement are not known above it.
    let all = statementTokens
    let bound = zip(all, all.dropFirst()).filter { $1.kind == .reserved(.in) }.map { text(of: $0.0) }
    let isBound = all.contains { token in
      bound.contains(text(of: token))
        && slices.contains {
          $0.range.lowerBound <= token.range.lowerBound && token.range.upperBound <= $0.range.upperBound
        }
    }
    if isBound {
      return
        "what goes over a `for` of the statement is written with one of its own, in the parentheses of a `sum`"
    }
    // Where all have one length, all parts have the same indices.
    let shared = common(slices, unusedIndices(slices[0].spans.count, besides: []))
    for slice in slices.prefix(3) {
      let name = unused(["q", "r", "p", "part", "other"], besides: names)
      let indices = unusedIndices(slice.spans.count, besides: [])
      let tokens = statementTokens.filter {
        $0.range.lowerBound >= slice.range.lowerBound && $0.range.upperBound <= slice.range.upperBound
      }
      guard let found = shared ?? common([slice], indices),
        let element = text(of: tokens[...], replacing: found.parts)
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
}
