import Diagnostics

/// `for i in 1...8 step 2, j in 1...3`
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
      let bound = try expression()
      isMore = try takeBound(bound, into: &ranges)
    }
    return ranges.complete
  }

  /// Reads `i in`; a range that `isFurther` stands behind the comma of another one.
  mutating func rangeName(isFurther: Bool = false) throws(Diagnostic) -> Identifier {
    let name = try name()
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
    if isAtCommaBeforePoints || !accept(.comma) { return false }
    ranges.beginRange(try rangeName(isFurther: true))
    return true
  }

  /// What to write in the place of a range that has `bound` and no points behind it.
  private func hint(behind bound: Expression) -> String {
    let start = file[bound.range]
    if case .call(let function, let arguments) = bound.form, function.text == "range", arguments.count == 1,
      case .number(let count, _) = arguments[0].form, count >= 1, count < 1e6, count == count.rounded()
    {
      return "\(start.quoted) is written \("0...\(Int(count) - 1)".quoted)"
    }
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
