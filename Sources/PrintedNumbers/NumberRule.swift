package import Algebra

/// The one rule by which a computed value agrees with a printed number.
///
/// Checks, learners' answers, the lines of a transcript and the golden tests are all judged by it. A computed value, first
/// rounded to 14 significant digits, agrees when rounding it or cutting it off at the digits printed gives the
/// printed number. Of a number with an exponent the digits are the mantissa's; trailing zeros count. A number that is printed
/// without point or exponent is exact: within 1e-9, relative above 1. A printed zero with decimals is met by rounding
/// only. Of a number that is printed with more than 14 significant digits the first 14 count, be they rounded or cut off.
package enum NumberRule {
  /// How a computed value and a printed number agree.
  package enum Agreement {
    /// The printed number is the value.
    case exact
    /// Rounding gives it (and cutting off may, too).
    case rounded
    /// Only cutting off gives it.
    case cutOff
  }

  /// How `computed` agrees with the number printed as `text`; `nil` when it does not, or when either is no number.
  package static func agreement(of computed: Double, with text: String) -> Agreement? {
    guard computed.isFinite else { return nil }
    if text == "pi" { return abs(computed - .pi) <= 1e-9 * .pi ? .exact : nil }
    guard let printed = DecimalDigits(text: text), let value = Double(text) else { return nil }
    guard let decimals = printedDecimals(of: text) else {
      return abs(computed - value) <= 1e-9 * max(1, abs(value)) ? .exact : nil
    }
    let digits = compared(computed)
    if isExactly(digits, printed) { return .exact }
    if digits.shortened(toDecimals: decimals, .rounded) == printed { return .rounded }
    let isZero = printed.digits.isEmpty
    return !isZero && digits.shortened(toDecimals: decimals, .cutOff) == printed ? .cutOff : nil
  }

  /// Whether the number printed as `text` is `computed`, with all digits that are compared.
  package static func isExactly(_ computed: Double, _ text: String) -> Bool {
    guard computed.isFinite, let printed = DecimalDigits(text: text) else { return false }
    return isExactly(compared(computed), printed)
  }

  private static func isExactly(_ digits: DecimalDigits, _ printed: DecimalDigits) -> Bool {
    // What another program prints of the same value may go on with 5 where these digits were rounded up.
    printed.shortened(toSignificant: comparedDigits, .rounded) == digits
      || printed.shortened(toSignificant: comparedDigits, .cutOff) == digits
  }

  /// The digits of a computed value that are compared: what binary arithmetic leaves behind them is not held against it.
  package static func compared(_ computed: Double) -> DecimalDigits {
    DecimalDigits(computed).shortened(toSignificant: comparedDigits, .rounded)
  }

  /// As many significant digits are compared.
  private static let comparedDigits = 14

  /// Whether `computed`, first rounded to 14 significant digits, is within `tolerance` of `printed`.
  package static func isWithin(_ tolerance: Double, of printed: Double, _ computed: Double) -> Bool {
    // Half a unit of the 14th digit lets 0.61 be within 0.01 of 0.6.
    let slack = 0.5e-13 * max(abs(computed), abs(printed))
    return abs(computed - printed) <= tolerance + slack
  }

  /// `computed`, rounded to the digits of the number printed as `text`.
  package static func rounded(_ computed: Double, like text: String) -> Number {
    guard let decimals = printedDecimals(of: text) else { return Number(computed) }
    let digits = compared(computed).shortened(toDecimals: decimals, .rounded)
    let isScientific = text.contains { $0 == "e" || $0 == "E" }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }.split(separator: ".")
    let rounded =
      isScientific
      ? digits.scientificText(decimals: mantissa.count > 1 ? mantissa[1].count : 0)
      : digits.fixedText(decimals: max(0, decimals))
    return Number(Double(rounded) ?? computed, text: rounded, full: computed)
  }

  /// How many digits behind the point of the plain number the last printed digit stands: 5 for `0.60108`, 6 for
  /// `4.92e-04`; `nil` when there is neither point nor exponent.
  package static func printedDecimals(of text: String) -> Int? {
    let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    guard let mantissa = parts.first else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) : nil
    let fraction = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    if exponent == nil && fraction.count < 2 { return nil }
    return (fraction.count > 1 ? fraction[1].count : 0) - (exponent ?? 0)
  }
}
