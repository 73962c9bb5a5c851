import Algebra
import Rendering
import TestSupport
import Testing
import Transcript

@Suite("Traces")
struct TraceTests {
  private static let schema = Result {
    try JSONSchema(PackageFolder("Sources/Rendering/Rendering.docc").text(of: "trace.schema.json"))
  }

  private func transcript(_ seed: UInt64) -> Transcript {
    var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.longDigits)
    var transcript = random.transcript()
    transcript.settings = Transcript.Settings(
      decimals: 5, numbers: [NamedNumber(formula("w"), number("0.5"))],
      data: [
        .init(
          name: "points", source: "mine.csv", columns: ["x", "t"], rows: [[number("1"), number("-2.50")]])
      ])
    let answers = Transcript.Answers.allCases
    transcript.answers = answers[Int(seed) % answers.count]
    return transcript
  }

  @Test func `any transcript fits the schema, and is read back by the program's own reader and by another`()
    throws
  {
    for seed in 0..<30 as Range<UInt64> {
      let text = TraceRenderer().text(of: transcript(seed))
      #expect(text.hasPrefix(TraceRenderer.opening) && text.hasSuffix("]\n}\n"))
      let fault = try Self.schema.get().fault(of: JSONDocument(reading: text))
      #expect(fault == nil, "seed \(seed)")
      let value = try JSONValue(reading: Array(text.utf8))
      #expect(try JSONDocument(reading: value.line) == JSONDocument(reading: text), "seed \(seed)")
      #expect(try JSONValue(reading: Array(value.line.utf8)) == value, "seed \(seed)")
    }
  }

  @Test func `the same transcript gives the same text`() {
    for seed in 0..<3 as Range<UInt64> {
      #expect(TraceRenderer().text(of: transcript(seed)) == TraceRenderer().text(of: transcript(seed)))
    }
  }

  @Test func `nothing in it can steer a terminal, end a script or begin a tag`() {
    for seed in 0..<30 as Range<UInt64> {
      var transcript = transcript(seed)
      transcript.title += "</script><!-- & \u{2028}\u{2029}\u{85}\u{9B}\u{202E}\u{2066}\u{FEFF}\u{0}"
      let text = TraceRenderer().text(of: transcript)
      let wrong = text.unicodeScalars.first { scalar in
        (scalar.isCommand && scalar != "\n") || "<>&\u{2028}\u{2029}\u{FEFF}".unicodeScalars.contains(scalar)
      }
      #expect(wrong == nil, "seed \(seed)")
      #expect((try? JSONValue(reading: Array(text.utf8)))?["title"]?.text == transcript.title)
    }
  }

  @Test
  func `a number has the digits that are shown and is told in full, with as many digits as read back to it`()
    throws
  {
    let third = 1.0 / 3
    let line = Line(
      .results([
        NamedNumber(formula("w"), .init(0.33, text: "0.33", full: third)),
        NamedNumber(formula("v"), .init(2, text: "2.0")), NamedNumber(formula("u"), .init(1e-8)),
      ]))
    let text = TraceRenderer().text(
      of: Transcript(lesson: "a", title: "", sources: [], parts: [Samples.step(line)]))
    #expect(text.contains(#"{"shown":"0.33","value":\#(third)}"#))
    #expect(text.contains(#"{"shown":"2.0","value":2}"#))
    #expect(text.contains(#"{"shown":"1e-08","value":1e-08}"#))
  }

  @Test func `a step that comes again has a name of its own`() {
    let steps = ["check", "w <-", "check", "check (2)", "check"].map {
      Transcript.Part.step(Step(name: $0, lines: []))
    }
    let text = TraceRenderer().text(of: Transcript(lesson: "a", title: "", sources: [], parts: steps))
    let value = try? JSONValue(reading: Array(text.utf8))
    #expect(
      value?["parts"]?.elements?.compactMap { $0["name"]?.text }
        == ["check", "w \u{3C}-", "check (2)", "check (2) (2)", "check (3)"])
  }

  @Test(arguments: [
    ("", "there is no JSON value here"), ("[1,]", "there is no JSON value here"), ("{\"a\":1,}", "a name in"),
    ("{\"a\" 1}", "lacks its colon"), ("[1 2]", "a comma"), ("01", "more behind"), ("1.", "no JSON"),
    ("nul", "no JSON"), ("\"a", "lacks its end"), ("\"\u{1}\"", "control character"),
    ("\"\\x\"", "no such escape"),
    ("\"\\ud800\"", "half of a character"), ("\"\\u12\"", "four digits"), ("{\"a\":1,\"a\":2}", "twice"),
    (String(repeating: "[", count: 100_000), "too deeply"), ("NaN", "no JSON"), ("+1", "no JSON"),
    ("[]x", "more behind"),
  ])
  func `what is no JSON is told from it`(text: String, message: String) {
    let fault = #expect(throws: JSONValue.Fault.self) { try JSONValue(reading: Array(text.utf8)) }
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
  }

  @Test func `what is JSON is read`() throws {
    let text = #" { "a" : [ 1 , -2.5E+3 , true , false , null ] , "\u0062\n\ud83d\ude42\/" : "é" } "#
    let value = try JSONValue(reading: Array(text.utf8))
    #expect(value["a"]?.elements?.count == 5)
    #expect(value["a"]?.elements?[1].double == -2500)
    #expect(value["b\n🙂/"]?.text == "é")
  }
}
