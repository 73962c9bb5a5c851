import Foundation
import LessonRuntime
import LessonTestSupport
import TestSupport
import Testing
import Transcript

@Suite struct ReadmeTests {
  @Test func `the lesson in the README runs as it stands, and its check holds`() throws {
    let text = try PackageFolder().text(of: "README.md")
    let opening = try #require(text.range(of: "````lesson\n"))
    let closing = try #require(text.range(of: "\n````\n", range: opening.upperBound..<text.endIndex))
    let run = LessonFixture(text: text[opening.upperBound..<closing.lowerBound] + "\n").lesson.run()
    #expect(run.diagnostics.isEmpty)
    #expect(run.transcript.checks.map(\.holds) == [true])
  }
}
