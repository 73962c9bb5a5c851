import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// What `longhand step` keeps from one session to the next.
@Suite("What a session keeps")
struct StepProgressTests {
  private static let path = "state/longhand/progress"

  @Test("is where the reader was, and nothing of a lesson that is at its end or has other numbers")
  func place() throws {
    let home = try TemporaryFolder()
    let first = try Learner(reading: Lessons.toRead, in: home)
    first.press("gE\r")
    first.terminal.type("q")
    first.expectEnd(.status(0))
    #expect(first.shows("lesson: step 9 of 16; the same command goes on here"))

    let other = try Learner(in: home)
    try other.open("--set", "w=1", "./lesson.md")
    #expect(!other.page.contains("This is where you left off."))
    other.press("]")
    other.terminal.type("q")
    #expect(other.shows("lesson: step 8 of 16"))
    other.expectEnd(.status(0))
    #expect(!other.terminal.output.contains("goes on here"))

    let second = try Learner(reading: Lessons.toRead, in: home)
    #expect(second.page.contains("This is where you left off."))
    #expect(second.page.contains("    E = (y − 1)²"))
    second.press("g16\r")
    second.terminal.type("q")
    second.expectEnd(.status(0))
    #expect(second.shows("lesson: step 16 of 16, the end"))
    let third = try Learner(reading: Lessons.toRead, in: home)
    #expect(third.page.first == "A small lesson")
    third.terminal.type("q")
    third.expectEnd(.status(0))
  }

  @Test("is the pace, in other lessons, too, and the bookmark")
  func comfort() throws {
    let home = try TemporaryFolder([("other.md", Lessons.asking("Another"))])
    let first = try Learner(reading: Lessons.toRead, in: home)
    first.press("gE\rm:pace thought\r")
    #expect(first.page.contains("Pace: thought. Enter shows a paragraph, or a whole step of the working."))
    first.press("g2\r")
    first.terminal.type("q")
    first.expectEnd(.status(0))

    let second = try Learner(reading: Lessons.toRead, in: home)
    second.press("'")
    #expect(second.page.contains("    E = (y − 1)²"))
    #expect(second.status.hasPrefix("9/16  "))
    second.press("`:where\r")
    #expect(second.page.contains { $0.contains("Pace: thought. The bookmark is at step 9.") })
    second.terminal.type("q")
    second.expectEnd(.status(0))

    let lines = longhand(
      ["step", "./other.md"], in: home, environment: second.environment, standardInput: "where\nquit\n")
    #expect(lines.results.contains("Pace: thought."))
    #expect(try #require(home.text(Self.path)).contains("pace\tthought\n"))
  }

  @Test("of two at once is what both have done")
  func two() throws {
    let home = try TemporaryFolder([("other.md", Lessons.asking("Another"))])
    let one = try Learner(reading: Lessons.toRead, in: home)
    let two = try Learner(in: home)
    try two.open("./other.md")
    let same = try Learner(in: home)
    try same.open("./lesson.md")
    one.press("\r\r\r")
    two.press("\r\r=2\r")
    same.press("gquestion 1\r")
    same.press("=12\r")
    for learner in [same, two, one] {
      learner.terminal.type("q")
      learner.expectEnd(.status(0))
    }
    let kept = try #require(home.text(Self.path)).split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(kept.contains { $0.first == "lesson" && $0[2...] == ["read", "x"] })
    #expect(kept.contains { $0.first == "lesson" && $0[2...] == ["answered", "question 1"] })
    #expect(kept.contains { $0.first == "other" && $0[2...] == ["answered", "question 1"] })
    #expect(kept.filter { $0.first == "lesson" && $0[2] == "here" }.count == 1)
  }

  @Test("is written while the reader reads on, for who ends the program by force")
  func rest() throws {
    let learner = try Learner(reading: Lessons.toRead)
    learner.press("\r\r\r")
    let end = Date(timeIntervalSinceNow: Learner.patience)
    while learner.home.text(Self.path)?.contains("\tread\tx\n") != true, Date() < end {
      Thread.sleep(forTimeInterval: 0.02)
    }
    learner.terminal.send(SIGKILL)
    #expect(learner.terminal.ending(seconds: Learner.patience) == .signal(SIGKILL))
    #expect(learner.home.text(Self.path)?.contains("\tread\tx\n") == true)
  }

  @Test("is kept by the next call without what a killed one has left")
  func remains() throws {
    let home = try TemporaryFolder([("lesson.md", Lessons.toRead)])
    let left = Self.path.replacing("/progress", with: "/.progress.\(UUID().uuidString)")
    try home.write("half", to: left)
    try home.setAge(ofFile: left, hours: 25)
    let outcome = longhand(
      ["step", "./lesson.md"], in: home, environment: ["XDG_STATE_HOME": home.path + "/state"],
      standardInput: "\nquit\n")
    #expect(outcome.status == .success)
    #expect(home.text(Self.path) != nil && home.text(left) == nil)
  }

  @Test("never keeps a lesson from opening, and where nothing is kept that is said")
  func broken() throws {
    let states: [(message: String?, make: (TemporaryFolder) throws -> Void)] = [
      (nil, { try $0.write("\0\u{1}\nlesson\tread\n\u{1B}[2J\tlesson\n", to: Self.path) }),
      ("is a directory", { try $0.write("", to: Self.path + "/file") }),
      ("cannot write", { try $0.write("", to: "state") }),
      (
        "cannot write",
        { home in
          try home.write("", to: "state/longhand")
        }
      ),
    ]
    for (message, make) in states {
      let home = try TemporaryFolder()
      try make(home)
      let learner = try Learner(reading: Lessons.toRead, in: home)
      learner.press("\r")
      learner.terminal.type("q")
      learner.expectEnd(.status(0))
      #expect(learner.shows("lesson: step 3 of 16"))
      #expect(learner.terminal.output.contains("goes on here") == (message == nil))
      if let message { #expect(learner.shows(message), "\(learner.terminal.screen.text)") }
      let lines = longhand(
        ["step", "./lesson.md"], in: home, environment: learner.environment, standardInput: "\nquit\n")
      #expect(lines.status == .success)
      #expect(lines.results.contains("Enter shows the next step"))
      #expect(message.map(lines.messages.contains) ?? lines.messages.isEmpty, "\(lines.messages)")
    }
  }

  @Test("says of a step that was read, and is another one now, that it has changed")
  func changed() throws {
    let home = try TemporaryFolder()
    let first = try Learner(reading: Lessons.toRead, in: home)
    first.press("]\r\r")
    first.press("gmain\r[[[[")
    first.press("\r\r\r\r\r\r")
    first.terminal.type("q")
    first.expectEnd(.status(0))

    let edited = Lessons.toRead.replacing("y = w*x + c", with: "y = w*x + 2*c")
    let second = try Learner(reading: edited, in: home)
    #expect(second.shows("This is where you left off."))
    second.press("gx\r")
    #expect(!second.page.contains("This step has changed since you read it."))
    second.press("\r")
    #expect(second.page.contains("This step has changed since you read it."))
    second.press("\r\r\r")
    #expect(!second.page.contains("This step has changed since you read it."))
    #expect(second.page.contains("      = 7"))
    second.terminal.type("q")
    second.expectEnd(.status(0))

    let lines = longhand(
      ["step", "./lesson.md"], in: home, environment: second.environment,
      standardInput: "go to x\n\nquit\n")
    #expect(!lines.results.contains("changed"))
  }
}
