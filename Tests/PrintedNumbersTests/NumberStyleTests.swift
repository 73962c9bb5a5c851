import Algebra
import DecimalArithmetic
import LessonTestSupport
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers
@testable import Tutor

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
    #expect(NumberStyle.typed(text, value: Double(text) ?? 0) == expected)
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

  @Test func `each part of a line gives the number in its place in the next`() {
    let product = Formula.product(of: [.init(.times, open(-0.0292923)), .init(.times, open(0.7))])
    let line = Formula.sum(of: [.init(.plus, open(0.0667153)), .init(.plus, product)])
    let result = style.number(0.04621069)
    let last = style.guarded(line.reduced() ?? line, result: result)
    #expect(last.formula.text(.unicode) == "0.066715 + (−0.020505)")
    let first = style.guarded(line, next: last.formula, result: result)
    #expect(first.relation == .equals)
    // −0.02929·0.7 would be −0.020503, and −0.029292·0.7 no more than −0.0205044.
    #expect(first.formula.text(.unicode) == "0.066715 + (−0.0292923)·0.7")
  }

  @Test(arguments: [
    // 1/8 is a tie, exactly; so is 0.125 rounded up.
    ("1/8", "0.13", true), ("1/8", "0.12", true), ("1/8", "0.14", false),
    // Binary arithmetic gives 0 for all of these.
    ("1e17+1-1e17", "0", false), ("cosh(20)-sinh(20)", "0", false), ("cosh(20)-sinh(20)", "2.06e-09", true),
    ("0.1+0.2-0.3", "0", true), ("sin(pi)", "0", true), ("tanh(20)-1", "0", false),
    // And here digits which are not so.
    ("0.19594000000392/(1-0.999^2)", "98.01900950672", false),
    ("0.19594000000392/(1-0.999^2)", "98.01900950671", true),
    ("0.165/(1-0.729)", "0.610", false), ("0.165/(1-0.729)", "0.609", true),
    ("exp(1e17*(0.1+0.2-0.3))", "257.525", false), ("exp(1e17*(0.1+0.2-0.3))", "1", true),
    ("floor((0.1+0.7)*10)", "8", true), ("ln(1)", "2.22e-16", false), ("exp(-800)", "0", false),
  ])
  func `what a line gives is worked out on paper`(line: String, printed: String, isGiven: Bool) throws {
    let fixture = LessonFixture(text: "---\ntitle: T\n---\n```calc\ny = \(line)\n```\n")
    var formulas: [Formula] = []
    for case .step(let step) in fixture.run.transcript.parts {
      for case .chain(let chain) in step.lines.map(\.content) {
        for case .numbers(let formula) in chain.links.map(\.content) { formulas.append(formula) }
      }
    }
    let formula = try #require(formulas.first)
    #expect(try #require(PrintedResult(printed)).isGiven(by: formula, isShortened: false) == isGiven)
  }

  @Test func `every function is worked out on paper, and agrees with the one that is computed with`() throws {
    for function in Function.all {
      for x in [0.25, 0.5, 2, 3] {
        let count = max(1, function.arity.lowerBound)
        let arguments = (0..<count).map { Formula.number(Number(x + Double($0), text: "\(x + Double($0))")) }
        let value = function.value(arguments.map(\.value))
        guard value.isFinite else { continue }
        let bounds = try #require(
          Formula.call(function, arguments).paperValue(digits: 30), "\(function.name)")
        #expect(abs(DecimalDigits(bounds.low).value - value) <= 4 * value.ulp, "\(function.name)(\(x))")
        #expect(abs(DecimalDigits(bounds.high).value - value) <= 4 * value.ulp, "\(function.name)(\(x))")
      }
    }
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
