import TestSupport
import Testing

/// What learners type at the questions of the course, at a terminal.
@Suite("A reply to a question of the course")
struct StepReplyTests {
  @Test("is what is typed, whatever letter it begins with", arguments: try CourseFolder.quickNames(from: 0))
  func letters(lesson: String) throws {
    let learner = try Learner(columns: 80, rows: 64)
    try learner.open("--lessons", CourseFolder.lessons, lesson)
    var count = 0
    while count < 30 {
      learner.press((count == 0 ? "g" : ":go ") + "question \(count + 1)\r")
      guard learner.page.contains("| Question \(count + 1)") else { break }
      // Each question gets a few letters, and all of them together every one.
      let letters = ["abcde", "fghij", "klmno", "pqrst", "uvwxyz"][count % 5]
      count += 1
      let replies = letters.map { "\($0)1*2 + 1e9" }
      learner.press(replies.map { $0 + "\r" }.joined())
      let page = Set(learner.page)
      for reply in replies { #expect(page.contains("answer> \(reply)"), "question \(count)") }
      #expect(learner.status.contains("Ctrl-D quit"), "question \(count)")
    }
    #expect(count > 0)
    learner.terminal.type("\u{4}")
    learner.expectEnd(.status(0))
  }
}
