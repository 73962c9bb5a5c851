import Diagnostics
import LessonLanguage
import Testing

@Suite("Families, ranges and functions that are wrong")
struct FamilyErrorTests {
  private static let rangeExample = "write it like `for i in 1...3`"
  private static let list = "a list stands only as the whole right side of a formula or a given value"
  private static let listHint = "give it a name of its own, as in `x = [1, 2]`"
  private static let listArithmetic =
    "write a formula for the elements, or give each list a name: `a = [1, 2]`"
  private static let function = "a function is written `def f(x) = x^2`"
  private static let mixed = "brackets hold either ranges or indices, not both"
  private static let mixedHint =
    "write it like `A[1...2, 1...2] = 0` or `A[i, j] = i + j for i in 1...2, j in 1...2`"
  private static let several = "behind several items it is not clear what the `for` belongs to"

  @Test(
    "the first thing that is wrong with an element or a list is told at its place",
    arguments: [
      ErrorExample("y = h[⟦]⟧", "a value is missing behind `[`"),
      ErrorExample("y = h[1,⟦]⟧", "a value is missing behind `,`"),
      ErrorExample("y = h⟦[⟧1", "this `[` is never closed"),
      ErrorExample(
        "y = h[1 ⟦2⟧]", "an operator is missing between `1` and `2`",
        hint: "the values of a list have commas between them: `[1, 2]`"),
      ErrorExample("y = h⟦[⟧1)", "this `[` is never closed"),
      ErrorExample("y = (h[1⟦)⟧]", "`)` has no place here"),
      ErrorExample("y = a⟦]⟧", "this `]` closes no bracket"),
      ErrorExample(
        "y = h[1]⟦[⟧2]", "`[` has no place here",
        hint: "an element with two indices has both in one pair of brackets: `h[1, 2]`"),
      ErrorExample(
        "y = 2⟦[⟧1]", "`[` has no place here", hint: "an element is written `h[2]`, behind the family's name"),
      ErrorExample(
        "y = f(x)⟦[⟧1]", "`[` has no place here",
        hint: "an element is written `h[2]`, behind the family's name"),
      ErrorExample(
        "y = h[1⟦...⟧2]", "`...` has no place here",
        hint: "there are no slices: write `y[i] = h[i] for i in 1...2`"),
      ErrorExample(
        "y = 1⟦...⟧3", "`...` has no place here",
        hint: "a range stands behind `in`, or in the brackets of a given family"),
      ErrorExample(
        "h[1⟦...⟧2] = 3", "`...` has no place here",
        hint: "for each element it is written `h[i] = 3 for i in 1...2`"),
      ErrorExample("h⟦[⟧1 = 3", "this `[` is never closed"),
      ErrorExample("h[⟦]⟧ = 3", "a value is missing behind `[`"),
      ErrorExample("h[1] ⟦==⟧ 3", "a formula is written with one `=`"),
      ErrorExample(
        "⟦h[1]⟧", "a value alone is no statement", hint: "to show how it comes about write `explain h[1]`"),
      ErrorExample("⟦h[1] + 2⟧ = 3", "before `=` stands one name, not `h[1] + 2`"),
      ErrorExample(
        "backward h[1]⟦,⟧ h[2]", "`backward` takes one name",
        hint: "each stands on a line of its own: `backward h[1]`, `backward h[2]`"),
      ErrorExample("y = [⟦]⟧", "a value is missing behind `[`"),
      ErrorExample("y = [1,⟦]⟧", "a value is missing behind `,`"),
      ErrorExample("y = ⟦[⟧1, 2", "this `[` is never closed"),
      ErrorExample("y = ⟦[⟧1, [2, 3]", "this `[` is never closed"),
      ErrorExample(
        "y = [1 ⟦2⟧]", "an operator is missing between `1` and `2`",
        hint: "the values of a list have commas between them: `[1, 2]`"),
      ErrorExample(
        "y = 2*⟦[⟧1, 2]", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "y = -⟦[⟧1, 2]", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "y = (⟦[⟧1, 2])", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "y = sum(⟦[⟧1, 2])", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "y = if a > 0 then ⟦[⟧1] else [2]",
        "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1]`"),
      ErrorExample(
        "y = [-⟦[⟧1]]", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1]`"),
      ErrorExample(
        "explain ⟦[⟧1, 2]", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "def f(x) = ⟦[⟧x, x]", "a list stands only as the whole right side of a formula or a given value",
        hint: "a function gives one value; a family is a formula of its own: `h = [1, 2]`"),
      ErrorExample("y[i] = 1 for i in [1, ⟦[2]⟧]", "the list of a range holds numbers, and no lists"),
      ErrorExample(
        "y[i] = 1 for i in 1...⟦[⟧1, 2]",
        "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "y = [1, 2] ⟦+⟧ [3, 4]", "a list cannot be computed with",
        hint: "write a formula for the elements, or give each list a name in a formula above"),
      ErrorExample(
        "y = [[1] ⟦*⟧ 2]", "a list cannot be computed with",
        hint: "write a formula for the elements, or give each list a name in a formula above"),
      ErrorExample(
        "y = [1] ⟦<⟧ 2", "a list cannot be computed with",
        hint: "write a formula for the elements, or give each list a name in a formula above"),
      ErrorExample(
        "y = [1]⟦[⟧1]", "`[` has no place here",
        hint: "an element with two indices has both in one pair of brackets"),
      ErrorExample("y = ∂h⟦[⟧1/∂x", "this `[` is never closed"),
      ErrorExample("y = ∂h[1]⟦*⟧2", "`/∂` is missing behind `]`", hint: "a derivative is written `∂E/∂w`"),
      ErrorExample(
        "y = local(h[1] ⟦+⟧ 2, x)", "`local` takes two names", hint: "write it like `local(out, sum)`"),
      ErrorExample(
        "y = grad(E, h[1] ⟦+⟧ 2)", "`grad` takes an expression and a name", hint: "write it like `grad(E, w)`"
      ),
      ErrorExample("y = a * ⟦]⟧", "a value is missing behind `*`"),
    ])
  func family(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "the first thing that is wrong with a range is told at its place",
    arguments: [
      ErrorExample("y[i] = 1 for ⟦2⟧ in 1...3", "a name belongs here, not the number `2`"),
      ErrorExample("y[i] = 1 ⟦for⟧", "a name is missing behind `for`"),
      ErrorExample("y[i] = 1 for ⟦i⟧", "`in` is missing behind `i`", hint: rangeExample),
      ErrorExample(
        "y[i] = 1 for i ⟦from⟧ 1...2", "`in` is missing behind `i`", hint: "write `for i in 1...2`"),
      ErrorExample("y[i] = 1 for i ⟦1⟧...2", "`in` is missing behind `i`", hint: rangeExample),
      ErrorExample("y[i] = 1 for i in ⟦n⟧", "`...` is missing behind `n`", hint: rangeExample),
      ErrorExample("y[i] = 1 for i in 1⟦,⟧ 2", "`...` is missing behind `1`", hint: rangeExample),
      ErrorExample("y[i] = 1 for i in 1⟦...⟧", "a value is missing behind `...`"),
      ErrorExample("y[i] = 1 for i in 1...2 ⟦step⟧", "a value is missing behind `step`"),
      ErrorExample("y[i] = 1 for i in 1...2⟦,⟧", "a name is missing behind `,`"),
      ErrorExample(
        "y[i] = 1 for i in 1...2 ⟦j⟧ in 1...2", "a comma is missing behind `2`",
        hint: "ranges have commas between them: `for i in 1...2, j in …`"),
      ErrorExample(
        "y[i] = 1 for i in 1...2⟦...⟧3", "`...` has no place here",
        hint: "a range stands behind `in`, or in the brackets of a given family"),
      ErrorExample(
        "y = x ⟦for⟧ i in 1...3", "a `for` needs an index behind `y`",
        hint: "write it like `y[i] = x for i in 1...3`"),
      ErrorExample(
        "y <- x ⟦for⟧ i in 1...3", "a `for` needs an index behind `y`",
        hint: "write it like `y[i] <- x for i in 1...3`"),
      ErrorExample(
        "explain h[i] ⟦for⟧ i in 1...3", "an `explain` has no `for`",
        hint: "`explain h` shows every element of `h`, and `explain h[1]` one of them"),
      ErrorExample(
        "y = (x ⟦for⟧ i in 1...3)", "`for` has no place here",
        hint: "for each it is written `y[i] = x[i] for i in 1...3`, and their sum `sum(x[i] for i in 1...3)`"),
      ErrorExample(
        "y = exp(x ⟦for⟧ i in 1...3)", "`exp` takes no `for`",
        hint: "for each it is written `y[i] = exp(x) for i in 1...3`"),
      ErrorExample("y = max(a, b ⟦for⟧ i in 1...3)", "`max(… for …)` takes one expression"),
      ErrorExample("y = sum(⟦for⟧ i in 1...3)", "a value is missing behind `(`"),
      ErrorExample("y = sum⟦(⟧x for i in 1...3", "this `(` is never closed"),
      ErrorExample(
        "y = sum(x for i in 1...3 ⟦y⟧)", "an operator is missing between `3` and `y`",
        hint: "a product is written `3*y`"),
      ErrorExample("y = sum(x for i in ⟦)⟧", "a value is missing behind `in`"),
      ErrorExample("y = sum(x for i in 1⟦)⟧", "`...` is missing behind `1`", hint: rangeExample),
      ErrorExample("y = sum(x for i in 1...2, ⟦3⟧)", "a name belongs here, not the number `3`"),
      ErrorExample("y = sum(x ⟦in⟧ 1...3)", "`in` has no place here"),
    ])
  func range(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "the first thing that is wrong with a given family is told at its place",
    arguments: [
      ErrorExample("param w[1...2, ⟦j⟧] = 0", mixed, hint: mixedHint),
      ErrorExample("param w[i, ⟦1...2⟧] = 0", mixed, hint: mixedHint),
      ErrorExample("param w[1...4 ⟦step⟧ 2] = 0", "the indices of a family have no step"),
      ErrorExample("param w[⟦]⟧ = 0", "a value is missing behind `[`"),
      ErrorExample("param w⟦[⟧1...2 = 0", "this `[` is never closed"),
      ErrorExample("param w[1...⟦]⟧ = 0", "a value is missing behind `...`"),
      ErrorExample(
        "param w[1...2⟦]⟧", "`=` is missing behind `]`",
        hint: "a number is given as in `param w[1...2] = 0.5`"),
      ErrorExample("param w[1...2] ⟦==⟧ 0", "a number is given with one `=`"),
      ErrorExample(
        "param w = 2*i ⟦for⟧ i in 1...3", "a `for` needs an index behind `w`",
        hint: "write it like `param w[i] = 2*i for i in 1...3`"),
      ErrorExample(
        "param w[1...3] = 2*i ⟦for⟧ i in 1...3", "a family with ranges in its brackets has no `for`",
        hint: "the index stands in the brackets, as in `param w[i] = 2*i for i in 1...3`"),
      ErrorExample(
        "param a = 1, w[i] = 2 ⟦for⟧ i in 1...3", several, hint: "give `w` in a statement of its own"),
      ErrorExample(
        "param w[i] = 2 for i in 1...3, a ⟦=⟧ 1", "`in` is missing behind `a`",
        hint: "behind a `for` nothing more is given in a statement"),
      ErrorExample(
        "param w[i] = 2 for i in 1...3, a⟦[⟧1...2] = 1", "`in` is missing behind `a`",
        hint: "behind a `for` nothing more is given in a statement"),
    ])
  func given(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "the first thing that is wrong with a definition is told at its place",
    arguments: [
      ErrorExample("⟦def⟧", "a name is missing behind `def`"),
      ErrorExample("def ⟦f⟧", "`(` is missing behind `f`", hint: function),
      ErrorExample("def f ⟦=⟧ 2", "`(` is missing behind `f`", hint: function),
      ErrorExample("def f(x⟦)⟧", "`=` is missing behind `)`", hint: function),
      ErrorExample("def f(x)⟦:⟧ x", "`=` is missing behind `)`", hint: function),
      ErrorExample("def f(x) ⟦==⟧ x", "a function is defined with one `=`"),
      ErrorExample("def f(x) ⟦=⟧", "a value is missing behind `=`"),
      ErrorExample("def f(⟦2⟧) = x", "a name belongs here, not the number `2`"),
      ErrorExample("def f(x,⟦)⟧ = x", "a name is missing behind `,`"),
      ErrorExample(
        "def f(x ⟦y⟧) = x", "an operator is missing between `x` and `y`", hint: "a product is written `x*y`"),
      ErrorExample(
        "def f(x⟦[⟧1]) = x", "`[` has no place here",
        hint: "an element is written `h[2]`, behind the family's name"),
      ErrorExample("def f(x = ⟦)⟧ = x", "a value is missing behind `=`"),
      ErrorExample("def f(x, ⟦x⟧) = x", "the parameter `x` stands here twice"),
      ErrorExample(
        "def f(a = 1, ⟦b⟧) = a", "`b` needs a value, because the parameter before it has one",
        hint: "parameters with a value come last: `def f(x, a = 0.1) = a*x`"),
      ErrorExample("def ⟦grad⟧(x) = x", "`grad` cannot be defined anew"),
      ErrorExample("def ⟦local⟧(x) = x", "`local` cannot be defined anew"),
      ErrorExample(
        "def f(x) = x ⟦for⟧ i in 1...3", "`for` has no place here",
        hint: "for each it is written `y[i] = x[i] for i in 1...3`, and their sum `sum(x[i] for i in 1...3)`"),
      ErrorExample("def f(x) = x ⟦=⟧ 2", "`=` has no place here"),
      ErrorExample("def f⟦(⟧x = x", "this `(` is never closed"),
    ])
  func definition(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "the first thing that is wrong with families in an update is told at its place",
    arguments: [
      ErrorExample(
        "update ⟦w[1]⟧...w[3] to reduce E with sgd(1)", "a range of names has no elements of a family in it",
        hint: "the family's name alone is all its elements"),
      ErrorExample(
        "update w1...⟦w[3]⟧ to reduce E with sgd(1)", "a range of names has no elements of a family in it",
        hint: "the family's name alone is all its elements"),
      ErrorExample(
        "update w[1⟦...⟧3] to reduce E with sgd(1)", "`...` has no place here",
        hint: "`w` is all its elements; some of them are named one by one, as `w[1]`"),
      ErrorExample(
        "update w to reduce L[1] ⟦+⟧ 2 with sgd(1)", "`to reduce` takes one name",
        hint: "give the cost a name in a formula above"),
      ErrorExample("update w⟦[⟧1 to reduce E with sgd(1)", "this `[` is never closed"),
      ErrorExample("update w, ⟦[⟧1] to reduce E with sgd(1)", "a name is missing behind `,`"),
    ])
  func update(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
