import Diagnostics
import LessonLanguage
import Testing

@Suite("Tables, plots and records")
struct TableTests {
  @Test(
    "each statement becomes its tree, with its place",
    arguments: [
      (
        "table x, sigmoid(x), ∂(sigmoid(x))/∂x for x in -6...6 step 2",
        "(table x (call‹sigmoid(x)› sigmoid x) (derivative‹∂(sigmoid(x))/∂x› (call‹(sigmoid(x))› sigmoid x) x) "
          + "(in x (...‹-6...6› (neg‹-6› 6) 6) step 2))"
      ),
      ("table x1, x2, t, o over xor", "(table x1 x2 t o (over xor))"),
      ("table a", "(table a)"),
      ("table -a", "(table (neg‹-a› a))"),
      (
        "plot tanh(x), x for x in -0.5...pi",
        "(plot (call‹tanh(x)› tanh x) x (in x (...‹-0.5...pi› (neg‹-0.5› 0.5) pi)))"
      ),
      ("plot L", "(plot L)"), ("plot L of slow", "(plot L (of slow))"),
      ("plot L of slow, fast", "(plot L (of slow fast))"),
      ("plot L of slow, L of fast, plain", "(plot L (of slow fast plain))"),
      (
        "table q^2 for q in [0, -k], i in 1...2",
        "(table (power‹q^2› q 2) (in q (list‹[0, -k]› 0 (neg‹-k› k))) (in i (...‹1...2› 1 2)))"
      ),
      (
        "table sum(i for i in [1, 3], j in [2]) for q in [n]",
        "(table (reduction‹sum(i for i in [1, 3], j in [2])› sum i (in i (list‹[1, 3]› 1 3)) (in j (list‹[2]› 2))) (in q (list‹[n]› n)))"
      ),
      ("draw network for E_total", "(network E_total)"),
      ("draw network for y[2]", "(network (element‹y[2]› y 2))"),
      ("plot L with d", "(plot L (points d))"),
      (
        "plot o for x1 in -1...1, x2 in 0...1 step 0.1 with xor",
        "(plot o (in x1 (...‹-1...1› (neg‹-1› 1) 1)) (in x2 (...‹0...1› 0 1) step 0.1) (points xor))"
      ),
      ("record row, x1, 2*w1", "(record row x1 (product‹2*w1› *2 *w1))"),
      ("record table, plot", "(record table plot)"),
    ])
  func tree(source: String, dump: String) {
    expectTree("(statement‹\(source)› \(dump))", ofStatement: source)
  }

  @Test(
    "a line goes on in the next behind a comma, also before what is swept over",
    arguments: [
      ("table a,\n  b,\n  over d", "(table a b (over d))"),
      ("table a,\n  for x in 1...2,\n  y in 1...2", "(table a (in x (... 1 2)) (in y (... 1 2)))"),
      ("plot a,\n  for x in 1...2,\n  with d", "(plot a (in x (... 1 2)) (points d))"),
      ("plot a for x in 1...2,\n  with in 1...2", nil), ("plot a,\n  with d", "(plot a (points d))"),
      ("record a,\n  b", "(record a b)"),
    ])
  func continuation(source: String, dump: String?) {
    if let dump {
      #expect(bare(source + "\nexplain y") == ["(statement \(dump))", "(statement (explain y))"])
    }
    let file = SourceFile(name: "lesson.md", text: source)
    #expect(parseCalc(file, file.whole).diagnostics.isEmpty == (dump != nil))
  }

  private static let points = "write it like `plot o for x1 in -1...1, x2 in -1...1 with xor`"
  private static let record = "it is one row of current values; the loop around it makes the table"

  @Test(
    "the first thing that is wrong is told at its place",
    arguments: [
      ErrorExample("⟦table⟧", "a value is missing behind `table`"),
      ErrorExample("table ⟦for⟧ x in 1...2", "a value is missing behind `table`"),
      ErrorExample("plot ⟦with⟧ d", "a value is missing behind `plot`"),
      ErrorExample("⟦record⟧", "a value is missing behind `record`"),
      ErrorExample("record ⟦over⟧ d", "a value is missing behind `record`"),
      ErrorExample("table a⟦,⟧", "a value is missing behind `,`"),
      ErrorExample("record a,⟦,⟧ b", "a value is missing behind `,`"),
      ErrorExample(
        "table ⟦[⟧1, 2]", "a list stands only as the whole right side of a formula or a given value",
        hint: "give it a name of its own, as in `q = [1, 2]`"),
      ErrorExample(
        "table a ⟦b⟧", "an operator is missing between `a` and `b`", hint: "a product is written `a*b`"),
      ErrorExample("table a ⟦over⟧", "a name is missing behind `over`"),
      ErrorExample("table a over d ⟦for⟧ x in 1...2", "a `table` has one `for` or one `over`"),
      ErrorExample("table a for x in 1...2 ⟦over⟧ d", "a `table` has one `for` or one `over`"),
      ErrorExample(
        "table a ⟦with⟧ d", "a `table` has no `with`",
        hint: "a table of the rows of data is written `table x1, o over xor`"),
      ErrorExample(
        "table a for x ⟦from⟧ 1...2", "`in` is missing behind `x`", hint: "write `for x in 1...2`"),
      ErrorExample(
        "table a for x in 1 ⟦to⟧ 2", "`...` is missing behind `1`", hint: "a range is written `1...2`"),
      ErrorExample("table a for x in 1...2 ⟦step⟧", "a value is missing behind `step`"),
      ErrorExample(
        "table a for row ⟦of⟧ d", "`for … of` stands only at the beginning of a block",
        hint: "on every row of data it is written `sum(x over xor)` or `table x over xor`"),
      ErrorExample("table a ⟦=⟧ 3", "`=` has no place here"),
      ErrorExample(
        "plot a ⟦over⟧ d", "a `plot` has no `over`",
        hint: "the points of data are shown by `with xor`, its rows by a `table`"),
      ErrorExample("plot a ⟦with⟧", "a name is missing behind `with`"),
      ErrorExample(
        "plot a with d ⟦for⟧ x in 1...2", "a `plot` has one `for`, before its `with`", hint: points),
      ErrorExample(
        "plot a for x in 1...2 ⟦for⟧ y in 1...2", "a comma is missing behind `2`",
        hint: "ranges have commas between them: `for x in 1...2, y in …`"),
      ErrorExample("plot a with d⟦,⟧ e", "`,` has no place here"),
      ErrorExample("record a ⟦for⟧ i in 1...2", "a `record` has no `for`", hint: record),
      ErrorExample("record a, ⟦over⟧ d", "a `record` has no `over`", hint: record),
      ErrorExample("record a ⟦with⟧ d", "a `record` has no `with`", hint: record),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
