import Diagnostics
import LessonLanguage
import Testing

@Suite("Ask cells")
struct ParseAskTests {
  /// The question of a cell, a line for each part of it, the lines of a text in `[ | ]`.
  private func dump(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
    let file = SourceFile(name: "lesson.md", text: source)
    let (question, diagnostics) = parseAsk(file, file.whole)
    #expect(diagnostics == [], sourceLocation: sourceLocation)
    return question.map { AskDump(file).text(of: $0) } ?? "nothing"
  }

  @Test("a question for a number becomes its parts")
  func number() {
    #expect(
      dump(
        """
        How large is ∂E/∂w6, to 3 decimals?
        answer: ∂E/∂w6
        digits: 3
        hint: w6 hangs on out_h2, not on out_h1.
        hint: It is *small*.
        mistake: ∂E/∂w5 -- that is the slope of w5
        mistake: 2*x
        because: The first two factors are those of w5; only the last one changes.

        """) == """
          question [How large is ∂E/∂w6, to 3 decimals?]
          answer (derivative‹∂E/∂w6› E w6)
          digits 3
          mistake (derivative‹∂E/∂w5› E w5) [that is the slope of w5]
          mistake (product‹2*x› *2 *x)
          hint [w6 hangs on out_h2, not on out_h1.]
          hint [It is *small*.]
          because [The first two factors are those of w5; only the last one changes.]
          """)
  }

  @Test("a question with choices becomes its parts")
  func choice() {
    #expect(
      dump(
        """
        Which way does w5 move?
        - [x] down
        - [ ] up -- the slope is positive, so the step is negative
        * [X] not up -- down
        because: It goes against the slope.
        hint: Look at the sign.
        """) == """
          question [Which way does w5 move?]
          right [down]
          wrong [up] [the slope is positive, so the step is negative]
          right [not up] [down]
          hint [Look at the sign.]
          because [It goes against the slope.]
          """)
  }

  @Test(
    "texts and expressions go on in the lines below",
    arguments: [
      (
        "One\n  two:\nthree\nanswer: a\nhint: four\n five\n- six\nbecause:\n\n  seven\n\neight",
        "question [One|two:|three]\nanswer a\nhint [four|five|- six]\nbecause [seven|eight]"
      ),
      (
        "q\nanswer: f(a,\n  b) +\n  # a sum\n  - c",
        "question [q]\nanswer (sum‹f(a,\n  b) +\n  # a sum\n  - c› +(call‹f(a,\n  b)› f a b) +(neg‹- c› c))"
      ),
      ("q\nanswer:\n  a", "question [q]\nanswer a"),
      (
        "q\nanswer: a\nbecause: see\n  the rule: one\n  hint: two\n Note: three\nhint: four",
        "question [q]\nanswer a\nhint [four]\nbecause [see|the rule: one|hint: two|Note: three]"
      ),
      ("  q\n  answer: a\n  hint: b", "question [q]\nanswer a\nhint [b]"),
      ("q\nanswer: a\nmistake: b\n  -- c\n  d", "question [q]\nanswer a\nmistake b [c|d]"),
      ("q\nanswer: a\nmistake: b --\n  c -- d", "question [q]\nanswer a\nmistake b [c -- d]"),
      ("q\nanswer: a\nmistake: b--c", "question [q]\nanswer a\nmistake b [c]"),
      ("q\n- [x] a\n  b -- c\n  d\n- [ ]\n  e", "question [q]\nright [a|b] [c|d]\nwrong [e]"),
      ("q\n- [x] a\n  -- c -- d", "question [q]\nright [a] [c -- d]"),
    ])
  func lines(source: String, parts: String) { #expect(dump(source) == parts) }

  @Test(
    "what only looks like a key, a choice or a reason is text",
    arguments: [
      ("Note: 2 - 1 -- 3\nhttps://a.b\nanswer: a", "question [Note: 2 - 1 -- 3|https://a.b]\nanswer a"),
      ("- one\n- two\nanswer: a", "question [- one|- two]\nanswer a"),
      ("q\n- [a](b)\nanswer: a", "question [q|- [a](b)]\nanswer a"),
      (
        "the answer: what\nanswer: a\nhint: see https://a.b:\nhttps:c",
        "question [the answer: what]\nanswer a\nhint [see https://a.b:|https:c]"
      ),
      (
        "q\n- [x] a--b, a --b, a-- b\n- [ ] `a -- b` -- c",
        "question [q]\nright [a--b, a --b, a-- b]\nwrong [`a -- b`] [c]"
      ),
    ])
  func text(source: String, parts: String) { #expect(dump(source) == parts) }

  @Test(
    "a comment begins a line or stands behind an expression; a text keeps its #",
    arguments: [
      ("# S0-088\nq #1\n  # two\nanswer: a # why\nhint: b # c", "question [q #1]\nanswer a\nhint [b # c]"),
      (
        "q\nanswer: a\ndigits: 2 # of them\nmistake: b # -- no reason",
        "question [q]\nanswer a\ndigits 2\nmistake b"
      ),
      ("q\nanswer: a\ntolerance: 0.01 # near", "question [q]\nanswer a\ntolerance 0.01"),
      ("q\ntolerance: 2%\nanswer: a", "question [q]\nanswer a\ntolerance 2%"),
      (
        "q\nanswer: a\ntolerance: .5 %\nhint: b", "question [q]\nanswer a\ntolerance .5%\nhint [b]"
      ),
      ("q\nanswer: a\nmistake: b -- c # d", "question [q]\nanswer a\nmistake b [c # d]"),
    ])
  func comment(source: String, parts: String) { #expect(dump(source) == parts) }

  @Test(
    "blanks around keys and the kind of line end change nothing", arguments: ["\n", "\r\n", "\r", "\n \t\n"])
  func blanks(lineEnd: String) {
    let lines = ["  q", "\tanswer : a", " digits:12", "hint:\u{A0}b", " - [x] ", "c"]
    #expect(dump(lines[..<4].joined(separator: lineEnd)) == "question [q]\nanswer a\ndigits 12\nhint [b]")
    #expect(
      dump([lines[0], lines[4], lines[5], lines[3]].joined(separator: lineEnd))
        == "question [q]\nright [c]\nhint [b]")
  }

  @Test("blanks at the end of a line are kept, as they may force a line break")
  func lineBreak() { #expect(dump("a  \nb\nanswer: c") == "question [a  |b]\nanswer c") }

  @Test("reasons that say nothing are none")
  func emptyReason() {
    #expect(dump("q\nanswer: a\nmistake: b --") == "question [q]\nanswer a\nmistake b")
    #expect(dump("q\n- [x] a -- \n- [ ] b --") == "question [q]\nright [a]\nwrong [b]")
  }

  @Test("the cell is where its text stands")
  func place() throws {
    let source = MarkedSource("\n ⟦q\n# c\nanswer: a\nhint: b⟧  \n\n# d\n")
    let cell = try #require(parseAsk(source.file, source.file.whole).question)
    #expect(source.file.marking(cell.range) == source.file.marking(source.ranges[0]))
    let bare = MarkedSource("⟦q\nanswer: a\n- [x]⟧")
    #expect(parseAsk(bare.file, bare.file.whole).question == nil)
  }

  @Test("only the cell is read")
  func body() throws {
    let file = SourceFile(name: "lesson.md", text: "hint: before\nq\nanswer: a\nhint: behind\n")
    let body = SourceRange(13, 25)
    #expect(file[body] == "q\nanswer: a\n")
    let cell = try #require(parseAsk(file, body).question)
    #expect(AskDump(file).text(of: cell) == "question [q]\nanswer a")
  }

  @Test("ten thousand hints, mistakes and choices are read")
  func many() throws {
    let hints = String(repeating: "hint: a\n b\n", count: 10_000)
    let mistakes = String(repeating: "mistake: a + b -- c\n", count: 10_000)
    let numbers = SourceFile(name: "", text: "q\nanswer: a\n\(hints)\(mistakes)")
    let number = try #require(parseAsk(numbers, numbers.whole).question)
    guard case .number(_, _, let found) = number.kind else {
      Issue.record("the question asks for no number")
      return
    }
    #expect(found.count == 10_000)
    #expect(number.hints.count == 10_000)
    let choices = SourceFile(name: "", text: "q\n" + String(repeating: "- [x] `a` -- b\n", count: 10_000))
    guard case .choice(let all)? = parseAsk(choices, choices.whole).question?.kind else {
      Issue.record("the question is no choice")
      return
    }
    #expect(all.count == 10_000)
  }
}

/// Writes a question in short form, a line a part.
struct AskDump {
  private let file: SourceFile

  init(_ file: SourceFile) { self.file = file }

  func text(of cell: AskCell) -> String {
    let head = ["question \(text(of: cell.question))"]
    let hints = cell.hints.map { "hint \(text(of: $0))" }
    let reason = cell.reason.map { ["because \(text(of: $0))"] } ?? []
    return (head + text(of: cell.kind) + hints + reason).joined(separator: "\n")
  }

  private func text(of kind: AskCell.Kind) -> [String] {
    switch kind {
    case .number(let answer, let precision, let mistakes):
      ["answer \(text(of: answer))"] + (precision.map { [text(of: $0)] } ?? [])
        + mistakes.map { "mistake \(text(of: $0.value))" + ($0.reason.map { " \(text(of: $0))" } ?? "") }
    case .choice(let choices):
      choices.map { choice in
        "\(choice.isRight ? "right" : "wrong") \(text(of: choice.text))"
          + (choice.reason.map { " \(text(of: $0))" } ?? "")
      }
    }
  }

  private func text(of precision: AskCell.Precision) -> String {
    switch precision {
    case .digits(let count): "digits \(count)"
    case .tolerance(let number, let isPercent): "tolerance \(number.text)\(isPercent ? "%" : "")"
    }
  }

  private func text(of expression: Expression) -> String { TreeDump(file).text(of: expression) }

  private func text(of lines: [SourceRange]) -> String {
    "[" + lines.map { file[$0] }.joined(separator: "|") + "]"
  }
}
