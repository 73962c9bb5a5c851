import Diagnostics
import LessonTestSupport
import Rendering
import TestSupport
import Testing
import Transcript

@testable import LessonRuntime

/// What `longhand check` tells of the course.
@Suite("The course") struct CourseRunTests {
  @Test("has no error and no warning, and meets its lectures", arguments: try CourseLesson.course())
  func check(lesson: CourseLesson) {
    let run = lesson.run
    let messages = run.diagnostics + lesson.lesson.warnings(about: run.transcript)
    #expect(messages.map { $0.text(in: lesson.file) } == [])
    #expect(run.transcript.checks.filter { !$0.holds }.map(\.line) == [])
  }

  @Test("runs as it is recorded", arguments: try CourseLesson.course())
  func transcript(lesson: CourseLesson) throws {
    let renderer = TextRenderer(callsExp: lesson.transcript.hasValueCalledE)
    try GoldenFile("../../Transcripts/\(lesson.lessonName).txt").expect(
      renderer.text(of: lesson.transcript))
  }

  @Test func `has no transcript without a lesson`() throws {
    let names = try CourseLesson.course().map { $0.lessonName + ".txt" }
    #expect(try PackageFolder("Transcripts").names(ending: ".txt").sorted() == names.sorted())
  }
}
