package import Diagnostics
import Foundation
package import LessonDocument
package import LessonRuntime
import TestSupport
import Testing
package import Transcript
import Tutor

/// A lesson of the course, or one of the worked examples.
package struct CourseLesson: Sendable, CustomTestStringConvertible {
  /// The name of its file.
  package let name: String
  /// The name that it has in the course.
  package var lessonName: String { LessonDocument.name(ofFile: name) }
  package let lesson: Lesson
  package let document: LessonDocument
  package var file: SourceFile { document.file }
  private let reading: Reading

  package var testDescription: String { name }

  /// The lessons of the course.
  package static func course() throws -> [CourseLesson] { try allOfCourse.get() }

  /// The worked examples.
  package static func examples() throws -> [CourseLesson] { try allExamples.get() }

  private static let allOfCourse = Result { try lessons(in: PackageFolder("Lessons")) }
  private static let allExamples = Result {
    try lessons(in: PackageFolder("Tests/LessonRuntimeTests/Lessons"))
  }

  private static func lessons(in folder: PackageFolder) throws -> [CourseLesson] {
    try folder.names(ending: ".md").map { name in
      let document = LessonDocument(reading: SourceFile(name: name, text: try folder.text(of: name)))
      let lesson = Lesson(document, name: LessonDocument.name(ofFile: name))
      return CourseLesson(name: name, lesson: lesson, document: document, reading: Reading(of: lesson))
    }
  }

  // MARK: - Reading

  /// The transcript of the lesson, which is gone through once for all tests.
  package var transcript: Transcript { reading.whileAlone { $0.run.transcript } }

  /// What `body` finds out about the lesson, which has been gone through to its end once for all tests.
  package func stepped(_ body: (SteppedLesson) throws -> Void) rethrows { try reading.whileAlone(body) }

  /// A lesson that is gone through when somebody first asks.
  private final class Reading: @unchecked Sendable {
    private let lesson: Lesson
    private let lock = NSLock()
    private var stepped: SteppedLesson?

    init(of lesson: Lesson) { self.lesson = lesson }

    /// What `body` makes of the lesson while nobody else does anything with it.
    func whileAlone<Result>(_ body: (SteppedLesson) throws -> Result) rethrows -> Result {
      try lock.withLock {
        let stepped = stepped ?? SteppedLesson(lesson)
        self.stepped = stepped
        return try body(stepped)
      }
    }
  }
}
