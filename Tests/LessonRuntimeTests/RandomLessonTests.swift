import Diagnostics
import LessonTestSupport
import Rendering
import Testing
import Transcript

@testable import Engine
@testable import LessonRuntime

@Suite struct RandomLessonTests {
  /// What is printed of a lesson: its transcript and what went wrong.
  private func printed(_ fixture: LessonFixture) -> (transcript: Transcript, text: String) {
    let run = fixture.run
    for diagnostic in run.diagnostics { #expect(diagnostic.kind == .error, "\(diagnostic.message)") }
    let text = TextRenderer().text(of: run.transcript)
    return (run.transcript, text + run.diagnostics.map { $0.text(in: fixture.file) }.joined(separator: "\n"))
  }

  @Test(arguments: [0, 12, 3])
  func `a random lesson runs, is true as printed, and gives the same bytes again`(mistakes: Int) {
    var linkCount = 0
    var approximateCount = 0
    var finishedCount = 0
    for seed in UInt64(1)...40 {
      let text = RandomLesson(seed: seed, mistakes: mistakes).text
      let fixture = LessonFixture(text: text)
      let first = printed(fixture)
      #expect(first.text == printed(LessonFixture(text: text)).text, "\(text)")
      let truth = PrintedTruth(of: first.transcript)
      #expect(truth.lies.isEmpty, "\(text)")
      linkCount += truth.linkCount
      approximateCount += truth.approximateCount
      if fixture.run.diagnostics.isEmpty { finishedCount += 1 }
      // Nothing of a lesson reaches the terminal but text.
      #expect(!first.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(text)")
    }
    // Mostly valid, unless mistakes are asked for; and almost everything is equal as printed.
    if mistakes == 0 {
      #expect(finishedCount > 20)
      #expect(linkCount > 400)
      #expect(approximateCount < linkCount / 50)
    } else {
      #expect(finishedCount < 40)
    }
  }
}
