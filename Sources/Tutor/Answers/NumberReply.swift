import Algebra
import Diagnostics
import Engine
import PrintedNumbers
import Transcript

/// A number that a learner has typed as a reply, or has let an expression give.
///
/// It is judged at the decimals that are asked for: what it says behind them is welcome, and is not held against it.
struct NumberReply {
  /// Its value.
  let value: Double
  /// Whether it was typed as a number, with fewer decimals than are asked for.
  let isShort: Bool
  /// The digits by which it is judged, with an ASCII minus and exponent: those that were typed, and those that are asked
  /// for where there are more.
  private let texts: [String]
  /// No value that agrees is farther away from it, rounding of binary arithmetic aside.
  private let reach: Double

  /// More digits than that are no number that anybody types.
  private static let maxBytes = 60

  /// A number typed as `text`: `0.0802`, `−2`, `+1e-3`; `nil` for anything else.
  ///
  /// - Parameter digits: how many decimals are asked for.
  init?(typed text: String, digits asked: Int) {
    guard let (typed, digits, value) = Self.number(typed: text) else { return nil }
    let decimals = NumberRule.printedDecimals(of: typed) ?? 0
    self.value = value
    isShort = decimals < asked
    // Where no decimals are asked for, the answer is a whole number, and what binary arithmetic leaves beside it is nothing.
    let isWhole = asked == 0 && decimals > 0 && abs(value - value.rounded()) <= 1e-15 * max(1, abs(value))
    texts =
      (asked > 0 || isWhole) && decimals > asked ? [typed, digits.rounded(toDecimals: asked)] : [typed]
    reach = Self.reach(value, decimals: min(decimals, asked))
  }

  /// The value of an expression, rounded to so many decimals; a whole number where none are asked for is as exact as it
  /// can be.
  init(_ value: Double, digits asked: Int) {
    let digits = NumberRule.compared(value)
    self.value = value
    isShort = false
    texts = [asked > 0 ? digits.rounded(toDecimals: asked) : digits.fixedText()]
    reach = Self.reach(value, decimals: asked)
  }

  /// Two units of the last decimal; of what has none, and is exact, at least one.
  private static func reach(_ value: Double, decimals: Int) -> Double {
    var unit = 1.0
    for _ in 0..<min(abs(decimals), 400) { unit = decimals > 0 ? unit / 10 : unit * 10 }
    return 2 * unit + 1e-9 * abs(value)
  }

  /// Whether a value is what the reply says it is: with all of its digits, or with those that are asked for.
  func agrees(with value: Double) -> Bool { text(agreeingWith: value) != nil }

  /// Whether the reply says all digits of a value that count: `0.35`, however many are asked for.
  func isExactly(_ value: Double) -> Bool { NumberRule.isExactly(value, texts[0]) }

  /// Whether all digits of the reply are right for a value.
  func agreesToItsEnd(with value: Double) -> Bool { NumberRule.agreement(of: value, with: texts[0]) != nil }

  /// Whether it has two digits at least, so that it is not the number of all and everything.
  var isTelling: Bool {
    guard let digits = DecimalDigits(text: texts[0]), !digits.digits.isEmpty else { return false }
    return digits.pointPosition + max(decimals, 0) >= 2
  }

  /// How many decimals it has.
  var decimals: Int { NumberRule.printedDecimals(of: texts[0]) ?? 0 }

  /// The number with the digits for which a value is what it says; with all of them where it is not.
  func number(for value: Double) -> Number {
    let text = text(agreeingWith: value) ?? texts[0]
    return Number(Double(text) ?? value, text: text)
  }

  private func text(agreeingWith value: Double) -> String? {
    // Most numbers are far apart, and are not looked at digit by digit.
    guard abs(self.value - value) <= reach + 1e-9 * abs(value) else { return nil }
    return texts.first { NumberRule.agreement(of: value, with: $0) != nil }
  }

  // MARK: Reading

  /// Whether a text is a number with a comma where a point is meant: `0,08`.
  static func hasDecimalComma(_ text: String) -> Bool {
    text.contains(",") && number(typed: text.replacingCommas) != nil
  }

  private static func number(typed text: String) -> (text: String, digits: DecimalDigits, value: Double)? {
    guard text.utf8.count <= maxBytes else { return nil }
    var typed = String(text.map { $0 == "−" ? "-" : $0 })
    if typed.first == "+" { typed.removeFirst() }
    if typed.last == "." { typed.removeLast() }
    guard let digits = DecimalDigits(text: typed), let value = Double(typed), value.isFinite,
      value != 0 || digits.digits.isEmpty
    else { return nil }
    return (typed, digits, value)
  }
}

extension DecimalDigits {
  fileprivate func rounded(toDecimals count: Int) -> String {
    let rounded = shortened(toDecimals: count, .rounded)
    // Nothing is left of what is smaller, not even its sign.
    let text = rounded.fixedText(decimals: count)
    return rounded.digits.isEmpty && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }
}

extension String {
  fileprivate var replacingCommas: String { String(map { $0 == "," ? "." : $0 }) }
}
