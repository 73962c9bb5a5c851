import Foundation
import LonghandCommandLine
import Testing

@Suite("--data")
struct DataFileTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      ("Lessons/11-rows.md", Lessons.withRows), ("Lessons/12-sum.md", Lessons.fine),
      ("mine.csv", "y, x\n1, 7\n2, 8\n"), ("a=b.csv", "x\n9\n"), ("wrong.csv", "x\n1\n2, 5\n"),
    ])
  }

  @Test("puts the rows of a file in the place of the lesson's", arguments: ["rows", "Lessons/11-rows.md"])
  func replaced(lesson: String) throws {
    for arguments in [
      ["run", lesson, "--data", "points=mine.csv"], ["run", "--data= points =./mine.csv", lesson],
    ] {
      let outcome = longhand(arguments, in: try folder())
      #expect(outcome.status == .success)
      #expect(outcome.messages.isEmpty)
      #expect(outcome.results.contains("mine.csv") && outcome.results.contains("y = 2·x = 2·7 = 14"))
    }
    let other = longhand(["run", lesson, "--data", "points=a=b.csv"], in: try folder())
    #expect(other.results.contains("data points: 1 row from a=b.csv"))
  }

  @Test(
    "that is wrong ends with 2, and says what may help",
    arguments: [
      (["points"], "`--data` takes NAME=FILE, not `points`", "--data points=mine.csv"),
      (["=mine.csv"], "`--data` takes NAME=FILE, not `=mine.csv`", "--data points=mine.csv"),
      (["points="], "`--data points=` lacks the file", "--data points=mine.csv"),
      (["points=mine.csv", "points=mine.csv"], "`--data` gives `points` twice", "leave one of them out"),
      (["point=mine.csv"], "`rows` has no data `point`", "did you mean `points`?"),
      (["z=mine.csv"], "`rows` has no data `z`", "its data are points"),
    ])
  func wrong(values: [String], message: String, hint: String) throws {
    let outcome = longhand(["run", "rows"] + values.flatMap { ["--data", $0] }, in: try folder())
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.results.isEmpty)
    #expect(outcome.messages.contains(message) && outcome.messages.contains(hint))
  }

  @Test("needs a lesson that has data")
  func none() throws {
    let outcome = longhand(["run", "sum", "--data", "points=mine.csv"], in: try folder())
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.messages.contains("hint: the lesson has no data"))
  }

  @Test(
    "with a file that cannot be read, or is no table, ends with 1 and the place",
    arguments: [
      ("nowhere.csv", "longhand: cannot read `nowhere.csv`: no such file or directory"),
      ("Lessons", "longhand: cannot read `Lessons`: is a directory"),
      ("wrong.csv", "wrong.csv:3:1: error: this row has 2 fields, and the header has 1\n2, 5\n^~~~\n"),
    ])
  func unreadable(path: String, message: String) throws {
    let outcome = longhand(["run", "rows", "--data", "points=\(path)"], in: try folder())
    #expect(outcome.status == .failure)
    #expect(outcome.results.isEmpty)
    #expect(outcome.messages.hasPrefix(message))
  }

  @Test("with bytes that are no text is told by the file's name")
  func notText() throws {
    let folder = try folder()
    try Data([0x78, 0x0A, 0xFF]).write(to: folder.url("bytes.csv"))
    let outcome = longhand(["run", "rows", "--data", "points=bytes.csv"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.hasPrefix("bytes.csv: error: this file is not UTF-8 text"))
  }
}
