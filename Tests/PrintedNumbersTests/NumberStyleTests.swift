import Algebra
import TestSupport
import Testing

@testable import PrintedNumbers

@Suite struct NumberStyleTests {
  @Test(
    arguments: [
      // Short where the number ends sooner; the 16th digit is noise.
      (0.41000000000000003, 5, "0.41"), (0.1 + 0.2, 5, "0.3"), (4, 5, "4"), (-0.2, 5, "-0.2"),
      (0.00001, 5, "1e-05"), (0.0001, 5, "0.0001"),
      // Else the lesson's decimals.
      (0.6010878788483698, 5, "0.60109"), (1.019774193258894, 5, "1.01977"), (0.410003, 5, "0.41000"),
      (45.83280036633346, 3, "45.833"), (0.6010878788483698, 12, "0.601087878848"),
      (0.99999999, 5, "1.00000"),
      (1234.5678, 1, "1234.6"),
      // Where these leave fewer than three digits, three digits; an exponent only below 1e-4.
      (-0.0004916419617572631, 5, "-0.000492"), (0.00004916419617572631, 5, "4.92e-05"),
      (0.000049164196, 8, "4.916e-05"), (0.000099996, 5, "0.000100"), (0.010416, 3, "0.0104"),
      (0.001108057959981365, 5, "0.00111"),
      (0.00099951, 5, "0.00100"),
      (1.5e-7 / 3.1, 5, "4.84e-08"), (0.5253, 2, "0.525"), (12.34, 0, "12.3"), (1e-7, 5, "1e-07"),
      (2.5e-9, 5, "2.5e-09"), (Double.leastNonzeroMagnitude, 5, "5e-324"), (1234.5678, 0, "1235"),
      // Zero has no sign; large numbers have an exponent.
      (0, 5, "0"), (-0.0, 5, "0"), (1e15, 5, "1e+15"), (123_456_789_012_345, 5, "123456789012345"),
      (1.23456789e20 / 3, 5, "4.11523e+19"),
    ] as [(Double, Int, String)])
  func `a computed number is shown with the lesson's decimals, rounded`(
    value: Double, decimals: Int, expected: String
  ) {
    #expect(NumberStyle(decimals: decimals, shortening: .rounded).number(value).text == expected)
  }

  @Test(arguments: [
    (0.6010878788483698, "0.60108"), (-0.0004916419617572631, "-0.000491"), (0.00110805, "0.00110"),
    (0.29, "0.29"),
    (0.99999999, "0.99999"), (-1.263068520306805, "-1.26306"), (0.28999999999999998, "0.29"),
  ])
  func `a computed number is shown cut off where the lesson says so`(value: Double, expected: String) {
    #expect(NumberStyle(decimals: 5, shortening: .cutOff).number(value).text == expected)
  }

  @Test(arguments: [
    ("0.50", "0.50"), ("0.00001", "0.00001"), ("-0.20", "-0.20"), ("007", "007"),
    // One form of exponents, typed or computed, and none where a computed number has none.
    ("1e-7", "1e-07"), ("1E-07", "1e-07"), ("2.50e-3", "0.0025"), ("1e17", "1e+17"), ("1e5", "100000"),
    // Binary arithmetic has no such number.
    ("9007199254740993", "9007199254740992"), ("12345678901234567890", "12345678901234567168"),
    ("9007199254740992", "9007199254740992"), ("0.12345678901234567890", "0.12345678901234567890"),
  ])
  func `a typed number is shown as it is typed, with one form of exponents`(text: String, expected: String) {
    #expect(NumberStyle.literalText(text, value: Double(text) ?? 0) == expected)
  }

  @Test func `a shown number has the value of its digits`() {
    let number = NumberStyle(decimals: 2, shortening: .rounded).number(45.83280036633346)
    #expect(number.value == 45.83)
  }

  @Test func `shown digits with a point agree with the number by the number rule, whatever the number`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<8_000 {
      let exponent = Double(Int.random(in: -20...20, using: &random))
      var value = Double.random(in: -1...1, using: &random)
      for _ in 0..<Int(abs(exponent)) { value *= exponent < 0 ? 0.1 : 10 }
      for shortening in [DecimalDigits.Shortening.rounded, .cutOff] {
        let style = NumberStyle(decimals: Int.random(in: 1...12, using: &random), shortening: shortening)
        let text = style.number(value).text ?? ""
        #expect(NumberRule.agreement(of: value, with: text) != nil, "\(value) as \(text)")
        #expect(text.utf8.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count <= 32)
      }
    }
  }
}
