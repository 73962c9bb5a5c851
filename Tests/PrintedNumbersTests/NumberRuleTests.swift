import Algebra
import TestSupport
import Testing

@testable import PrintedNumbers

@Suite struct NumberRuleTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let computed: Double
    let printed: String
    let expected: NumberRule.Agreement?

    init(_ computed: Double, _ printed: String, _ expected: NumberRule.Agreement?) {
      self.computed = computed
      self.printed = printed
      self.expected = expected
    }

    var testDescription: String { "\(computed) against \(printed)" }
  }

  @Test(arguments: [
    // Rounding, cutting off, both, neither.
    Row(0.6010878788483698, "0.60109", .rounded),
    Row(0.6010878788483698, "0.60108", .cutOff),
    Row(0.6153837563911822, "0.61538", .rounded),
    Row(0.6010878788483698, "0.60107", nil),
    Row(0.6010878788483698, "0.60110", nil),
    Row(0.08020312429316064, "0.082", nil),
    Row(0.08020312429316064, "0.080", .rounded),
    Row(-0.0004916419617572631, "-0.00049", .rounded),
    Row(-0.0176065259091554, "-0.01760", .cutOff),
    Row(-0.0176065259091554, "0.01760", nil),
    // The noise of binary arithmetic is rounded away first.
    Row(0.1 + 0.2, "0.3", .exact),
    Row(0.41000000000000003, "0.41", .exact),
    Row(0.28999999999999998, "0.29", .exact),
    Row(0.28999999999999998, "0.2", .cutOff),
    // Trailing zeros count.
    Row(0.41, "0.410", .exact),
    Row(0.4149, "0.410", nil),
    Row(0.4104, "0.410", .rounded),
    // With an exponent the digits are the mantissa's.
    Row(4.916419617572631e-4, "4.92e-04", .rounded),
    Row(4.916419617572631e-4, "4.91e-4", .cutOff),
    Row(4.916419617572631e-4, "5e-4", .rounded),
    Row(4.916419617572631e-4, "4.90e-4", nil),
    Row(12345.6, "1.23e+04", .rounded),
    Row(12399, "1.23e4", .cutOff),
    // Without point or exponent a number is exact.
    Row(2, "2", .exact),
    Row(2.0000000001, "2", .exact),
    Row(2.00001, "2", nil),
    Row(1.7, "2", nil),
    Row(3_000_000_000.5, "3000000000", .exact),
    // Of more than 14 significant digits the first 14 count: other programs print up to 17.
    Row(0.593269992107187, "0.593269992107187", .exact),
    Row(0.593269992107187, "0.5932699921071872", .exact),
    Row(0.593269992107187, "0.59326999210719", .exact),
    Row(0.593269992107187, "0.59326999210720", nil),
    Row(0.593269992107187, "0.593269992107207", nil),
    Row(0.593269992107187, "0.593269992107167", nil),
    Row(1.0 / 3, "0.3333333333333333", .exact),
    Row(1.0 / 3, "0.333333333333333314829616256247", .exact),
    Row(-1.0 / 3, "-0.3333333333333333", .exact),
    Row(1.0 / 3, "0.33333333333343333", nil),
    Row(0.1 + 0.2, "0.30000000000000004", .exact),
    Row(2.0 / 3, "0.6666666666666666", .exact),
    Row(2.0 / 3, "0.666666666666667", .exact),
    Row(4.916419617572631e-4, "4.916419617572631e-04", .exact),
    Row(0.1234567890123449999, "0.123456789012345", .exact),
    // A printed zero with decimals is met by rounding only.
    Row(0.0049, "0.00", .rounded),
    Row(0.0051, "0.00", nil),
    Row(-0.0049, "0.00", .rounded),
    Row(0, "0.00", .exact),
    Row(-0.0, "0", .exact),
    Row(0.099999, "0.1", .rounded),
    Row(0.99999, "1.00", .rounded),
    Row(9.9999e-5, "1.00e-04", .rounded),
    Row(.nan, "0.5", nil),
    Row(.infinity, "1e308", nil),
  ])
  func `a computed value agrees with a printed number by rounding or by cutting off`(row: Row) {
    #expect(NumberRule.agreement(of: row.computed, with: row.printed) == row.expected)
  }

  @Test func `what other programs print of a value is met by it`() {
    var random = SplitMix64(seed: 5)
    for index in 0..<1000 {
      let value = Double.random(in: -1...1, using: &random) * [1e-6, 1, 1e9][index % 3]
      #expect(NumberRule.agreement(of: value, with: "\(value)") == .exact, "\(value)")
      let digits = DecimalDigits(value)
      for count in 15...17 {
        for shortening in [DecimalDigits.Shortening.rounded, .cutOff] {
          let text = digits.shortened(toSignificant: count, shortening).scientificText()
          #expect(NumberRule.agreement(of: value, with: text) == .exact, "\(value) as \(text)")
        }
      }
      // Two units of the 14th digit are seen.
      let other = DecimalDigits(value * (1 + 2.1e-13)).scientificText()
      #expect(NumberRule.agreement(of: value, with: other) == nil, "\(value) as \(other)")
    }
  }

  @Test(arguments: [
    (0.6010878788483698, "0.60108", "0.60109"),
    (12345.6, "1.2e4", "1.2e+04"),
    (0.99999, "0.99", "1.00"),
  ])
  func `the rounded number has the digits of the printed one`(
    computed: Double, printed: String, expected: String
  ) {
    #expect(NumberRule.rounded(computed, like: printed).text == expected)
  }

  @Test func `a tolerance includes its own bounds`() {
    #expect(NumberRule.isWithin(0.01, of: 0.6, 0.61))
    #expect(!NumberRule.isWithin(0.01, of: 0.6, 0.61001))
  }
}
