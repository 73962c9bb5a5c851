import Diagnostics
import Foundation
import LessonDocument
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonRuntime
@testable import Tutor

@Suite struct StepwiseRunTests {
  // The lessons of the course are stepped through to their transcripts by the tests of the stepper.
  @Test(arguments: CourseLesson.examples)
  func `stepping to the end gives the whole run, and what has been shown stays as it is`(
    lesson: CourseLesson
  ) {
    let whole = lesson.lesson.run()
    let expected = whole.transcript.parts.map { String(describing: $0) }
    let stepwise = StepwiseRun(lesson.lesson)
    var shown = 0
    while stepwise.goOn() {
      let parts = stepwise.transcript.parts
      #expect(parts.count > shown && parts.count <= expected.count)
      for index in shown..<min(parts.count, expected.count) {
        #expect(String(describing: parts[index]) == expected[index])
      }
      shown = parts.count
    }
    #expect(shown == expected.count)
    #expect(stepwise.isOver)
    #expect(stepwise.diagnostics == whole.diagnostics)
    #expect(!stepwise.goOn())
  }
}

/// A lesson of the course, or one of the worked examples.
struct CourseLesson: Sendable, CustomTestStringConvertible {
  let name: String
  let lesson: Lesson
  let file: SourceFile

  var testDescription: String { name }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  /// The lessons of the course.
  static let course = lessons(in: tests.appending(path: "../../Lessons"))

  /// The worked examples.
  static let examples = lessons(in: tests.appending(path: "Lessons"))

  private static func lessons(in folder: URL) -> [CourseLesson] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
        return nil
      }
      let file = SourceFile(name: name, text: text)
      return CourseLesson(name: name, lesson: Lesson(LessonDocument(reading: file), name: name), file: file)
    }
  }
}
