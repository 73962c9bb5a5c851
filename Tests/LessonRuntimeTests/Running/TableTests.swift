import Diagnostics
import LessonTestSupport
import TestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// `table`: expressions at the current values, on every row, and at every point of ranges.
@Suite struct TableTests {
  @Test(arguments: [
    // At the current values.
    WorkedRows(
      "table x, y, ∂y/∂x, -2, pi, 1/3, sum(y over d)  # now",
      """
      # now
      x   y   ∂y/∂x   −2   π         1/3       sum(y over d)
      1   2   2       −2   3.14159   0.33333   0
      """),
    WorkedRows("x <- 0.50\ntable x, w", "x ← 0.50 (was 1)\n\nx      w\n0.50   2"),
    // On every row, with the digits of the cell; formulas are worked out anew.
    WorkedRows(
      "w <- 3\ntable t, x, y, y - t over d   # rows",
      """
      w ← 3 (was 2)

      # rows
      t       x    y    y − t
       2       1    3    1
       3       2    6    3
      −6.50   −3   −9   −2.5
      """),
  ])
  func `a table has a row for the lesson as it stands, or for each row of data`(row: WorkedRows) {
    row.expectWorking()
  }

  @Test func `a column that is no name of the lesson is shown, too`() {
    func lesson(_ cell: String) -> String {
      "---\ntitle: A lesson\n---\n\n```data d\nx, label\n1, 0.50\n2, -1\n```\n\n"
        + "```calc\ninput x from d\ny = 2*x\n\(cell)\n```\n"
    }
    let table = lesson("table label, y*label, x over d")
    #expect(LessonFixture(text: table).lastTable == [["0.50", "1", "1"], ["-1", "-4", "2"]])
    MarkedText(
      lesson("table label over d\nz = ⟦label⟧"), "`label` is not defined above"
    ).expectErrors()
  }

  @Test(arguments: [
    // A name of the lesson is set, and restored.
    WorkedRows(
      "table x, y, ∂L/∂w for x in -1...1\nexplain x",
      """
      x    y    ∂L/∂w
      −1   −2   8
       0    0   0
       1    2   0

      x = 1                                               given
      """),
    WorkedRows("table w, y for w in 0...1 step 0.5", "w     y\n0     0\n0.5   0.5\n1     1"),
    // Any other name is a number that is set, too: one can differentiate by it.
    WorkedRows(
      "table z, z^2, ∂(z^3)/∂z, z*w for z in -1...1 step 0.5",
      """
      z      z²     ∂(z³)/∂z   z·w
      −1     1      3          −2
      −0.5   0.25   0.75       −1
       0     0      0           0
       0.5   0.25   0.75        1
       1     1      3           2
      """),
    // What was stale is worked out anew.
    WorkedRows("w <- 3\ntable y for x in 2...3", "w ← 3 (was 2)\n\ny\n6\n9"),
    // At the lesson's own numbers there need be no value.
    WorkedRows(
      "z = 1/x\nx <- 0\ntable z for x in 1...2",
      "z = 1/x = 1/1 = 1\n\nx ← 0 (was 1)\n\nz\n1\n0.5"),
    WorkedRows(
      "table mean(y over d), x for w in 0...3 step 3",
      "mean(y over d)   x\n0                1\n0                1"),
    WorkedRows("table if x > 0 then ln(x) else 5 for x in 0...1", "if x > 0 then ln(x) else 5\n5\n0"),
  ])
  func `a table over a range has a row for each of its values`(row: WorkedRows) { row.expectWorking() }

  @Test(arguments: [
    // One expression over two ranges is a matrix.
    WorkedRows(
      "table w*x for w in 0...1, x in 0...2",
      """
      w·x     x = 0   x = 1   x = 2
      w = 0   0       0       0
      w = 1   0       1       2
      """),
    // Several are a list, the last range running fastest.
    WorkedRows(
      "table w, z for w in -0.5...1 step 0.75, z in 5...6",
      """
      w       z
      −0.5    5
      −0.5    6
       0.25   5
       0.25   6
       1      5
       1      6
      """),
  ])
  func `a table over two ranges is a matrix or a list`(row: WorkedRows) { row.expectWorking() }

