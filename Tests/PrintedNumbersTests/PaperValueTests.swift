import Algebra
import DecimalArithmetic
import LessonRuntime
import LessonTestSupport
import Testing
import Transcript

@testable import PrintedNumbers

@Suite struct PaperValueTests {
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
      for case .equation(let equation) in step.lines.map(\.content) {
        for case .numbers(let formula) in equation.rightSides.map(\.content) { formulas.append(formula) }
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
