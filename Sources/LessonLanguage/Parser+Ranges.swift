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
        hint: isFurther && name.text == "step"
          ? "no comma stands before `step`"
          : hintAtForeignEnds(of: name)
            ?? (isFurther && isDefinition
              ? "behind a `for` nothing more is given in a statement" : .rangeExample))
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
    let range = rest.drop { $0.kind != .reserved(.in) }.dropFirst().prefixInBracket
    let isRange = range.contains { $0.kind == .symbol(.ellipsis) || $0.kind == .symbol(.colon) }
    let written = isRange ? foreignEnds(range) : nil
    return Diagnostic(
      "each `for` name has a range of its own", at: first.range,
      hint: written.map { "write \("for \(first.text) in \($0), \(text(of: next)) in \($0)".quoted)" }
        ?? "it stands for the numbers of that range: elements are told by their index, and rows of data gone through with `over`, or `for … of` before a block"
    )
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
    if case .call = bound.kind, let foreign = hintAtForeignRange(at: bound.range) { return foreign }
    if case .sum(let terms) = bound.kind, terms.count == 2, terms[1].isSubtracted,
      case .number(let first, let one) = terms[0].expression.kind,
      case .number(let last, let other) = terms[1].expression.kind, first < last
    {
      return "a range is written `\(one)...\(other)`"
    }
    if let whole = hintAtComprehension { return whole }
    let isOtherSign = current.kind == .symbol(.colon) || current.kind == .reserved(.to)
    guard isOtherSign, next.kind.isPlainValue else { return .rangeExample }
    return "a range is written \("\(start)...\(text(of: next))".quoted)"
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
