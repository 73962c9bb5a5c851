import PlainText
import TestSupport
import Testing

/// What terminals send for one key or for many at once, and what people type into a line.
@Suite("What is typed at a lesson")
struct StepTypingTests {
  @Test("is one line when it is pasted, whatever line ends it has")
  func paste() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.press("gquestion 1\r")
    learner.type("\u{1B}[200~2 *\r\n3\n* 2\r\u{1B}[201~", until: "answer> 2 * 3 * 2")
    learner.press("\r")
    #expect(learner.page.contains { $0.contains("2·3·2 = 12") })
    // Where no line is typed and no question waits, it is not taken for keys.
    learner.press("\u{1B}[200~qqq\rq\u{1B}[201~")
    #expect(learner.status.contains("Enter next"))
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }

  @Test("is the same key when its bytes come one by one")
  func slowly() throws {
    let learner = try Learner(reading: Lessons.toRead)
    // Where the machine is so slow that Esc seems to be a key of its own, it is not the one that is wanted.
    let isRight = (1...10).contains { _ in
      learner.type("g", until: "go to>")
      learner.type("ab", until: "go to> ab")
      for byte in "\u{1B}[D".utf8 {
        learner.terminal.type([byte])
        while learner.terminal.hasUnreadInput(seconds: 0) {}
      }
      learner.terminal.type("c")
      let isTyped = learner.terminal.shows("go to> acb", seconds: 1)
      learner.press("\r")
      return isTyped
    }
    #expect(isRight)
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }

  @Test("is Esc when nothing follows it")
  func escape() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.type("gab", until: "go to> ab")
    learner.terminal.type("\u{1B}")
    #expect(learner.shows("Enter next"))
    learner.press("?")
    learner.terminal.type("\u{1B}")
    #expect(learner.terminal.waits(seconds: Learner.patience) { !$0.text.contains("Esc") })
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }

  @Test("may be wide or of several parts, and the cursor stands behind it")
  func wide() throws {
    let learner = try Learner(reading: Lessons.toRead, columns: 24, rows: 12)
    learner.type("g", until: "go to>")
    for (typed, line, column) in [
      ("漢字", "go to> 漢字", 11), ("e\u{301}", "go to> 漢字e\u{301}", 12), ("\u{7F}", "go to> 漢字", 11),
      ("👩‍👩‍👧", "go to> 漢字👩‍👩‍👧", 13), ("\u{7F}\u{7F}", "go to> 漢", 9),
    ] {
      learner.terminal.type(typed)
      let isRight = learner.terminal.waits(seconds: Learner.patience) {
        $0.lines[10] == line && $0.cursor == (10, column) && $0.isCursorShown
      }
      #expect(isRight, "\(learner.terminal.screen.lines[10])")
    }
    // In the midst of more than the window holds.
    learner.terminal.type(String(repeating: "字", count: 30))
    let isShortened = learner.terminal.waits(seconds: Learner.patience) {
      $0.lines[10].hasPrefix("go to> …字") && displayWidth($0.lines[10]) <= 24
    }
    #expect(isShortened)
    learner.terminal.type("\r")
    let isSaid = learner.terminal.waits(seconds: Learner.patience) {
      $0.text.contains("section of that name.")
    }
    #expect(isSaid, "\(learner.page)")
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }
}
