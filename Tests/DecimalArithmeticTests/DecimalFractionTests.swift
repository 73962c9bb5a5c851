import TestSupport
import Testing

@testable import DecimalArithmetic

@Suite struct DecimalFractionTests {
  private func number(_ text: String) -> DecimalFraction { DecimalFraction(text) }

  @Test func `sums, differences and products are exact`() {
    #expect(number("0.1") + number("0.2") == number("0.3"))
    #expect(number("1e300") + number("1e-300") - number("1e300") == number("1e-300"))
    #expect(number("-1.5e-200") * number("0.20") == number("-3e-201"))
    #expect(
      number("123456789012345678901234567890") * number("-987654321098765432109876543210")
        == number("-121932631137021795226185032733622923332237463801111263526900"))
    #expect(number("1e17") + number("1") - number("1e17") == number("1"))
    #expect(number("0.50") == number("0.5"))
    #expect(number("-0.3") < number("0.2"))
  }

  @Test func `a quotient times its divisor, and the rest, is the dividend`() {
    var random = SplitMix64(seed: 5)
    func whole(_ digits: Int) -> WholeNumber {
      // Many digits 0 and 9, where a guess at a digit of the quotient goes wrong.
      WholeNumber(
        digits: (0..<digits).map { _ in
          let drawn = UInt8.random(in: 0...15, using: &random)
          return drawn < 10 ? drawn : drawn < 13 ? 0 : 9
        })
    }
    for _ in 0..<3_000 {
      let dividend = whole(Int.random(in: 0...80, using: &random))
      let divisor = whole(Int.random(in: 1...45, using: &random)) + WholeNumber(1)
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      #expect(remainder < divisor)
      #expect(quotient * divisor + remainder == dividend)
      let count = Int.random(in: 0...90, using: &random)
      let unit = WholeNumber(powerOfTen: count)
      #expect(divisor.appendingZeros(count) == divisor * unit)
      let (kept, wereZeros) = dividend.droppingDigits(count)
      #expect(kept == dividend.quotientAndRemainder(dividingBy: unit).quotient)
      #expect(wereZeros == (kept * unit == dividend))
      let root = dividend.squareRoot
      #expect(root * root <= dividend)
      #expect(dividend < (root + WholeNumber(1)) * (root + WholeNumber(1)))
    }
  }

  @Test(arguments: [
    ("123456", 3, "123000", "124000"), ("-123456", 3, "-124000", "-123000"), ("0.999", 2, "0.99", "1"),
    ("5", 3, "5", "5"),
  ])
  func `a number is shortened down or up`(text: String, digits: Int, low: String, high: String) {
    #expect(number(text).shortened(to: digits, up: false) == number(low))
    #expect(number(text).shortened(to: digits, up: true) == number(high))
  }

  @Test(arguments: [("2.5", "2"), ("-2.5", "-3"), ("-3", "-3"), ("0.2", "0"), ("7e3", "7000")])
  func `the whole number below`(text: String, floor: String) {
    #expect(number(text).floor == number(floor))
  }
}

extension DecimalFraction {
  /// The number that is written as `text`.
  init(_ text: String) {
    let parts = text.split(separator: "e")
    let point = parts[0].split(separator: ".")
    let digits = point.joined().utf8.filter { $0 != UInt8(ascii: "-") }.map { $0 - UInt8(ascii: "0") }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(
      isNegative: text.hasPrefix("-"), digits: digits,
      exponent: exponent - (point.count > 1 ? point[1].count : 0))
  }
}
