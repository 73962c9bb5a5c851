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
      (["help", "list"], "Usage: longhand list [OPTION…]\n"),
      (["help", "format"], "The lesson format\n===="), (["help", "style"], "\n  sentences "),
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
    #expect(text.hasPrefix("Examples:\n"))
    for name in Command.all.map(\.name) + Topic.all.map(\.name) { #expect(text.contains("\n  \(name) ")) }
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 && $0.last != " " })
  }

  @Test("reads as recorded", arguments: [nil] + Command.all.map(\.name) + ["functions", "style"])
  func recorded(word: String?) throws {
    let arguments = ["help"] + (word.map { [$0] } ?? [])
    let golden = GoldenFile("Golden/\(arguments.joined(separator: "-")).txt")
    try golden.expect(longhand(arguments, in: TemporaryFolder()).results)
  }

  @Test("shows examples that are right calls", arguments: Command.all)
  func examples(command: Command) throws {
    let folder = try TemporaryFolder([
      ("Lessons/31-backpropagation.md", Lessons.fine), ("my-lesson.md", Lessons.fine),
      ("my-course/11-sum.md", Lessons.fine), ("Lessons/32-until-values-converge.md", Lessons.fine),
      ("Lessons/53-batch-mini-batch-stochastic.md", Lessons.withRows), ("mine.csv", "x\n2\n"),
      ("Lessons/claims.csv", Lessons.claims), ("claims.csv", Lessons.claims),
      ("Lessons/words.csv", Lessons.words),
    ])
    for example in command.examples {
      let arguments = example.arguments.split { "|<".contains($0) }[0].split(separator: " ").map(String.init)
      let outcome = longhand(arguments, in: folder)
      #expect(arguments.contains(command.name))
      #expect(outcome.status < .wrongUsage, "\(example.arguments): \(outcome.messages)")
    }
  }

  @Test("fits any width", arguments: [20, 31, 50, 80, 200])
  func width(width: Int) throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-sum.md", Lessons.fine), ("Lessons/words.csv", Lessons.words),
    ])
    let calls =
      [[], ["help"], ["run", "--help"]]
      + (Command.all.map(\.name) + Topic.all.map(\.name)).map { ["help", $0] }
      + [["help", "words", "learning", "rate"]]
    for arguments in calls {
      let outcome = longhand(arguments, in: folder, terminal: .init(columns: width))
      #expect(outcome.status == .success)
      let lines = outcome.results.withoutInk.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= width && $0.last != " " }, "\(arguments)")
    }
  }

  @Test("on functions has calc's own spelling of each, and the rank of each operator")
  func functions() throws {
    let text = longhand(["help", "functions"], in: try TemporaryFolder()).results
    for row in [
      "  leaky_relu(x, a = 0.1)  ", "  max(a, b, …)  ", "  dot(x, y)  ", "  1  if C then a else b  ",
      "  6  a + b  ",
      "     a - b  ", "  7  a*b  ", "  9  a^b  ",
    ] {
      #expect(text.contains("\n" + row))
    }
    let ascii = longhand(["help", "functions", "--ascii"], in: try TemporaryFolder()).results
    #expect(ascii.contains("\n  max(a, b, ...)  ") && ascii.utf8.allSatisfy { $0 < 0x80 })
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
