import Algebra
import Diagnostics

/// A number that a learner has typed as a reply, or has let an expression give.
struct NumberReply {
  /// The digits by which it is judged, with an ASCII minus and exponent; of an expression those that are asked for.
  let text: String
  /// Its value.
  let value: Double
  /// How many decimals it has.
  let decimals: Int
  /// Whether it was typed as a number.
  let isTyped: Bool

  /// More digits than that are no number that anybody types.
  private static let mostBytes = 60

  /// A number typed as `text`: `0.0802`, `−2`, `+1e-3`; `nil` for anything else.
  ///
  /// Of more digits than the number rule compares, as a calculator shows them, only those count.
  init?(typed text: String) {
    guard text.utf8.count <= Self.mostBytes else { return nil }
    var typed = String(text.map { $0 == "−" ? "-" : $0 })
    if typed.first == "+" { typed.removeFirst() }
    if typed.last == "." { typed.removeLast() }
    guard let digits = DecimalDigits(text: typed), let value = Double(typed), value.isFinite,
      value != 0 || digits.digits.isEmpty
    else { return nil }
    let most = NumberStyle.mostDigitsOfResult
    self.text =
      digits.digits.count > most ? digits.shortened(toSignificant: most, .rounded).fixedText() : typed
    self.value = value
    decimals = NumberRule.printedDecimals(of: typed) ?? 0
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

  /// Whether it has two digits at least, so that it is not the number of all and everything.
  var isTelling: Bool {
    guard let digits = DecimalDigits(text: text), !digits.digits.isEmpty else { return false }
    return digits.pointPosition + max(decimals, 0) >= 2
  }

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
