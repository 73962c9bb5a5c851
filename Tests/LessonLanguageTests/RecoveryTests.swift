import Diagnostics
import LessonLanguage
import Testing

@Suite("Several mistakes in one cell")
struct RecoveryTests {
  /// Marked text, the messages at the marks in order, and the number of statements that are right.
  struct Example: Sendable, CustomTestStringConvertible {
    let marked: String
    let messages: [String]
    let statementCount: Int
    var testDescription: String { marked }

    init(_ marked: String, _ messages: [String], statements: Int) {
      self.marked = marked
      self.messages = messages
      self.statementCount = statements
    }
  }

  @Test(
    "each statement tells its first mistake, and what is right is read",
    arguments: [
      Example(
        "a = 1\nb = ⟦$⟧ $ $\nc = 2\nd = ⟦5.⟧ + 5.\nexplain a\n",
        ["`$` means nothing in calc", "a digit is missing behind the point of `5.`"],
        statements: 3),
      Example(
        "y = ⟦(⟧a + 1\nz = 3\nw = ⟦5.⟧",
        ["this `(` is never closed", "a digit is missing behind the point of `5.`"], statements: 1),
      Example(
        "y = f⟦(⟧a,\n  b,\nz <- 3", ["this `(` is never closed"], statements: 1),
      Example(
        "y = f⟦(⟧a,\n  b\nexplain y\n⟦backward⟧",
        ["this `(` is never closed", "a name is missing behind `backward`"], statements: 1),
      Example("y = ⟦(⟧a\nupdate all to reduce E with sgd(1)", ["this `(` is never closed"], statements: 1),
      Example("y = ⟦(⟧a\nexplain ∂E/∂w", ["this `(` is never closed"], statements: 1),
      Example("y = ⟦(⟧a\nforward\nb = 2", ["this `(` is never closed"], statements: 1),
      Example("y = ⟦(⟧a\n\n# comment\n\n+ b", ["this `(` is never closed"], statements: 0),
      Example("y = a ⟦+⟧\nz = 2", ["a value is missing behind `+`"], statements: 1),
      Example("y ⟦=⟧\n# comment\nz = 2", ["a value is missing behind `=`"], statements: 1),
      Example("input a = 1⟦,⟧\nexplain a", ["a name is missing behind `,`"], statements: 1),
      Example("y = a⟦)⟧ + (b\n + c)\nz = 2", ["this `)` closes no bracket"], statements: 1),
      Example(
        "⟦repeat⟧\n  for row of d\n    forward\n  end\n  ⟦$⟧ $ (\n# comment\nend\ny = ⟦5.⟧\nz = 2",
        [
          "the number of times is missing behind `repeat`",
          "`$` means nothing in calc",
          "a digit is missing behind the point of `5.`",
        ], statements: 1),
      Example(
        "for row of d\n  repeat 3 times\n    repeat 2 times\n    end\n  end\nend\n⟦end⟧\nz = 1",
        ["this `end` closes no block"], statements: 2),
      Example(
        "repeat 2 times\n  ⟦repeat = 3⟧\n  ⟦for⟧ = 2\nend\nz = 1",
        ["a loop of commands holds no formulas", "`for` is a reserved word and cannot be a name"],
        statements: 2),
      Example(
        "y = ⟦(⟧a\ndef f(x) = x\nh[1, 2] = 3\ny = f⟦(⟧\nh[1] <- 3\ny = h⟦[⟧1\nfor t in 1...2\n  y[t] = ⟦5.⟧\nend",
        [
          "this `(` is never closed", "this `(` is never closed", "this `[` is never closed",
          "a digit is missing behind the point of `5.`",
        ], statements: 4),
      Example(
        "def f⟦(⟧x\nb = 2\ndef f(x,\n  a = 2) = x ⟦$⟧\nc = 3",
        ["this `(` is never closed", "`$` means nothing in calc"], statements: 2),
      Example(
        "param w = ⟦[⟧1, 2\nparam v = [1, 2]⟦]⟧\nz = 1",
        ["this `[` is never closed", "this `]` closes no bracket"], statements: 1),
      Example(
        "train W, b to reduce L over xor in batches of 2 with sgd(rate: 0.5) for 500 epochs,\n"
          + "    shuffled, ⟦valid⟧ on held_out, until L < 0.01\ny = 1",
        ["a `train` has no clause `valid`"], statements: 1),
      Example(
        "train w to reduce E with o⟦(⟧1\nrecord a\nplot b⟦,⟧\ntable c\ninput x⟦,⟧ y\nforward\nrepeat ⟦(⟧2 times\nend",
        [
          "this `(` is never closed", "a value is missing behind `,`", "`=` is missing behind `x`",
          "this `(` is never closed",
        ], statements: 3),
    ])
  func recovery(example: Example) {
    let source = MarkedSource(example.marked)
    let (statements, _, diagnostics) = parseCalc(source.file, source.file.whole)
    #expect(diagnostics.map(\.message) == example.messages)
    #expect(diagnostics.map(\.range) == source.ranges)
    #expect(statements.filter { !$0.isComment }.count == example.statementCount)
  }

  @Test("in checks, too, each line tells its first mistake")
  func checks() {
    let source = MarkedSource("a = ⟦b⟧\nb = 2\nc ⟦-- note⟧\nd = ⟦(1)⟧\ne = 3 -- (\nf⟦(⟧a\ng = 1\n")
    let (checks, _, diagnostics) = parseCheck(source.file, source.file.whole)
    #expect(checks.map(\.printed.text) == ["2", "3", "1"])
    #expect(diagnostics.map(\.range) == source.ranges)
  }
}

extension Statement {
  fileprivate var isComment: Bool {
    if case .comment = kind { true } else { false }
  }
}
