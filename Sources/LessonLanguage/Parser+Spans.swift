import Diagnostics

/// Which indices a slice means: as calc counts, or as Python and MATLAB do.
extension Parser {
  /// The ranges that `slices` have in common, with what is written in the place of each of theirs: the name, or where it lies
  /// elsewhere, so much more or less; `nil` where they do not go over as many indices.
  func common(_ slices: [Slice], _ names: [String]) -> (
    ranges: String, parts: [(range: SourceRange, text: String)]
  )? {
    guard let start = slices.first?.spans, start.count == names.count,
      slices.allSatisfy({ $0.spans.count == start.count })
    else { return nil }
    // The names go over the range that begins first.
    let model = start.indices.map { axis in
      slices.map { $0.spans[axis] }.reduce(start[axis]) { least, span in
        guard let one = least.first.flatMap(smallNumber), let other = span.first.flatMap(smallNumber) else {
          return least
        }
        return other < one ? span : least
      }
    }
    var parts: [(range: SourceRange, text: String)] = []
    for slice in slices {
      parts += slice.counted.map { ($0.place, $0.text) }
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

  func slices(in tokens: ArraySlice<Token>) -> [Slice] {
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
      let numbers = indices.enumerated().compactMap { place, index in
        number(at: index, in: bounds.flatMap { $0.count == indices.count ? $0[place] : nil })
      }
      return spans.isEmpty
        ? nil
        : Slice(
          family: family, range: range, indexCount: indices.count, spans: spans, numbers: numbers.count,
          counted: numbers.compactMap { number in number.text.map { (number.place, $0) } })
    }
  }

  /// An index that is a number, with what it is here where Python counts it from 0 or from the end.
  private func number(at tokens: ArraySlice<Token>, in bounds: ClosedRange<Int>?) -> (
    place: SourceRange, text: String?
  )? {
    guard let first = tokens.first, let last = tokens.last, last.kind == .number,
      let number = smallNumber(file[first.range.union(last.range)])
    else { return nil }
    let place = first.range.union(last.range)
    guard let bounds, bounds.lowerBound > 0 && number <= 0 || bounds.lowerBound == 0 && number < 0 else {
      return (place, nil)
    }
    let counted = number == 0 ? bounds.lowerBound : bounds.upperBound + 1 + number
    return (place, bounds.contains(counted) ? "\(counted)" : nil)
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
    let place = start.range.union(end.range)
    let isWhole = texts[0] == nil && texts[1] == nil
    // `u[2:end]` of MATLAB goes to the last one, and has it in it.
    let isToEnd = ends[1].count == 1 && ends[1].first?.kind == .reserved(.end)
    if isToEnd { texts[1] = nil }
    let numbers = texts.map { $0.flatMap(smallNumber) }
    let isCounted = numbers.contains { ($0 ?? 1) < 0 } || sign == .colon && numbers[0] == 0
    guard let bounds else {
      if isCounted || texts[0] == nil || texts[1] == nil { texts = [nil, nil] }
      return Slice.Span(place: place, first: texts[0], last: texts[1], isWhole: isWhole)
    }
    // Elsewhere an index below 0 counts from the end, and one behind the `:` is not included.
    let isOpen = sign == .colon && !isToEnd && !isWhole && (texts[0] == nil || texts[1] == nil)
    let isOfPython =
      sign == .colon && bounds.lowerBound >= 0 && (isOpen || isCounted && bounds.lowerBound > 0)
    let isPlain = zip(texts, numbers).allSatisfy { $0 == nil || $1 != nil }
    guard isPlain else {
      if texts[0] == nil, !isOfPython { texts[0] = "\(bounds.lowerBound)" }
      if texts[1] == nil, !isOfPython { texts[1] = "\(bounds.upperBound)" }
      if texts[0] == nil || texts[1] == nil { texts = [nil, nil] }
      return Slice.Span(place: place, first: texts[0], last: texts[1], isWhole: isWhole)
    }
    let position = { (number: Int) in bounds.lowerBound + (number < 0 ? bounds.count + number : number) }
    var first = numbers[0] ?? bounds.lowerBound
    var last = numbers[1] ?? bounds.upperBound
    if isOfPython {
      first = numbers[0].map(position) ?? bounds.lowerBound
      last = numbers[1].map { min(position($0) - 1, bounds.upperBound) } ?? bounds.upperBound
    }
    return Slice.Span(
      place: place, first: "\(first)", last: "\(last)", isOfPython: isOfPython, isWhole: isWhole,
      isOutside: first > last || first < bounds.lowerBound || last > bounds.upperBound)
  }

  /// What to write in the place of `[1:3]`, a list of numbers one after the other.
  var hintAtRangeInList: String {
    let sign: Symbol = current.kind == .symbol(.colon) ? .colon : .ellipsis
    let inside = openBracket.map { bracket in
      statementTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    }
    let rule = "numbers one after the other are a formula with an index and a `for`"
    let pieces = inside?.pieces(at: sign) ?? []
    let ends = pieces.compactMap { $0.isEmpty ? nil : text(of: $0) }
    guard let own = ownValue, let bracket = openBracket, own.value.first?.range == bracket.range,
      own.value.count == (inside?.count ?? 0) + 2, ends.count == pieces.count
    else { return rule }
    if ends.count == 3, pieces.allSatisfy({ argument($0).isFixed }), let last = own.value.last {
      return made("seq", [pieces[0], pieces[2], pieces[1]], at: bracket.range.union(last.range)) ?? rule
    }
    guard ends.count == 2, let index = unusedIndices(1).first else { return rule }
    return
      "numbers one after the other are written `\(own.head)\(own.name)[\(index)] = \(index) for \(index) in \(ends.joined(separator: "..."))`"
  }
}
