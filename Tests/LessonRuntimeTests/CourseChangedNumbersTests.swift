import Algebra
import Diagnostics
import LessonTestSupport
import Rendering
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

@Suite("The course with other numbers than its own") struct CourseChangedNumbersTests {
  /// Lessons that take no second to run.
  private static func quick() throws -> [CourseLesson] {
    try CourseLesson.course().filter { lesson in
      ["11", "12", "31", "41", "42", "51", "52", "53", "54"].contains { lesson.name.hasPrefix($0) }
    }
  }

  /// The lesson's number, a little smaller.
  private func setting(of name: String, in run: Transcript) throws -> RunOptions.Setting {
    let given = run.givens.first { $0.subject.text(.calc) == name }
    return try #require(
      RunOptions.Setting(name: name, number: NumberStyle.plain.number((given?.number.value ?? 1) * 0.9)))
  }

  @Test(arguments: try quick()) func `nothing is held against a lecture whose inputs were others`(
    lesson: CourseLesson
  ) throws {
    let whole = lesson.transcript
    let given = whole.givens.map { $0.subject.text(.calc) }
    let names = lesson.lesson.settableNames.filter { given.contains($0) }
    for name in [names.first, names.last].compactMap(\.self) {
      let run = lesson.lesson.run(RunOptions(settings: [try setting(of: name, in: whole)]))
      #expect(run.diagnostics.map { $0.text(in: lesson.file) } == [], "\(name)")
      #expect(!run.transcript.checks.isEmpty)
      #expect(run.transcript.checks.filter { !$0.holds }.map(\.line) == [], "\(name)")
      #expect(run.transcript.checks.contains { $0.isOfOtherInputs }, "\(name)")
    }
  }

  @Test(arguments: [
    (
      "31-backpropagation.md", "w5", "0.7", "First a nudge: w5 goes from 0.7 to 0.71",
      "Both chains begin with out_o1 − t1: −0.19232, no more 0.70767."
    ),
    (
      "31-backpropagation.md", "i1", "0.3",
      "E_total changes by 0.000806…, and this, divided by the nudge, is 0.08067",
      "i1·w2 + i2·w4 + 0.25 = 0.51"
    ),
    ("11-perceptron.md", "w_dry", "2", "because 3 ≤ 3.5", "The weighted sum of today is 3."),
  ])
  func `what is said follows the numbers, in the text, at questions and in their answers`(
    name: String, given: String, number: String, inText: String, atQuestion: String
  ) throws {
    let lesson = try #require(CourseLesson.course().first { $0.name == name })
    let setting = try #require(RunOptions.Setting(name: given, text: number))
    let text = lesson.lesson.run(RunOptions(settings: [setting])).transcript.words
    #expect(text.contains(inText), "\(inText)")
    #expect(text.contains(atQuestion), "\(atQuestion)")
  }
}

extension NumberStyle {
  fileprivate static var plain: NumberStyle { NumberStyle(decimals: 3, shortening: .rounded) }
}

extension Check {
  fileprivate var isOfOtherInputs: Bool { if case .otherInputs = outcome { true } else { false } }
}

extension Transcript {
  /// The numbers that the lesson gives.
  fileprivate var givens: [NamedNumber] {
    parts.flatMap { part -> [NamedNumber] in
      guard case .step(let step) = part else { return [] }
      return step.lines.flatMap { line -> [NamedNumber] in
        if case .givens(let givens) = line.content { givens.rows.flatMap(\.items) } else { [] }
      }
    }
  }

  /// The running text, as it is read.
  fileprivate var words: String {
    TextRenderer().text(of: self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
