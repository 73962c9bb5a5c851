import Testing

@testable import Stepper

@Suite struct ChangeTests {
  @Test func aChangeShowsWhatFollowsFromItInTheOrderOfTheLesson() {
    let reader = screen("gE\n:w = 1\n").reader
    #expect(
      reader.noteLines == [
        "", ": w = 1", "    w = 1 (was 0.5)", "", "    name   before   now   change",
        "    y      4         5    1",
        "    E      9        16    7",
      ])
    #expect(reader.pageLines.contains("      = 1·2 + 3"))
  }

  @Test func everyKindOfGivenNumberCanBeChanged() {
    for (change, line) in [
      ("x = 3", "param"), ("c = -2", "const"), ("w <- 2", "param"), ("w = c/2", "param"),
    ] {
      let reader = screen("gE\n:\(change)\n").reader
      #expect(reader.changes.count == 1, "\(change) \(line)")
      #expect(reader.noteLines.contains { $0.hasPrefix("    E ") }, "\(change)")
    }
  }

  @Test func resetTakesAllChangesBack() {
    let own = screen("gE\n").reader
    let reader = screen("gE\n:w = 1\n:x = 3\n:reset\n").reader
    #expect(reader.pageLines == own.pageLines)
    #expect(reader.changes.isEmpty)
    #expect(reader.noteLines.last == "All numbers are the lesson's own again.")
    #expect(screen(":reset\n").reader.noteLines.last == "No number has been changed.")
  }

  @Test func theLessonGoesOnWithTheChangedNumber() {
    let reader = screen("gE\n:w = 1\ngquestion 1\n:give up\n:give up\n").reader
    #expect(reader.pageLines.contains { $0.contains("= 4²") })
    let last = screen("gE\n:w = 1\ngforward\n<right>").frame.lines.last ?? ""
    #expect(last.contains("  w changed  "))
    let more = screen("gE\n:w = 1\n:x = 1\n").frame.lines.last ?? ""
    #expect(more.contains("  w, x changed  "))
  }

  static let refused = ["nothing = 1", "y = 2", "w = ", "w = 1/0", "= 3", "w = 1 = 2", "w == 1", "w = ln(0)"]

  @Test(arguments: refused) func whatIsNoChangeIsRefused(_ change: String) {
    let own = screen("gE\n").reader
    let reader = screen("gE\n:\(change)\n").reader
    #expect(reader.changes.isEmpty)
    #expect(reader.pageLines == own.pageLines)
    #expect(reader.noteLines.count > 2)
  }

  @Test func aChangeWithWhichTheLessonStopsBeforeThisStepIsRefused() {
    let text = "---\ntitle: T\n---\n\n```calc\ninput a = 2\ny = 1/a\n```\n"
    let reader = screen("gy\n:a = 0\n", of: text).reader
    #expect(reader.changes.isEmpty)
    #expect(reader.noteLines.last == "This cannot be: with that number 1/0 has no value (in 1/a).")
  }

  @Test func underAChangeNothingCountsAsDone() {
    let reader = screen("gE\n:w = 1\n<right><right>" + "20.0\n").reader
    #expect(reader.outcomes.isEmpty)
    #expect(reader.readSteps == screen("gE\n").reader.readSteps)
  }

  @Test func expressionsAreWorkedOutAndNumbersExplained() {
    #expect(screen("gE\n:w*x\n").reader.noteLines.contains("    w·x = 0.5·2 = 1"))
    #expect(screen("gE\nwy\n").reader.noteLines.contains("      = 0.5·2 + 3"))
    #expect(screen("gE\nw\n").reader.noteLines.first { $0.hasPrefix("why>") } == "why> E")
    #expect(screen("gE\nw∂E/∂w\n").reader.noteLines.joined().contains("= 12"))
  }

  @Test func earlierStepsAreLookedIntoWithTheirNumbers() {
    #expect(screen("gforward\nwy\n").reader.noteLines.contains("      = −0.7·2 + 3"))
    #expect(screen("gforward\ngE\nwy\n").reader.noteLines.contains("      = 0.5·2 + 3"))
  }
}
