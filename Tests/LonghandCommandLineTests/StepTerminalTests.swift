import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// `longhand step` as a learner has it before them: the built program on a terminal.
@Suite("A lesson at a terminal")
struct StepTerminalTests {
  /// The lines of a lesson on a terminal of that width, without the answers.
  private static func page(_ lesson: String, width: Int) throws -> [String] {
    let arguments = ["run", "--lessons", CourseFolder.lessons, "--color", "never", lesson]
    let outcome = longhand(
      arguments, in: try TemporaryFolder(), environment: ["LANG": "C.UTF-8"], terminal: .init(columns: width))
    #expect(outcome.status == .success)
    return outcome.results.pageLines
  }

  @Test(
    "has all of the page in the window at some time, when Enter is pressed, questions are skipped and checks opened",
    arguments: [("learning-rate", 80, 24), ("linear-and-logistic", 40, 12)])
  func whole(lesson: String, columns: Int, rows: Int) throws {
    let learner = try Learner(columns: columns, rows: rows)
    try learner.open("--lessons", CourseFolder.lessons, lesson)
    var presses = 0
    var opened: Set<Substring> = []
    while presses < 1000, !learner.seen.contains(where: { $0.hasPrefix("This is the end of the lesson") }) {
      let status = learner.status
      #expect(status.contains(/\d+\/\d+ .*(Enter|\? keys)/), "\(status)")
      let isWaiting = status.contains("Ctrl-D quit") && !status.contains("Enter")
      let position = status.firstMatch(of: /\d+\/\d+/)?.0 ?? ""
      let isSummary = status.contains("o numbers") && opened.insert(position).inserted
      learner.press(isWaiting ? ":skip\r" : isSummary ? "o" : "\r")
      presses += 1
    }
    let page = try Self.page(lesson, width: columns - 1)
    // Pictures are as high as the window allows, and have other rows.
    #expect(page.filter { !learner.seen.contains($0) && !$0.contains(/[┤│]/) } == [])
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
    #expect(learner.shows("longhand step"))
  }

  @Test("goes forth and back, by steps, sections, names and texts")
  func moves() throws {
    let learner = try Learner(reading: Lessons.toRead)
    let beginning = learner.page
    learner.press("\r\r\r")
    #expect(learner.page.contains("    input   x = 2"))
    learner.press("bbb")
    #expect(learner.page == beginning)
    learner.press("b")
    #expect(learner.page.contains("This is the beginning of the lesson."))

    learner.press("]")
    #expect(learner.status.contains("8/16  "))
    learner.press("]")
    #expect(learner.page.contains("| Question 2"))
    learner.press(":previous section\r")
    #expect(learner.status.contains("8/16  "))
    learner.press("gE\r")
    #expect(learner.page.contains("    E = (y − 1)²"))
    learner.press("gchange\r")
    #expect(learner.status.contains("14/16  "))
    learner.press("/ARROW\r")
    #expect(learner.page.contains("An arrow, a → b, and a wide 漢字 and é."))
    #expect(learner.page.contains("Found at step 3, from the beginning again."))
    learner.press("gnowhere\r")
    #expect(learner.page.contains { $0.hasPrefix("There is no step and no section of that name.") })
    learner.press("\u{1B}[C")
    #expect(learner.status.contains("6/16  "))
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }

  @Test("marks answers, gives hints, and shows the answer")
  func answers() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.press("gquestion 1\r")
    #expect(learner.status.contains("Ctrl-D quit"))
    learner.type("11", until: "answer> 11")
    learner.press("\r")
    #expect(learner.page.contains("answer> 11"))
    learner.press(":hint\r")
    #expect(learner.page.contains("Hint 1: E grows with the square."))
    learner.press("∂E/∂x\r")
    #expect(learner.page.contains { $0.contains("that is by x") })
    learner.press("y - 2\r")
    #expect(learner.page.contains("answer> y - 2"))
    learner.press("x*3*2\r")
    #expect(learner.page.contains("answer> x*3*2"))
    #expect(learner.page.contains { $0.contains("2·3·2 = 12") })
    #expect(learner.status.contains("Enter next"))

    learner.press("gquestion 2\r")
    learner.type("b", until: "answer> b")
    learner.press("\r")
    #expect(learner.page.contains { $0.contains("that is uphill") })
    #expect(learner.status.contains("Ctrl-D quit"))
    learner.press(":skip\r")
    learner.press("b")
    #expect(learner.page.contains("| Question 2"))
    learner.press(":give up\r")
    #expect(!learner.page.contains { $0.contains("a) is right") }, "\(learner.page)")
    learner.press(":give up\r")
    #expect(learner.page.contains { $0.contains("a) is right") }, "\(learner.page)")
    #expect(learner.status.contains("Enter next"))
    learner.terminal.type("\u{4}")
    learner.expectEnd(.status(0))
  }

  @Test("looks inside numbers, works expressions out, and tries other numbers")
  func inside() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.press("gE\r")
    learner.press("w\r")
    #expect(learner.page.contains("why> E"))
    learner.press("wgrad(E, w)\r")
    #expect(learner.page.contains { $0.contains("∂E/∂w") && $0.contains("12") })
    learner.press(":E + y*w\r")
    #expect(learner.page.contains { $0.contains("= 11") })
    learner.press(":w = 1\r")
    #expect(learner.page.contains("    w = 1 (was 0.5)"))
    #expect(learner.status.contains("  w changed  "))
    learner.press(":reset\r")
    #expect(learner.page.contains("All numbers are the lesson's own again."))
    #expect(!learner.status.contains("  w changed  "))
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }

  @Test("lays the page out anew in a window of another size, and stays where it was")
  func resizing() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.press("gE\r")
    let (page, status) = (learner.page, learner.status)
    for (columns, rows) in [(40, 12), (200, 60)] {
      learner.terminal.resize(columns: columns, rows: rows)
      learner.press("")
      #expect(learner.terminal.screen.lines.count == rows)
      #expect(learner.pageWithoutPanel.last { !$0.isEmpty } == page.last { !$0.isEmpty })
      #expect(learner.status.hasPrefix("9/16  "))
    }
    learner.terminal.resize(columns: 1, rows: 1)
    #expect(learner.terminal.waits(seconds: Learner.patience) { $0.lines == ["…"] })
    learner.terminal.resize(columns: 80, rows: 24)
    learner.press("")
    #expect((learner.page, learner.status) == (page, status))
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }
}
