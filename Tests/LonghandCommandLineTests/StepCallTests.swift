import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// Calls of `longhand step` that come to nothing.
@Suite("A wrong call for a lesson")
struct StepCallTests {
  static let calls: [(arguments: [String], status: Status, message: String)] = [
    ([], .wrongUsage, "longhand: `step` needs a lesson\nusage: longhand step"),
    (["sum", "other-sum"], .wrongUsage, "longhand: `step` takes one lesson at a time\nusage: longhand step"),
    (["smu"], .wrongUsage, "longhand: there is no lesson `smu`\nhint: did you mean `sum`?\n"),
    (["./none.md"], .failure, "longhand: cannot read `./none.md`: no such file or directory\n"),
    (["./wrong.md"], .failure, "./wrong.md:8:"),
    (["--plain", "./wrong.md"], .failure, "./wrong.md:8:"),
    (
      ["sum", "--keys", "none.txt"], .failure, "longhand: cannot read `none.txt`: no such file or directory\n"
    ),
    (
      ["-"], .wrongUsage,
      "longhand: a lesson that is read from standard input leaves none for answers\nhint: "
    ),
    (["sum", "--set", "z=1"], .wrongUsage, "longhand: "),
    (["sum", "--color", "blue"], .wrongUsage, "longhand: `--color`"),
    (["sum", "--frob"], .wrongUsage, "longhand: "),
  ]

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(Lessons.course + [("wrong.md", Lessons.wrong), ("fine.md", Lessons.fine)])
  }

  @Test("says what is wrong, and touches nothing", arguments: calls)
  func wrong(arguments: [String], status: Status, message: String) throws {
    let outcome = longhand(["step"] + arguments, in: try folder())
    #expect(outcome.status == status)
    #expect(outcome.messages.hasPrefix(message), "\(outcome.messages)")
    #expect(outcome.results.isEmpty)
  }

  @Test("leaves a terminal untouched")
  func untouched() throws {
    for (arguments, status, message) in Self.calls.filter({
      ["./wrong.md", "smu"].contains($0.arguments.first)
    }) {
      let learner = try Learner(in: folder())
      try learner.call(["step"] + arguments)
      learner.expectEnd(.status(status.rawValue))
      #expect(learner.shows(String(message.split(separator: "\n")[0])))
      #expect(!learner.terminal.output.contains("\u{1B}[?"))
    }
  }

  @Test("may have its lesson from standard input, when the keys come from a file")
  func input() throws {
    let folder = try folder()
    try folder.write("<Right><Right>q", to: "keys.txt")
    let outcome = longhand(["step", "-", "--keys", "keys.txt"], in: folder, standardInput: Lessons.fine)
    #expect(outcome.status == .success)
    #expect(outcome.results.contains("    s = w5 + 0.25"))
  }

  @Test("of a lesson that stops is a lesson as far as it goes, and says why")
  func stopping() throws {
    let learner = try Learner(reading: Lessons.stopping)
    learner.press("\r\r\r\r")
    #expect(learner.page.contains { $0.hasPrefix("The lesson stops here: ") })
    learner.terminal.type("q")
    learner.expectEnd(.status(1))
    #expect(learner.shows("error: "))
  }
}
