/// Two bounds between which a number lies for certain: what is known of a number that has no end in decimals.
///
/// Every operation widens the bounds as far as it takes for that to stay true, and no further than the digits that
/// are worked with make necessary. What can be worked out exactly with so many digits is exact: both bounds are the number.
///
/// An operation gives `nil` where it has no value for some number between the bounds, as a quotient by 0, or where the
/// value is too large to be worked with.
public struct Enclosure: Sendable {
  /// The number is not below this.
  public let low: DecimalFraction
  /// The number is not above this.
  public let high: DecimalFraction
  /// How many digits of the bounds are kept.
  public let digits: Int

  /// A number that is known exactly; what is worked out from it is worked out with so many digits.
  public init(_ number: DecimalFraction, digits: Int) {
    self.low = number
    self.high = number
    self.digits = digits
  }

  /// The bounds, made shorter outward.
  init(_ low: DecimalFraction, _ high: DecimalFraction, digits: Int) {
    self.low = low.shortened(to: digits, up: false).atLeastTiny(up: false)
    self.high = high.shortened(to: digits, up: true).atLeastTiny(up: true)
    self.digits = digits
  }

  init(_ whole: Int, digits: Int) { self.init(DecimalFraction(whole), digits: digits) }

  /// Whether the number may be 0.
  public var mayBeZero: Bool { !isPositive && !isNegative }
  /// Whether the number is above 0 for certain.
  public var isPositive: Bool { !low.isNegative && !low.isZero }
  /// Whether the number is below 0 for certain.
  public var isNegative: Bool { high.isNegative }
  /// The larger of the bounds' distances from 0.
  public var magnitude: DecimalFraction { max(low.absolute, high.absolute) }
  /// How far the bounds are apart.
  public var width: DecimalFraction { high - low }

  /// The numbers between the bounds of both, and between the two.
  func joined(with other: Enclosure) -> Enclosure {
    Enclosure(min(low, other.low), max(high, other.high), digits: digits)
  }

  /// The same with another count of digits to work with.
  func with(digits: Int) -> Enclosure { Enclosure(low, high, digits: digits) }

  /// What a function that rises makes of it, given what it makes of the bounds.
  func rising(_ value: (DecimalFraction, _ digits: Int) -> Enclosure?) -> Enclosure? {
    guard let first = value(low, digits) else { return nil }
    guard low != high else { return first }
    return value(high, digits).map { Enclosure(first.low, $0.high, digits: digits) }
  }
}

extension DecimalFraction {
  /// Numbers nearer to 0 than 1e-9000 are taken for numbers from there to 1e-8000: nothing that is printed tells them
  /// apart.
  fileprivate func atLeastTiny(up: Bool) -> DecimalFraction {
    guard !isZero, pointPosition < -8_000 else { return self }
    return DecimalFraction(
      isNegative: isNegative, WholeNumber(1), exponent: up != isNegative ? -8_000 : -9_000)
  }
}

// MARK: - Arithmetic

extension Enclosure {
  /// No number that is worked with has so many digits before the point: they would fill the memory.
  static let maxDigitsBeforePoint = 20_000

  /// The number with its sign changed.
  public static prefix func - (number: Enclosure) -> Enclosure {
    Enclosure(-number.high, -number.low, digits: number.digits)
  }

  /// The sum.
  public static func + (one: Enclosure, other: Enclosure) -> Enclosure {
    Enclosure(one.low + other.low, one.high + other.high, digits: one.digits)
  }

  /// The difference.
  public static func - (one: Enclosure, other: Enclosure) -> Enclosure { one + -other }

  /// The product.
  public static func * (one: Enclosure, other: Enclosure) -> Enclosure? {
    let products =
      one.low == one.high && other.low == other.high
      ? [one.low * other.low]
      : [one.low * other.low, one.low * other.high, one.high * other.low, one.high * other.high]
    guard let low = products.min(), let high = products.max() else { return nil }
    guard max(low.pointPosition, high.pointPosition) < maxDigitsBeforePoint else { return nil }
    return Enclosure(low, high, digits: one.digits)
  }

