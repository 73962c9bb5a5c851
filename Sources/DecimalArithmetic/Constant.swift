/// A constant that functions are worked out with, in units of so many decimals.
///
/// It is worked out once to the few digits that nearly every line takes, and once to as many as the lines of very large and
/// very small numbers take; where fewer are wanted, it is cut off.
private struct Constant: Sendable {
  private let fixed: FixedPoint
  private let units: WholeNumber

  private init(decimals: Int, _ series: (FixedPoint) -> WholeNumber) {
    fixed = FixedPoint(decimals: decimals)
    units = series(fixed)
  }

  /// Bounds of it with so many digits.
  func enclosure(digits: Int) -> Enclosure {
    let cut = FixedPoint(decimals: Constant.decimals(digits))
    // Each of its series has fewer terms than decimals, each term is off by less than two units, and the series are
    // multiplied by no more than 100 taken together.
    return cut.enclosure(
      of: units.droppingDigits(fixed.decimals - cut.decimals).kept, error: 300 * (cut.decimals + 10),
      digits: digits)
  }

  private static func decimals(_ digits: Int) -> Int { digits + 6 }

  private static let (fewDigits, manyDigits) = (110, 1_200)

  // MARK: - π

  private static let pi = Constant(decimals: decimals(fewDigits), series(ofPi:))
  private static let longPi = Constant(decimals: decimals(manyDigits), series(ofPi:))

  /// π to so many digits at least.
  static func pi(digits: Int) -> Constant {
    if digits <= fewDigits { return pi }
    return digits <= manyDigits ? longPi : Constant(decimals: decimals(digits), series(ofPi:))
  }

  /// Machin's formula.
  private static func series(ofPi fixed: FixedPoint) -> WholeNumber {
    let fifth = fixed.inverseTangent(ofOneOver: 5, hyperbolic: false) * WholeNumber(16)
    return fifth - fixed.inverseTangent(ofOneOver: 239, hyperbolic: false) * WholeNumber(4)
  }

  // MARK: - The natural logarithm of 10

  private static let logarithmOfTen = Constant(decimals: decimals(fewDigits), series(ofLogarithmOfTen:))
  private static let longLogarithmOfTen = Constant(decimals: decimals(manyDigits), series(ofLogarithmOfTen:))

  /// The natural logarithm of 10 to so many digits at least.
  static func logarithmOfTen(digits: Int) -> Constant {
    if digits <= fewDigits { return logarithmOfTen }
    return digits <= manyDigits
      ? longLogarithmOfTen : Constant(decimals: decimals(digits), series(ofLogarithmOfTen:))
  }

  /// 46·artanh(1/31) + 34·artanh(1/49) + 20·artanh(1/161).
  private static func series(ofLogarithmOfTen fixed: FixedPoint) -> WholeNumber {
    [(46, 31), (34, 49), (20, 161)].reduce(WholeNumber(0)) { sum, part in
      sum + WholeNumber(part.0) * fixed.inverseTangent(ofOneOver: part.1, hyperbolic: true)
    }
  }
}

extension Enclosure {
  /// π.
  public static func pi(digits: Int) -> Enclosure { Constant.pi(digits: digits).enclosure(digits: digits) }

  /// The natural logarithm of 10.
  static func logarithmOfTen(digits: Int) -> Enclosure {
    Constant.logarithmOfTen(digits: digits).enclosure(digits: digits)
  }
}
