import Foundation
import TestSupport
import Testing

/// However a lesson at a terminal is left, the terminal is what it was before.
@Suite("A lesson that is left")
struct StepLeavingTests {
  /// A way to leave.
  struct Way: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let ending: PseudoTerminal.Ending
    let leave: @Sendable (PseudoTerminal) -> Void
  }

  private static func typing(_ keys: String, _ name: String, _ ending: PseudoTerminal.Ending) -> Way {
    Way(testDescription: name, ending: ending) { $0.type(keys) }
  }

  private static func sending(_ signal: Int32, _ name: String) -> Way {
    Way(testDescription: name, ending: .signal(signal)) { $0.send(signal) }
  }

  static let ways: [Way] = [
    typing("q", "q", .status(0)), typing("\u{4}", "Ctrl-D", .status(0)),
    typing("\u{3}", "Ctrl-C", .status(130)), typing("g\u{3}", "Ctrl-C in a line", .status(130)),
    typing("\u{1C}", "Ctrl-\\", .signal(SIGQUIT)),
    sending(SIGINT, "SIGINT").with(.status(130)), sending(SIGTERM, "SIGTERM"), sending(SIGHUP, "SIGHUP"),
    sending(SIGQUIT, "SIGQUIT"),
    // What a program's own fault sends comes in the same way.
    sending(SIGSEGV, "SIGSEGV"), sending(SIGABRT, "SIGABRT"), sending(SIGILL, "SIGILL"),
    sending(SIGBUS, "SIGBUS"), sending(SIGFPE, "SIGFPE"), sending(SIGTRAP, "SIGTRAP"),
  ]

  @Test("leaves the terminal as it was", arguments: ways)
  func end(way: Way) throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.press("\r")
    way.leave(learner.terminal)
    learner.expectEnd(way.ending)
  }

  @Test("ends at once by Ctrl-\\ in lines, too, where crashes are asked about")
  func quit() throws {
    let learner = try Learner()
    try learner.home.write(Lessons.toRead, to: "lesson.md")
    try learner.call(
      ["step", "--plain", "./lesson.md"], environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=yes"])
    #expect(learner.shows("Enter shows the next step"))
    learner.terminal.type("\u{1C}")
    learner.expectEnd(.signal(SIGQUIT))
    #expect(!learner.terminal.output.contains("to quit"))
  }

  @Test("ends by the signal of a terminal that is gone")
  func hangUp() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.terminal.hangUp()
    #expect(learner.terminal.ending(seconds: Learner.patience) == .signal(SIGHUP))
  }

  @Test("ends where nobody is there any more, be that signal ignored or not")
  func ignoredHangUp() throws {
    let learner = try Learner()
    try learner.home.write(Lessons.toRead, to: "lesson.md")
    let line = #"trap "" HUP; exec "$0" step ./lesson.md"#
    try learner.terminal.start(
      "/bin/sh", ["-c", line, BuiltProgram().path], environment: learner.environment, in: learner.home.path)
    #expect(learner.shows("Enter next"))
    learner.press("\r\r")
    learner.terminal.hangUp()
    #expect(learner.terminal.ending(seconds: Learner.patience) == .status(1))
    #expect(learner.home.text("state/longhand/progress")?.contains("\there\t") == true)
  }

  @Test("lends the terminal to the shell while it is stopped")
  func shell() throws {
    let learner = try Learner(columns: 60, rows: 20)
    try learner.home.write(Lessons.toRead, to: "lesson.md")
    var environment = learner.environment
    environment["PS1"] = "$ "
    environment["LONGHAND"] = try BuiltProgram().path
    try learner.terminal.start(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: environment,
      in: learner.home.path)
    learner.waitForPrompt()
    // It is the shell's from here on.
    let settings = learner.terminal.settings
    learner.terminal.type("\"$LONGHAND\" step ./lesson.md\r")
    #expect(learner.shows("Enter next"))
    learner.press("gE\r")
    let page = learner.page

    // In the background it stops as soon as it wants the terminal, and a shell has to know that before it can help.
    for command in ["fg", #"bg; until [ -n "$(jobs -s)" ]; do sleep 0.01; done; fg"#] {
      learner.terminal.type("\u{1A}")
      learner.waitForPrompt()
      learner.runInShell("echo so it is $((1 + 1))", until: "so it is 2")
      learner.expectTerminalAsBefore()
      #expect(learner.terminal.settings == settings)
      learner.terminal.type(command + "\r")
      #expect(learner.terminal.waits(seconds: Learner.patience) { $0.isAlternate && $0.marksPaste })
      learner.press("")
      #expect(learner.page == page)
    }

    learner.terminal.type("\u{1A}")
    learner.waitForPrompt()
    learner.terminal.resize(columns: 40, rows: 12)
    learner.type("fg\r", until: "9/16  ")
    learner.press("")
    #expect(learner.terminal.screen.lines.count == 12)
    learner.terminal.type("q")
    learner.waitForPrompt()
    learner.runInShell("echo status $?", until: "status 0")
    learner.expectTerminalAsBefore()
    #expect(learner.terminal.settings == settings)

    learner.terminal.type("\"$LONGHAND\" step ./lesson.md\r")
    #expect(learner.shows("This is where you left off."))
    learner.terminal.type("\u{3}")
    learner.waitForPrompt()
    learner.runInShell("echo status $?", until: "status 130")
    learner.terminal.type("exit\r")
    learner.expectEnd(.status(0))
  }
}

extension Learner {
  /// Waits until the shell has the terminal and wants a command.
  fileprivate func waitForPrompt() {
    let hasCome = terminal.waits(seconds: Self.patience) { screen in
      !screen.isAlternate && screen.lines.last { !$0.isEmpty } == "$"
    }
    #expect(hasCome, "\(terminal.screen.text)")
  }

  /// Has the shell carry out a command, and waits for its next prompt: what is typed before that stands above it, and it
  /// would be taken for the prompt of a later moment.
  fileprivate func runInShell(_ command: String, until shown: String) {
    type(command + "\r", until: shown)
    waitForPrompt()
  }
}

extension StepLeavingTests.Way {
  fileprivate func with(_ ending: PseudoTerminal.Ending) -> Self {
    Self(testDescription: testDescription, ending: ending, leave: leave)
  }
}
