import LonghandCommandLine
import PlainText
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "is asked for in any way, and ends with 0",
    arguments: [
      ([], "Commands:"), (["help"], "Commands:"), (["--help"], "Commands:"), (["-h"], "Commands:"),
      (["help", "run"], "Usage: longhand run"), (["run", "--help"], "Usage: longhand run"),
      (["--help", "check", "sum"], "Usage: longhand check"), (["help", "help"], "Usage: longhand help"),
      (["run", "--bogus", "--help"], "Usage: longhand run"), (["--bogus", "-h"], "Commands:"),
    ])
  func asked(arguments: [String], text: String) throws {
    let outcome = longhand(arguments, in: try TemporaryFolder())
    #expect(outcome.status == .success)
    #expect(outcome.results.contains(text))
    #expect(outcome.messages.isEmpty)
  }

  @Test("opens with examples, names every option, and stays within 80 columns", arguments: Command.all)
  func command(command: Command) throws {
    let text = longhand(["help", command.name], in: try TemporaryFolder()).results
    #expect(text.hasPrefix("Examples:\n"))
    for option in command.options { #expect(text.contains("  " + option.usage)) }
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 && $0.last != " " })
  }

  @Test("of the program names every command, and stays within 80 columns")
  func overview() throws {
    let text = longhand([], in: try TemporaryFolder()).results
    for command in Command.all { #expect(text.contains("  " + command.name)) }
    #expect(text.hasPrefix("Examples:\n"))
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 && $0.last != " " })
  }

  @Test("reads as recorded", arguments: [nil] + Command.all.map(\.name))
  func recorded(command: String?) throws {
    let arguments = ["help"] + (command.map { [$0] } ?? [])
    let golden = GoldenFile("Golden/\(arguments.joined(separator: "-")).txt")
    try golden.expect(longhand(arguments, in: TemporaryFolder()).results)
  }

  @Test("shows examples that are right calls", arguments: Command.all)
  func examples(command: Command) throws {
    let folder = try TemporaryFolder([
      ("Lessons/31-backpropagation.md", Lessons.fine), ("my-lesson.md", Lessons.fine),
    ])
    for example in command.examples {
      let arguments = example.arguments.split(separator: "|")[0].split(separator: " ").map(String.init)
      let outcome = longhand(arguments, in: folder)
      #expect(arguments.contains(command.name))
      #expect(outcome.status < .wrongUsage, "\(example.arguments): \(outcome.messages)")
    }
  }

  @Test("gives the version", arguments: [["--version"], ["run", "--version"], ["--bogus", "--version"]])
  func version(arguments: [String]) throws {
    let outcome = longhand(arguments, in: try TemporaryFolder())
    #expect(outcome.status == .success)
    #expect(outcome.results == "longhand 0.1.0\n")
  }
}

extension Command: CustomTestStringConvertible {
  /// Its word, so that test cases have short names.
  public var testDescription: String { name }
}