  /// The quotient.
  public static func / (one: Enclosure, other: Enclosure) -> Enclosure? {
    guard !other.mayBeZero else { return nil }
    let bounds = [one.low, one.high].flatMap { upper in
      [other.low, other.high].map { upper.divided(by: $0, digits: one.digits) }
    }
    guard let low = bounds.map(\.low).min(), let high = bounds.map(\.high).max() else { return nil }
    guard max(low.pointPosition, high.pointPosition) < maxDigitsBeforePoint else { return nil }
    return Enclosure(low, high, digits: one.digits)
  }

  /// The number to the power of `exponent`; 1 wherever that is 0.
  public func raised(to exponent: Enclosure) -> Enclosure? {
    if exponent.low == exponent.high, let whole = exponent.low.whole(upTo: 100_000) {
      return raised(to: whole)
    }
    if low == high, low.isZero, exponent.isPositive { return self }
    if isNegative, exponent.low == exponent.high, exponent.low.floor == exponent.low {
      guard let power = (-self).raised(to: exponent) else { return nil }
      return exponent.low.isEven ? power : -power
    }
    guard isPositive, let logarithm = naturalLogarithm() else { return nil }
    return (logarithm * exponent)?.exponential()
  }

  private func raised(to exponent: Int) -> Enclosure? {
    guard exponent >= 0 else {
      return raised(to: -exponent).flatMap { Enclosure(1, digits: digits) / $0 }
    }
    var power = Enclosure(1, digits: digits)
    // By magnitude, so that an even power of what may be 0 is not taken for negative.
    for bit in String(exponent, radix: 2) {
      guard let square = power.square else { return nil }
      guard let next = bit == "1" ? square * self : square else { return nil }
      power = next
    }
    return power
  }

  private var square: Enclosure? {
    guard let square = self * self else { return nil }
    return mayBeZero ? Enclosure(DecimalFraction(0), square.high, digits: digits) : square
  }

  /// The square root.
  public func squareRoot() -> Enclosure? {
    guard !low.isNegative else { return nil }
    return Enclosure(
      low.squareRoot(digits: digits).low, high.squareRoot(digits: digits).high, digits: digits)
  }
}

// MARK: - Jumps and kinks

extension Enclosure {
  /// The number without its sign.
  public func absolute() -> Enclosure {
    if isNegative { return -self }
    return mayBeZero ? Enclosure(DecimalFraction(0), magnitude, digits: digits) : self
  }

  /// −1, 0 or 1, as its sign is.
  public func sign() -> Enclosure {
    func sign(_ number: DecimalFraction) -> DecimalFraction {
      DecimalFraction(number.isZero ? 0 : number.isNegative ? -1 : 1)
    }
    return Enclosure(sign(low), sign(high), digits: digits)
  }

  /// The largest whole number that is not above it.
  public func floor() -> Enclosure { Enclosure(low.floor, high.floor, digits: digits) }

  /// `first` where the number is from 0 on, else `second`; what lies between both where that is not known.
  public func chosen(fromZero first: Enclosure, below second: Enclosure) -> Enclosure {
    if !low.isNegative { return first }
    return isNegative ? second : first.joined(with: second)
  }

  /// The larger of both.
  public func larger(_ other: Enclosure) -> Enclosure {
    Enclosure(max(low, other.low), max(high, other.high), digits: digits)
  }

  /// The smaller of both.
  public func smaller(_ other: Enclosure) -> Enclosure {
    Enclosure(min(low, other.low), min(high, other.high), digits: digits)
  }

  /// The product of the whole numbers up to the number, which must be one from 0 to 170.
  public func factorial() -> Enclosure? {
    guard low == high, let whole = low.whole(upTo: 170), whole >= 0 else { return nil }
    let product = (0..<whole).reduce(DecimalFraction(1)) { $0 * DecimalFraction($1 + 1) }
    return Enclosure(product, product, digits: digits)
  }
}
