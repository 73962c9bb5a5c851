import Diagnostics
import LessonLanguage
import Testing

@Suite("Checks that are wrong")
struct CheckErrorTests {
  @Test(
    "the first thing that is wrong with a check is told at its place",
    arguments: [
      ErrorExample("⟦a⟧", "`= NUMBER` is missing behind `a`", hint: "a check is written `out = 0.41`"),
      ErrorExample(
        "a ⟦-- note⟧", "`= NUMBER` is missing behind `a`",
        hint: "a check is written `out = 0.41`"),
      ErrorExample("a ⟦=⟧ ", "a printed number is missing behind `=`"),
      ErrorExample("a = ⟦-- note⟧", "a printed number is missing behind `=`"),
      ErrorExample(
        "a = ⟦b⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "a = ⟦1/3⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "a = ⟦(3)⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "a = ⟦3 + 1⟧ -- n", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "a = ⟦3 + -1⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "a = ⟦pi⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "a = ⟦- -3⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample("a = ⟦0.5.⟧", "`0.5.` is no number: it has more than one point"),
      ErrorExample(
        "a = ⟦-x⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample("a = 3 ⟦±⟧", "a number is missing behind `±`"),
      ErrorExample("a = 3 ± ⟦-⟧1", "a tolerance has no sign"),
      ErrorExample("a = 3 ± ⟦x⟧", "a number is missing behind `±`"),
      ErrorExample("a = 3 ± 1⟦/⟧2", "`/` has no place here"),
      ErrorExample("a = 3 ± 1 ⟦±⟧ 2", "`±` has no place here"),
      ErrorExample(
        "a = 0.5 ⟦the⟧ slide's", "`--` is missing behind `0.5`",
        hint: "a note begins with `--`, a comment with `#`"),
      ErrorExample(
        "a = 0.5 ⟦S0⟧-071", "`--` is missing behind `0.5`",
        hint: "a note begins with `--`, a comment with `#`"),
      ErrorExample("a ⟦==⟧ 3", "a check is written with one `=`"),
      ErrorExample(
        "a ⟦≈⟧ 3", "a check is written with `=`",
        hint: "a tolerance stands behind the number: `y = 0.667 ± 0.001`"),
      ErrorExample(
        "y ⟦~⟧ 0.667", "a check is written with `=`",
        hint: "a tolerance stands behind the number: `y = 0.667 ± 0.001`"),
      ErrorExample(
        "y ⟦0.667⟧", "`=` is missing between `y` and `0.667`", hint: "a check is written `y = 0.667`"),
      ErrorExample(
        "∂E/∂w ⟦2⟧ -- slide 3", "`=` is missing between `∂E/∂w` and `2`",
        hint: "a check is written `∂E/∂w = 2`"),
      ErrorExample(
        "a ⟦<⟧ 3", "a check says which number comes out, and `<` says something else",
        hint: "it has `=` and that number, and where need be a tolerance behind it, with `±`"),
      ErrorExample(
        "a ⟦--b = 3⟧", "`= NUMBER` is missing behind `a`",
        hint: "`--` begins a note; a minus before a minus stands in parentheses"),
      ErrorExample("a ⟦—⟧ b = 3", "the character `—` (U+2014) means nothing in calc", hint: "write `-`"),
      ErrorExample("⟦(⟧a = 3", "this `(` is never closed"),
      ErrorExample("f⟦(⟧a -- n", "this `(` is never closed"),
      ErrorExample("⟦=⟧ 3", "a value is missing before `=`"),
      ErrorExample("⟦-- n⟧", "a value is missing before `-- n`"),
      ErrorExample(
        "a ⟦b⟧ = 3", "an operator is missing between `a` and `b`",
        hint: "a product is written `a*b`"),
      ErrorExample(
        "a = ⟦3 = 3⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample("a = ⟦1e999⟧", "the number `1e999` is too large", hint: "the largest is about 1.8e308"),
      ErrorExample(
        "a = ⟦3, b = 4⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample("a ⟦<-⟧ 3", "`<-` has no place here"),
      ErrorExample(
        "⟦[⟧1, 2] = 3", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "h[1] = ⟦[1]⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "h[1] = ⟦3 for i in 1...2⟧", "the number of a check is a printed number, not an expression",
        hint: "write its digits, as in `out = 0.41`"),
      ErrorExample(
        "⟦for⟧ t in 1...3", "a check cell holds no statement such as `for`",
        hint: "statements stand in calc cells"),
      ErrorExample(
        "⟦end⟧", "a check cell holds no statement such as `end`", hint: "statements stand in calc cells"),
      ErrorExample(
        "⟦def⟧ f(x) = 3", "a check cell holds no statement such as `def`",
        hint: "statements stand in calc cells"),
      ErrorExample(
        "⟦explain⟧ a", "a check cell holds no statement such as `explain`",
        hint: "statements stand in calc cells"),
      ErrorExample(
        "a = ⟦1,000⟧", "a number has no comma in it",
        hint: "a thousand is written `1000`; where the comma is a decimal sign, it is a point"),
      ErrorExample(
        "a = 5⟦%⟧", "`%` means nothing in calc",
        hint: "a percentage is written as a number: `0.05`"),
      ErrorExample(
        "a = ⟦1e-999⟧", "the number `1e-999` is too small to be told from 0",
        hint: "the smallest is about 4.9e-324"),
      ErrorExample(
        "a = ⟦$⟧", "`$` means nothing in calc",
        hint: "leave it out: numbers have no units, and formulas no signs around them"),
      ErrorExample(
        "a = 3 ⟦$⟧", "`$` means nothing in calc",
        hint: "leave it out: numbers have no units, and formulas no signs around them"),
      ErrorExample(
        "a = ⟦0,5⟧", "a number has no comma in it", hint: "its decimal sign is a point"),
      ErrorExample(
        "a = ⟦0,125⟧", "a number has no comma in it", hint: "its decimal sign is a point"),
      ErrorExample(
        "a = ⟦-0,125⟧", "a number has no comma in it", hint: "its decimal sign is a point"),
      ErrorExample(
        "⟦input⟧ x = 3", "a check cell holds no statement such as `input`",
        hint: "statements stand in calc cells"),
      ErrorExample(
        "⟦forward⟧", "a check cell holds no statement such as `forward`",
        hint: "statements stand in calc cells"),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCheck(example.file, example.file.whole).diagnostics)
  }
}
