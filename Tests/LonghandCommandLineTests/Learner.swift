import Foundation
import TestSupport
import Testing

/// Somebody who reads a lesson at a terminal with the built program, in a home of their own.
final class Learner {
  /// Where they sit.
  let terminal: PseudoTerminal
  /// Their home, and the folder in which the program is called.
  let home: TemporaryFolder
  /// All lines that the window has shown after a key was pressed.
  private(set) var seen: Set<String> = []
  /// How the terminal treated what passes through it before the program was called.
  private let settings: [UInt8]
  private var marks = 0

  /// Where a key is waited for, or a program that starts, on a machine that has much else to do.
  static let patience = 20.0

  /// A learner whose terminal has nothing to show yet.
  init(in home: TemporaryFolder? = nil, columns: Int = 80, rows: Int = 24) throws {
    self.home = try home ?? TemporaryFolder()
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    settings = terminal.settings
  }

  /// A learner who has called for a lesson of the given text, and sees it.
  convenience init(
    reading text: String, in home: TemporaryFolder? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    try self.init(in: home, columns: columns, rows: rows)
    try self.home.write(text, to: "lesson.md")
    try open("./lesson.md")
  }

  /// The environment of everything that a learner starts: nobody's home but their own is written to.
  var environment: [String: String] {
    [
      "HOME": home.path, "XDG_STATE_HOME": home.path + "/state", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  // MARK: - Calling

  /// Calls `longhand step`, and waits until the window is its own.
  func open(_ arguments: String..., environment: [String: String] = [:]) throws {
    try call(["step"] + arguments, environment: environment)
    let isOpen = terminal.waits(seconds: Self.patience) { $0.isAlternate && !$0.status.isEmpty }
    // Nothing that is pressed could do anything.
    try #require(isOpen, "\(terminal.screen.text)")
    see()
  }

  /// Calls the program.
  func call(_ arguments: [String], environment: [String: String] = [:]) throws {
    try terminal.start(
      BuiltProgram().path, arguments, environment: self.environment.merging(environment) { $1 },
      in: home.path)
  }

  // MARK: - Pressing

  /// Presses keys, and waits until the window shows what they do.
  ///
  /// A key of no meaning follows them, wherever one is, and it is waited for what is said to that: whatever is shown then is
  /// there whole.
  func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
    marks += 1
    let (mark, name) = marks.isMultiple(of: 2) ? ("\u{18}", "Ctrl-X") : ("\u{14}", "Ctrl-T")
    terminal.type(keys + mark)
    let isShown = shows("\(name) does nothing here")
    #expect(isShown, "\(terminal.screen.text)", sourceLocation: sourceLocation)
    see()
  }

  /// Types text, and waits until the window shows something.
  func type(_ text: String, until shown: String, sourceLocation: SourceLocation = #_sourceLocation) {
    terminal.type(text)
    #expect(shows(shown), "\(terminal.screen.text)", sourceLocation: sourceLocation)
  }

  /// Whether the window shows `text`, at once or after a while.
  func shows(_ text: String) -> Bool { terminal.shows(text, seconds: Self.patience) }

  /// The line on the last row.
  var status: String { terminal.screen.status }

  /// The window, without the two rows at the bottom, and without the column to their left.
  var page: [String] { terminal.screen.lines.dropLast(2).map { String($0.trimmingPrefix(/[▌> ]/)) } }

  /// The same without the values that stand beside the page in a wide window.
  var pageWithoutPanel: [String] {
    page.map { line in
      let text = line.prefix { $0 != "│" }
      return text.count < line.count ? text.replacing(#/ +$/#, with: "").description : line
    }
  }

  private func see() { seen.formUnion(page) }

  // MARK: - Leaving

  /// Waits until the program has ended, and holds the terminal against what it was before.
  func expectEnd(_ ending: PseudoTerminal.Ending, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.ending(seconds: Self.patience) == ending, sourceLocation: sourceLocation)
    expectTerminalAsBefore(sourceLocation: sourceLocation)
  }

  /// Holds the terminal against what it was before the program was called.
  func expectTerminalAsBefore(sourceLocation: SourceLocation = #_sourceLocation) {
    let isLeft = terminal.waits(seconds: Self.patience) {
      !$0.isAlternate && $0.isCursorShown && !$0.marksPaste && !$0.wheelSendsKeys && $0.wraps
    }
    #expect(isLeft, "\(terminal.screen)", sourceLocation: sourceLocation)
    #expect(terminal.settings == settings, sourceLocation: sourceLocation)
    #expect(terminal.screen.unknown.isEmpty, sourceLocation: sourceLocation)
    #expect(terminal.screen.scrolls == 0, sourceLocation: sourceLocation)
  }
}

extension TerminalModel {
  /// The line on the last row.
  var status: String { lines.last ?? "" }
}
