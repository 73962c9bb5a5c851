import Foundation
import PlainText
import Terminal
import TestSupport
import Testing

/// Set by a handler of Ctrl-C that was there before a screen.
nonisolated(unsafe) private var noted: sig_atomic_t = 0

/// One after the other: a process takes one terminal over at a time, and signals are the process's.
@Suite(.serialized) struct TerminalScreenTests {
  private let terminal: PseudoTerminal

  init() throws { terminal = try PseudoTerminal(columns: 20, rows: 6) }

  private func screen() throws -> TerminalScreen {
    try #require(TerminalScreen(input: terminal.descriptor, output: terminal.descriptor))
  }

  /// Which function deals with each signal now.
  private var handlers: [UInt] {
    (Int32(1)..<32).map { signal in
      var action = sigaction()
      sigaction(signal, nil, &action)
      return withUnsafeBytes(of: &action) { $0.load(as: UInt.self) }
    }
  }

  @Test func `A terminal is taken over and given back as it was`() throws {
    let settings = terminal.settings
    let handlers = handlers
    let screen = try screen()
    #expect(screen.size == TerminalSize(columns: 20, rows: 6))
    #expect(terminal.waits { $0.isAlternate && $0.marksPaste && !$0.wraps && !$0.isCursorShown })
    #expect(!terminal.echoes)
    #expect(self.handlers != handlers)

    screen.leave()
    screen.leave()
    #expect(terminal.settings == settings)
    #expect(self.handlers == handlers)
    #expect(terminal.waits { !$0.isAlternate && !$0.marksPaste && $0.wraps && $0.isCursorShown })
    #expect(terminal.screen.text.isEmpty)
    #expect(screen.next(timeout: nil) == .ended)
    screen.show(["late"], cursor: nil)
    #expect(terminal.screen.text.isEmpty)
  }

  @Test func `A screen that is forgotten is left`() throws {
    let settings = terminal.settings
    do {
      let screen = try screen()
      screen.show(["text"], cursor: nil)
      #expect(terminal.shows("text"))
    }
    #expect(terminal.settings == settings)
    #expect(terminal.waits { !$0.isAlternate })
  }

  @Test func `There is one screen, and only on a terminal`() throws {
    let file = try #require(FileHandle(forReadingAtPath: "/dev/null"))
    #expect(TerminalScreen(input: file.fileDescriptor, output: terminal.descriptor) == nil)
    #expect(TerminalScreen(input: terminal.descriptor, output: file.fileDescriptor) == nil)
    let first = try screen()
    let settings = terminal.settings
    #expect(TerminalScreen(input: terminal.descriptor, output: terminal.descriptor) == nil)
    #expect(terminal.settings == settings)
    first.leave()
    let second = try screen()
    second.leave()
  }

