import Diagnostics
import LessonDocument
import LessonRuntime
import Testing

@testable import LonghandCommandLine

/// What a reader has done, for which Foundation has a word of its own.
typealias Progress = LonghandCommandLine.Progress

extension TemporaryFolder {
  /// An environment whose home is this folder.
  var home: [String: String] { ["HOME": path] }

  /// The file in which progress is kept there.
  static let progress = ".local/state/longhand/progress"

  /// Notes what a reader does with the first steps of a lesson in the course: one state for each of them.
  ///
  /// The reader leaves off at the last of them.
  func read(_ file: String, _ states: [StepState]) throws {
    let source = try #require(text("Lessons/\(file).md"))
    let name = lessonName(ofFile: file)
    let steps = Lesson(LessonDocument(reading: SourceFile(name: file, text: source)), name: name).steps
    var progress = Progress(environment: home)
    for (step, state) in zip(steps, states) {
      progress.note(step, state, in: name)
      progress.leaveOff(at: step, in: name)
    }
    #expect(progress.save() == nil)
  }
}

extension Lessons {
  /// Three steps: a heading, a value and a question.
  static func asking(_ title: String, needs: String? = nil) -> String {
    let lesson = lesson(title, calc: "x = 1 + 1", check: "")
      .replacing("title: \(title)", with: "title: \(title)" + (needs.map { "\nneeds: \($0)" } ?? ""))
    return lesson + "\n\n```ask\nHow large is x?\nanswer: x\n```\n"
  }
}