  @Test func `a matrix that would be too wide is a list`() {
    #expect(RowsLesson.lastTable("table i*j for i in 1...2, j in 1...20").map(\.count) == [21, 21])
    #expect(
      RowsLesson.lastTable("table i*j for i in 1...2, j in 1...21").map(\.count)
        == Array(repeating: 1, count: 42))
  }

  private static let family = """
    param W[1...2, 1...2] = [[1, 2], [3, 4]]
    h[i] = W[i,1]*x + W[i,2]*x^2 for i in 1...2

    """

  @Test(arguments: [
    ("table h[i], W[i,1] for i in 1...2", [["3", "1"], ["7", "3"]]),
    ("table W[i, j] for i in 1...2, j in 1...2", [["i = 1", "1", "2"], ["i = 2", "3", "4"]]),
    // A Jacobian: h[i] hangs on W[i,2] alone, with the factor x².
    ("table ∂h[i]/∂W[j,2] for i in 1...2, j in 1...2", [["i = 1", "1", "0"], ["i = 2", "0", "1"]]),
    // An index beside a number that is set.
    ("table h[i] for i in 1...2, x in 0...2", [["i = 1", "0", "3", "10"], ["i = 2", "0", "7", "22"]]),
    (
      "table i, x, h[i] for i in 1...2, x in 1...2",
      [["1", "1", "3"], ["1", "2", "10"], ["2", "1", "7"], ["2", "2", "22"]]
    ),
    (
      "table x, i, h[i] for x in 1...2, i in 1...2",
      [["1", "1", "3"], ["1", "2", "7"], ["2", "1", "10"], ["2", "2", "22"]]
    ),
    (
      "table W[i,j]*z for i in 1...2, j in 1...2, z in 1...2",
      ["1", "2", "2", "4", "3", "6", "4", "8"].map { [$0] }
    ),
    // The ends of ranges within, and functions of the lesson's own.
    ("table sum(k for k in 1...n) for n in 1...3", [["1"], ["3"], ["6"]]),
    ("def f(k) = h[k]^2\ntable f(i) for i in 1...2", [["9"], ["49"]]),
    ("table W[3 - i, c - 4] for i in 1...2", [["3"], ["1"]]),
  ])
  func `a name that stands in an index is written out for each of its values`(
    statement: String, expected: [[String]]
  ) {
    #expect(RowsLesson.lastTable(Self.family + statement) == expected)
  }

  @Test func `of a long table the first and the last rows are shown`() {
    #expect(RowsLesson.lastTable("table z^2 for z in 1...100") == (1...100).map { ["\($0 * $0)"] })
    let long = RowsLesson.lastTable("table z^2, z for z in 1...1000")
    #expect(long.count == 101)
    #expect(long.prefix(90) == (1...90).map { ["\($0 * $0)", "\($0)"] }[...])
    #expect(long[90] == ["…", "…"])
    #expect(long.suffix(10) == (991...1000).map { ["\($0 * $0)", "\($0)"] }[...])
    let matrix = RowsLesson.lastTable("table a*b for a in 1...300, b in 1...2")
    #expect(matrix.count == 101)
    #expect(matrix[89] == ["a = 90", "90", "180"])
    #expect(matrix[90] == ["…", "…", "…"])
    #expect(matrix[91] == ["a = 291", "291", "582"])
  }

  @Test func `rows that are not shown are not worked out`() {
    // At z = 95 there is no value, and nobody sees it.
    #expect(RowsLesson.fixture("table 1/(z - 95) for z in 1...1000").errors.isEmpty)
    #expect(!RowsLesson.fixture("table 1/(z - 95) for z in 1...100").errors.isEmpty)
  }

  // MARK: Mistakes

  @Test(arguments: [
    MarkedRows(
      "x <- 3\ntable x, ⟦y⟧",
      "`y` is stale: it has not been worked out since `x` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`x` was changed", at: "⟦x <- 3⟧")),
    MarkedRows("table x over ⟦e⟧", "there are no rows called `e` above this line"),
    MarkedRows("table x, ⟦q⟧ over d", "`q` is not defined above"),
    MarkedRows("table x, ⟦z⟧", "`z` is not defined above"),
    MarkedRows("table ⟦q⟧ for z in 1...2", "`q` is not defined above"),
    MarkedRows("table z for z in 1...2\nexplain ⟦z⟧", "`z` is not defined above"),
    MarkedRows(
      "table y for ⟦y⟧ in 1...2", "`y` has a formula, and cannot be set",
      hint: "range over a number that it is worked out from, or take another `for` name"),
    MarkedRows(
      "table y for ⟦c⟧ in 1...2", "`c` is a const, and cannot be set",
      hint: "give it as an input, to range over it"),
    MarkedRows(
      "param v[1...2] = 0\ntable y for ⟦v⟧ in 1...2", "`v` is a family, and a range gives one number"),
    MarkedRows("table y for x in 1...2, ⟦x⟧ in 1...2", "`x` has two ranges"),
    MarkedRows("table y for x in ⟦2...1⟧", "this range is empty"),
    MarkedRows("table y for x in 1...2 step ⟦0⟧", "a step must be above 0, and this is 0"),
    MarkedRows("table y for x in 1...2 step ⟦-c⟧", "a step must be above 0, and this is -5"),
    MarkedRows(
      "table y for x in 1...⟦w⟧",
      "the ends of a range are fixed, and `w` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
    MarkedRows("table y for x in ⟦0...1e16⟧", "the ends of a range are numbers up to 1e15"),
    MarkedRows("table y for x in ⟦0...1e7⟧", "a range has at most 1,000,000 values, and this one has more"),
    MarkedRows(
      "table y for x in ⟦1...1001⟧, w in 1...1000",
      "these ranges have more than 1,000,000 values together, which is the bound"),
    MarkedRows(
      "param v[1...1000] = 0\ntable v[i]*v[j] for i in ⟦1...1000⟧, j in 1...101",
      "more than 100,000 elements are more than a page holds"),
    MarkedRows(
      "param v[1...2] = 0\ntable ⟦v[i]⟧ for i in 1...3", "`v` has no element `v[3]`",
      hint: "the elements are `v[1]` to `v[2]`; here `i` is 3"),
    MarkedRows(
      "param v[1...2] = 0\ntable v[⟦i⟧] for i in 1...2 step 0.5",
      "an index must be a whole number, and `i` is 1.5",
      hint: "the elements are `v[1]` to `v[2]`"),
    MarkedRows(
      "param v[1...2] = 0\ntable ∂(v[i]^2)/∂⟦i⟧ for i in 1...2",
      "`i` is a `for` name; nothing can be differentiated by it"),
  ])
  func `what a table goes through is known`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    MarkedRows("⟦table 1/(x - 1)⟧", "1/0 has no value (in `1/(x - 1)`)"),
    MarkedRows("⟦table 1/(y - 4) over d⟧", "row 2 of `d`: 1/0 has no value (in `1/(y - 4)`)"),
    MarkedRows("⟦table z, 1/z for z in -1...1⟧", "where z = 0: 1/0 has no value (in `1/z`)"),
    MarkedRows(
      "z = ln(x)\n⟦table z for w in 0...1, x in -1...1⟧",
      "where w = 0, x = -1: `z`: ln(-1) has no value (in `ln(x)`)"),
    MarkedRows(
      "param E[0...1] = [3, 4]\nz = E[x]\n⟦table z for x in 0...2⟧",
      "where x = 2: `z`: `E` has no element `E[2]`: `x` is 2", hint: "the elements are `E[0]` to `E[1]`"),
    MarkedRows(
      "⟦table ∂(sqrt(z))/∂z for z in 0...1⟧",
      "where z = 0: `∂(sqrt(z))/∂z` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedRows(
      "z = exp(w)\n⟦table z for w in 0...1000 step 500⟧",
      "where w = 1000: `z`: exp(1000) is too large for a number (in `exp(w)`)"),
  ])
  func `the point is told at which there is no value`(row: MarkedRows) { row.expectErrors() }
}
