import Foundation
import PlainText
import TestSupport
import Testing

@testable import LonghandCommandLine

@Suite("longhand progress")
struct ProgressCommandTests {
  /// A course of three lessons; the first is done, and of the second two steps.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      ("Lessons/11-a.md", Lessons.asking("First")), ("Lessons/12-b.md", Lessons.asking("Second")),
      ("Lessons/13-c.md", Lessons.asking("Third")), ("Lessons/14-gone.md", Lessons.asking("Fourth")),
    ])
    try folder.read("12-b", [.read, .read])
    try folder.read("11-a", [.read, .read, .answered])
    return folder
  }

  private func progress(
    _ arguments: [String], in folder: TemporaryFolder, answers: [String]? = nil
  ) -> Outcome {
    longhand(["progress"] + arguments, in: folder, environment: folder.home, answers: answers)
  }

  private func kept(_ folder: TemporaryFolder) -> [String] { Progress(environment: folder.home).lessons }

  @Test("shows the lessons that are begun, in the order of the course, and then those of other courses")
  func all() throws {
    let folder = try folder()
    try folder.read("14-gone", [.read, .read, .skipped])
    try FileManager.default.removeItem(at: folder.url("Lessons/14-gone.md"))
    let outcome = progress([], in: folder)
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    #expect(
      outcome.results == """
          a     3 of 3 steps; 1 question answered
          b     2 of 3 steps; of 1 question none answered
                left off at x
          gone  3 steps: 2 read, 1 skipped

        """)
    try FileManager.default.removeItem(at: folder.url("Lessons"))
    #expect(
      progress([], in: folder).results.hasPrefix("  b     2 steps: 2 read\n  a     3 steps: 2 read, 1 ans"))
  }

  @Test("shows the lessons that are named, begun or not, and goes on behind one that there is not")
  func named() throws {
    let folder = try folder()
    let outcome = progress(["c", "12-b", "d", "Lessons/11-a.md"], in: folder)
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.messages.hasPrefix("longhand: there is no lesson `d`"))
    #expect(
      outcome.results == """
          c  0 of 3 steps; of 1 question none answered
          b  2 of 3 steps; of 1 question none answered
             left off at x
          a  3 of 3 steps; 1 question answered

        """)
  }

  @Test("says which steps have changed since, and shows a lesson with an error as far as it can")
  func changed() throws {
    let folder = try folder()
    try folder.write(Lessons.asking("Second").replacing("1 + 1", with: "2"), to: "Lessons/12-b.md")
    #expect(progress(["b"], in: folder).results.contains("b  1 of 3 steps; of 1 question none answered\n"))
    #expect(progress(["b"], in: folder).results.contains("     1 step has changed since\n"))
    try folder.write(Lessons.wrong, to: "Lessons/12-b.md")
    let broken = progress(["b"], in: folder)
    #expect(broken.status == .success)
    #expect(broken.results == "  b  has an error: `longhand check b` tells it\n     2 steps: 2 read\n")
  }

  @Test("says how to begin where nothing is done")
  func none() throws {
    let folder = try TemporaryFolder([("Lessons/11-a.md", Lessons.asking("First"))])
    #expect(progress([], in: folder).results == "  Nothing yet.  `longhand step a` begins the course\n")
    #expect(longhand(["progress"], in: folder).status == .success)
    #expect(
      progress([], in: try TemporaryFolder()).results.contains("`longhand step LESSON` begins a lesson"))
  }

  @Test("fits any width, and no name steers the terminal", arguments: [20, 40, 200])
  func width(width: Int) throws {
    let folder = try folder()
    try folder.write("\\u{1B}[2J\t0123456789abcdef\tread\tx\n", to: TemporaryFolder.progress)
    let outcome = progress(["--width", "\(width)"], in: folder)
    #expect(outcome.results.contains("\u{FFFD}[2J") && !outcome.results.contains("\u{1B}"))
    #expect(outcome.results.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= width })
  }

  // MARK: --reset

  @Test(
    "--reset asks, and forgets what is named, or all, only when told to",
    arguments: [
      ([], "in 2 lessons", "y", []), ([], "in 2 lessons", " YES ", []),
      ([], "in 2 lessons", "n", ["b", "a"]),
      ([], "in 2 lessons", "", ["b", "a"]), ([], "in 2 lessons", "yoghurt", ["b", "a"]),
      ([], "in 2 lessons", nil, ["b", "a"]), (["a"], "in a", "y", ["b"]),
      (["12-b", "c"], "in b", "y", ["a"]),
      (["Lessons/11-a.md", "b"], "in 2 lessons", "y", []),
    ] as [([String], String, String?, [String])])
  func reset(lessons: [String], what: String, answer: String?, rest: [String]) throws {
    let folder = try folder()
    let outcome = progress(["--reset"] + lessons, in: folder, answers: answer.map { [$0] } ?? [])
    #expect(outcome.status == .success)
    #expect(outcome.messages.hasPrefix("Forget the progress \(what)? [y/N] "))
    let isForgotten = rest.count < 2
    #expect(
      outcome.results == (isForgotten ? "Forgotten: the progress \(what).\n" : "Nothing is forgotten.\n"))
    #expect(kept(folder) == rest)
  }

  @Test("--reset where nobody can be asked refuses, unless it is told --yes")
  func unasked() throws {
    let folder = try folder()
    let refused = longhand(
      ["progress", "--reset"], in: folder, environment: folder.home, standardInput: "y\n")
    #expect(refused.status == .wrongUsage)
    #expect(refused.messages.contains("hint: --yes forgets without asking"))
    #expect(kept(folder).count == 2)
    let told = progress(["--reset", "--yes"], in: folder)
    #expect(
      told == Outcome(status: .success, results: "Forgotten: the progress in 2 lessons.\n", messages: ""))
    #expect(kept(folder).isEmpty)
    #expect(progress(["--reset"], in: folder).results == "There is no progress to forget.\n")
  }

  @Test("--reset of a lesson that there is not is a wrong call, and --yes alone is one")
  func wrong() throws {
    let folder = try folder()
    let outcome = progress(["--reset", "--yes", "a", "d"], in: folder)
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.messages.contains("there is no lesson `d`"))
    #expect(progress(["--yes"], in: folder).status == .wrongUsage)
    #expect(kept(folder).count == 2)
  }

  @Test("--reset can do away with what cannot be read, and says where it cannot")
  func unreadable() throws {
    let folder = try folder()
    try Data(count: 11_000_000).write(to: folder.url(TemporaryFolder.progress))
    let shown = progress([], in: folder)
    #expect(shown.status == .success)
    #expect(shown.messages.contains("is larger than 10 MB"))
    #expect(progress(["--reset", "--yes", "a"], in: folder).status == .failure)
    let outcome = progress(["--reset", "--yes"], in: folder)
    #expect(outcome.status == .success)
    #expect(outcome.results == "Forgotten: the progress, which cannot be read.\n")
    #expect(folder.text(TemporaryFolder.progress) == "")

    try FileManager.default.removeItem(at: folder.url(TemporaryFolder.progress))
    try folder.write("", to: TemporaryFolder.progress + "/file")
    let refused = progress(["--reset", "--yes"], in: folder)
    #expect(refused.status == .failure)
    #expect(refused.messages.hasPrefix("longhand: cannot write `"))
  }

  @Test("--reset asks at a terminal, where Ctrl-C is an answer too")
  func terminal() throws {
    let folder = try folder()
    let program = try BuiltProgram().path
    for (keys, question, ending, rest) in [
      ("\u{3}", "[y/N]", PseudoTerminal.Ending.signal(2), 2), ("y\r", "Forgotten", .status(0), 0),
    ] {
      let terminal = try PseudoTerminal()
      try terminal.start(program, ["progress", "--reset"], environment: folder.home, in: folder.path)
      #expect(terminal.shows("Forget the progress in 2 lessons? [y/N]"))
      terminal.type(keys)
      #expect(terminal.shows(question))
      #expect(terminal.ending() == ending)
      #expect(kept(folder).count == rest)
    }
  }
}
