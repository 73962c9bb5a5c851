import Diagnostics
import LessonDocument

// Rules of what a lesson as a whole is like.

extension StyleRule {
  /// The lines of a transcript.
  private static let lines = 150...350
  /// The lines of the first screen.
  private static let firstScreen = 24
  /// The questions of a lesson.
  private static let fewestQuestions = 2

  /// How long a lesson is.
  static let length = StyleRule(
    name: "length",
    summary: "A transcript has from \(lines.lowerBound) to \(lines.upperBound) lines, at 80 columns."
  ) { lesson in
    let count = lesson.page.lineCount
    if count > lines.upperBound {
      return [
        Diagnostic(
          "the transcript has \(count) lines, and \(lines.upperBound) are the most", at: lesson.titleRange,
          hint: "part the lesson in two, or show in a table what was worked in full before", kind: .warning)
      ]
    }
    guard count < lines.lowerBound else { return [] }
    return [
      Diagnostic(
        "the transcript has \(count) lines, and \(lines.lowerBound) are the least", at: lesson.titleRange,
        hint: "work more of it by hand, or join the lesson with another", kind: .warning)
    ]
  }

  /// How soon something is worked out.
  static let firstStep = StyleRule(
    name: "first-step",
    summary: "The first worked step stands on the first screen: on line \(firstScreen) or before."
  ) { lesson in
    guard let line = lesson.page.firstWorkedLine, line > firstScreen else { return [] }
    return [
      Diagnostic(
        "the first worked step stands on line \(line) of the transcript, and \(firstScreen) is the last for it",
        at: lesson.cells(.calc).first?.kindRange ?? lesson.titleRange,
        hint: "begin with small numbers, and explain below them what was done", kind: .warning)
    ]
  }

  /// How often the reader is asked.
  static let questions = StyleRule(
    name: "questions", summary: "A lesson asks at least \(fewestQuestions) questions."
  ) { lesson in
    let count = lesson.cells(.ask).count
    guard count < fewestQuestions else { return [] }
    return [
      Diagnostic(
        count == 0
          ? "this lesson asks no question, and \(fewestQuestions) are the least"
          : "this lesson asks \(count) question, and \(fewestQuestions) are the least",
        at: lesson.titleRange,
        hint: "an `ask` cell lets the reader compute or predict something before the lesson tells it",
        kind: .warning)
    ]
  }

  /// What a reader takes along.
  static let remember = section(
    "remember", "What to remember", "it answers in three lines what the first paragraph asks")

  /// What a reader can do next.
  static let `try` = section(
    "try", "What to try", "it offers two things, each a line that is typed in `longhand step`: `:w5 = 0.9`")

  /// A rule that there is a section of the given heading.
  private static func section(_ name: String, _ heading: String, _ purpose: String) -> StyleRule {
    StyleRule(name: name, summary: "A lesson has a section `\(heading)`: \(purpose).") { lesson in
      let headings = lesson.texts.filter { $0.kind == .heading }.map { text in
        text.words.map { $0.text.lowercased() }.joined(separator: " ")
      }
      if headings.contains(heading.lowercased()) { return [] }
      return [
        Diagnostic(
          "this lesson has no section `\(heading)`", at: lesson.titleRange, hint: purpose, kind: .warning)
      ]
    }
  }
}
