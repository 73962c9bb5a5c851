/// An exact fraction in lowest terms, with what is remembered of how its author wrote it.
///
/// Arithmetic that leaves the bound answers `nil`: the numbers then stay apart. Two are equal when their values are.
struct Rational: Hashable {
  /// The numerator, with the sign.
  let numerator: Int
  /// The denominator, above 0.
  let denominator: Int
  /// Whether a number with a point went into it, so that it is shown with one.
  let isDecimal: Bool
  /// The number that the author typed, if the fraction is still that number but for its sign.
  let literal: Number?

  /// Below 2^53, so that both parts are doubles without rounding.
  static let bound = 1_000_000_000_000_000
  static let zero = Rational(0)
  static let one = Rational(1)

  /// A whole number within the bound.
  init(_ whole: Int) {
    numerator = whole
    denominator = 1
    isDecimal = false
    literal = nil
  }

  /// A fraction, reduced; `nil` when the denominator is 0 or a part is beyond the bound.
  init?(_ numerator: Int, over denominator: Int, isDecimal: Bool = false, literal: Number? = nil) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let top = Int(numerator.magnitude / divisor)
    let bottom = Int(denominator.magnitude / divisor)
    guard top <= Rational.bound, bottom <= Rational.bound else { return nil }
    self.numerator = (numerator < 0) == (denominator < 0) ? top : -top
    self.denominator = bottom
    self.isDecimal = isDecimal
    self.literal = literal
  }

  var isZero: Bool { numerator == 0 }
  var isNegative: Bool { numerator < 0 }
  var isOne: Bool { numerator == 1 && denominator == 1 }
  var isUnit: Bool { numerator.magnitude == 1 && denominator == 1 }
  var whole: Int? { denominator == 1 ? numerator : nil }

  static func == (one: Rational, other: Rational) -> Bool {
    one.numerator == other.numerator && one.denominator == other.denominator
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }

  private static func greatestCommonDivisor(_ one: UInt, _ other: UInt) -> UInt {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return max(one, 1)
  }
}

// MARK: - Arithmetic

extension Rational {
  var negated: Rational { times(-1) }
  var magnitude: Rational { isNegative ? negated : self }

  /// The fraction with its sign changed or kept, for a `sign` of −1 or 1.
  func times(_ sign: Int) -> Rational {
    Rational(sign * numerator, over: denominator, isDecimal: isDecimal, literal: literal) ?? self
  }

  func multiplied(by other: Rational) -> Rational? {
    if isUnit { return other.times(numerator) }
    if other.isUnit { return times(other.numerator) }
    let (top, topOverflows) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, bottomOverflows) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !topOverflows, !bottomOverflows else { return nil }
    return Rational(top, over: bottom, isDecimal: isDecimal || other.isDecimal)
  }

  func adding(_ other: Rational) -> Rational? {
    let (left, leftOverflows) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, rightOverflows) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, bottomOverflows) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !leftOverflows, !rightOverflows, !bottomOverflows else { return nil }
    let (top, topOverflows) = left.addingReportingOverflow(right)
    return topOverflows ? nil : Rational(top, over: bottom, isDecimal: isDecimal || other.isDecimal)
  }

  /// `nil` for 0.
  var inverse: Rational? {
    isUnit ? self : Rational(denominator, over: numerator, isDecimal: isDecimal)
  }

  /// The fraction to a whole power; `nil` also for 0 to a negative one.
  func raised(to exponent: Int) -> Rational? {
    guard exponent >= 0 else { return raised(to: -exponent)?.inverse }
    if isUnit { return isNegative && exponent % 2 == 1 ? self : magnitude }
    var result: Rational? = .one
    var square: Rational? = self
    var remaining = exponent
    while remaining > 0 {
      if remaining % 2 == 1 { result = square.flatMap { square in result?.multiplied(by: square) } }
      remaining /= 2
      if remaining > 0 { square = square.flatMap { $0.multiplied(by: $0) } }
      if result == nil || square == nil { return nil }
    }
    return result
  }
}

// MARK: - Digits

extension Rational {
  /// The exact value of a number's digits: 0.1 is 1/10. `nil` for `pi` and for what is beyond the bound.
  init?(_ number: Number) {
    let digits = number.magnitude.digits
    guard let (mantissa, scale) = Rational.decimal(digits), Double(digits) == number.magnitude.value else {
      return nil
    }
    let (top, bottom) = mantissa == 0 ? (1, 1) : (Rational.powerOfTen(scale), Rational.powerOfTen(-scale))
    guard let top, let bottom else { return nil }
    let (scaled, overflows) = mantissa.multipliedReportingOverflow(by: top)
    guard !overflows else { return nil }
    let isWhole = digits.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    self.init(
      number.isNegative ? -scaled : scaled, over: bottom, isDecimal: !isWhole,
      literal: number.text == nil ? nil : number.magnitude)
  }

  /// The number that shows the magnitude with a point, if it has finitely many digits and no more than 15.
  var decimal: Number? {
    var rest = denominator
    var (twos, fives) = (0, 0)
    while rest.isMultiple(of: 2) { (rest, twos) = (rest / 2, twos + 1) }
    while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
    guard rest == 1 else { return nil }
    var digits = Int(numerator.magnitude)
    let missing =
      Array(repeating: 2, count: max(fives - twos, 0)) + Array(repeating: 5, count: max(twos - fives, 0))
    for prime in missing {
      digits *= prime
      if digits > Rational.bound { return nil }
    }
    let value = Double(numerator.magnitude) / Double(denominator)
    return Number(value, text: Number.shortestDigits(of: value))
  }

  /// The digits of a decimal number as a whole number, and the power of ten that it is to be multiplied by.
  private static func decimal(_ digits: String) -> (mantissa: Int, scale: Int)? {
    let parts = digits.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2 else { return nil }
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
    let pieces = first.split(separator: ".", omittingEmptySubsequences: false)
    guard let exponent, exponent.magnitude < 1_000, pieces.count <= 2 else { return nil }
    let fraction = pieces.count == 2 ? pieces[1] : ""
    guard let mantissa = Int(pieces[0] + fraction), mantissa >= 0 else { return nil }
    return (mantissa, exponent - fraction.utf8.count)
  }

  /// 10 to the power of `exponent`, 1 for a negative one; `nil` beyond the bound.
  private static func powerOfTen(_ exponent: Int) -> Int? {
    guard exponent <= 15 else { return nil }
    return (0..<max(exponent, 0)).reduce(1) { power, _ in power * 10 }
  }
}
