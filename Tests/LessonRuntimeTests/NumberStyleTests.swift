import Algebra
import TestSupport
import Testing
import Transcript

@testable import LessonRuntime

@Suite struct NumberStyleTests {
  @Test(
    arguments: [
      // Short where the number ends sooner; the 16th digit is noise.
      (0.41000000000000003, 5, "0.41"), (0.1 + 0.2, 5, "0.3"), (4, 5, "4"), (-0.2, 5, "-0.2"),
      (0.00001, 5, "0.00001"),
      // Else the lesson's decimals.
      (0.6010878788483698, 5, "0.60109"), (1.019774193258894, 5, "1.01977"), (0.410003, 5, "0.41000"),
      (45.83280036633346, 3, "45.833"), (0.6010878788483698, 12, "0.601087878848"),
      (0.99999999, 5, "1.00000"),
      (1234.5678, 1, "1234.6"),
      // Where these leave fewer than three digits, three digits and an exponent.
      (-0.0004916419617572631, 5, "-4.92e-04"), (0.001108057959981365, 5, "0.00111"),
      (0.00099951, 5, "0.00100"),
      (1.5e-7 / 3.1, 5, "4.84e-08"), (0.5253, 2, "5.25e-01"), (12.34, 0, "1.23e+01"), (1e-7, 5, "1e-07"),
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
    (0.6010878788483698, "0.60108"), (-0.0004916419617572631, "-4.91e-04"), (0.00110805, "0.00110"),
    (0.29, "0.29"),
    (0.99999999, "0.99999"), (-1.263068520306805, "-1.26306"), (0.28999999999999998, "0.29"),
  ])
  func `a computed number is shown cut off where the lesson says so`(value: Double, expected: String) {
    #expect(NumberStyle(decimals: 5, shortening: .cutOff).number(value).text == expected)
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

@Suite struct GuardDigitsTests {
  private let style = NumberStyle(decimals: 5, shortening: .rounded)

  private func open(_ value: Double) -> Formula { .number(Number(value)) }

  @Test func `operands get one more digit each until the line is true`() {
    let line = Formula.sum(of: [
      .init(.plus, open(0.3333361)), .init(.plus, open(-0.1000044)),
    ])
    let shown = style.guarded(line, result: style.number(0.2333317))
    #expect(shown.relation == .equals)
    #expect(shown.formula.text(.unicode) == "0.333336 + (−0.100004)")
  }

  @Test func `operands keep the lesson's digits where these do`() {
    let line = Formula.product(of: [.init(.times, open(0.684928612717)), .init(.times, open(0.194808546927))])
    let shown = style.guarded(line, result: style.number(0.133429947792))
    #expect(shown.formula.text(.unicode) == "0.68493·0.19481")
  }

  @Test func `typed numbers keep their digits, and a line that no digits make true says so`() {
    let line = Formula.sum(of: [
      .init(.plus, .number(Number(0.50, text: "0.50"))), .init(.plus, .number(Number(0.25, text: "0.25"))),
    ])
    #expect(style.guarded(line, result: style.number(0.75)).relation == .equals)
    #expect(style.guarded(line, result: style.number(0.76)).relation == .approximates)
    #expect(style.guarded(line, result: style.number(0.76)).formula.text(.calc) == "0.50 + 0.25")
  }
}

@Suite struct PathCountTests {
  @Test func `counts are exact beyond 64 bits`() {
    var count = PathCount(1)
    var expected = [1, 2, 4, 8].map { PathCount($0) }
    for _ in 0..<200 { count += count }
    #expect(
      count.description
        == "1,606,938,044,258,990,275,541,962,092,341,162,602,522,202,993,782,792,835,301,376")
    #expect(count.small == nil)
    expected[0] += expected[3]
    #expect(expected[0] == PathCount(9))
    #expect(PathCount(1_234_567).description == "1,234,567")
    #expect((count - PathCount(7)).description.hasSuffix("301,369"))
  }
}
