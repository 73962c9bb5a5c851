import Diagnostics
import LessonLanguage
import Testing

@Suite("Columns, made data, draws, named optimizers and values over rows")
struct DataTests {
  @Test(
    "each statement becomes its tree, with its place",
    arguments: [
      ("input x1, x2, t from xor", "(input x1 x2 t from xor)"),
      ("target  t  from  xor", "(target t from xor)"),
      (
        "data points = spiral(200, noise: 0.1)",
        "(data points (with‹spiral(200, noise: 0.1)› spiral 200 noise:0.1))"
      ),
      ("data d = xor", "(data d (with‹xor› xor))"),
      (
        "optimizer o = adam(rate: 2*r)",
        "(optimizer o (with‹adam(rate: 2*r)› adam rate:(product‹2*r› *2 *r)))"
      ),
      ("optimizer data = sgd()", "(optimizer data (with‹sgd()› sgd))"),
      ("param w ~ normal(0, 0.5)", "(param (= w (~ (with‹normal(0, 0.5)› normal 0 0.5))))"),
      (
        "param a = 1, V[1...8, 1...2] ~ normal(mean: 0, deviation: 1/2), w ~ flat, b = [1, 2]",
        "(param (= a 1) (= V (spans (...‹1...8› 1 8) (...‹1...2› 1 2)) "
          + "(~ (with‹normal(mean: 0, deviation: 1/2)› normal mean:0 deviation:(product‹1/2› *1 /2)))) "
          + "(= w (~ (with‹flat› flat))) (= b (list‹[1, 2]› 1 2)))"
      ),
      (
        "input m[i, 2] ~ bernoulli(p[i]) for i in 1...4 step 2",
        "(input (= m (element i 2) (~ (with‹bernoulli(p[i])› bernoulli (element‹p[i]› p i))) "
          + "(in i (...‹1...4› 1 4) step 2)))"
      ),
      ("explain sum(E over d)", "(explain (over‹sum(E over d)› sum E d))"),
      (
        "explain ∂(mean(a*b  over d))/∂w",
        "(explain (derivative‹∂(mean(a*b  over d))/∂w› (over‹(mean(a*b  over d))› mean (product‹a*b› *a *b) d) w))"
      ),
    ])
  func tree(source: String, dump: String) {
    expectTree("(statement‹\(source)› \(dump))", ofStatement: source)
  }

