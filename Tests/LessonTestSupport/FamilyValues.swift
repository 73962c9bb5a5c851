import Diagnostics
import LessonRuntime
package import Testing
import Transcript

/// A calc cell and what comes of it: what each expression must be, within a billionth.
package struct FamilyValues: Sendable, CustomTestStringConvertible {
  package let calc: String
  package let checks: [String]

  /// The cell and the checks, each as a check cell writes them: `h[3] = 6`.
  package init(_ calc: String, _ checks: String...) { self.init(calc, checks: checks) }

  /// The cell and the checks.
  package init(_ calc: String, checks: [String]) {
    self.calc = calc
    self.checks = checks
  }

  package var testDescription: String { calc }

  /// Expects that the lesson runs and every check holds; numbers of settings replace given ones.
  package func expectChecks(
    settings: [String: String] = [:], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let checks = checks.map { $0.contains("±") ? $0 : $0 + " ± 1e-9" }.joined(separator: "\n")
    let fixture = LessonFixture(
      text: "---\ntitle: A lesson\n---\n\n```calc\n\(calc)\n```\n\n```check\n\(checks)\n```\n")
    let options = RunOptions(
      settings: try settings.sorted { $0.key < $1.key }.map {
        try #require(RunOptions.Setting(name: $0.key, text: $0.value))
      })
    let run = fixture.lesson.run(options)
    let messages = run.diagnostics.map { $0.text(in: fixture.file) }
    #expect(messages == [], sourceLocation: sourceLocation)
    let lines = run.transcript.parts.flatMap { part -> [Line] in
      if case .step(let step) = part { step.lines } else { [] }
    }
    let outcomes = lines.compactMap { line -> Check? in
      if case .check(let check) = line.content { check } else { nil }
    }
    #expect(outcomes.count == self.checks.count || !messages.isEmpty, sourceLocation: sourceLocation)
    for (check, outcome) in zip(self.checks, outcomes) {
      #expect(outcome.holds, "\(check): \(outcome.outcome)", sourceLocation: sourceLocation)
    }
  }
}
