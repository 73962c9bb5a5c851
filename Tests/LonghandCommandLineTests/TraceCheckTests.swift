import LonghandCommandLine
import TestSupport
import Testing

@Suite("longhand check --trace")
struct TraceCheckTests {
  private static let lesson = """
    ---
    title: A neuron
    ---

    # A neuron

    ```calc
    input x = 2
    param w = 0.3
    const eta = 0.5
    s = w*x - 1
    y = sigmoid(s) + s
    explain ∂y/∂w
    w <- w - eta*∂y/∂w
    forward
    table w, s
    ```

    ```ask
    What is 2*w?
    answer: 2*w
    hint: It is `= 2*w`.
    because: Twice.
    ```

    ```check
    w + 0*s = -0.9 ± 0.1
    ```
    """

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([("Lessons/11-neuron.md", Self.lesson)])
  }

  @Test("a trace that nobody has changed is what its lesson gives, with other numbers too")
  func whole() throws {
    let folder = try folder()
    for options in [[], ["--set", "w=0.75"], ["--set", "w=1e-3", "--set", "x=-2", "--decimals", "9"]] {
      #expect(
        longhand(["run", "neuron", "--output", "t.json", "--force"] + options, in: folder).status <= .failure)
      let outcome = longhand(["check", "--trace", "t.json"], in: folder)
      #expect(outcome.results == "t.json: all of it is what `neuron` gives\n", "\(outcome.messages)")
      #expect(outcome.status == .success && outcome.messages.isEmpty)
      #expect(longhand(["check", "--trace", "t.json", "Lessons/11-neuron.md"], in: folder) == outcome)
    }
  }

  @Test("one with other rows is worked out with those")
  func rows() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-rows.md", Lessons.withRows), ("mine.csv", "x\n2.50\n-1e-3\n"),
    ])
    #expect(
      longhand(["run", "rows", "--data", "points=mine.csv", "--output", "t.json"], in: folder).status
        == .success)
    #expect(folder.text("t.json")?.contains("2.50") == true)
    #expect(longhand(["check", "--trace", "t.json"], in: folder).status == .success)
  }

  // Thousands more, of traces of the course and in other ways, are changed by `.ci/verify-traces`, with the release program.
  @Test("each changed character that matters is told, with its place")
  func mutations() throws {
    let folder = try folder()
    let trace = longhand(["run", "neuron", "--format", "json"], in: folder).results
    var random = SplitMix64(seed: 1)
    var told = 0
    let digits = trace.indices.filter { trace[$0].isWholeNumber }
    for _ in 0..<200 {
      let place = digits[Int.random(in: 0..<digits.count, using: &random)]
      let digit = Int.random(in: 1...9, using: &random) + (trace[place].wholeNumberValue ?? 0)
      var changed = trace
      changed.replaceSubrange(place...place, with: String(digit % 10))
      try folder.write(changed, to: "t.json")
      let outcome = longhand(["check", "--trace", "t.json"], in: folder)
      #expect(outcome.status >= .failure, "\(trace[place...].prefix(40))")
      told += outcome.results.hasPrefix("t.json: is not what `neuron` gives\n  ") ? 1 : 0
    }
    // The others change what the trace says it is.
    #expect(told > 190)
  }

  @Test(
    "a change of meaning is told, with its place",
    arguments: [
      ("w*x - 1\"", "w*x + 1\"", "step s/lines/0/sides/0/names/calc: has \"w*x + 1\", and \"w*x - 1\" was"),
      ("∂y/∂s\"},{", "∂s/∂y\"},{", "step explain ∂y/∂w/lines/0/sides/0/factors/0/calc"),
      ("Twice", "Thrice", "question 1/question/reason/0/text"),
      ("\"was\":{\"shown\":\"0.3\"", "\"was\":{\"shown\":\"0.4\"", "step w <-/lines/"),
      ("\"holds\":true", "\"holds\":false", "step check/lines/0/holds: has false, and true was worked out"),
      ("\"title\":\"A neuron\"", "\"title\":\"A nerve\"", "/title"),
      ("\"level\":1", "\"level\":1,\"more\":[]", "more: has [], and nothing was worked out"),
    ])
  func meanings(old: String, new: String, place: String) throws {
    let folder = try folder()
    let trace = longhand(["run", "neuron", "--format", "json"], in: folder).results
    #expect(trace.contains(old))
    try folder.write(trace.replacing(old, with: new, maxReplacements: 1), to: "t.json")
    let outcome = longhand(["check", "--trace", "t.json"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results.contains(place), "\(outcome.results)")
  }

  @Test("layout and the order of members do not matter")
  func layout() throws {
    let folder = try folder()
    let trace = longhand(["run", "neuron", "--format", "json"], in: folder).results
    let members = ["\"lesson\":\"neuron\",\n", "\"title\":\"A neuron\",\n"]
    #expect(trace.contains(members.joined()))
    let other = trace.replacing(members.joined(), with: members.reversed().joined())
    try folder.write(other.replacing(":{", with: " :\r\n\t{ ").replacing(",\"", with: "\n,\""), to: "t.json")
    let outcome = longhand(["check", "--trace", "t.json"], in: folder)
    #expect(outcome.status == .success, "\(outcome.results)\(outcome.messages)")
  }

  @Test(
    "what is no trace is refused",
    arguments: [
      ("", "`t.json` is no JSON: line 1: "), ("{}", "`t.json` is no trace of Longhand"),
      ("{\"format\":\"longhand-trace\",\"version\":2}", "`t.json` is of another version than 1"),
      ("{\"format\":\"longhand-trace\",\"version\":1}", "`t.json` lacks the name of its lesson"),
      ("{\"format\":\"longhand-trace\",\"version\":1,\"lesson\":\"neuron\"}", "`t.json` lacks its decimals"),
    ])
  func refused(text: String, message: String) throws {
    let folder = try folder()
    try folder.write(text, to: "t.json")
    let outcome = longhand(["check", "--trace", "t.json"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.hasPrefix("longhand: " + message), "\(outcome.messages)")
  }

  @Test("a wrong call is told")
  func wrong() throws {
    let folder = try folder()
    #expect(longhand(["check", "--trace", "none.json"], in: folder).status == .failure)
    #expect(longhand(["check", "--trace", "t.json", "--update"], in: folder).status == .wrongUsage)
    #expect(longhand(["check", "--trace", "t.json", "neuron", "neuron"], in: folder).status == .wrongUsage)
  }
}
