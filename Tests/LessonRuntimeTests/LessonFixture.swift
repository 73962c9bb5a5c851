import Diagnostics
import LessonDocument
import Rendering
import Testing
import Transcript

@testable import LessonRuntime

/// A lesson of one cell after another, for tests.
struct LessonFixture {
  let file: SourceFile
  let lesson: Lesson

  /// A lesson of `cells`, which stand in calc cells, with `settings` as further lines of its front matter.
  init(_ cells: String..., settings: String = "") {
    let blocks = cells.map { "```calc\n\($0)\n```\n" }.joined(separator: "\nThen.\n\n")
    self.init(text: "---\ntitle: A lesson\n\(settings)---\n\n\(blocks)")
  }

  /// A lesson of the given text.
  init(text: String, knownLessons: [String]? = nil) {
    file = SourceFile(name: "lesson.md", text: text)
    lesson = Lesson(LessonDocument(reading: file), name: "lesson", knownLessons: knownLessons)
  }

  /// The working of the lesson: its transcript without prose, and what went wrong.
  func working(_ options: RunOptions = RunOptions(), width: Int = 80) -> String {
    var run = lesson.run(options)
    run.transcript.parts.removeAll { if case .prose = $0 { true } else { false } }
    let text = TextRenderer(width: width).text(of: run.transcript)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 == "A lesson" || $0.hasPrefix("=") || $0.isEmpty }
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n").trimmingNewlines + (run.diagnostics.isEmpty ? "" : "\n")
      + messages(run.diagnostics)
  }

  /// What is wrong with the lesson, as it is printed.
  var errors: String { messages(lesson.run().diagnostics) }

  private func messages(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\n" + $0.text(in: file) }.joined().trimmingNewlines
  }
}

extension String {
  /// The text without line ends at its two ends.
  var trimmingNewlines: String {
    var text = Substring(self)
    while text.first == "\n" { text.removeFirst() }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
