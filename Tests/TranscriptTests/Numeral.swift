import Foundation

/// A number as it stands on the page.
struct Numeral {
  /// Its text, `−4.92e-04`.
  let text: String
  /// Its digits.
  let digits: DecimalDigits
  /// The value of the digits.
  let value: Double

  /// The number that `text` is; `nil` where `text` is anything else.
  init?(_ text: String) {
    let ascii = text.replacing("−", with: "-")
    guard let digits = DecimalDigits(text), let value = Double(ascii) else { return nil }
    self.text = text
    self.digits = digits
    self.value = value
  }

  /// Whether two values differ by no more than `slack`, the noise of binary arithmetic aside.
  static func areNear(_ one: Double, _ other: Double, within slack: Double) -> Bool {
    abs(one - other) <= slack * (1 + 1e-9) + 1e-12
  }

  /// Whether the number has neither point nor exponent, and so stands for itself alone.
  var isWhole: Bool { !text.contains(".") && !text.contains("e") }

  /// The worth of its last digit.
  var unit: Double { isWhole ? 0 : pow(10, Double(digits.place)) }

  /// How far the number behind the digits may be from them, on a page that shows `decimals` digits after the point: a
  /// number that ends sooner is exact.
  func uncertainty(atDecimals decimals: Int) -> Double {
    text.contains("e") || -digits.place >= decimals ? unit : 0
  }

  /// Whether `computed`, to 14 significant digits, becomes this number when it is shortened to the digits on the page.
  func agrees(with computed: Double, by shortening: DecimalDigits.Shortening) -> Bool {
    if isWhole { return abs(computed - value) <= 1e-9 * max(1, abs(value)) }
    guard let exact = DecimalDigits(computed)?.rounded(toSignificant: 14) else { return false }
    if digits.isZero && shortening == .cutting { return false }
    return exact.shortened(to: digits.place, by: shortening) == digits
  }

  /// Whether `computed` is this number, of which more digits are printed than are compared.
  func agreesInAllThatCounts(with computed: Double) -> Bool {
    digits.digits.count >= 14 && abs(computed - value) <= 5e-14 * abs(value)
  }

  /// Whether `computed` agrees with this number in either way.
  func agrees(with computed: Double) -> Bool {
    DecimalDigits.Shortening.allCases.contains { agrees(with: computed, by: $0) }
  }
}
