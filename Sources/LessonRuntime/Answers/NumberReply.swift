import Algebra
import Diagnostics

/// A number that a learner has typed as a reply, or has let an expression give.
struct NumberReply {
  /// The digits, with an ASCII minus and exponent; of an expression those that are asked for.
  let text: String
  /// Its value.
  let value: Double
  /// How many decimals it has.
  let decimals: Int
  /// Whether it was typed as a number.
  let isTyped: Bool

  /// A number typed as `text`: `0.0802`, `−2`, `+1e-3`; `nil` for anything else.
  init?(typed text: String) {
    var digits =
      text.hasPrefix("−") ? "-" + text.dropFirst() : text.hasPrefix("+") ? String(text.dropFirst()) : text
    digits = String(digits.map { $0 == "−" ? "-" : $0 })
    // What stands before the first digit is a sign or a point.
    guard DecimalDigits(text: digits) != nil, let value = Double(digits), value.isFinite else { return nil }
    if digits.hasSuffix(".") { digits.removeLast() }
    self.text = digits
    self.value = value
    decimals = NumberRule.printedDecimals(of: digits) ?? 0
    isTyped = true
  }

  /// The value of an expression, rounded to so many decimals; a whole number where none are asked for is as exact as it
  /// can be.
  init(_ value: Double, decimals: Int) {
    let digits = DecimalDigits(value).shortened(toSignificant: NumberStyle.mostDigitsOfResult, .rounded)
    text =
      decimals > 0
      ? digits.shortened(toDecimals: decimals, .rounded).fixedText(decimals: decimals) : digits.fixedText()
    self.value = value
    self.decimals = decimals
    isTyped = false
  }

  /// Whether a value is what the reply says it is.
  func agrees(with value: Double) -> Bool { NumberRule.agreement(of: value, with: text) != nil }

  /// The number as it was typed.
  var number: Number { Number(Double(text) ?? value, text: text) }

  /// Whether a text is a number with a comma where a point is meant: `0,08`.
  static func hasDecimalComma(_ text: String) -> Bool {
    text.contains(",") && NumberReply(typed: text.replacingCommas) != nil
  }
}

extension String {
  fileprivate var replacingCommas: String { String(map { $0 == "," ? "." : $0 }) }
}
