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
    let whole = lesson.run
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

  @Test(arguments: Practice.Round.allCases)
  func `in an exercise given numbers join no others across what is left out between them`(
    round: Practice.Round
  ) throws {
    let text = "---\ntitle: A lesson\n---\n```calc\ninput a = 1.5\ns = a + 1\nparam w = 2\ny = s*w\n```\n"
    let practice = try #require(LessonFixture(text: text).lesson.practice(round))
    let stepwise = StepwiseRun(practice.lesson)
    var shown: [Transcript.Part] = []
    while stepwise.goOn() {
      let parts = stepwise.transcript.parts
      #expect(parts.count > shown.count && Array(parts.prefix(shown.count)) == shown)
      shown = parts
    }
    #expect(shown.count > 2 && stepwise.isOver)
  }

  @Test(arguments: try CourseLesson.examples())
  func `what is finished at once is the whole run, with the graph that was asked for`(lesson: CourseLesson) {
    var options = RunOptions()
    options.graph = .cost
    let whole = lesson.lesson.run(options)
    let finished = lesson.run
    #expect(finished.transcript == whole.transcript)
    #expect(finished.graph == whole.graph)
    #expect(finished.diagnostics == whole.diagnostics && finished.isCancelled == whole.isCancelled)
  }
}
