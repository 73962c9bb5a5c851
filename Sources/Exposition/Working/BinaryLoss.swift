import Algebra
import DecimalArithmetic
import Engine
import PrintedNumbers
import Transcript

/// What binary arithmetic has lost of what the digits of a line promise.
enum BinaryLoss {
  /// What is said of a value that is only what binary arithmetic leaves of an exact zero.
  package static let remark = "rounding of binary arithmetic"

  /// What is said where `line`, worked out on paper, does not give the value that binary arithmetic has made of it; `nil` where
  /// it does.
  package static func remark(on value: Double, from line: Formula, in style: NumberStyle) -> String? {
    // Without decimals a number that is not whole is not what is printed, however it has been worked out.
    let style = NumberStyle(decimals: max(1, style.decimals), shortening: style.shortening)
    let printed = style.number(value).text.flatMap { PrintedResult($0, decimals: style.decimals) }
    if printed?.isGiven(by: line, isShortened: false) != false { return nil }
    guard let onPaper = line.paperValue(digits: 4 * NumberStyle.maxDigits) else { return remark }
    let exact = DecimalDigits(onPaper.mayBeZero ? DecimalFraction(0) : onPaper.low)
    // What is too small for binary arithmetic is not too small for paper.
    let isSmall = !exact.digits.isEmpty && exact.value.magnitude < .leastNormalMagnitude
    let digits =
      isSmall
      ? exact.shortened(toSignificant: NumberStyle.minDigits, .rounded).text()
      : style.number(exact.value).text ?? ""
    return "\(remark); on paper it is \(digits.hasPrefix("-") ? "−" + digits.dropFirst() : digits)"
  }

  /// What is said behind a line of numbers and its result, which stands behind `relation`.
  package static func remark(
    behind relation: Relation, on value: Double, from line: Formula, in style: NumberStyle
  ) -> Equation.Remark? {
    guard case .approximates = relation else { return nil }
    return remark(on: value, from: line, in: style).map { .words($0) }
  }
}
