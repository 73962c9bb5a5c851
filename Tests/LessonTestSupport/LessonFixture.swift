package import Diagnostics
package import LessonDocument
package import LessonRuntime
import Rendering
import Transcript

/// A lesson of one cell after another, for tests.
package struct LessonFixture {
  package let file: SourceFile
  package let lesson: Lesson
  private let kept: Kept<LessonRun>

  /// A lesson of `cells`, which stand in calc cells, with `settings` as further lines of its front matter.
  package init(_ cells: String..., settings: String = "") {
    self.init(text: Self.text(of: cells, settings: settings))
  }

  /// What is written in a lesson of `cells`, its names not looked up: that keeps to the bounds of the lesson format.
  package static func read(_ cells: String...) -> (file: SourceFile, document: LessonDocument) {
    let file = SourceFile(name: "lesson.md", text: text(of: cells))
    return (file, LessonDocument(reading: file))
  }

  private static func text(of cells: [String], settings: String = "") -> String {
    let blocks = cells.map { "```calc\n\($0)\n```\n" }.joined(separator: "\nThen.\n\n")
    return "---\ntitle: A lesson\n\(settings)---\n\n\(blocks)"
  }

  /// A lesson of the given text.
  package init(text: String, knownLessons: [String]? = nil) {
    file = SourceFile(name: "lesson.md", text: text)
    let lesson = Lesson(LessonDocument(reading: file), name: "lesson", knownLessons: knownLessons)
    self.lesson = lesson
    kept = Kept { lesson.run() }
  }

  /// The run of the lesson as it stands, which is made once.
  package var run: LessonRun { kept.whileAlone { $0 } }

  /// The working of the lesson: its transcript without prose, and what went wrong.
  package func working(_ options: RunOptions? = nil, width: Int = 80) -> String {
    working(of: options.map(lesson.run) ?? run, width: width)
  }

  /// The working of the last cell alone.
  package func lastWorking(width: Int = 80) -> String {
    var run = run
    let last = run.transcript.parts.lastIndex { $0.isProse }.map { $0 + 1 } ?? 0
    run.transcript.parts.removeFirst(last)
    return working(of: run, width: width)
  }

  private func working(of run: LessonRun, width: Int) -> String {
    var run = run
    run.transcript.parts.removeAll { $0.isProse }
    let text = TextRenderer(width: width).text(of: run.transcript)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 == "A lesson" || $0.hasPrefix("=") || $0.isEmpty }
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n").trimmingNewlines + (run.diagnostics.isEmpty ? "" : "\n")
      + messages(run.diagnostics)
  }

  /// What is wrong with the lesson, as it is printed.
  package var errors: String { messages(run.diagnostics) }

  /// What its author should look at twice, as it is printed.
  package var warnings: String { messages(lesson.warnings(about: run.transcript)) }

  private func messages(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\n" + $0.text(in: file) }.joined().trimmingNewlines
  }
}

extension Transcript.Part {
  fileprivate var isProse: Bool { if case .prose = self { true } else { false } }
}

extension String {
  /// The text without line ends at its two ends.
  package var trimmingNewlines: String {
    var text = Substring(self)
    while text.first == "\n" { text.removeFirst() }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
