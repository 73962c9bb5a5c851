import TestSupport
import Testing

@testable import LonghandCommandLine

/// `longhand` alone, at a terminal.
@Suite("The course at a terminal")
struct CourseSessionTests {
  private func learner(columns: Int = 80, rows: Int = 24) throws -> Learner {
    let folder = try TemporaryFolder([
      ("Lessons/11-a.md", Lessons.asking("First")), ("Lessons/12-b.md", Lessons.asking("Second", needs: "a")),
      ("Lessons/13-c.md", "no lesson\n"),
    ])
    let learner = try Learner(in: folder, columns: columns, rows: rows)
    try learner.call([])
    #expect(learner.shows("Enter read"))
    return learner
  }

  @Test("a lesson is begun from it, and leads back to it with what is done", arguments: [(80, 24), (40, 12)])
  func reading(columns: Int, rows: Int) throws {
    let learner = try learner(columns: columns, rows: rows)
    #expect(learner.terminal.screen.lines.contains { $0.hasPrefix(">") && $0.contains("a") })
    learner.type("\r", until: "Enter next")
    learner.type("q", until: "Enter read")
    #expect(learner.terminal.screen.lines.contains { $0.hasPrefix("> …") }, "\(learner.page)")
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }

  @Test(
    "a key that is typed ahead is the page's or the lesson's that comes, and no other screen is between them")
  func typingAhead() throws {
    let learner = try learner()
    learner.type("\r\r\u{4}j\r\r\u{4}/z", until: "search> z")
    let begun = learner.terminal.screen.lines.filter { $0.dropFirst(2).hasPrefix("…") }
    #expect(begun.count == 2, "\(learner.page)")
    #expect(learner.timesLeft == 0)
    learner.terminal.type("\rq")
    learner.expectEnd(.status(0))
    #expect(learner.timesLeft == 1)
    // What lessons say when they are left, the shell shows behind the page.
    let farewells = learner.terminal.screen.lines.filter { $0.contains("goes on here") }
    #expect(
      farewells.map { $0.prefix(7) } == ["a: step", "b: step"], "\(learner.terminal.screen.text)")
  }

  @Test("what is wrong with a lesson is said there")
  func broken() throws {
    let learner = try learner()
    learner.type("\u{1B}[F", until: "3/3")
    learner.type("\r", until: "a lesson begins with its settings")
    learner.terminal.type("\u{3}")
    learner.expectEnd(.status(130))
  }

  @Test("--plain, pipes and dumb terminals have it as a list")
  func list() throws {
    let learner = try learner()
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
    try learner.call(["--plain"])
    #expect(learner.shows("Begins the next lesson."))
    learner.expectEnd(.status(0))
  }
}

extension Learner {
  /// How often the shell's screen was given back.
  fileprivate var timesLeft: Int {
    terminal.output.split(separator: "\u{1B}[?1049l", omittingEmptySubsequences: false).count - 1
  }
}
