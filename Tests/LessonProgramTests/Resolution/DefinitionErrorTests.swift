import LessonTestSupport
import TestSupport
import Testing

@Suite struct DefinitionErrorTests {
  @Test(arguments: [
    MarkedCell(
      "def f(x) = ⟦f⟧(x - 1)\ny = f(2)", "`f` calls itself, and the functions of a lesson do not"),
    MarkedCell(
      "def f(x) = if x > 0 then 1 + ⟦f⟧(x - 1) else 0\ny = f(2)",
      "`f` calls itself, and the functions of a lesson do not"),
    MarkedCell(
      "def f(x) = sum(⟦f⟧(i) for i in 1...2)\ny = f(2)",
      "`f` calls itself, and the functions of a lesson do not"),
    MarkedCell("def f(x) = ⟦g⟧(x)", "there is no function `g` above"),
    MarkedCell(
      "def f(x) = ⟦sigmiod⟧(x)", "there is no function `sigmiod` above", hint: "did you mean `sigmoid`?"),
    MarkedCell(
      "def f(x) = x\ndef ⟦f⟧(y) = y",
      "the function `f` is defined twice",
      note: MarkedNote("first defined", at: "def ⟦f⟧(x) = x")),
    MarkedCell("def f(x, y = 2) = x*y\na = ⟦f⟧()", "`f` takes 1 to 2 arguments, not 0"),
    MarkedCell("def f(x, y = 2) = x*y\na = ⟦f⟧(1, 2, 3)", "`f` takes 1 to 2 arguments, not 3"),
    MarkedCell("def f(x) = x\na = ⟦f⟧(1, 2)", "`f` takes 1 argument, not 2"),
    MarkedCell("def f(x, y) = x\na = ⟦f⟧(1)", "`f` takes 2 arguments, not 1"),
    MarkedCell("a = ⟦sigmoid⟧(1, 2)", "`sigmoid` takes 1 argument, not 2"),
    MarkedCell("a = ⟦leaky_relu⟧(1, 2, 3)", "`leaky_relu` takes 1 to 2 arguments, not 3"),
    MarkedCell("a = ⟦max⟧()", "`max` takes 1 or more arguments, not 0"),
    MarkedCell("def f(x) = ⟦q⟧*x\ny = f(2)", "`q` is not defined above"),
    MarkedCell("def f(x, y = ⟦q⟧) = x\nz = f(1)", "`q` is not defined above"),
    MarkedCell("def f(x) = ⟦x⟧[1]\ny = f(2)", "`x` is a number, it has no elements"),
    MarkedCell(
      "def f(n) = sum(i for i in 1...⟦n⟧)\ninput m = 3\nz = f(m)",
      "the ends of a range are fixed, and `m` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
    MarkedCell(
      "def f(i) = sum(i for ⟦i⟧ in 1...2)\ny = f(3)", "`i` is taken by an outer `for` or a parameter",
      hint: "take another `for` name"),
    MarkedCell(
      "def f(x) = x\ny = ⟦f⟧ + 1", "`f` is a function, and has a value only with its arguments",
      hint: "write `f(…)`"),
  ])
  func `a function calls what is above it, with the arguments that it has`(row: MarkedCell) {
    row.expectErrors()
  }

  @Test func `of two functions that call each other the first is told, and their calls are not`() {
    let errors = LessonFixture("def f(x) = g(x)\ndef g(x) = f(x)\ny = f(2) + g(1)").errors
    #expect(
      errors == """
        lesson.md:6:12: error: there is no function `g` above
        def f(x) = g(x)
                   ^
        hint: what defines it belongs above this line: a lesson is read from its top
        lesson.md:7:5: note: defined here
        def g(x) = f(x)
            ^
        """)
  }

  @Test func `sixty functions that each call the one before twice are refused at once`() {
    let definitions = (1...60).map { "def f\($0)(x) = f\($0 - 1)(x) + f\($0 - 1)(x)" }
    MarkedCell(
      "def f0(x) = x\n" + definitions.joined(separator: "\n") + "\ny = ⟦f60(1)⟧",
      "written out, this formula has more than 1,000,000 parts, which is the bound"
    ).expectErrors()
  }

  @Test func `sixty arguments that are each doubled are refused at once`() {
    let nested = String(repeating: "f(", count: 60) + "1" + String(repeating: ")", count: 60)
    let errors = LessonFixture("def f(x) = x + x\ny = \(nested)").errors
    // The line is long: what is shown of it depends on which of the calls is the one too much.
    let first = errors.split(separator: "\n")[0]
    #expect(first.hasPrefix("lesson.md:7:"))
    #expect(
      first.hasSuffix("error: written out, this formula has more than 1,000,000 parts, which is the bound"))
    #expect(errors.split(separator: "error:").count == 2)
  }
}
