import Diagnostics

/// `for i in 1...8 step 2, q in [0, 0.5, 5]`
extension Parser {
  /// Reads the ranges behind a `for`, but none where no `for` stands.
  mutating func rangesIfAny() throws(Diagnostic) -> [NamedRange] {
    guard accept(.reserved(.for)) else { return [] }
    return try ranges()
  }

  /// Reads ranges with commas between them.
  mutating func ranges() throws(Diagnostic) -> [NamedRange] {
    var ranges = UnfinishedRanges(try rangeName())
    var isMore = true
    while isMore {
      let bound = try expression(mayBeList: ranges.awaited == .first)
      isMore = try takeBound(bound, into: &ranges)
    }
    return ranges.complete
  }

  /// Reads `i in`; a range that `isFurther` stands behind the comma of another one.
  mutating func rangeName(isFurther: Bool = false) throws(Diagnostic) -> Identifier {
    if isFurther, current.kind == .reserved(.for), next.kind == .name {
      throw Diagnostic(
        "`for` stands once, before the first range", at: current.range, hint: "leave out this one")
    }
    let name = try name()
    if current.kind == .symbol(.comma), next.kind == .name { throw namesOfOneRange(name) }
    if current.kind == .reserved(.of) {
      throw Diagnostic(
        "`for … of` stands only at the beginning of a block", at: current.range,
        hint: "on every row of data it is written `sum(x over xor)` or `table x over xor`")
    }
    guard accept(.reserved(.in)) else {
      let isDefinition = current.kind == .symbol(.equals) || current.kind == .symbol(.openBracket)
      throw missing(
        "`in`",
        hint: isFurther && isDefinition
          ? "behind a `for` nothing more is given in a statement" : .rangeExample)
    }
    return name
  }

  /// Takes `bound`, reads what stands behind it, and says whether another bound follows.
  mutating func takeBound(
    _ bound: Expression, into ranges: inout UnfinishedRanges
  ) throws(Diagnostic) -> Bool {
    switch ranges.awaited {
    case .first:
      if case .list(let items) = bound.kind {
        if let list = items.first(where: \.kind.isList) {
          throw Diagnostic("the list of a range holds numbers, and no lists", at: list.range)
        }
        ranges.finishRange(of: items, at: bound.range)
        break
      }
      guard accept(.ellipsis) else { throw missing("`...`", hint: hint(behind: bound)) }
      ranges.takeFirst(bound)
      return true
    case .last:
      ranges.takeLast(bound)
      if isAtWord("step") {
        advance()
        return true
      }
      ranges.finishRange(step: nil)
    case .step: ranges.finishRange(step: bound)
    }
    try refuseRangeWithoutComma(behind: ranges.complete)
    if isAtCommaBeforePoints || !accept(.comma) { return false }
    ranges.beginRange(try rangeName(isFurther: true))
    return true
  }

  /// `for i, j in 1...3`
  private func namesOfOneRange(_ first: Identifier) -> Diagnostic {
    let range = rest.drop { $0.kind != .reserved(.in) }.dropFirst().prefix {
      $0.kind != .symbol(.closeParenthesis)
    }
    let written =
      range.first.flatMap { start in range.last.map { file[start.range.union($0.range)] } } ?? "1...3"
    return Diagnostic(
      "each `for` name has a range of its own", at: first.range,
      hint: "write \("for \(first.text) in \(written), \(text(of: next)) in \(written)".quoted)")
  }

  /// Makes sure that no range follows without a comma before it: `i in 1...2 j in 1...2`, with `for` or `and` between
  /// the two or without.
  private func refuseRangeWithoutComma(behind ranges: [NamedRange]) throws(Diagnostic) {
    let isBehindWord = current.kind == .reserved(.for) || current.kind == .reserved(.and)
    let tokens = Array(rest.dropFirst(isBehindWord ? 1 : 0).prefix(2))
    guard tokens.map(\.kind) == [.name, .reserved(.in)], let first = ranges.last, let previous else { return }
    if readTokens.first?.kind == .reserved(.for) { throw secondNameOfBlock(at: tokens[0].range) }
    let written = file[first.name.range.union(previous.range)]
    throw missing(
      "a comma",
      hint: "ranges have commas between them: \("for \(written), \(text(of: tokens[0])) in …".quoted)")
  }

  /// What to write in the place of a range that has `bound` and no points behind it.
  private func hint(behind bound: Expression) -> String {
    let start = file[bound.range]
    if case .call(let function, let arguments) = bound.kind, function.text == "range", arguments.count == 1,
      case .number(let count, _) = arguments[0].kind, count >= 1, count < 1e6, count == count.rounded()
    {
      if let family = familyCounting(fromOneBefore: function) {
        return "a range is written `1...\(Int(count))`: `\(family)` counts from 1"
      }
      return "\(start.quoted) is written \("0...\(Int(count) - 1)".quoted)"
    }
    if let whole = hintAtComprehension { return whole }
    let isOtherSign = current.kind == .symbol(.colon) || current.kind == .reserved(.to)
    guard isOtherSign, next.kind.isPlainValue else { return .rangeExample }
    return "a range is written \("\(start)...\(text(of: next))".quoted)"
  }

  /// The family of which the name before a range is an index, where its elements count from 1.
  private func familyCounting(fromOneBefore bound: Identifier) -> String? {
    let all = statementTokens
    guard let place = all.firstIndex(where: { $0.range == bound.range }), place - 2 >= all.startIndex else {
      return nil
    }
    let name = text(of: all[place - 2])
    let families = all.indices.filter { index in
      all[index].kind == .name && text(of: all[index]) == name && index - 2 >= all.startIndex
        && all[index - 1].kind == .symbol(.openBracket)
    }
    return families.map { text(of: all[$0 - 2]) }.first { known?.bounds($0)?.first?.lowerBound == 1 }
  }

  /// Whether it stands at the comma of `plot o for x in -1...1, with xor`.
  private var isAtCommaBeforePoints: Bool {
    current.kind == .symbol(.comma) && next.kind == .reserved(.with)
      && rest.dropFirst(2).first?.kind == .name
  }
}

extension String {
  /// The hint where a range is not complete.
  fileprivate static var rangeExample: String { "write it like `for i in 1...3`" }
}
