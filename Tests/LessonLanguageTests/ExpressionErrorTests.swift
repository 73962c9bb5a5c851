import Diagnostics
import LessonLanguage
import Testing

@Suite("Expressions that are wrong")
struct ExpressionErrorTests {
  @Test(
    "the first thing that is wrong with an expression is told at its place",
    arguments: [
      ErrorExample("y = a ⟦+⟧", "a value is missing behind `+`"),
      ErrorExample("y = a + ⟦*⟧ b", "a value is missing behind `+`"),
      ErrorExample("y = ⟦+⟧3", "a value has no `+` before it", hint: "leave the `+` out"),
      ErrorExample("y = a + ⟦+⟧ b", "a value has no `+` before it", hint: "leave the `+` out"),
      ErrorExample("y = (⟦)⟧", "a value is missing behind `(`"),
      ErrorExample("y = ⟦(⟧a", "this `(` is never closed"),
      ErrorExample("y = f⟦(⟧a, g(b)", "this `(` is never closed"),
      ErrorExample("y = a⟦)⟧", "this `)` closes no bracket"),
      ErrorExample("y = (a)⟦)⟧", "this `)` closes no bracket"),
      ErrorExample(
        "y = a ⟦b⟧", "an operator is missing between `a` and `b`",
        hint: "a product is written `a*b`"),
      ErrorExample(
        "y = 2 ⟦x⟧", "an operator is missing between `2` and `x`",
        hint: "a product is written `2*x`"),
      ErrorExample(
        "y = 2⟦(⟧x)", "an operator is missing between `2` and `(`",
        hint: "a product is written with `*`"),
      ErrorExample(
        "y = (a)⟦(⟧b)", "an operator is missing between `)` and `(`",
        hint: "a product is written with `*`"),
      ErrorExample(
        "y = (a) ⟦2⟧", "an operator is missing between `)` and `2`",
        hint: "a product is written with `*`"),
      ErrorExample("y = a ⟦=⟧ b", "`=` has no place here", hint: "a formula has one `=`"),
      ErrorExample("y = a⟦,⟧ b", "`,` has no place here", hint: "write each formula on a line of its own"),
      ErrorExample(
        "y = 1⟦,⟧ z = 2", "`,` has no place here",
        hint: "write each formula on a line of its own"),
      ErrorExample("y = f(a,⟦)⟧", "a value is missing behind `,`"),
      ErrorExample(
        "y = f(⟦a:⟧ 2)", "`f` has no setting called `a`",
        hint: "leave out `a:`: they are told apart by their order"),
      ErrorExample(
        "y = f(⟦a =⟧ 2)", "`f` has no setting called `a`",
        hint: "leave out `a =`: they are told apart by their order"),
      ErrorExample(
        "y = (a⟦,⟧ b)", "`,` has no place here",
        hint: "a list is written `[1, 2, 3]`; the decimal sign of a number is a point"),
      ErrorExample("y = a ⟦:⟧ b", "`:` has no place here"),
      ErrorExample("y = a ⟦±⟧ b", "`±` has no place here"),
      ErrorExample("y = a ⟦<-⟧ b", "`<-` has no place here"),
      ErrorExample("y = a ⟦of⟧ b", "`of` has no place here"),
      ErrorExample("y = ∂⟦E⟧", "`/∂` is missing behind `E`", hint: "a derivative is written `∂E/∂w`"),
      ErrorExample("y = ∂E/⟦w⟧", "`∂` is missing behind `/`", hint: "a derivative is written `∂E/∂w`"),
      ErrorExample("y = ∂E/⟦∂⟧", "a name is missing behind `∂`"),
      ErrorExample("y = ⟦∂⟧", "a name or `(` is missing behind `∂`"),
      ErrorExample("y = ∂⟦2⟧/∂w", "a name or `(` is missing behind `∂`"),
      ErrorExample(
        "y = ∂sigmoid⟦(⟧z)/∂z", "`/∂` is missing behind `sigmoid`",
        hint: "what is more than a name stands in parentheses: `∂(sigmoid(z))/∂z`"),
      ErrorExample("y = ∂E/∂⟦2⟧", "a name belongs here, not the number `2`"),
      ErrorExample("y = ∂E/∂⟦(⟧w)", "a name is missing behind `∂`"),
      ErrorExample("y = ∂⟦(⟧a/∂b", "this `(` is never closed"),
      ErrorExample("y = ∂E ⟦∂⟧w", "`/∂` is missing behind `E`", hint: "a derivative is written `∂E/∂w`"),
      ErrorExample(
        "y = grad(E⟦)⟧", "`grad` takes an expression and a name",
        hint: "write it like `grad(E, w)`"),
      ErrorExample("y = grad(E, ⟦2⟧)", "a name belongs here, not the number `2`"),
      ErrorExample(
        "y = grad(E, w⟦,⟧ v)", "`grad` takes an expression and a name",
        hint: "write it like `grad(E, w)`"),
      ErrorExample("y = grad(⟦)⟧", "a value is missing behind `(`"),
      ErrorExample(
        "y = grad(E ⟦w⟧)", "`grad` takes an expression and a name",
        hint: "write it like `grad(E, w)`"),
      ErrorExample("y = grad⟦(⟧E,", "this `(` is never closed"),
      ErrorExample("y = local(a⟦)⟧", "`local` takes two names", hint: "write it like `local(out, sum)`"),
      ErrorExample(
        "y = local(a ⟦+⟧ b, c)", "`local` takes two names",
        hint: "write it like `local(out, sum)`"),
      ErrorExample(
        "y = local(a, b ⟦+⟧ c)", "`local` takes two names",
        hint: "write it like `local(out, sum)`"),
      ErrorExample(
        "y = local(a, b⟦,⟧ c)", "`local` takes two names",
        hint: "write it like `local(out, sum)`"),
      ErrorExample("y = local(⟦2⟧, c)", "a name belongs here, not the number `2`"),
      ErrorExample("y = local(⟦)⟧", "a name is missing behind `(`"),
      ErrorExample(
        "y = 0⟦,⟧5", "`,` has no place here",
        hint: "a number has no comma in it: its decimal sign is a point"),
      ErrorExample("y = ⟦(⟧a b", "this `(` is never closed"),
      ErrorExample(
        "y = (a ⟦b⟧)", "an operator is missing between `a` and `b`",
        hint: "a product is written `a*b`"),
      ErrorExample("y = (⟦(⟧a b)", "this `(` is never closed"),
      ErrorExample("y = (a ⟦=⟧ b)", "`=` has no place here"),
      ErrorExample("y = ⟦(⟧a -- b", "this `(` is never closed"),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
