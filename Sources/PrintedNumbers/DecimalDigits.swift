package import DecimalArithmetic

/// A number digit by digit, so that rounding, cutting off and comparing are exact.
///
/// The value is `0.d₁d₂d₃… · 10^pointPosition`, with the sign in front. The first and the last digit are not 0; zero has
/// no digits.
package struct DecimalDigits: Hashable {
  /// Whether a minus stands in front; never of zero.
  private(set) var isNegative: Bool
  /// The digits, each 0 to 9.
  package private(set) var digits: [UInt8]
  /// Where the point stands: behind the digit of this number, before the first when 0 or negative.
  package private(set) var pointPosition: Int

  /// What is done with the digits that are not kept.
  package enum Shortening {
    /// To the nearest, ties away from zero.
    case rounded
    /// Toward zero.
    case cutOff
  }

  /// The digits of a finite number: the fewest that read back to the same value.
  package init(_ value: Double) {
    precondition(value.isFinite, "only finite numbers have digits")
    self =
      DecimalDigits(text: value.description) ?? DecimalDigits(isNegative: false, digits: [], pointPosition: 0)
  }

  /// The digits of a printed number such as `-0.60108` or `4.92e-04`; `nil` when it is none.
  package init?(text: String) {
    let (zero, nine, point) = (UInt8(ascii: "0"), UInt8(ascii: "9"), UInt8(ascii: "."))
    let (small, capital) = (UInt8(ascii: "e"), UInt8(ascii: "E"))
    var digits: [UInt8] = []
    var pointPosition: Int?
    let bytes = Array(text.utf8)
    let isNegative = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-")
    var end = isNegative ? 1 : 0
    while end < bytes.count, bytes[end] != small, bytes[end] != capital {
      let byte = bytes[end]
      if byte >= zero, byte <= nine {
        digits.append(byte - zero)
      } else if byte == point, pointPosition == nil {
        pointPosition = digits.count
      } else {
        return nil
      }
      end += 1
    }
    guard !digits.isEmpty else { return nil }
    var exponent = 0
    if end < bytes.count {
      let text = String(decoding: bytes[(end + 1)...], as: UTF8.self)
      guard let number = Int(text), abs(number) < 1_000_000 else { return nil }
      exponent = number
    }
    self.init(
      isNegative: isNegative, digits: digits, pointPosition: (pointPosition ?? digits.count) + exponent)
  }

  /// The digits of a number that ends after some decimals.
  package init(_ number: DecimalFraction) {
    let (digits, exponent) = number.digits
    self.init(isNegative: number.isNegative, digits: digits, pointPosition: digits.count + exponent)
  }

  private init(isNegative: Bool, digits: [UInt8], pointPosition: Int) {
    var (leading, end) = (0, digits.count)
    while leading < end, digits[leading] == 0 { leading += 1 }
    while leading < end, digits[end - 1] == 0 { end -= 1 }
    self.digits = leading == 0 && end == digits.count ? digits : Array(digits[leading..<end])
    self.isNegative = isNegative && leading < end
    self.pointPosition = leading < end ? pointPosition - leading : 0
  }

  /// The double that is nearest to it.
  package var value: Double { Double(scientificText()) ?? .nan }

  /// The same number without its sign.
  package var magnitude: DecimalDigits {
    DecimalDigits(isNegative: false, digits: digits, pointPosition: pointPosition)
  }

  /// How many digits stand behind the point.
  package var decimals: Int { max(0, digits.count - pointPosition) }

  /// The same number with at most `count` digits.
  package func shortened(toSignificant count: Int, _ shortening: Shortening) -> DecimalDigits {
    guard count < digits.count else { return self }
    guard count >= 0 else { return DecimalDigits(isNegative: false, digits: [], pointPosition: 0) }
    var kept = Array(digits[..<count])
    var point = pointPosition
    if shortening == .rounded && digits[count] >= 5 {
      var index = count - 1
      while index >= 0 && kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 {
        kept[index] += 1
      } else {
        kept.insert(1, at: 0)
        point += 1
      }
    }
    return DecimalDigits(isNegative: isNegative, digits: kept, pointPosition: point)
  }

  /// The same number with at most `count` digits behind the point; a negative count shortens before it.
  package func shortened(toDecimals count: Int, _ shortening: Shortening) -> DecimalDigits {
    shortened(toSignificant: pointPosition + count, shortening)
  }

  /// A number with more digits before the point has an exponent.
  static let maxPlainWholeDigits = 15
  /// A number below 1e-4 has an exponent, with which it is shorter.
  private static let maxZerosBehindPoint = 3

  /// The number as it is shown: plain, or with an exponent where it is below 1e-4 or large; with at least so many
  /// significant digits.
  package func text(significant count: Int = 0) -> String {
    let isPlain = (-Self.maxZerosBehindPoint...Self.maxPlainWholeDigits).contains(pointPosition)
    if isPlain || digits.isEmpty { return fixedText(decimals: max(0, count - pointPosition)) }
    return scientificText(decimals: max(0, count - 1))
  }

  /// `-0.60108`, with at least `decimals` digits behind the point.
  package func fixedText(decimals: Int = 0) -> String {
    let whole = pointPosition > 0 ? digit(0..<pointPosition) : "0"
    let count = max(decimals, self.decimals)
    let fraction = count > 0 ? "." + digit(pointPosition..<pointPosition + count) : ""
    return (isNegative ? "-" : "") + whole + fraction
  }

  /// `4.92e-04`, with at least `decimals` digits behind the mantissa's point.
  package func scientificText(decimals: Int = 0) -> String {
    let count = max(decimals, digits.count - 1)
    let fraction = count > 0 ? "." + digit(1..<1 + count) : ""
    let exponent = digits.isEmpty ? 0 : pointPosition - 1
    let size = String(abs(exponent))
    return (isNegative ? "-" : "") + digit(0..<1) + fraction
      + "e" + (exponent < 0 ? "-" : "+") + (size.count < 2 ? "0" : "") + size
  }

  /// The digits at `places`, with zeros before the first and behind the last.
  private func digit(_ places: Range<Int>) -> String {
    let zero = UInt8(ascii: "0")
    var text: [UInt8] = []
    var place = places.lowerBound
    while place < places.upperBound {
      text.append(place >= 0 && place < digits.count ? zero + digits[place] : zero)
      place += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
