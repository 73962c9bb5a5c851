import Foundation
import TestSupport
import Testing

/// A lesson that lets its reader wait.
@Suite("A training that a learner waits for")
struct StepTrainingTests {
  @Test("says how far it is, and can be left")
  func leaving() throws {
    let learner = try Learner(reading: Lessons.long)
    learner.press("gE\r")
    learner.terminal.type("\r")
    #expect(learner.shows("of 9000000; Ctrl-C leaves"))
    let line = learner.terminal.screen.lines[22]
    #expect(line.wholeMatch(of: /training: epoch \d+ of 9000000; Ctrl-C leaves/) != nil, "\(line)")
    #expect(learner.status.contains("Enter next"))
    // It goes on.
    #expect(learner.terminal.waits(seconds: Learner.patience) { $0.lines[22] != line })
    learner.terminal.type("\u{3}")
    learner.expectEnd(.status(130))
  }

  @Test("says so when the reader comes back to what stands behind it, and nothing else is in the window yet")
  func comingBack() throws {
    let lesson = Lessons.long.replacing("9000000 epochs", with: "2 epochs")
    let learner = try Learner(reading: lesson, columns: 30, rows: 8)
    learner.press("g4\r")
    learner.terminal.type("q")
    learner.expectEnd(.status(0))

    let returned = try Learner(in: learner.home, columns: 30, rows: 8)
    try learner.home.write(Lessons.long, to: "lesson.md")
    try returned.call(["step", "./lesson.md"])
    #expect(returned.shows("training: epoch"))
    returned.terminal.send(SIGTERM)
    returned.expectEnd(.signal(SIGTERM))
  }
}
