package import Diagnostics
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
  private let worked: Kept<Worked>

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
    let names = try folder.names(ending: ".md")
    let knownLessons = names.map { LessonDocument.name(ofFile: $0) }
    return try zip(names, knownLessons).map { file, name in
      let document = LessonDocument(reading: SourceFile(name: file, text: try folder.text(of: file)))
      let lesson = Lesson(document, name: name, knownLessons: knownLessons)
      return CourseLesson(name: file, lesson: lesson, document: document, worked: Kept { Worked(lesson) })
    }
  }

  // MARK: - Working

  // A lesson that trains takes seconds in a build for tests, so each is worked out once for all of them.

  /// The run of the lesson, with its computation graph, which is made once for all tests.
  package var run: LessonRun { worked.whileAlone { $0.run } }

  /// The transcript of that run.
  package var transcript: Transcript { run.transcript }

  /// What `body` finds out about the lesson, which has been gone through to its end in that run.
  package func stepped(_ body: (SteppedLesson) throws -> Void) rethrows {
    try worked.whileAlone { try body($0.stepped) }
  }

  /// A lesson that has been worked out.
  private struct Worked {
    let run: LessonRun
    let stepped: SteppedLesson

    init(_ lesson: Lesson) {
      var options = RunOptions()
      options.graph = .cost
      let steps = StepwiseRun(lesson, options)
      run = steps.finished()
      stepped = SteppedLesson(lesson, steps)
    }
  }
}
