import Algebra

/// How computed numbers are shortened for show. What is computed with is never a shortened number.
struct NumberStyle: Sendable {
  /// Digits behind the point.
  var decimals: Int
  /// What is done with the digits that are not shown.
  var shortening: DecimalDigits.Shortening

  /// No number is shown with more significant digits: the 16th and 17th of a double are the noise of binary arithmetic.
  static let mostDigits = 15
  /// A result is shown with fewer, as many as the number rule compares.
  static let mostDigitsOfResult = 14
  /// Where the lesson's decimals leave fewer significant digits, this many are shown with an exponent.
  static let fewestDigits = 3

  /// The number as it is shown, with `extra` more digits than the lesson asks for; its value is that of its digits.
  ///
  /// A number that ends sooner is shown short (`0.41`); one that would show fewer than three digits, and one of 10¹⁵ or
  /// above, has an exponent (`4.92e-04`). Zero is `0`, whatever its sign. What is no finite number has no digits.
  func number(_ value: Double, extra: Int = 0) -> Number {
    guard value.isFinite else { return Number(value) }
    let text = text(of: value, extra: extra)
    // The digits of the largest numbers, rounded up, may stand for none.
    guard let shown = Double(text), shown.isFinite else { return Number(value, text: text) }
    return Number(shown, text: text)
  }

  private func text(of value: Double, extra: Int) -> String {
    guard value != 0 else { return "0" }
    let most = extra == 0 ? Self.mostDigitsOfResult : Self.mostDigits
    let decimals = decimals + extra
    let all = DecimalDigits(value)
    let whole = all.shortened(toSignificant: Self.mostDigits, .rounded)
    let isLarge = whole.pointPosition > Self.mostDigits
    if whole.decimals == 0 && !isLarge { return whole.fixedText() }
    let digits = all.shortened(toSignificant: most, .rounded)
    if digits.decimals <= decimals && !isLarge { return digits.fixedText() }
    let fixed = digits.shortened(toDecimals: decimals, shortening)
    // Counted on the shortened number: 0.0999 with three decimals is 0.100, three digits where there were two.
    let shown = fixed.digits.isEmpty ? 0 : fixed.pointPosition + decimals
    if shown >= Self.fewestDigits && !isLarge { return fixed.fixedText(decimals: decimals) }
    let count = min(isLarge ? max(decimals, Self.fewestDigits - 1) + 1 : Self.fewestDigits + extra, most)
    let mantissa = digits.shortened(toSignificant: count, shortening)
    return digits.digits.count < count
      ? mantissa.scientificText() : mantissa.scientificText(decimals: count - 1)
  }
}
