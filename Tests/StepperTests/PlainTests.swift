import Terminal
import Testing

@testable import Stepper

@Suite struct PlainTests {
  static let requests: [(line: String, isReply: Bool, request: Request?)] = [
    ("", false, Request(.next)), ("   ", true, Request(.next)), ("next", true, Request(.answer, "next")),
    ("next", false, Request(.next)), (":next", true, Request(.next)), ("rest", false, Request(.rest)),
    ("back", false, Request(.back)), ("b", false, Request(.back)), ("b", true, Request(.answer, "b")),
    ("next section", false, Request(.nextSection)), (": previous section", true, Request(.previousSection)),
    ("]", false, Request(.nextSection)), ("go to E_total", false, Request(.goTo, "E_total")),
    (":go  to   the output layer", true, Request(.goTo, "the output layer")),
    (":go E", true, Request(.goTo, "E")),
    ("go to E", true, Request(.answer, "go to E")), ("goto E", false, Request(.goTo, "E")),
    (":search two words", true, Request(.search, "two words")), (":go", true, Request(.goTo)),
    ("search two words", false, Request(.search, "two words")),
    ("/two words", false, Request(.search, "two words")), ("/", false, Request(.search)),
    (":why out_h1", true, Request(.why, "out_h1")), ("why", false, Request(.why)),
    (":why", true, Request(.why)),
    ("w5 - 0.6*0.08", true, Request(.answer, "w5 - 0.6*0.08")), ("down", true, Request(.answer, "down")),
    ("explain ∂E/∂w", false, Request(.command, "explain ∂E/∂w")),
    (":explain ∂E/∂w", true, Request(.command, "explain ∂E/∂w")),
    (":plot L", false, Request(.command, "plot L")),
    (": w5 = 0.9", false, Request(.command, "w5 = 0.9")), (":w5", true, Request(.command, "w5")),
    (":hint", true, Request(.hint)), (":give up", true, Request(.giveUp)), (":skip", true, Request(.skip)),
    ("hint", true, Request(.answer, "hint")), ("hint", false, Request(.hint)),
    (":hint", false, Request(.hint)),
    (":(hint)", true, Request(.command, "(hint)")), (":hint*2", true, Request(.command, "hint*2")),
    ("where", false, Request(.whereabouts)), ("help", false, Request(.help)), ("?", false, Request(.help)),
    (":quit", true, Request(.quit)), ("q", false, Request(.quit)),
    (":answer hint", true, Request(.answer, "hint")), ("answer 12", false, Request(.answer, "12")),
    ("0.5*w", true, Request(.answer, "0.5*w")), ("hint*2", true, Request(.answer, "hint*2")),
    ("0.5*w", false, nil), ("nxt", false, nil), ("quit now", false, nil),
  ]

  @Test(arguments: requests) func linesAreRequests(line: String, isReply: Bool, request: Request?) {
    #expect((try? Request.reading(line, isReply: isReply).get()) == request)
  }

