import Algebra
import LessonTestSupport
import Rendering
import Testing
import Transcript

@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

/// Numbers at the edge of what a number can be, in every function and with everything that shows them.
@Suite struct ExtremeNumberTests {
  private static let numbers = [
    "1e155", "-1e155", "1e300", "-1e300", "5e-324", "-5e-324", "1.7e308", "-1.7e308", "0",
  ]

  /// Each function by its first argument, and operations in which an intermediate may overflow.
  private static let formulas =
    Function.all.map { function in
      let others = function.arity.lowerBound > 1 ? ", 2" : ""
      return "\(function.name)(a\(others))"
    } + [
      "1/(1 + a^2)", "a/(1 + abs(a))", "a*b", "a/b", "(a - b)^2", "a^b", "2^(-a)", "a*1e-200*b", "max(a, b)",
    ]

  /// What shows values and derivatives, and changes nothing.
  private static let shows = [
    "explain y", "explain z", "backward z", "explain ∂z/∂a", "explain local(y, a)", "table y, ∂y/∂a",
    "table y, ∂y/∂a for a in [A]...[A]", "plot y for a in -1...1", "repeat 1 times\n  record y, ∂y/∂a\nend",
    "```\n```check\ny = 0.5\n∂y/∂a = 0.1 ± 0.01\n```\n```calc",
  ]

  /// What changes numbers or may not be asked: one may end the lesson, so that each comes first for some number.
  private static let changes = [
    "update a to reduce y with sgd(rate: 0.1)", "update a to reduce y with adam(rate: 0.1)",
    "train a to reduce y with sgd(rate: 0.1) for 2 epochs", "a <- a - 0.1*∂y/∂a",
    "```\n```ask\nq `= y`\nanswer: y\nmistake: ∂y/∂a -- no\n```\n```calc",
  ]

  @Test(arguments: formulas) func `nothing that is shown is infinite`(formula: String) {
    for (index, number) in Self.numbers.enumerated() {
      let given = "param a = \(number), b = \(number)\ny = \(formula)\nz = y + a"
      let stepped = SteppedLesson(given)
      guard stepped.run.diagnostics.isEmpty else { continue }
      let first = index % Self.changes.count
      expectFinite(given, Self.shows.map { $0.replacing("[A]", with: number) })
      expectFinite(given, Array(Self.changes[first...] + Self.changes[..<first]))
      for asked in ["y", "z", "∂y/∂a", "∂z/∂a", "local(y, a)", "2*y"] {
        expectFinite(stepped.here.why(asked).text, of: "\(given)\nwhy \(asked)")
      }
    }
  }

  private func expectFinite(_ given: String, _ commands: [String]) {
    let cells = "\(given)\n\(commands.joined(separator: "\nforward\n"))\nforward"
    let fixture = LessonFixture(cells)
    expectFinite(TextRenderer().text(of: fixture.run.transcript) + fixture.errors, of: cells)
  }

  private func expectFinite(_ text: String, of cells: String) {
    // Of a slope it may be said that it is infinite; no number is.
    let text = text.replacing("infinite", with: "")
    let isFinite = !text.contains("inf") && !text.contains("nan") && !text.contains("internal")
    #expect(isFinite, "\(cells)\n\(text)")
  }
}
