import Testing

@Suite("longhand answer and longhand try")
struct AnswerTests {
  private static let lesson = """
    ---
    title: A product
    ---
    ```calc
    input x = 0.5
    param w = 0.3
    y = w*x
    explain ∂y/∂w
    ```
    ```ask
    How large is y, to 2 decimals?
    answer: y
    digits: 2
    hint: multiply
    ```
    ```ask
    Which is given?
    - [x] w
    - [ ] y -- it has a formula
    ```
    """

  private func call(_ arguments: String..., input: String) throws -> Outcome {
    longhand(arguments, in: try TemporaryFolder([("lesson.md", Self.lesson)]), standardInput: input)
  }

  @Test("judges each line as `step` does, and prints a line of JSON for it")
  func judged() throws {
    let outcome = try call("answer", "./lesson.md", "1", input: "0.15\n-0.15\n0,15\n7.77\n")
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    let lines = outcome.results.split(separator: "\n")
    let starts = [
      #"{"reply":"0.15","outcome":"right","remarks":"Right."#,
      #"{"reply":"-0.15","outcome":"wrong","remarks":"That is not it.\n−0.15 is right but for its sign""#,
      #"{"reply":"0,15","outcome":"sentBack","remarks":"write a point in place of the comma""#,
      #"{"reply":"7.77","outcome":"wrong","remarks":"That is not it. There is a hint.""#,
    ]
    #expect(lines.count == starts.count)
    for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start), "\(line)") }
  }

  @Test("takes other numbers, and letters for choices")
  func options() throws {
    let other = try call("answer", "--set", "w=0.5", "./lesson.md", "1", input: "0.25\n")
    #expect(other.results.contains(#""outcome":"right""#))
    let letters = try call("answer", "./lesson.md", "2", input: "b\na")
    #expect(
      letters.results.split(separator: "\n").map { $0.contains(#""outcome":"right""#) } == [false, true])
  }

  @Test(
    "says what is wrong with the call",
    arguments: [
      (["answer", "./lesson.md"], Status.wrongUsage, "`answer` needs a lesson and the number of a question"),
      (["answer", "./lesson.md", "0"], .wrongUsage, "`0` is no number of a question: the first is 1"),
      (["answer", "-", "1"], .wrongUsage, "the replies come from standard input, so the lesson cannot"),
      (["answer", "./lesson.md", "3"], .failure, "`lesson` has no question 3"),
      (["try"], .wrongUsage, "`try` needs one lesson"),
      (["try", "-"], .wrongUsage, "the numbers come from standard input, so the lesson cannot"),
    ])
  func calls(arguments: [String], status: Status, message: String) throws {
    let folder = try TemporaryFolder([("lesson.md", Self.lesson)])
    let outcome = longhand(arguments, in: folder, standardInput: "1\n")
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(outcome.results.isEmpty)
  }

  @Test("works each line of numbers out")
  func tried() throws {
    let outcome = try call("try", "./lesson.md", input: "w=0.5\n\nx=2 w=−1\n")
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    #expect(
      outcome.results == """
        {"set":{"w":0.5},"results":[{"name":"y","value":0.25,"shown":"0.25"},{"name":"∂y/∂w","value":0.5,"shown":"0.5"}]}
        {"set":{},"results":[{"name":"y","value":0.15,"shown":"0.15"},{"name":"∂y/∂w","value":0.5,"shown":"0.5"}]}
        {"set":{"x":2,"w":-1},"results":[{"name":"y","value":-2,"shown":"−2"},{"name":"∂y/∂w","value":2,"shown":"2"}]}

        """)
  }

  @Test(
    "says which line is no number for a name",
    arguments: [
      ("w=0.5\nw", "line 2: `w` is no number for a name, as `w5=0.7` is"),
      ("w=1e999", "line 1: `w=1e999` is no number for a name"),
      ("y=1", "line 1: `y` is no given number of these formulas"),
    ])
  func lines(input: String, message: String) throws {
    let outcome = try call("try", "./lesson.md", input: input)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }
}
