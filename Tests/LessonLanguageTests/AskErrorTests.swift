import Diagnostics
import LessonLanguage
import TestSupport
import Testing

@Suite("Ask cells that are wrong")
struct AskErrorTests {
  private static let form = "a choice begins with `- [ ]`, or with `- [x]` where it is right"
  private static let both = "a question is answered with a number or by choosing, not both"
  private static let tolerance = "`tolerance` is a number above zero, or so many percent"
  private static let tolerances = "for example `tolerance: 0.01` or `tolerance: 2%`"
  private static let oneOfTwo = "a question has `digits` or a `tolerance`, not both"
  private static let apart =
    "`digits` asks for decimals, all of which are right; a `tolerance` takes what is near"
  private static let forNumbers = "`answer`, `digits`, `tolerance` and `mistake` are for numbers"
  private static let keys = "the keys are `answer`, `digits`, `tolerance`, `hint`, `mistake` and `because`"
  private static let stray =
    "the question stands first; a text may follow `hint:`, `because:` or the `--` of a reason"

  @Test(
    "what is wrong with a question is told at its place",
    arguments: [
      // The question.
      ErrorExample(
        "⟦⟧", "this cell asks nothing", hint: "the question stands first, before its answer"),
      ErrorExample(
        "⟦# only a comment⟧\n", "this cell asks nothing", hint: "the question stands first, before its answer"
      ),
      ErrorExample(
        "⟦answer:⟧ a\nhint: b", "this cell asks nothing",
        hint: "the question stands first, before its answer"),
      ErrorExample(
        "⟦- [x]⟧ a\n- [ ] b", "this cell asks nothing", hint: "the question stands first, before its answer"),
      // The answer.
      ErrorExample(
        "⟦How large is it?⟧\nIs it?\nhint: a", "this question has no answer",
        hint: "write `answer:` and an expression below it, or choices such as `- [x] down`"),
      ErrorExample("q\n⟦answer:⟧\nhint: a", "an expression is missing behind `answer:`"),
      ErrorExample("q\n⟦answer:⟧ # a", "an expression is missing behind `answer:`"),
      ErrorExample(
        "q\nanswer: a ⟦b⟧", "an operator is missing between `a` and `b`", hint: "a product is written `a*b`"),
      ErrorExample("q\nanswer: a ⟦+⟧", "a value is missing behind `+`"),
      ErrorExample("q\nanswer: ⟦(⟧a\nhint: b", "this `(` is never closed"),
      ErrorExample("q\nanswer: a ⟦=⟧ 3", "`=` has no place here"),
      ErrorExample(
        "q\nanswer: a ⟦-- it is so⟧", "an answer has no reason behind it",
        hint: "`because:` says why; a minus before a minus stands in parentheses"),
      ErrorExample("q\nanswer: a\n⟦It is small.⟧  \n", "this line belongs to no text", hint: stray),
      ErrorExample("q\nanswer: a\ndigits: 3\n⟦and so on⟧", "this line belongs to no text", hint: stray),
      ErrorExample("q\nanswer: a\nmistake: b\n⟦and so on⟧ # c", "this line belongs to no text", hint: stray),
      // What stands twice.
      ErrorExample(
        "q\nanswer: a\n⟦answer:⟧ a", "`answer:` stands twice",
        note: MarkedNote("the first stands", at: "⟦answer:⟧ a")),
      ErrorExample(
        "q\ndigits: 1\nanswer: a\n⟦digits:⟧ 1", "`digits:` stands twice",
        note: MarkedNote("the first stands", at: "⟦digits:⟧ 1")),
      ErrorExample(
        "q\nanswer: a\nbecause: b\n⟦because:⟧ c", "`because:` stands twice",
        note: MarkedNote("the first stands", at: "⟦because:⟧ b")),
      // Digits.
      ErrorExample("q\nanswer: a\n⟦digits:⟧", "a number is missing behind `digits:`"),
      ErrorExample("q\nanswer: a\ndigits: ⟦13⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦-1⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦3.0⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦1e1⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦three⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦3 or 4⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦99999999999999999999⟧", "`digits` is a whole number from 0 to 12"),
      ErrorExample("q\nanswer: a\ndigits: ⟦3 -- b⟧", "`digits` is a whole number from 0 to 12"),
      // A tolerance.
      ErrorExample("q\nanswer: a\n⟦tolerance:⟧", "a number is missing behind `tolerance:`"),
      ErrorExample("q\nanswer: a\ntolerance: ⟦0⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦0.0%⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦-0.1⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦± 0.1⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦2 percent⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦2%%⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦a/10⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦1e999⟧", tolerance, hint: tolerances),
      ErrorExample("q\nanswer: a\ntolerance: ⟦0.1 -- b⟧", tolerance, hint: tolerances),
      ErrorExample(
        "q\nanswer: a\ntolerance: 1\n⟦tolerance:⟧ 2", "`tolerance:` stands twice",
        note: MarkedNote("the first stands", at: "⟦tolerance:⟧ 1")),
      ErrorExample("q\nanswer: a\ndigits: 2\n⟦tolerance:⟧ 0.1", oneOfTwo, hint: apart),
      ErrorExample("q\ntolerance: 0.1\nanswer: a\n⟦digits:⟧ 2", oneOfTwo, hint: apart),
      // Mistakes.
      ErrorExample("q\nanswer: a\n⟦mistake:⟧ -- b", "an expression is missing behind `mistake:`"),
      ErrorExample("q\nanswer: a\n⟦mistake:⟧", "an expression is missing behind `mistake:`"),
      ErrorExample("q\nanswer: a\nmistake: b ⟦/⟧ -- c", "a value is missing behind `/`"),
      ErrorExample(
        "q\nanswer: a\nmistake: b ⟦that⟧ is c", "`--` is missing behind `b`",
        hint: "a reason begins with `--`"),
      ErrorExample(
        "q\nanswer: a\nmistake: ∂E/∂w5 ⟦—⟧ that is c", "`--` is missing behind `w5`",
        hint: "a reason begins with `--`"),
      ErrorExample(
        "q\nanswer: a\nmistake: b ⟦for⟧ c", "`--` is missing behind `b`", hint: "a reason begins with `--`"),
      // Keys.
      ErrorExample("q\n⟦anwser⟧: a", "there is no key `anwser`", hint: "did you mean `answer`?"),
      ErrorExample("q\n⟦Answer⟧: a", "there is no key `Answer`", hint: "did you mean `answer`?"),
      ErrorExample("q\nanswer: a\n⟦hnit⟧: b", "there is no key `hnit`", hint: "did you mean `hint`?"),
      ErrorExample("q\nanswer: a\n⟦explanation⟧: b\nc", "there is no key `explanation`", hint: keys),
      ErrorExample("q\nanswer: a\nhint: b\n⟦remember⟧: c", "there is no key `remember`", hint: keys),
      ErrorExample("q\nanswer: a\n⟦hint:⟧", "a text is missing behind `hint:`"),
      ErrorExample("q\nanswer: a\n⟦because:⟧\n # b", "a text is missing behind `because:`"),
      // Choices.
      ErrorExample(
        "q\n⟦- [ ]⟧ a\n- [ ] b", "none of these choices is right", hint: "`- [x]` begins a right one"),
      ErrorExample("q\n⟦- [x]⟧\n- [ ] b", "a text is missing behind `- [x]`"),
      ErrorExample("q\n- [x] a\n⟦- [ ]⟧ -- b", "a text is missing behind `- [ ]`"),
      ErrorExample("q\n⟦- []⟧ a\n- [x] b", form), ErrorExample("q\n- [x] a\n⟦-[ ]⟧ b", form),
      ErrorExample("q\n- [x] a\n⟦- [y]⟧ b", form), ErrorExample("q\n- [x] a\n⟦- [ ]⟧b", form),
      ErrorExample("q\n- [x] a\n⟦- [  ]⟧ b", form), ErrorExample("q\n- [x] a\n⟦- b⟧", form),
      ErrorExample("q\n⟦+[x]⟧ a", form),
      // Both kinds.
      ErrorExample("q\nanswer: a\n⟦- [x]⟧ b", both, hint: forNumbers),
      ErrorExample("q\n- [x] a\n- [ ] b\n⟦answer:⟧ c", both, hint: forNumbers),
      ErrorExample("q\n- [x] a\n⟦digits:⟧ 3", both, hint: forNumbers),
      ErrorExample("q\n- [x] a\n⟦tolerance:⟧ 3%", both, hint: forNumbers),
      ErrorExample("q\n- [x] a\nhint: b\n⟦mistake:⟧ c", both, hint: forNumbers),
    ])
  func message(example: ErrorExample) {
    let (question, diagnostics) = parseAsk(example.file, example.file.whole)
    example.expect(diagnostics)
    #expect(question == nil)
  }

  @Test("every mistake of a cell is told, in reading order")
  func several() {
    let source = MarkedSource(
      "q\nanswer: a ⟦b⟧\ndigits: ⟦x⟧\nmistake: c ⟦+⟧ -- d\n⟦hint:⟧\n⟦reason⟧: e\n⟦digits:⟧ 3\nmistake: ⟦$⟧\n")
    let (question, diagnostics) = parseAsk(source.file, source.file.whole)
    #expect(question == nil)
    #expect(diagnostics.map(\.range) == source.ranges.map { $0 })
  }
}