  @Test(
    arguments: [
      ("é", [.character("é")]), ("\r", [.enter]), ("\n", [.enter]), ("\u{4}", [.control("d")]),
      ("\u{1B}", [.escape]),
      ("\u{11}\u{13}\u{16}", [.control("q"), .control("s"), .control("v")]),
      ("\u{1B}[A\u{1B}OB", [.up, .down]),
      ("\u{1B}[200~a\rb\u{1B}[201~x", [.pasted("a\nb"), .character("x")]),
    ] as [(String, [Key])])
  func `What is typed arrives as keys, and nothing shows it`(text: String, keys: [Key]) throws {
    let screen = try screen()
    terminal.type(text)
    for key in keys { #expect(screen.next(timeout: 10_000) == .key(key)) }
    #expect(screen.next(timeout: 0) == .timedOut)
    #expect(terminal.screen.text.isEmpty)
  }

  @Test func `What is typed and not asked for is not left to the shell`() throws {
    let screen = try screen()
    terminal.type("rm -r /\r")
    #expect(terminal.hasUnreadInput(seconds: 10))
    screen.leave()
    #expect(!terminal.hasUnreadInput(seconds: 0))
  }

  @Test func `Only what differs is written`() throws {
    let screen = try screen()
    screen.show(["one", "two", "three"], cursor: (1, 3))
    #expect(terminal.shows("three"))
    #expect(terminal.waits { $0.cursor == (1, 3) && $0.isCursorShown })

    terminal.forgetWrittenRows()
    screen.show(["one", "2", "three", "漢字"], cursor: (0, 25))
    #expect(terminal.shows("漢字"))
    #expect(terminal.screen.lines == ["one", "2", "three", "漢字", "", ""])
    #expect(terminal.screen.writtenRows == [1, 3])
    #expect(terminal.waits { $0.cursor == (0, 19) })

    let written = terminal.output.count
    screen.show(["one", "2", "three", "漢字"], cursor: (0, 25))
    screen.show(["one"], cursor: nil)
    #expect(terminal.waits { $0.lines == ["one", "", "", "", "", ""] && !$0.isCursorShown })
    #expect(terminal.output.count < written + 80)
    screen.show([], cursor: (-1, -1))
    #expect(terminal.waits { $0.text.isEmpty && $0.cursor == (0, 0) })
  }

  @Test func `Any frame after any other is what the terminal shows`() throws {
    var random = SplitMix64(seed: 6)
    let screen = try screen()
    for round in 0..<200 {
      // Rows that are full to the last column, with wide characters and colours, and more of them than fit.
      let lines = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        var line = ""
        while displayWidth(line) < 20, Int.random(in: 0..<25, using: &random) > 0 {
          line +=
            ["a", "b", "-", "é", displayWidth(line) < 19 ? "漢" : "."].randomElement(using: &random) ?? "a"
        }
        return line
      }
      let mark = "\(round)"
      let all = [mark] + lines
      screen.show(all.map { "\u{1B}[1;31m\($0.prefix(1))\u{1B}[0m\($0.dropFirst())" }, cursor: nil)
      let expected = (all + Array(repeating: "", count: 6)).prefix(6)
      #expect(terminal.waits { $0.lines == Array(expected) }, "\(terminal.screen.lines) for \(expected)")
    }
    #expect(terminal.screen.scrolls == 0)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test func `A window of another size is told, and all is shown again`() throws {
    let screen = try screen()
    screen.show(["text"], cursor: nil)
    #expect(terminal.shows("text"))
    terminal.resize(columns: 30, rows: 4)
    kill(getpid(), SIGWINCH)  // The terminal tells only those whom it controls.
    #expect(screen.next(timeout: 10_000) == .resized(TerminalSize(columns: 30, rows: 4)))
    #expect(screen.size == TerminalSize(columns: 30, rows: 4))
    screen.show(["text"], cursor: nil)
    #expect(terminal.shows("text"))
    #expect(screen.next(timeout: 0) == .timedOut)
  }

  @Test func `Ctrl-C is an event, and whoever took note of it before does so still`() throws {
    let before = signal(SIGINT) { _ in noted = 1 }
    defer { _ = signal(SIGINT, before) }
    let screen = try screen()
    #expect(!screen.isInterrupted)
    kill(getpid(), SIGINT)
    let end = Date(timeIntervalSinceNow: 10)
    while !screen.isInterrupted, Date() < end {}
    #expect(screen.isInterrupted)
    #expect(screen.next(timeout: 10_000) == .interrupted)
    #expect(noted == 1)
    #expect(!screen.isInterrupted)
    #expect(screen.next(timeout: 0) == .timedOut)
  }

  @Test func `A process that goes on has the terminal again, and shows all again`() throws {
    let screen = try screen()
    let settings = terminal.settings
    screen.show(["text"], cursor: nil)
    #expect(terminal.shows("text"))
    // As a shell would have it.
    var cooked = termios()
    tcgetattr(terminal.descriptor, &cooked)
    cooked.c_lflag |= tcflag_t(ECHO | ICANON)
    tcsetattr(terminal.descriptor, TCSANOW, &cooked)
    kill(getpid(), SIGCONT)
    #expect(screen.next(timeout: 10_000) == .resumed)
    #expect(terminal.settings == settings)
    terminal.forgetWrittenRows()
    screen.show(["text"], cursor: nil)
    #expect(terminal.waits { $0.writtenRows == [0] })
  }

  @Test func `A window that is closed ends it, however often one asks`() throws {
    let screen = try screen()
    terminal.type("x")
    #expect(terminal.hasUnreadInput(seconds: 10))
    terminal.hangUp()
    screen.show(["nobody sees it"], cursor: nil)
    while case .key = screen.next(timeout: 10_000) {}
    #expect(screen.next(timeout: nil) == .ended)
    screen.show(["nobody sees it"], cursor: nil)
    #expect(screen.next(timeout: 0) == .ended)
  }
}
