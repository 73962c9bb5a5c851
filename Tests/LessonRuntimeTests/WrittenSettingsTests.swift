import Algebra
import Diagnostics
import Engine
import LessonDocument
import LessonProgram
import TestSupport
import Testing

@testable import LessonRuntime

/// A lesson's text with other numbers.
@Suite("A lesson that is written with other numbers")
struct WrittenSettingsTests {
  private func lesson(_ calc: String) -> Lesson {
    let text = "---\ntitle: T\n---\n\n```data d\nx, t\n1, 2\n3, 4\n```\n\n```calc\n\(calc)\n```\n"
    return Lesson(LessonDocument(reading: SourceFile(name: "t.md", text: text)), name: "t")
  }

  /// The bits of numbers behind a run.
  private func numbers(
    _ names: [String], of lesson: Lesson, _ settings: [RunOptions.Setting] = []
  ) -> [String] {
    let plan = lesson.plan(RunOptions(settings: settings))
    var interpreter = plan.interpreter()
    interpreter.carryOut(plan.instructions[...])
    return names.map { "\($0) \(interpreter.environment.value(of: Name($0)).bitPattern)" }
  }

  private static func settings(_ pairs: [(String, String)]) -> [RunOptions.Setting] {
    pairs.compactMap { RunOptions.Setting(name: $0, text: $1) }
  }

  @Test(
    "has them where the others stand, and gives what a run with these settings gives",
    arguments: [
      ("param w = 0.5  # a comment", [("w", "0.7")], "param w = 0.7  # a comment"),
      ("input a = 1, b = -(2)\nparam w = a + b", [("b", "-3")], "input a = 1, b = -3\nparam w = a + b"),
      ("param w = (1 + 1)/2", [("w", ".25")], "param w = 0.25"),
      ("param w ~ normal(0, 1)", [("w", "1e-8")], "param w = 1e-08"),
      ("param w = [1.0, 1.25]", [("w[2]", "7")], "param w = [1.0, 7]"),
      (
        "param T[0...1, 0...1] = [[1, 0], [0, 1]]", [("T[1,0]", "5"), ("T[0,0]", "−2")],
        "param T[0...1, 0...1] = [[-2, 0], [5, 1]]"
      ),
      ("param b[1...8] = 0", [("b[3]", "0.5")], "param b[1...2] = 0, b[3] = 0.5, b[4...8] = 0"),
      (
        "const n = 3\nparam b[1...n] ~ normal(0, 1), c = 1", [("n", "2"), ("b[1]", "4")],
        "const n = 2\nparam b[1] = 4, b[2] ~ normal(0, 1), c = 1"
      ),
      (
        "param V[1...2, 1...3] ~ uniform(-1, 1)", [("V[1,3]", "4"), ("V[2,1]", "4")],
        "param V[1...1, 1...2] ~ uniform(-1, 1), V[1, 3] = 4, V[2, 1] = 4, V[2...2, 2...3] ~ uniform(-1, 1)"
      ),
      ("param A[i] = 2 for i in 1...3", [("A[2]", "4")], "param A[1] = 2, A[2] = 4, A[3] = 2"),
      ("param A[7] = 2", [("A[7]", "4")], "param A[7] = 4"),
      ("param w = 1", [], "param w = 1"),
    ] as [(String, [(String, String)], String)])
  func written(calc: String, pairs: [(String, String)], expected: String) throws {
    let settings = Self.settings(pairs)
    try #require(settings.count == pairs.count)
    let lesson = lesson(calc)
    try #require(lesson.diagnostics.isEmpty, "\(lesson.diagnostics.map(\.message))")
    let document = try lesson.document(writtenWith: settings)
    let text = document.file[SourceRange(0, document.file.bytes.count)]
    #expect(text.contains("```calc\n\(expected)\n```"), "\(text)")
    let written = Lesson(document, name: "t")
    let names = written.settableNames
    #expect(numbers(names, of: written) == numbers(names, of: lesson, settings))
  }

  @Test(
    "is refused where a number has no place of its own",
    arguments: [
      ("input x from d", "x"), ("param v = [1, 2]\nparam w = v", "w[1]"),
      ("param A[i] = i for i in 1...3", "A[2]"),
    ])
  func refused(calc: String, name: String) throws {
    do throws(Lesson.WritingRefusal) {
      _ = try lesson(calc).document(writtenWith: Self.settings([(name, "5")]))
      Issue.record("`\(name)` has a place")
    } catch {
      guard case .hasNoPlace(name: name) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("is refused with the errors that a run with these settings has")
  func faulty() throws {
    let lesson = lesson("const n = 2\nparam w[1...2] = 1\ny = w[n]")
    let settings = Self.settings([("n", "3")])
    let messages = lesson.run(RunOptions(settings: settings)).diagnostics.map(\.message)
    #expect(!messages.isEmpty)
    do throws(Lesson.WritingRefusal) {
      _ = try lesson.document(writtenWith: settings)
      Issue.record("it has no errors")
    } catch {
      guard case .faulty(let diagnostics) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(diagnostics.map(\.message) == messages)
    }
  }
}
