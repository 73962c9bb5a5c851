/// A number that ends after some decimals, exactly: a whole number times a power of ten.
///
/// Sums, differences and products are exact, whatever digits they have.
public struct DecimalFraction: Sendable {
  /// Whether it is below 0.
  public let isNegative: Bool
  let magnitude: WholeNumber
  /// The power of ten that the magnitude is multiplied by.
  let exponent: Int

  init(isNegative: Bool = false, _ magnitude: WholeNumber, exponent: Int = 0) {
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
    self.exponent = magnitude.isZero ? 0 : exponent
  }

  /// The number with these digits, each 0 to 9, of which the last is worth ten to the power `exponent`.
  public init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.init(isNegative: isNegative, WholeNumber(digits: digits), exponent: exponent)
  }

  /// A whole number.
  public init(_ whole: Int) { self.init(isNegative: whole < 0, WholeNumber(abs(whole))) }

  /// The digits, the highest first, of which the last is worth ten to the power of the second.
  public var digits: (digits: [UInt8], exponent: Int) { (magnitude.digits, exponent) }

  /// Whether it is 0.
  public var isZero: Bool { magnitude.isZero }

  /// The power of ten of the place before its first digit: 1 for 5, −2 for 0.005; of no meaning for 0.
  public var pointPosition: Int { magnitude.digitCount + exponent }

  /// The number without its sign.
  public var absolute: DecimalFraction { DecimalFraction(magnitude, exponent: exponent) }

  /// The whole number that it is; `nil` where it is none, or above `bound`.
  func whole(upTo bound: Int) -> Int? {
    guard !isZero else { return 0 }
    guard pointPosition <= 18 else { return nil }
    var whole = 0
    let digits = magnitude.digits
    for place in 0..<max(pointPosition, digits.count) {
      let digit = place < digits.count ? Int(digits[place]) : 0
      if place < pointPosition { whole = whole * 10 + digit } else if digit != 0 { return nil }
    }
    return whole <= bound ? (isNegative ? -whole : whole) : nil
  }

  /// Whether a whole number is even.
  var isEven: Bool { exponent > 0 || (magnitude.digits.dropLast(-exponent).last ?? 0) % 2 == 0 }

  /// The largest whole number that is not above it.
  var floor: DecimalFraction {
    guard exponent < 0 else { return self }
    let (whole, isWhole) = magnitude.droppingDigits(-exponent)
    return DecimalFraction(
      isNegative: isNegative, isNegative && !isWhole ? whole + WholeNumber(1) : whole)
  }

  /// The number with at most `count` digits: the nearest such number that is not above it, or not below it.
  func shortened(to count: Int, up: Bool) -> DecimalFraction {
    let dropped = magnitude.digitCount - count
    guard dropped > 0 else { return self }
    let (kept, isExact) = magnitude.droppingDigits(dropped)
    let isFurther = !isExact && up != isNegative
    return DecimalFraction(
      isNegative: isNegative, isFurther ? kept + WholeNumber(1) : kept, exponent: exponent + dropped)
  }
}

extension DecimalFraction: Comparable {
  /// Whether both are the same number, however they are held.
  public static func == (one: DecimalFraction, other: DecimalFraction) -> Bool { (one - other).isZero }

  /// Whether the first is below the second.
  public static func < (one: DecimalFraction, other: DecimalFraction) -> Bool { (one - other).isNegative }
}

extension DecimalFraction {
  /// The number with its sign changed.
  public static prefix func - (number: DecimalFraction) -> DecimalFraction {
    DecimalFraction(isNegative: !number.isNegative, number.magnitude, exponent: number.exponent)
  }

  /// The exact sum.
  public static func + (one: DecimalFraction, other: DecimalFraction) -> DecimalFraction {
    if one.isZero { return other }
    if other.isZero { return one }
    let exponent = min(one.exponent, other.exponent)
    let left = one.magnitude.appendingZeros(one.exponent - exponent)
    let right = other.magnitude.appendingZeros(other.exponent - exponent)
    if one.isNegative == other.isNegative {
      return DecimalFraction(isNegative: one.isNegative, left + right, exponent: exponent)
    }
    return left >= right
      ? DecimalFraction(isNegative: one.isNegative, left - right, exponent: exponent)
      : DecimalFraction(isNegative: other.isNegative, right - left, exponent: exponent)
  }

  /// The exact difference.
  public static func - (one: DecimalFraction, other: DecimalFraction) -> DecimalFraction { one + -other }

  /// The exact product.
  public static func * (one: DecimalFraction, other: DecimalFraction) -> DecimalFraction {
    DecimalFraction(
      isNegative: one.isNegative != other.isNegative, one.magnitude * other.magnitude,
      exponent: one.exponent + other.exponent)
  }

  /// The quotient with about `count` digits, next below and next above; the divisor must not be 0.
  func divided(by divisor: DecimalFraction, digits count: Int) -> (
    low: DecimalFraction, high: DecimalFraction
  ) {
    let zeros = max(0, count + divisor.magnitude.digitCount - magnitude.digitCount)
    let (whole, rest) = magnitude.appendingZeros(zeros).quotientAndRemainder(dividingBy: divisor.magnitude)
    let exponent = exponent - zeros - divisor.exponent
    let isNegative = isNegative != divisor.isNegative
    let near = DecimalFraction(isNegative: isNegative, whole, exponent: exponent)
    guard !rest.isZero else { return (near, near) }
    let far = DecimalFraction(isNegative: isNegative, whole + WholeNumber(1), exponent: exponent)
    return isNegative ? (far, near) : (near, far)
  }

  /// The square root with about `count` digits, next below and next above; the number must not be negative.
  func squareRoot(digits count: Int) -> (low: DecimalFraction, high: DecimalFraction) {
    var zeros = max(0, 2 * count - magnitude.digitCount)
    if (exponent - zeros) % 2 != 0 { zeros += 1 }
    let scaled = magnitude.appendingZeros(zeros)
    let root = scaled.squareRoot
    let low = DecimalFraction(root, exponent: (exponent - zeros) / 2)
    guard root * root != scaled else { return (low, low) }
    return (low, DecimalFraction(root + WholeNumber(1), exponent: (exponent - zeros) / 2))
  }
}
