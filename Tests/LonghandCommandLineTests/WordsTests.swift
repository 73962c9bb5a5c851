import LonghandCommandLine
import Testing

@Suite("longhand help words")
struct WordsTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([("Lessons/11-sum.md", Lessons.fine), ("Lessons/words.csv", Lessons.words)])
  }

  @Test("lists the words of the course, each with what it means and its lesson")
  func list() throws {
    let outcome = longhand(["help", "words"], in: try folder())
    #expect(outcome.status == .success && outcome.messages == "")
    #expect(
      outcome.results == """
          learning rate  The number that a derivative is multiplied by to give the size
                         of a step. (sum)
          list           Numbers, in order. (sum)
          velocity       How fast a weight moves. (momentum)

        The lesson that explains a word stands behind it in parentheses.

        """)
  }

  @Test(
    "explains one of them, with the lesson to open",
    arguments: [["words", "learning", "rate"], ["words", "Eta"], ["learning rates"], ["learning", "rate"]])
  func one(words: [String]) throws {
    let outcome = longhand(["help"] + words, in: try folder())
    #expect(outcome.status == .success && outcome.messages == "")
    #expect(
      outcome.results == """
        learning rate, or eta
        The number that a derivative is multiplied by to give the size of a step.
        The lesson “A sum” explains it: `longhand step sum`

        """)
  }

  @Test("names the lesson of a word that the course does not have")
  func absent() throws {
    let results = longhand(["help", "velocity"], in: try folder()).results
    #expect(results.hasSuffix("\nIt is explained in the lesson `momentum`.\n"))
  }

  @Test("comes after commands and topics of the same name")
  func commands() throws {
    #expect(longhand(["help", "list"], in: try folder()).results.contains("Usage: longhand list"))
    #expect(
      longhand(["help", "words", "list"], in: try folder()).results.hasPrefix("list\nNumbers, in order."))
  }

  @Test(
    "are explained while a lesson is read, too",
    arguments: [
      (":help eta", "learning rate, or eta\n"),
      ("help Velocities", "It is explained in the lesson `momentum`.\n"),
      (":help velosity", "did you mean `:help velocity`?\n"), (":help w5", "`w5` is no word of the course: "),
    ])
  func reading(line: String, text: String) throws {
    let folder = try folder()
    let outcome = longhand(
      ["step", "--plain", "sum"], in: folder, environment: folder.home, standardInput: line + "\nquit\n")
    #expect(outcome.status == .success && outcome.messages == "")
    #expect(outcome.results.contains(text), "\(outcome.results)")
  }

  @Test("finds the course that is named")
  func named() throws {
    let folder = try TemporaryFolder([("mine/1-sum.md", Lessons.fine), ("mine/words.csv", Lessons.words)])
    #expect(longhand(["help", "--lessons", "mine", "eta"], in: folder).status == .success)
    #expect(longhand(["help", "words"], in: folder).status == .wrongUsage)
  }
}
