package import Diagnostics
import LessonDocument
package import LessonRuntime
import TestSupport
import Testing

/// A lesson of the course, or one of the worked examples.
package struct CourseLesson: Sendable, CustomTestStringConvertible {
  package let name: String
  package let lesson: Lesson
  package let file: SourceFile

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
      let file = SourceFile(name: name, text: try folder.text(of: name))
      return CourseLesson(name: name, lesson: Lesson(LessonDocument(reading: file), name: name), file: file)
    }
  }
}
