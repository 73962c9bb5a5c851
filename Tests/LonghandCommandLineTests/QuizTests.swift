import LonghandCommandLine
import Testing

@Suite("longhand quiz")
struct QuizTests {
  private static let lesson = """
    ---
    title: A product
    ---
    ```calc
    input x = 0.5
    param w = 0.3
    y = w*x
    ```
    ```ask
    How large is y, to 2 decimals?
    answer: y
    digits: 2
    hint: multiply
    ```
    ```vary
    x, w in 0.1...0.9 step 0.1
    ```
    """

  private static let course = [("Lessons/11-product.md", lesson), ("Lessons/12-sum.md", Lessons.fine)]

  @Test("writes a bank of each format, in that which the file ends in", arguments: ["xml", "gift", "csv"])
  func formats(ending: String) throws {
    let folder = try TemporaryFolder(Self.course)
    let name = ["xml": "moodle-xml"][ending] ?? ending
    let printed = longhand(["quiz", "product", "--format", name], in: folder)
    #expect(printed.status == .success && printed.messages.isEmpty)
    #expect(printed.results.contains("0.15"))
    let written = longhand(["quiz", "product", "--output", "bank.\(ending)"], in: folder)
    #expect(written == Outcome(status: .success, results: "", messages: ""))
    #expect(folder.text("bank.\(ending)") == printed.results)
    // A bank is overwritten, anything else is not.
    #expect(longhand(["quiz", "product", "--output", "bank.\(ending)"], in: folder).status == .success)
    try folder.write("mine", to: "bank.\(ending)")
    let refused = longhand(["quiz", "product", "--output", "bank.\(ending)"], in: folder)
    #expect(refused.status == .failure && refused.messages.contains("holds no questions as \(name)"))
    #expect(
      longhand(["quiz", "product", "--output", "bank.\(ending)", "--force"], in: folder).status == .success)
    #expect(folder.text("bank.\(ending)") == printed.results)
  }

  @Test(
    "gives the same in parts as in one, with and without what stands once",
    arguments: ["moodle-xml", "gift", "csv"])
  func shards(format: String) throws {
    let folder = try TemporaryFolder(Self.course)
    let call = ["quiz", "product", "--variants", "7", "--format", format]
    for options in [[], ["--no-header"]] {
      let whole = longhand(call + options, in: folder).results
      let parts = (1...3).map { longhand(call + options + ["--shard", "\($0)/3"], in: folder).results }
      #expect(parts.allSatisfy { !$0.isEmpty } && parts.joined() == whole)
      #expect((1...7).allSatisfy { whole.contains("variant \($0)") })
    }
    // More parts than variants: some have nothing.
    let many = (1...9).map { longhand(call + ["--shard", "\($0)/9"], in: folder).results }
    #expect(many.joined() == longhand(call, in: folder).results)
  }

  @Test("asks for the numbers of the variant")
  func variants() throws {
    let folder = try TemporaryFolder(Self.course)
    let rows = longhand(["quiz", "product", "--variants", "3", "--format", "csv"], in: folder).results
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0[3] == "answer" }
    #expect(Set(rows.map { String($0[1]) }) == ["1", "2", "3"])
    for row in rows {
      let judged = longhand(
        ["answer", "--variant", String(row[1]), "product", "1"], in: folder, standardInput: "\(row[4])\n")
      #expect(judged.results.contains("\"outcome\":\"right\""), "\(row)")
    }
  }

  @Test(
    "says what is wrong",
    arguments: [
      (["quiz"], Status.wrongUsage, "usage: longhand quiz [OPTION…] LESSON"),
      (["quiz", "product", "sum"], .wrongUsage, "`quiz` needs a lesson"),
      (["quiz", "product", "--format", "moodle"], .wrongUsage, "there is no format `moodle` for questions"),
      (["quiz", "product", "--format", "html"], .wrongUsage, "the formats are moodle-xml, gift, csv"),
      (["quiz", "product", "--output", "bank.txt"], .wrongUsage, "the endings are .xml, .gift, .csv"),
      (["quiz", "product", "--output", ""], .wrongUsage, "`--output` needs a file"),
      (["quiz", "product", "--force"], .wrongUsage, "`--force` is of use with `--output` only"),
      (["quiz", "product", "--variants", "0"], .wrongUsage, "a whole number from 1 to 100000"),
      (["quiz", "product", "--shard", "4/3"], .wrongUsage, "`--shard` takes K/N"),
      (["quiz", "sum"], .failure, "`sum` asks nothing"),
      (["run", "product", "--format", "gift"], .wrongUsage, "there is no format `gift`"),
      (
        ["run", "product", "--answers", "first"], .wrongUsage,
        "`--answers` takes end, none or only, not `first`"
      ),
      (["run", "product", "--answers", "none", "--format", "svg"], .wrongUsage, "a graph has no answers"),
    ])
  func wrong(arguments: [String], status: Status, message: String) throws {
    let outcome = longhand(arguments, in: try TemporaryFolder(Self.course))
    #expect(outcome.status == status && outcome.results.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test(
    "leaves the answers out of a run, or prints them alone; a trace says so",
    arguments: ["end", "none", "only"])
  func answers(place: String) throws {
    let folder = try TemporaryFolder(Self.course)
    let outcome = longhand(["run", "product", "--answers", place], in: folder)
    #expect(outcome.status == .success)
    #expect(outcome.results.contains("| Question 1") == (place != "only"))
    #expect(outcome.results.contains("Hint: multiply") == (place != "none"))
    #expect(
      longhand(["run", "product", "--answers", place, "--output", "trace.json"], in: folder).status
        == .success)
    let check = longhand(["check", "--trace", "trace.json"], in: folder)
    #expect(check.status == .success, "\(check.results)")
  }
}
