import Algebra
import Diagnostics
import LessonTestSupport
import Prose
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite struct QuestionTests {
  /// A lesson whose ask cell begins on line 13; `y` is 2/3, `s` is 6, `z` is -0.046963.
  static func fixture(_ cell: String, settings: String = "") -> LessonFixture {
    LessonFixture(text: AskFrame.text(settings: settings) + cell + AskFrame.below)
  }

  /// What stands around the ask cell.
  enum AskFrame: LessonFrame {
    static var above: String { text(settings: "") }
    static let below = "\n```\n"

    static func text(settings: String) -> String {
      """
      ---
      title: A lesson
      \(settings)---

      ```calc
      input x = 2, k = 0.50
      param w = 3
      y = x/w
      s = w*x
      z = -0.0234815*x
      ```

      ```ask

      """
    }
  }

  private func question(
    _ cell: String, settings: String = "", options: RunOptions = RunOptions(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> Question {
    let run = Self.fixture(cell, settings: settings).lesson.run(options)
    #expect(run.diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    return try #require(run.transcript.questions.first, sourceLocation: sourceLocation)
  }

  private func answer(
    _ cell: String, settings: String = "", options: RunOptions = RunOptions(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> Question.NumberAnswer {
    let question = try question(cell, settings: settings, options: options, sourceLocation: sourceLocation)
    guard case .number(let answer) = question.kind else {
      throw Diagnostic("no number is asked for", at: nil)
    }
    return answer
  }

  // MARK: Numbers

  struct Row: Sendable, CustomTestStringConvertible {
    let lines: String
    /// The number as it is shown, the decimals that are wanted, the replies that are right.
    let summary: String
    let settings: String

    init(_ lines: String, _ summary: String, settings: String = "") {
      self.lines = lines
      self.summary = summary
      self.settings = settings
    }

    var testDescription: String { lines }
  }

  @Test(arguments: [
    Row("answer: y\ndigits: 3", "y = 0.66667, 3: 0.667 0.666"),
    Row("answer: y\ndigits: 1", "y = 0.66667, 1: 0.7 0.6"),
    // Unless given, the decimals are the lesson's.
    Row("answer: y", "y = 0.66667, 5: 0.66667 0.66666"),
    Row("answer: y", "y = 0.667, 3: 0.667 0.666", settings: "decimals: 3\n"),
    Row("answer: y", "y = 0.666, 3: 0.667 0.666", settings: "decimals: 3\nrounding: truncated\n"),
    // The number is shown with as many digits as are asked for.
    Row("answer: y\ndigits: 8", "y = 0.66666667, 8: 0.66666667 0.66666666"),
    Row("answer: y\ndigits: 1", "y = 0.667, 1: 0.7 0.6", settings: "decimals: 0\n"),
    // A whole answer needs no decimals, unless the author wants them.
    Row("answer: s", "s = 6, 0: 6"), Row("answer: s\ndigits: 2", "s = 6, 2: 6"),
    Row("answer: s\ndigits: 0", "s = 6, 0: 6"),
    Row("answer: 3*y", "3*y = 2, 0: 2"), Row("answer: z\ndigits: 3", "z = -0.04696, 3: -0.047 -0.046"),
    // What binary arithmetic leaves of an exact zero is a zero.
    Row("answer: 0.1*x + 0.1 - 0.3", "0.1*x + 0.1 - 0.3 ~ 0, 0: 0"),
    // A tolerance asks for no decimals, and is kept as it is written.
    Row("answer: y\ntolerance: 0.010", "y = 0.66667, 0: within 0.010"),
    Row("answer: s\ntolerance: 2 %", "s = 6, 0: within 2%"),
    // Typed numbers stay as they are typed.
    Row("answer: k\ndigits: 1", "k = 0.50, 1: 0.5"),
    Row("answer: -2.50\ndigits: 1", "-2.50 = -2.50, 1: -2.5"),
    Row("answer: pi\ndigits: 2", "pi = 3.14159, 2: 3.14"),
    // Anything that has a value can be asked for.
    Row("answer: ∂s/∂w + ∂y/∂x\ndigits: 2", "∂s/∂w + ∂y/∂x = 2.33333, 2: 2.33"),
    Row("answer: if x > 1 then 7 else 8", "if x > 1 then 7 else 8 = 7, 0: 7"),
  ])
  func `an answer is worked out, with the replies that are right`(row: Row) throws {
    let answer = try answer("How much is it?\n" + row.lines, settings: row.settings)
    #expect(answer.summary == row.summary)
    #expect(answer.mistakes.isEmpty)
  }

  @Test func `the options of a run change what is shown, not what is asked for`() throws {
    let cell = "How much is it?\nanswer: y\nmistake: s"
    var options = RunOptions(decimals: 2)
    #expect(try answer(cell, options: options).summary == "y = 0.66667, 5: 0.66667 0.66666")
    options = RunOptions(decimals: 7)
    #expect(try answer(cell, options: options).summary == "y = 0.6666667, 5: 0.66667 0.66666")
  }

  @Test func `a question asks for the value at its place`() throws {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        ---
        ```calc
        param w = 1
        y = 2*w
        ```
        ```ask
        Now it is `= y`; how much?
        answer: y
        ```
        ```calc
        w <- 5
        forward
        ```
        ```ask
        And now?
        answer: y
        hint: It is not `= y/2`.
        ```

        """)
    let questions = fixture.run.transcript.questions
    #expect(questions.map(\.number) == [1, 2])
    #expect(questions.map(\.line) == [8, 16])
    #expect(questions.map { $0.text.plainText } == ["Now it is 2; how much?", "And now?"])
    #expect(questions.map { $0.hints.map(\.plainText) } == [[], ["It is not 5."]])
    let answers = questions.compactMap { if case .number(let answer) = $0.kind { answer.value } else { nil } }
    #expect(answers == [2, 10])
  }

  @Test func `mistakes have their numbers and reasons, in order`() throws {
    let answer = try answer(
      """
      How much?
      answer: y
      digits: 2
      mistake: s -- that is *a product*, `= w` times two
      mistake: w/x
      mistake: -y -- the sign
      """)
    #expect(
      answer.mistakes.map {
        "\($0.formula.text(.calc)) = \($0.shown.text ?? "") \($0.reason?.plainText ?? "none")"
      }
        == ["s = 6 that is a product, 3 times two", "w/x = 1.5 none", "-y = -0.66667 the sign"])
    #expect(answer.mistakes.map(\.value) == [6, 1.5, -2 / 3.0])
  }

  @Test func `choices keep their texts, reasons and order`() throws {
    let question = try question(
      "Which?\n- [ ] `= y`\n- [x] it is *s* -- as `= w` says\n- [x] also\nbecause: so it is\nhint: one\nhint: two"
    )
    guard case .choice(let choices) = question.kind else {
      Issue.record("the question is no choice")
      return
    }
    #expect(choices.map(\.isRight) == [false, true, true])
    #expect(choices.map { $0.text.plainText } == ["0.66667", "it is s", "also"])
    #expect(choices.map { $0.reason?.plainText } == [nil, "as 3 says", nil])
    #expect(question.hints.map(\.plainText) == ["one", "two"])
    #expect(question.reason?.plainText == "so it is")
  }

  // MARK: Errors

  private static let notWhole =
    "no reply to this question is right: the answer is not whole, and a reply without decimals is exact"

  @Test(arguments: [
    // What the cell says is read, and its names are looked up.
    Marked<AskFrame>("q\n⟦anwser⟧: y", "there is no key `anwser`", hint: "did you mean `answer`?"),
    Marked<AskFrame>("q\nanswer: ⟦q⟧", "`q` is not defined above"),
    Marked<AskFrame>("q\nanswer: y\nmistake: 2*⟦v⟧ -- no", "`v` is not defined above"),
    Marked<AskFrame>("q `= ⟦v⟧`\nanswer: y", "`v` is not defined above"),
    Marked<AskFrame>("q\nanswer: y\nhint: a\n  `= w ⟦+⟧`", "a value is missing behind `+`"),
    Marked<AskFrame>("q\nanswer: y\nmistake: s -- `= ⟦v⟧`", "`v` is not defined above"),
    Marked<AskFrame>("q\nanswer: y\nbecause: `= ⟦v⟧`", "`v` is not defined above"),
    Marked<AskFrame>("q\n- [x] `= ⟦v⟧`\n- [ ] b", "`v` is not defined above"),
    Marked<AskFrame>("q\n- [x] a\n- [ ] b -- `= ⟦v⟧`", "`v` is not defined above"),
    Marked<AskFrame>(
      "⟦<!-- q -->⟧\nanswer: y", "nothing is left of this text but a comment, which is not shown"),
    // The answer exists.
    Marked<AskFrame>("q\nanswer: ⟦y⟧\ndigits: 0", notWhole),
    Marked<AskFrame>("q\nanswer: ⟦ln(x - 2)⟧\ndigits: 3", "ln(0) has no value (in `ln(x - 2)`)"),
    Marked<AskFrame>(
      "q\nanswer: y\nmistake: s\nmistake: ⟦1/(x - 2)⟧ -- no", "1/0 has no value (in `1/(x - 2)`)"),
    Marked<AskFrame>("q `= ⟦1/(x - 2)⟧`\nanswer: y", "1/0 has no value (in `1/(x - 2)`)"),
    // Each mistake can be told from it.
    Marked<AskFrame>(
      "q\nanswer: y\ndigits: 3\nmistake: ⟦0.6671⟧ -- no",
      "this mistake cannot be told from the answer at 3 decimals: both are 0.667"),
    Marked<AskFrame>(
      "q\nanswer: y\ndigits: 1\nmistake: ⟦0.61⟧ -- no",
      "this mistake cannot be told from the answer at 1 decimal: both are 0.6"),
    Marked<AskFrame>(
      "q\nanswer: y\nmistake: ⟦y + 1e-14⟧",
      "this mistake cannot be told from the answer at 5 decimals: both are 0.66667"),
    Marked<AskFrame>(
      "q\nanswer: s\nmistake: ⟦2*w⟧", "this mistake cannot be told from the answer: both are 6"),
    Marked<AskFrame>(
      "q\nanswer: z\ndigits: 2\nmistake: ⟦-0.051⟧",
      "this mistake cannot be told from the answer at 2 decimals: both are -0.05"),
    // And from the others.
    Marked<AskFrame>(
      "q\nanswer: y\ndigits: 3\nmistake: 0.1\nmistake: s\nmistake: ⟦0.1004⟧",
      "this mistake cannot be told from another at 3 decimals: both are 0.100",
      note: MarkedNote("the other stands", at: "mistake: ⟦0.1⟧")),
    Marked<AskFrame>(
      "q\nanswer: y\ndigits: 3\nmistake: 0.1004\nmistake: ⟦0.1⟧\nmistake: 0.1001",
      "this mistake cannot be told from another at 3 decimals: both are 0.100",
      note: MarkedNote("the other stands", at: "mistake: ⟦0.1004⟧")),
    // Within a tolerance, too.
    Marked<AskFrame>(
      "q\nanswer: y\ntolerance: 0.01\nmistake: s\nmistake: ⟦0.676⟧ -- no",
      "this mistake cannot be told from the answer: it is within 0.01 of it"),
    Marked<AskFrame>(
      "q\nanswer: s\ntolerance: 10%\nmistake: ⟦6.6⟧ -- no",
      "this mistake cannot be told from the answer: it is within 10% of it"),
    // A tenth of 6.6 reaches down to 5.94.
    Marked<AskFrame>(
      "q\nanswer: s\ntolerance: 10%\nmistake: ⟦6.65⟧ -- no",
      "this mistake cannot be told from the answer: it is within 10% of it"),
    Marked<AskFrame>(
      "q\nanswer: y\ntolerance: 0.01\nmistake: s\nmistake: ⟦6.009⟧ -- no",
      "this mistake cannot be told from another: it is within 0.01 of it",
      note: MarkedNote("the other stands", at: "mistake: ⟦s⟧")),
    Marked<AskFrame>(
      "q\nanswer: ⟦y - y⟧\ntolerance: 2%",
      "the answer is 0, and so is every percentage of it: write the tolerance as a number"),
  ])
  func `a question that cannot be asked so is told at its place`(row: Marked<AskFrame>) {
    row.expectErrors()
  }

  @Test(arguments: [
    "answer: y\ndigits: 3\nmistake: 0.668", "answer: y\ndigits: 3\nmistake: 0.6649",
    "answer: y\ndigits: 6\nmistake: 0.66667", "answer: z\ndigits: 3\nmistake: 0.047\nmistake: -0.048",
    "answer: y\ntolerance: 0.01\nmistake: 0.677\nmistake: 0.656",
    "answer: s\ntolerance: 10%\nmistake: 6.7\nmistake: -6",
    "answer: s\nmistake: 6.1\nmistake: 5.9\nmistake: 7", "answer: s\ndigits: 3\nmistake: 6.001",
  ])
  func `a mistake that the digits tell apart may stand`(lines: String) throws {
    #expect(try answer("q\n" + lines).mistakes.count == lines.split(separator: "mistake").count - 1)
  }

  @Test func `answers, mistakes and inline values read no stale value`() {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        ---
        ```calc
        param w = 1
        y = 2*w
        w <- 5
        ```
        ```ask
        Is it `= y`?
        answer: y
        mistake: ∂y/∂w
        hint: not `= w`
        ```

        """)
    let stale = "error: `y` is stale: it has not been worked out since `w` was changed"
    #expect(
      fixture.errors.split(separator: "\n").filter { $0.contains("error") } == [
        "lesson.md:10:10: \(stale)", "lesson.md:11:9: \(stale)", "lesson.md:12:11: \(stale)",
      ])
  }

  // MARK: Replaced numbers

  @Test func `numbers that replace the lesson's own leave mistakes out rather than stop it`() throws {
    let cell = "q\nanswer: y\ndigits: 0\nmistake: w\nmistake: 4*k\nmistake: x\nmistake: s"
    let given = "input x = 6"
    let fixture = LessonFixture(
      text: Self.fixture(cell).file[SourceRange(0, Self.fixture(cell).file.bytes.count)]
        .replacing("input x = 2", with: given))
    func summary(_ settings: (String, String)...) throws -> [String] {
      let options = RunOptions(settings: settings.compactMap { .init(name: $0.0, text: $0.1) })
      let run = fixture.lesson.run(options)
      #expect(run.diagnostics.map(\.message) == [])
      guard case .number(let answer)? = run.transcript.questions.first?.kind else { return [] }
      return [answer.summary] + answer.mistakes.map { $0.formula.text(.calc) }
    }
    #expect(
      fixture.run.diagnostics.map(\.message) == [
        "this mistake cannot be told from the answer: both are 2"
      ])
    #expect(try summary(("k", "0.25")) == ["y = 2, 0: 2", "w", "4*k", "x", "s"])
    // 4*k is w now, and s is x.
    #expect(try summary(("k", "0.25"), ("w", "1")) == ["y = 6, 0: 6", "w"])
    // A number that is not whole is asked for with a decimal.
    #expect(try summary(("k", "0.25"), ("x", "7")) == ["y = 2.33333, 1: 2.3", "w", "4*k", "x", "s"])
  }

  @Test func `a mistake that has no value with other numbers is left out`() throws {
    let zero = try #require(RunOptions.Setting(name: "k", text: "0"))
    let answer = try answer(
      "q\nanswer: y\ndigits: 3\nmistake: 1/k\nmistake: s", options: RunOptions(settings: [zero]))
    #expect(answer.mistakes.map { $0.formula.text(.calc) } == ["s"])
  }
}

extension Question.NumberAnswer {
  /// `y = 0.66667, 3: 0.667 0.666`
  fileprivate var summary: String {
    let sign = if case .approximates = relation { "~" } else { "=" }
    let replies =
      tolerance.map { "within \($0.text)" }
      ?? accepted.map { $0.text ?? "no digits" }.joined(separator: " ")
    return "\(formula.text(.calc)) \(sign) \(shown.text ?? "no digits"), \(digits): \(replies)"
  }
}

extension [ProseSpan<Number>] {
  /// The text without its marks.
  fileprivate var plainText: String {
    map { span in
      switch span {
      case .text(let text), .code(let text): text
      case .emphasis(let spans), .strong(let spans), .link(let spans, _): spans.plainText
      case .lineBreak: "\n"
      case .value(let number): number.text ?? "no digits"
      }
    }.joined()
  }
}