  @Test func everyActionHasAWordOfItsOwn() throws {
    for action in Action.allCases where action != .command {
      let line = action.prompt == nil ? action.word : action.word + " x"
      #expect(try Request.reading(line, isReply: false).get().action == action)
      #expect(try Request.reading(":" + line, isReply: true).get().action == action)
    }
    #expect(Set(Action.allCases.map(\.word)).count == Action.allCases.count)
    let keys = Action.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func aMisspeltWordIsToldTheNearest() {
    var reader = PlainReader(smallReader())
    #expect(reader.enter("nxt").joined().contains("Did you mean `next`?"))
  }

  @Test func goingOnPrintsTheLinesOfTheTranscript() {
    var reader = PlainReader(smallReader())
    var lines = reader.opening().filter { !$0.isEmpty && !$0.hasPrefix("Enter shows") }
    for _ in 0..<100 where !reader.reader.isAtEnd {
      lines += reader.enter(reader.reader.waitingQuestion == nil ? "" : ":skip")
    }
    let page = reader.reader.pageLines.filter { !$0.isEmpty }
    #expect(lines.filter { !$0.isEmpty && !$0.hasPrefix("Question") } == page)
  }

  @Test func wholeLinesOnlyArePrinted() {
    let text = "---\ntitle: T\n---\n\nText.\n\n```calc\ninput a = 2, b = 3\ny = a*b\n```\n"
    var reader = PlainReader(Reader(of: lesson(text), style: Style()))
    _ = reader.opening()
    _ = reader.enter("")
    #expect(reader.enter("") == ["", "    y = a·b = 2·3 = 6"])
  }

  @Test func aJumpPrintsTheStepThatItLeadsTo() {
    var reader = PlainReader(smallReader())
    _ = reader.opening()
    #expect(reader.enter("go to E").starts(with: ["", "Step 8 of 15:", "    E = (y − 1)²"]))
    #expect(reader.enter("go to 2").contains("One paragraph."))
  }

  @Test func whatIsSaidIsPrintedOnce() {
    var reader = PlainReader(smallReader())
    _ = reader.opening()
    _ = reader.enter("go to E")
    #expect(
      reader.enter("where") == [
        "", "Step 8 of 15, 53 % of small. Section 2 of 4, Forward: step 2 of 3. Pace: first", "reading.",
      ])
    #expect(
      reader.enter("why w") == ["", "why> w", "    w = 0.5" + String(repeating: " ", count: 45) + "given"])
    #expect(reader.enter(": w*2").first == "" && reader.enter("nonsense").count == 2)
    #expect(reader.enter("back").last == "      = 3²")
    #expect(reader.enter("") == ["      = 9"])
  }

  @Test func aChangePrintsWhatFollowsAndNoPageAnew() {
    var reader = PlainReader(smallReader())
    _ = reader.opening()
    _ = reader.enter("go to E")
    #expect(reader.enter(": w = 1").starts(with: ["", ": w = 1", "    w = 1 (was 0.5)"]))
    #expect(reader.enter(":reset") == ["", ": reset", "All numbers are the lesson's own again."])
  }

  @Test func helpNamesWords() {
    var reader = PlainReader(smallReader())
    let help = reader.enter("help").joined(separator: "\n")
    for action in Action.allCases { #expect(help.contains(action.word), "\(action)") }
    #expect(!help.contains("Esc"))
  }

  static let scripts: [(text: String, keys: [Key])] = [
    ("ab", [.character("a"), .character("b")]), ("a\n", [.character("a"), .enter]),
    ("\n\n", [.enter, .enter]),
    ("<Left><esc><Ctrl-U>", [.left, .escape, .control("u")]), ("<right>s", [.right, .character("s")]),
    ("a<3", [.character("a"), .character("<"), .character("3")]),
    ("<none>", "<none>".map { .character($0) }), ("# a comment\nb", [.character("b")]),
    ("a\r\nb", [.character("a"), .enter, .character("b")]), ("a\n# end", [.character("a"), .enter]),
    ("<Space>∂", [.character(" "), .character("∂")]), ("", []), ("<", [.character("<")]),
  ]

  @Test(arguments: scripts) func scriptsAreKeys(text: String, keys: [Key]) {
    #expect(KeyScript(text).keys == keys)
  }

  @Test func keysThatArePlayedPrintTheTranscriptAndWhatIsSaid() {
    var player = KeyPlayer(smallReader())
    var lines = player.opening()
    for key in KeyScript(String(repeating: "<right>", count: 4)).keys { lines += player.press(key) }
    lines += player.ending()
    #expect(lines == player.screen.reader.pageLines)
    var said: [String] = []
    for key in KeyScript(":hint\n").keys { said += player.press(key) }
    #expect(said == ["", "No question waits here."])
    #expect(player.press(.character("x")) == ["", "x does nothing here; ? shows the keys"])
  }
}
