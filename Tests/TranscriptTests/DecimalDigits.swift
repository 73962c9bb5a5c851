/// A number as its decimal digits, so that rounding and cutting off are exact.
struct DecimalDigits: Equatable {
  /// Whether the number is below zero.
  private(set) var isNegative: Bool
  /// The digits, the first of them not 0; empty for zero.
  private(set) var digits: [Int]
  /// The power of ten of the last digit: 160 with place −5 is 0.00160.
  private(set) var place: Int

  /// How a number is made shorter.
  enum Shortening: CaseIterable {
    /// To the nearest, ties away from zero.
    case rounding
    /// Toward zero.
    case cutting
  }

  /// Whether all digits are 0.
  var isZero: Bool { digits.isEmpty }

  /// The shortest digits that stand for `value`; `nil` where it is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
  }

  /// The digits of `text`, such as `−0.020504`, `4.92e-04` or `7`; `nil` where it is no number.
  init?(_ text: String) {
    var rest = Substring(text)
    isNegative = rest.first.map { "−-".contains($0) } ?? false
    if isNegative { rest = rest.dropFirst() }

    var exponent = 0
    if let e = rest.firstIndex(of: "e") {
      let power = rest[rest.index(after: e)...].replacing("−", with: "-")
      guard let read = Int(power), abs(read) < 1_000 else { return nil }
      exponent = read
      rest = rest[..<e]
    }

    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }) else { return nil }
    let decimals = parts.count > 1 ? parts[1].count : 0
    digits = Array(parts.joined().compactMap(\.wholeNumberValue).drop { $0 == 0 })
    place = exponent - decimals
  }

  /// The number with `count` significant digits, to the nearest.
  func rounded(toSignificant count: Int) -> DecimalDigits {
    digits.count <= count ? self : shortened(to: place + digits.count - count, by: .rounding)
  }

  /// The number with `newPlace` as its last place; zeros are appended where it is shorter.
  func shortened(to newPlace: Int, by shortening: Shortening) -> DecimalDigits {
    var result = self
    result.place = newPlace
    guard newPlace > place else {
      if !isZero { result.digits += Array(repeating: 0, count: place - newPlace) }
      return result
    }
    let dropped = newPlace - place
    result.digits.removeLast(min(dropped, digits.count))
    let isUpperHalf = dropped <= digits.count && digits[digits.count - dropped] >= 5
    return shortening == .rounding && isUpperHalf ? result.oneUnitFurther : result
  }

  /// The number one unit of its last place further from zero.
  var oneUnitFurther: DecimalDigits {
    var result = self
    var index = digits.count - 1
    while index >= 0, result.digits[index] == 9 {
      result.digits[index] = 0
      index -= 1
    }
    if index >= 0 { result.digits[index] += 1 } else { result.digits.insert(1, at: 0) }
    return result
  }

  /// Whether both are the same number shown to the same place; the sign of a zero does not matter.
  static func == (one: DecimalDigits, other: DecimalDigits) -> Bool {
    one.digits == other.digits && one.place == other.place
      && (one.isNegative == other.isNegative || one.isZero)
  }
}
