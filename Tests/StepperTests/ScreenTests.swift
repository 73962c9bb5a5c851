import LessonRuntime
import PlainText
import Rendering
import Terminal
import TestSupport
import Testing

@testable import Stepper

@Suite struct ScreenTests {
  static let sizes = [(80, 24), (40, 12), (20, 5), (7, 3), (1, 1), (2, 2), (200, 60)]

  @Test(arguments: sizes) func aFrameFillsTheWindowAndNoMore(columns: Int, rows: Int) {
    for keys in [
      "", "?", "]<right><right>", "gquestion 1\n", "gquestion 1\n:hint\n9.9\n", "gvery long to type",
      ":w = 1\n",
      "x",
    ] {
      let frame = screen(keys, columns: columns, rows: rows).frame
      #expect(frame.lines.count == rows)
      for line in frame.lines { #expect(displayWidth(line) <= columns, "\(keys): \(line)") }
      if let cursor = frame.cursor {
        #expect((0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column), "\(keys) \(cursor)")
      }
    }
  }

  @Test(arguments: try CourseLessons.names())
  func nothingScrollsAwayUnread(name: String) throws {
    // Each in one of two windows.
    let isEven = Int(name.prefix(2))?.isMultiple(of: 2) == true
    try expectAllToBeSeen(
      of: lesson(try CourseLessons.text(of: name).withBriefTraining),
      in: [isEven ? (40, 12, .section) : (80, 24, .thought)])
  }

  // With these a lesson takes hundreds of presses.
  @Test(arguments: ["12-linear-and-logistic.md", "41-costs-for-regression.md"])
  func nothingScrollsAwayUnreadLineByLine(name: String) throws {
    try expectAllToBeSeen(
      of: lesson(try CourseLessons.text(of: name)),
      in: [(40, 12, .firstReading), (40, 12, .line), (80, 24, .line), (80, 24, .section)])
  }

  /// Reads a lesson from its beginning to its end: every line has been in the window before anything below it comes.
  private func expectAllToBeSeen(
    of lesson: Lesson, in readings: [(columns: Int, rows: Int, pace: ReadingPace)]
  ) throws {
    for (columns, rows, pace) in readings {
      var memory = Reader.Memory()
      memory.pace = pace
      var screen = ScreenReader(
        Reader(of: lesson, style: Style(medium: .terminal), memory: memory),
        size: TerminalSize(columns: columns, rows: rows))
      var seen = 0
      var presses = 0
      while presses < 10_000 {
        // Lines come into the window in order, and none before the one above it has been there, but for empty ones.
        let skipped = screen.content[min(seen, screen.top)..<screen.top]
        if !skipped.allSatisfy(\.isEmpty) {
          Issue.record("\(pace), \(columns) columns: \(skipped) scrolled away")
        }
        seen = max(seen, min(screen.content.count, screen.top + screen.bodyHeight))
        if screen.reader.isAtEnd, !screen.hasMore { break }
        let isWaiting = screen.reader.waitingQuestion != nil && !screen.hasMore
        for key in isWaiting ? KeyScript(":skip\n").keys : [.enter] { screen.press(key) }
        presses += 1
      }
      #expect(seen == screen.content.count, "\(pace), \(columns) columns")
      #expect(screen.reader.isAtEnd)
    }
  }

  @Test func theRestIsShownBeforeWhatComesNext() {
    for key in [Key.enter, .character("."), .right, .character(" ")] {
      var screen = screen("gE\n?", rows: 6)
      while screen.hasMore {
        let (top, position) = (screen.top, screen.reader.position)
        screen.press(key)
        #expect(screen.top > top && screen.reader.position == position)
      }
    }
  }

  @Test func whoReturnsSeesTheEndOfWhatWasRead() throws {
    let step = try #require(smallReader().steps.firstIndex { $0.name == "E" })
    let memory = Reader.Memory(lastStep: step)
    let screen = ScreenReader(smallReader(memory: memory), size: TerminalSize(columns: 80, rows: 6))
    #expect(screen.frame.lines.prefix(4) == ["      = 3²", "      = 9", "", "This is where you left off."])
    #expect(!screen.hasMore)
  }

  @Test func resizingKeepsThePlaceAndLaysTheLinesOutAnew() {
    for keys in ["", "gE\n", "gquestion 1\n:hint\n", "gE\n:w = 1\n", "gforward\n"] {
      var resized = screen(keys)
      for (columns, rows) in [(40, 12), (20, 4), (1, 1), (80, 24)] {
        resized.resize(to: TerminalSize(columns: columns, rows: rows))
        let direct = screen(keys, columns: columns, rows: rows)
        #expect(resized.content == direct.content)
        #expect(resized.reader.position == direct.reader.position)
      }
      #expect(resized.frame == screen(keys).frame)
    }
  }

  @Test func theLastLineSaysWhereTheReaderIsAndWhichKeysThereAre() throws {
    let keys = "Enter next  ? keys  q quit"
    #expect(screen().frame.lines.last == "2/15  A small lesson 1/4  13 %  \(keys)  b back  w why")
    #expect(screen("gE\n").frame.lines.last?.hasPrefix("8/15  Forward 2/3  53 %  \(keys)") == true)
    #expect(screen(columns: 40).frame.lines.last == "2/15  13 %  \(keys)")
    #expect(screen("gE\n:w = 1\n", columns: 50).frame.lines.last == "8/15  53 %  w changed  \(keys)")
    #expect(screen(columns: 12).frame.lines.last == "2/15")
    #expect(screen("?", rows: 6).frame.lines.suffix(2).first == "-- more: Enter --")
    #expect(screen("?", rows: 6).frame.lines.last?.contains("Enter more") == true)
    #expect(screen("gy").frame.lines.last?.contains("Esc leave") == true)
  }

  @Test func whatIsTypedStandsAboveTheLastLineWithTheCursor() {
    let frame = screen("gabc<Left>").frame
    #expect(frame.lines[22] == "go to> abc")
    #expect(frame.cursor == Frame.Cursor(row: 22, column: 9))
    #expect(screen().frame.cursor == nil)
  }

  @Test func namesAreCompletedAsFarAsTheyAgree() {
    let text = "---\ntitle: T\n---\n\n```calc\ninput out_h1 = 2, out_h2 = 3\n```\n"
    #expect(screen("w2*ou<Tab>", of: text).prompt?.editor.text == "2*out_h")
    #expect(screen("wout_h2<Tab>", of: text).prompt?.editor.text == "out_h2")
    #expect(screen("wzz<Tab>", of: text).prompt?.editor.text == "zz")
  }

  @Test func whatWasTypedBeforeIsKeptForTheSameAction() {
    #expect(screen("gE\ng<Up>").prompt?.editor.text == "E")
    #expect(screen("gE\n/<Up>").prompt?.editor.text == "")
  }

  @Test func inkAddsNothingButInk() {
    for keys in ["", "gquestion 1\n", "gquestion 1\n:hint\n", "gE\n:w = 1\n", "gE"] {
      let plain = screen(keys).frame.lines
      for ink in Ink.allCases {
        let inked = screen(keys, style: Style(ink: ink)).frame.lines
        #expect(inked.map(\.ofSigns) == plain.map(\.ofSigns))
      }
    }
    #expect(screen(style: Style(ink: .type)).frame.lines.last?.contains("\u{1B}[7m") == true)
  }

  @Test func anAsciiTerminalGetsAsciiOnly() {
    let style = Style(alphabet: .ascii)
    for keys in ["?", "gE\nwgrad(E, w)\n", "gE\nwdE/dw", "gE\n:w = 1\n", "<F>"] {
      let lines = screen(keys, rows: 60, style: style).frame.lines
      #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(lines)")
    }
  }

  /// Any keys at all, in a window that changes.
  @Test(arguments: 0..<12) func noKeysBreakAnything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var screen = screen(columns: 40, rows: 12)
    let keys = KeyTests.allKeys.filter { $0 != .character("q") && $0 != .control("d") }
    let texts = ["w = 1\n", "∂E/∂w\n", "12.0\n", "reset\n", "E\n", "1/0\n", "(((\n", "forward\n"]
    for _ in 0..<250 {
      switch random.next() % 20 {
      case 0:
        screen.resize(
          to: TerminalSize(columns: Int(random.next() % 90) + 1, rows: Int(random.next() % 30) + 1))
      case 1...4:
        for key in KeyScript(texts[Int(random.next() % UInt64(texts.count))]).keys { screen.press(key) }
      default: screen.press(keys[Int(random.next() % UInt64(keys.count))])
      }
      let frame = screen.frame
      #expect(frame.lines.count == screen.size.rows)
      #expect(frame.lines.allSatisfy { displayWidth($0) <= screen.size.columns })
    }
  }
}

extension String {
  /// The signs on a line, without ink and without blanks at its end.
  fileprivate var ofSigns: String { String(withoutInk.reversed().drop { $0 == " " }.reversed()) }
}
