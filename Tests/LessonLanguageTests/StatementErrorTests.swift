import Diagnostics
import LessonLanguage
import Testing

@Suite("Statements that are wrong")
struct StatementErrorTests {
  @Test(
    "the first thing that is wrong with a statement is told at its place",
    arguments: [
      ErrorExample("y ⟦=⟧", "a value is missing behind `=`"),
      ErrorExample("y ⟦==⟧ 3", "a formula is written with one `=`"),
      ErrorExample(
        "input x ⟦3⟧", "`=` is missing behind `x`", hint: "a number is given as in `input x = 0.5`"),
      ErrorExample("input ⟦x⟧", "`=` is missing behind `x`", hint: "a number is given as in `input x = 0.5`"),
      ErrorExample("⟦input⟧", "a name is missing behind `input`"),
      ErrorExample("input x ⟦=⟧ ", "a value is missing behind `=`"),
      ErrorExample("input x = 1⟦,⟧", "a name is missing behind `,`"),
      ErrorExample("input x = 1 ⟦y⟧ = 2", "a comma is missing behind `1`"),
      ErrorExample(
        "input x = 1⟦,⟧000", "`,` has no place here",
        hint: "a number has no comma in it: its decimal sign is a point"),
      ErrorExample(
        "input x1⟦,⟧ x2", "`=` is missing behind `x1`",
        hint: "a number is given as in `input x1 = 0.5`"),
      ErrorExample(
        "input x ⟦<-⟧ 3", "`=` is missing behind `x`", hint: "a number is given as in `input x = 0.5`"),
      ErrorExample("input x ⟦==⟧ 3", "a number is given with one `=`"),
      ErrorExample("input ⟦3⟧ = x", "a name belongs here, not the number `3`"),
      ErrorExample("⟦explain⟧", "a value is missing behind `explain`"),
      ErrorExample("explain a⟦,⟧ b", "`,` has no place here", hint: "write an `explain` for each value"),
      ErrorExample("explain y ⟦=⟧ 3", "`=` has no place here"),
      ErrorExample("⟦backward⟧", "a name is missing behind `backward`"),
      ErrorExample(
        "backward E⟦,⟧ F", "`backward` takes one name",
        hint: "each stands on a line of its own: `backward E`, `backward F`"),
      ErrorExample(
        "backward E ⟦+⟧ F", "`backward` takes one name",
        hint: "a formula above gives it a name: `cost = E + F`, and then `backward cost`"),
      ErrorExample("backward ⟦∂⟧E/∂w", "a name is missing behind `backward`"),
      ErrorExample(
        "backward ⟦2⟧", "`backward` takes one name",
        hint: "a formula above gives it a name: `cost = 2`, and then `backward cost`"),
      ErrorExample(
        "forward ⟦x⟧", "`forward` stands alone on its line",
        hint: "it works out every formula above; one value is shown by `explain x`"),
      ErrorExample(
        "forward ⟦+⟧ 1", "`forward` stands alone on its line",
        hint: "it works out every formula above; one value is shown by `explain y`"),
      ErrorExample(
        "forward ⟦2⟧", "`forward` stands alone on its line",
        hint: "it works out every formula above; one value is shown by `explain y`"),
      ErrorExample(
        "forward⟦(⟧)", "`forward` stands alone on its line",
        hint: "it works out every formula above; one value is shown by `explain y`"),
      ErrorExample("⟦end⟧", "this `end` closes no block"),
      ErrorExample(
        "⟦else⟧ 3", "a statement cannot begin with `else`",
        hint: "a line goes on in the next when it ends in `then` or `else`"),
      ErrorExample(
        "⟦with⟧ x", "`with` begins no statement; it is a clause of a `train`",
        hint: "write it like `train all to reduce E over xor with sgd(rate: 0.1) for 100 epochs`"),
      ErrorExample("⟦*⟧ 3", "a statement cannot begin with `*`"),
      ErrorExample("⟦=⟧ 3", "a statement cannot begin with `=`"),
      ErrorExample("⟦,⟧ a", "a statement cannot begin with `,`"),
      ErrorExample("⟦<-⟧ 3", "a statement cannot begin with `<-`"),
      ErrorExample(
        "⟦3⟧", "a value alone is no statement",
        hint: "to show how it comes about write `explain 3`"),
      ErrorExample(
        "⟦a + b⟧", "a value alone is no statement",
        hint: "to show how it comes about write `explain a + b`"),
      ErrorExample("⟦foward⟧", "a value alone is no statement", hint: "did you mean `forward`?"),
      ErrorExample(
        "⟦foo⟧", "a value alone is no statement",
        hint: "to show how it comes about write `explain foo`"),
      ErrorExample("⟦foo⟧ bar", "no statement begins with `foo`", hint: "a formula is written `name = …`"),
      ErrorExample("⟦explian⟧ x", "no statement begins with `explian`", hint: "did you mean `explain`?"),
      ErrorExample(
        "⟦let⟧ x = 3", "no statement begins with `let`",
        hint: "a formula is written `y = 2*x`; a number is given with `input`, `target`, `param` or `const`"),
      ErrorExample("⟦a + b⟧ = 3", "before `=` stands one name, not `a + b`"),
      ErrorExample(
        "⟦∂E/∂w⟧ = 3", "before `=` stands one name, not `∂E/∂w`",
        hint: "a printed number belongs into a check cell"),
      ErrorExample("⟦2⟧ = x", "before `=` stands one name, not `2`"),
      ErrorExample(
        "⟦f(x)⟧ = x + 1", "before `=` stands one name, not `f(x)`",
        hint: "a function is defined by `def f(x) = …`"),
      ErrorExample(
        "a⟦,⟧ b = 1, 2", "a formula has one name before its `=`",
        hint: "write each formula on a line of its own: `a = 1`, `b = 2`"),
      ErrorExample(
        "⟦-x⟧", "a value alone is no statement",
        hint: "to show how it comes about write `explain -x`"),
      ErrorExample("⟦(⟧a + b", "this `(` is never closed"),
      ErrorExample("a + ⟦*⟧ b", "a value is missing behind `+`"),
      ErrorExample("⟦(a)⟧ <- 2", "before `<-` stands one name, not `(a)`"),
      ErrorExample(
        "input x = 0⟦,⟧5, y = 2", "`,` has no place here",
        hint: "a number has no comma in it: its decimal sign is a point"),
      ErrorExample(
        "⟦a +\n b⟧", "a value alone is no statement", hint: "to show how it comes about write `explain a +…`"
      ),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
