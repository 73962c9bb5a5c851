import Algebra
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct PrintedTruthTests {
  @Test(arguments: [
    ("0.60109", "0.60108787884837"), ("0.60108", "0.60108787884837"), ("-0.8", "-0.87"), ("-0.9", "-0.87"),
    ("4.92e-04", "0.00049164"), ("4.91e-04", "0.00049164"), ("2", "2.0000000001"), ("0.00", "0.0049"),
    ("0.3", "0.3000000000000000004"), ("1.2e+05", "123456"), ("0", "0"), ("0.41", "0.41"), ("0.5", "0.45"),
  ])
  func `a number that is rounded or cut off is true`(digits: String, value: String) throws {
    let exact = try #require(ExactDecimal(value))
    #expect(PrintedTruth.shows(digits, exact))
    let binary = try #require(Double(value))
    #expect(PrintedTruth.mayShow(digits, binary, largest: abs(binary)))
  }

  @Test(arguments: [
    ("0.60107", "0.60108787884837"), ("0.60110", "0.60108787884837"), ("-0.86", "-0.875"), ("0.87", "-0.87"),
    ("4.90e-04", "0.00049164"), ("2", "2.00001"), ("0.00", "0.0051"), ("0.5", "0.4"), ("x", "1"),
    ("0.09", "0.101"), ("0", "0.00001"), ("1.3e+05", "123456"),
  ])
  func `any other number is a lie`(digits: String, value: String) throws {
    let exact = try #require(ExactDecimal(value))
    #expect(!PrintedTruth.shows(digits, exact))
    let binary = try #require(Double(value))
    #expect(!PrintedTruth.mayShow(digits, binary, largest: abs(binary)))
  }

  @Test func `what only binary arithmetic falls short of is a lie`() throws {
    #expect(!PrintedTruth.shows("0.0068528", try #require(ExactDecimal("0.0068529"))))
    #expect(PrintedTruth.mayShow("0.0068528", 0.5 + 0.2 - 0.6931471, largest: 0.7))
  }

  @Test func `decimal numbers are added and multiplied exactly`() throws {
    func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
    #expect(try number("0.1").adding(number("0.2")) == number("0.3"))
    #expect(try number("1e10").adding(number("-1e-10")) == number("9999999999.9999999999"))
    #expect(try number("1e30").adding(number("1e-30")) == nil)
    #expect(try number("-1.5e-200").multiplied(by: number("0.20")) == number("-3e-201"))
    #expect(try number("1234567890123456789").multiplied(by: number("1234567890123456789012")) == nil)
    #expect(try number("-0.125").shortened(toDecimals: 2, isRounded: true) == number("-0.13"))
    #expect(try number("-0.125").shortened(toDecimals: 2, isRounded: false) == number("-0.12"))
    #expect(try number("0.95").shortened(toDecimals: 1, isRounded: true) == number("1"))
    #expect(try number("151").shortened(toDecimals: -2, isRounded: true) == number("2e2"))
    #expect(try number("1e-60").shortened(toDecimals: 5, isRounded: true) == number("0"))
    #expect(["", "x", "1.2.3", "1e", "pi"].allSatisfy { ExactDecimal($0) == nil })
  }

  private func number(_ value: Double, _ text: String) -> Formula { .number(Number(value, text: text)) }

  private func transcript(_ lines: [Equation.Content], _ relation: Relation, _ result: Number) -> Transcript {
    let equation = Equation(
      subject: .name(Name("y")),
      rightSides: lines.map { .init(.equals, $0) } + [.init(relation, .result(result))])
    let step = Step(name: "y", lines: [Line(.blank), Line(.equation(equation))])
    return Transcript(lesson: "", title: "", sources: [], parts: [.step(step)])
  }

  @Test func `the links of a transcript are read, and lies are found`() {
    let sum = Formula.sum(of: [.init(.plus, number(0.5, "0.5")), .init(.plus, number(0.25, "0.25"))])
    func truth(_ line: Equation.Content, _ relation: Relation, _ digits: String) -> PrintedTruth {
      PrintedTruth(of: transcript([line], relation, Number(0.75, text: digits)))
    }
    for line in [Equation.Content.numbers(sum), .factors([number(3, "3"), number(0.25, "0.25")])] {
      #expect(truth(line, .equals, "0.75").lies.isEmpty)
      #expect(truth(line, .equals, "0.75").linkCount == 1)
      #expect(truth(line, .equals, "0.75").exactCount > 0)
      #expect(truth(line, .equals, "0.76").lies.count == 1)
      // Behind ≈ stands what no line before it claims to be.
      #expect(truth(line, .approximates, "0.76").lies.isEmpty)
      #expect(truth(line, .approximates, "0.76").approximateCount == 1)
    }
  }

  @Test func `each line gives the one behind it, term by term`() {
    func sum(_ one: Formula, _ other: Formula) -> Formula {
      .sum(of: [.init(.plus, one), .init(.minus, other)])
    }
    let product = Formula.product(of: [.init(.times, number(0.25, "0.25")), .init(.times, number(2, "2"))])
    let other = Formula.product(of: [.init(.times, number(0.1, "0.1")), .init(.times, number(2, "2"))])
    let lines = [
      (sum(number(0.5, "0.5"), number(0.2, "0.2")), true),
      // The result is right, and neither of its terms is.
      (sum(number(0.6, "0.6"), number(0.3, "0.3")), false),
    ]
    for (next, isTrue) in lines {
      let truth = PrintedTruth(
        of: transcript([.numbers(sum(product, other)), .numbers(next)], .equals, Number(0.3, text: "0.3")))
      #expect(truth.lies.isEmpty == isTrue)
    }
  }

  @Test func `quotients and functions are worked out in binary`() {
    let third = Formula.product(of: [.init(.times, number(1, "1")), .init(.over, number(3, "3"))])
    let truth = PrintedTruth(of: transcript([.numbers(third)], .equals, Number(0.33333, text: "0.33333")))
    #expect(truth.lies.isEmpty)
    #expect(truth.exactCount == 0)
    #expect(
      PrintedTruth(of: transcript([.numbers(third)], .equals, Number(0.34, text: "0.34"))).lies.count == 1)
  }
}
