import Diagnostics
import Foundation
import LessonDocument
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonRuntime
@testable import Tutor

@Suite struct StepwiseRunTests {
  // The lessons of the course are stepped through to their transcripts by the tests of the stepper.
  @Test(arguments: try CourseLesson.examples())
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
