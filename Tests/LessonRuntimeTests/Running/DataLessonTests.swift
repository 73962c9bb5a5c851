import Algebra
import LessonTestSupport
import TestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// Rows in lessons: data cells, made data, and names that take their numbers from columns.
@Suite struct DataLessonTests {
  /// A lesson of a data cell `d` and a calc cell.
  private static func lesson(_ rows: String, _ cell: String, settings: String = "") -> LessonFixture {
    LessonFixture(
      text: "---\ntitle: A lesson\n\(settings)---\n\n```data d\n\(rows)\n```\n\n```calc\n\(cell)\n```\n")
  }

  @Test func `rows are shown, and names have the numbers of the first one as they are typed`() {
    let fixture = Self.lesson(
      "x1, x2, t\n0.50, 1e-3, -1\n2, -3, 4",
      "input x1, x2 from d   # measured\ntarget t from d\ny = x1*x2 + t")
    #expect(
      fixture.working() == """
        data d: 2 rows
          x1     x2       t
          0.50    0.001   −1
          2      −3        4

        input   x1 = 0.50    x2 = 0.001                     # measured
        target  t = −1

        y = x1·x2 + t
          = 0.50·0.001 + (−1)
          = 0.0005 + (−1)
          = −0.9995
        """)
  }

  @Test func `of many rows the first are shown, and how to see the others`() {
    let rows = (1...26).map { "\($0)" }.joined(separator: "\n")
    #expect(
      Self.lesson("x\n\(rows)", "input x from d").working() == """
        data d: 26 rows
          x
        \((1...24).map { $0 < 10 ? "   \($0)" : "  \($0)" }.joined(separator: "\n"))
          … 2 more: table x over d

        input   x = 1
        """)
    #expect(Self.lesson("x\n5", "input x from d").working() == "data d: 1 row\n  x\n  5\n\ninput   x = 5")
  }

  @Test func `rows that are made are told with their call and their seed`() {
    let fixture = LessonFixture("data s = plane(6, noise: 1/4)  # six", settings: "seed: 3\n")
    let lines = fixture.working().split(separator: "\n")
    #expect(lines.first == "# six")
    #expect(lines[1] == "data s: 6 rows of plane(6, noise: 1/4), seed 3")
    #expect(lines.last == "  … 1 more: table x1, x2, label over s")
    #expect(lines.count == 9)
  }

  @Test(arguments: DataMaker.allCases)
  func `rows that are made are those of the maker`(maker: DataMaker) throws {
    let cell = "data s = \(maker.rawValue)(8, noise: 0.25)\ninput x1, x2 from s\ntarget label from s"
    let fixture = LessonFixture(
      cell + "\ntable x1, x2, label over s", settings: "seed: 5\ndecimals: 12\n")
    let set = maker.dataSet(named: Name("s"), count: 8, noise: 0.25, seed: 5)
    let table = fixture.lastTable
    #expect(table.count == 8)
    for (row, numbers) in zip(table, set.rows) {
      for (text, number) in zip(row, numbers) {
        #expect(abs(try #require(Double(text)) - number.value) < 1e-12, "\(maker)")
      }
    }
  }

  @Test func `made rows hang on their name and the seed, and on nothing else`() {
    func rows(_ cell: String, _ settings: String = "") -> [[String]] {
      LessonFixture(cell + "\ntable x1, x2, label over s", settings: settings).lastTable
    }
    let first = rows("data s = gauss(5)\ninput x1 from s")
    #expect(first == rows("data r = gauss(50)\nparam w ~ normal(0, 1)\ndata s = gauss(5)\ninput x1 from s"))
    #expect(first != rows("data s = gauss(5)\ninput x1 from s", "seed: 2\n"))
    #expect(first != rows("data s = gauss(5, noise: 0.1)\ninput x1 from s"))
    let other = LessonFixture("data r = gauss(5)\ninput x1 from r\ntable x1, x2, label over r").lastTable
    #expect(first != other)
  }

  @Test func `rows, values and functions are named apart`() {
    let fixture = Self.lesson(
      "d, é\n3, 4", "input d, e\u{301} from d\nmean = d + \u{e9}\ny = mean\ntable d, \u{e9}, y over d")
    #expect(fixture.errors.isEmpty)
    #expect(fixture.lastTable == [["3", "4", "7"]])
  }

  @Test func `a set number takes the place of a column's`() throws {
    let fixture = Self.lesson("x, t\n1, 2\n3, 4", "input x from d\ny = 2*x\ntable x, y over d")
    let setting = try #require(RunOptions.Setting(name: "x", text: "0.50"))
    let working = fixture.working(RunOptions(settings: [setting]))
    #expect(working.contains("input   x = 0.50\n\ny = 2·x = 2·0.50 = 1\n"))
    // The rows are what they were.
    #expect(working.hasSuffix("x   y\n1   2\n3   6"))
  }

  // MARK: Mistakes

  @Test(arguments: [
    MarkedRows("input q from ⟦e⟧", "there are no rows called `e` above this line"),
    MarkedRows(
      "data points = xor(4)\ninput x1 from ⟦point⟧", "there are no rows called `point` above this line",
      hint: "did you mean `points`?"),
    MarkedRows("input ⟦x2⟧ from d", "`d` has no column `x2`", hint: "did you mean `x`?"),
    MarkedRows("input ⟦height⟧ from d", "`d` has no column `height`", hint: "its columns are `x`, `t`"),
    MarkedRows(
      "input ⟦x⟧ from d",
      "`x` is defined twice",
      hint: "to change it write `x <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "input ⟦x⟧ from d")),
    MarkedRows(
      "data s = plane(2)\ninput x1, ⟦x1⟧ from s",
      "`x1` is defined twice",
      hint: "to change it write `x1 <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "input ⟦x1⟧, x1 from s")),
  ])
  func `a column is one of rows above, under a name that is free`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    MarkedRows(
      "data ⟦d⟧ = xor(4)",
      "`d` is defined twice",
      note: MarkedNote("the first rows of that name stand", at: "```data ⟦d⟧")),
    MarkedRows(
      "data s = ⟦spirale⟧(3)", "there are no rows `spirale` to be made", hint: "did you mean `spiral`?"),
    MarkedRows(
      "data s = ⟦mnist⟧(3)", "there are no rows `mnist` to be made",
      hint: "xor, circle, gauss, spiral, plane can be made"),
    MarkedRows(
      "data s = ⟦spiral⟧", "`spiral` needs the count of its rows", hint: "write `spiral(200, noise: 0.1)`"),
    MarkedRows(
      "data s = ⟦xor(noise: 0.1)⟧", "`xor` needs the count of its rows",
      hint: "write `xor(200, noise: 0.1)`"),
    MarkedRows(
      "data s = xor(3, ⟦4⟧)", "only the first setting of `xor` needs no label",
      hint: "write `xor(3, noise: 4)`"),
    MarkedRows("data s = xor(3, ⟦nois⟧: 4)", "`xor` has no setting `nois`", hint: "did you mean `noise`?"),
    MarkedRows("data s = xor(3, noise: 0.1, ⟦noise⟧: 0.2)", "the noise is set twice"),
    MarkedRows("data s = xor(3, ⟦count⟧: 3)", "the count is set twice"),
    MarkedRows("data s = xor(⟦0⟧)", "`count` of made data is a whole number from 1 to 100,000"),
    MarkedRows("data s = xor(⟦2.5⟧)", "`count` of made data is a whole number from 1 to 100,000"),
    MarkedRows("data s = xor(⟦1e9⟧)", "`count` of made data is a whole number from 1 to 100,000"),
    MarkedRows("data s = xor(⟦0/0⟧)", "`count` of made data is a whole number from 1 to 100,000"),
    MarkedRows("data s = xor(3, noise: ⟦2⟧)", "`noise` of made data is a number from 0 to 1"),
    MarkedRows("data s = xor(3, noise: ⟦-c⟧)", "`noise` of made data is a number from 0 to 1"),
    MarkedRows(
      "data s = xor(⟦x⟧)", "the count is fixed, and `x` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
  ])
  func `rows are made with settings that are known and fit`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```⟦data⟧\nx\n1\n```\n", "a data cell needs a name",
      hint: "it stands behind `data`, as in ```data points"),
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```data ⟦two names⟧\nx\n1\n```\n", "behind `data` stands one name",
      hint: "write `data points`, for one"),
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```data ⟦if⟧\nx\n1\n```\n", "behind `data` stands one name",
      hint: "write `data points`, for one"),
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```data d\nx\n1\n```\n\n```data ⟦d⟧\nx\n1\n```\n",
      "`d` is defined twice",
      note: MarkedNote("the first rows of that name stand", at: "```data ⟦d⟧")),
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```calc\ninput x from ⟦d⟧\n```\n\n```data d\nx\n1\n```\n",
      "there are no rows called `d` above this line",
      hint: "what defines it belongs above this line: a lesson is read from its top",
      note: MarkedNote("defined", at: "```data ⟦d⟧")),
  ])
  func `a data cell has one name, which stands above its mentions`(row: MarkedText) { row.expectErrors() }
}