  @Test(
    "values over rows stand wherever a value does",
    arguments: ["sum", "mean", "max", "min"])
  func overRows(function: String) throws {
    let file = SourceFile(name: "lesson.md", text: "2*\(function)(\(function)(x for i in 1...2) over d)")
    let expression = try #require(parseExpression(file, file.whole).expression)
    #expect(
      TreeDump(file, showsPlaces: false).text(of: expression)
        == "(product *2 *(over \(function) (reduction \(function) x (in i (... 1 2))) d))")
    #expect(
      bare("y = if \(function)(x over d) < 1 then \(function)(x over over1) else 0")
        == ["(statement (= y (if (< (over \(function) x d) 1) (over \(function) x over1) 0)))"])
    let check = SourceFile(name: "lesson.md", text: "\(function)(x over d) = 0.5")
    #expect(parseCheck(check, check.whole).checks.count == 1)
  }

  @Test(
    "a line goes on in the next",
    arguments: [
      "input x1,\n x2,\n t from xor", "param w ~\n normal(0,\n 1),\n b ~ flat", "data d =\n xor(\n 100)",
      "optimizer o =\n adam(rate:\n 1)", "explain mean(x\n over\n d)",
    ])
  func continuation(source: String) {
    let trees = bare(source)
    #expect(trees.count == 1)
    #expect(trees == bare(source.split(separator: "\n").joined(separator: " ")))
  }

  private static let columnHint = "write it like `input x1, x2 from xor`"
  private static let draw = "write it like `w ~ normal(0, 0.5)`"
  private static let made =
    "write it like `data points = spiral(200)`; numbers by the row stand in a data cell"
  private static let optimizer = "write it like `optimizer o = adam(rate: 0.1)`"
  private static let drawn = "what is drawn is given, as in `param w ~ normal(0, 1)`"

  @Test(
    "the first thing that is wrong is told at its place",
    arguments: [
      ErrorExample("input x1 ⟦x2⟧ from xor", "a comma is missing behind `x1`"),
      ErrorExample("input ⟦from⟧ xor", "a name is missing behind `input`"),
      ErrorExample("input x, ⟦from⟧ xor", "`from` is a reserved word and cannot be a name"),
      ErrorExample("input x ⟦from⟧", "a name is missing behind `from`"),
      ErrorExample("input x from ⟦3⟧", "a name belongs here, not the number `3`"),
      ErrorExample("input x from d⟦,⟧ e", "`,` has no place here"),
      ErrorExample(
        "param x ⟦from⟧ d", "a `param` is not read from data", hint: "data gives an `input` or a `target`"),
      ErrorExample(
        "const x ⟦from⟧ d", "a `const` is not read from data", hint: "data gives an `input` or a `target`"),
      ErrorExample(
        "input x, y⟦[⟧1] from d", "an element of a family is not read from data",
        hint: "write the names of the columns, as in `input x1, x2 from xor`"),
      ErrorExample(
        "input x1...⟦3⟧ from d", "a name belongs here, not the number `3`",
        hint: "write both names in full, as in `x1...x3`"),
      ErrorExample("input ⟦x3...x1⟧ from d", "`x3...x1` runs backwards"),
      ErrorExample(
        "input ⟦x1...y3⟧ from d",
        "`x1...y3` is no range of names: both must be one word with a number at its end",
        hint: "both names must begin with the same word, as in `x1...x3`"),
      ErrorExample("input x ⟦+⟧ 1 from d", "`+` has no place here"),
      ErrorExample(
        "input a = 1, x ⟦from⟧ d", "what is read from data stands in a statement of its own", hint: columnHint
      ),
      ErrorExample(
        "y = x ⟦from⟧ d", "`from` has no place here",
        hint: "columns of data are read with `input x1, x2 from xor`"),
      ErrorExample("param w ⟦~⟧", "a distribution is missing behind `~`", hint: draw),
      ErrorExample("param w ~ ⟦0.5⟧", "a distribution is missing behind `~`", hint: draw),
      ErrorExample("param w ~ ⟦[⟧1, 2]", "a distribution is missing behind `~`", hint: draw),
      ErrorExample("param w ~ ⟦if⟧", "`if` is a reserved word and cannot be a name"),
      ErrorExample("param w ~ normal⟦(⟧0, 1", "this `(` is never closed"),
      ErrorExample("param w ~ normal(0,⟦)⟧", "a value is missing behind `,`"),
      ErrorExample("param w ~ normal(0, 1) ⟦+⟧ 1", "`+` has no place here"),
      ErrorExample("param w ~ normal(0, 1) ⟦b⟧ ~ flat", "a comma is missing behind `)`"),
      ErrorExample(
        "param w ~ ⟦flat⟧ for i in 1...3", "there is no distribution `flat`",
        hint: "a family is drawn by `param w[1...3] ~ uniform(0, 1)`"),
      ErrorExample(
        "param w[1...3] ~ ⟦flat⟧ for i in 1...3", "there is no distribution `flat`",
        hint: "a family is drawn by `param w[1...3] ~ uniform(0, 1)`"),
      ErrorExample("y = a ⟦~⟧ b", "`~` has no place here", hint: drawn),
      ErrorExample(
        "y ⟦~⟧ normal(0, 1)", "`~` has no place here",
        hint: "what is drawn is given: `param y ~ normal(0, 1)`"),
      ErrorExample(
        "y[1] ⟦~⟧ normal(0, 1)", "`~` has no place here",
        hint: "what is drawn is given: `param y[1] ~ normal(0, 1)`"),
      ErrorExample("⟦data⟧", "a name is missing behind `data`"),
      ErrorExample("data ⟦points⟧", "`=` is missing behind `points`", hint: made),
      ErrorExample("data points ⟦=⟧", "a way to make data is missing behind `=`", hint: made),
      ErrorExample("data points = ⟦3⟧", "a way to make data is missing behind `=`", hint: made),
      ErrorExample(
        "data points = spiral(noise ⟦=⟧ 1)", "a setting is written with `:`, not with `=`",
        hint: "write `noise: 1`"),
      ErrorExample("data points = xor(1)⟦,⟧ q = xor(2)", "`,` has no place here"),
      ErrorExample("optimizer o ⟦adam⟧(1)", "`=` is missing behind `o`", hint: optimizer),
      ErrorExample("optimizer o = ⟦0.1⟧", "an optimizer is missing behind `=`", hint: optimizer),
      ErrorExample(
        "optimizer o = sgd(rate ⟦0.1⟧)", "`:` is missing behind `rate`", hint: "write `rate: 0.1`"),
      ErrorExample(
        "y = x ⟦over⟧ d", "`over` has no place here",
        hint: "over rows of data goes what stands in the parentheses of `sum`, `mean`, `max` or `min`"),
      ErrorExample(
        "y = exp(x ⟦over⟧ d)", "`exp` takes no `over`",
        hint:
          "for every row it is shown by `table exp(x) over d`, and their mean by `explain mean(exp(x) over d)`"
      ),
      ErrorExample(
        "y = product(x ⟦over⟧ d)", "`product` takes no `over`", hint: "`sum`, `mean`, `max` and `min` do"),
      ErrorExample("y = max(a, b ⟦over⟧ d)", "`max(… over …)` takes one expression"),
      ErrorExample("y = sum(⟦over⟧ d)", "a value is missing behind `(`"),
      ErrorExample("y = sum(x over ⟦)⟧", "a name is missing behind `over`"),
      ErrorExample("y = sum(x over ⟦3⟧)", "a name belongs here, not the number `3`"),
      ErrorExample("y = sum⟦(⟧x over d", "this `(` is never closed"),
      ErrorExample(
        "y = sum(x for i in 1...2 ⟦over⟧ d)", "`over` has no place here",
        hint: "over rows of data goes what stands in the parentheses of `sum`, `mean`, `max` or `min`"),
      ErrorExample(
        "y = sum(x for row ⟦of⟧ d)", "`for … of` stands only at the beginning of a block",
        hint: "on every row of data it is written `sum(x over xor)` or `table x over xor`"),
      ErrorExample(
        "y[i] = 2 for row ⟦of⟧ d", "`for … of` stands only at the beginning of a block",
        hint: "on every row of data it is written `sum(x over xor)` or `table x over xor`"),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
