import Diagnostics
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite struct ReplacedRowsTests {
  private static let cell = """
    ---
    title: A lesson
    ---

    ```data points
    x, t
    1, 2
    2, 3
    ```

    ```calc
    input x, t from points
    y = x + 1
    table x, t, y over points
    ```
    """

  private func rows(
    _ text: String, for name: String = "points", of fixture: LessonFixture
  ) throws -> RunOptions.Rows {
    let (rows, diagnostics) = fixture.lesson.rows(
      replacing: name, from: SourceFile(name: "mine.csv", text: text))
    #expect(diagnostics.isEmpty)
    return try #require(rows)
  }

  private func working(_ text: String, for name: String = "points", of fixture: LessonFixture) throws
    -> String
  {
    var options = RunOptions()
    options.data = [try rows(text, for: name, of: fixture)]
    return fixture.working(options)
  }

  @Test(arguments: [
    "x, t\n0.50, 7\n-3, 8\n", "\u{FEFF}t,x\r\n7,0.50\r\n8,-3\r\n", "\"t\",spare,x,more\n7,1,0.50,2\n8,1,-3,2",
  ])
  func `the rows of a file take the place of a cell's, in the lesson's columns`(text: String) throws {
    let working = try working(text, of: LessonFixture(text: Self.cell))
    #expect(
      working == """
        data points: 2 rows from mine.csv
          x       t
           0.50   7
          −3      8

        input   x = 0.50   t = 7

        y = x + 1 = 0.50 + 1 = 1.5

        x       t   y
         0.50   7    1.5
        −3      8   −2
        """)
  }

  @Test func `there may be more rows or fewer`() throws {
    let fixture = LessonFixture(text: Self.cell)
    #expect(try working("x,t\n1,1", of: fixture).hasPrefix("data points: 1 row from mine.csv"))
    let many = "x,t\n" + String(repeating: "1,1\n", count: 100)
    #expect(try working(many, of: fixture).contains("… 76 more: table x, t over points"))
  }

  @Test func `of rows that were made nothing is said when others take their place`() throws {
    let fixture = LessonFixture("data d = spiral(20, noise: 0.1)\ninput x1 from d\nz = 2*x1")
    #expect(fixture.working().contains("data d: 20 rows of spiral(20, noise: 0.1), seed 1"))
    let working = try working("label,x1,x2\n1,0.25,3", for: "d", of: fixture)
    #expect(working.hasPrefix("data d: 1 row from mine.csv\n  x1     x2   label\n  0.25   3    1\n"))
    #expect(!working.contains("spiral") && !working.contains("seed"))
    #expect(working.hasSuffix("z = 2·x1 = 2·0.25 = 0.5"))
  }

  @Test func `a run with other rows changes nothing of the next, and goes with other numbers`() throws {
    let fixture = LessonFixture(text: Self.cell)
    let before = fixture.working(RunOptions())
    var options = RunOptions(settings: [try #require(.init(name: "x", text: "5"))])
    options.data = [try rows("x,t\n9,9", of: fixture)]
    let working = fixture.working(options)
    #expect(working.contains("y = x + 1 = 5 + 1 = 6") && working.contains("9   9   10"))
    #expect(fixture.working(RunOptions()) == before)
  }

  @Test func `data is known by its names, in order`() {
    #expect(LessonFixture(text: Self.cell).lesson.dataNames == ["points"])
    let fixture = LessonFixture("data z = xor(4)\ndata a = xor(4)", "data m = plane(4)")
    #expect(fixture.lesson.dataNames == ["z", "a", "m"])
    #expect(LessonFixture("x = 1").lesson.dataNames.isEmpty)
  }

  @Test(arguments: [
    (
      "x\n1",
      """
      mine.csv:1:1: error: a column `t` is missing, which the lesson's data `points` has
      x
      ^
      hint: the header names the columns `x`, `t`
      """
    ),
    (
      "X, t, q\n1, 2, 3",
      """
      mine.csv:1:1: error: a column `x` is missing, which the lesson's data `points` has
      X, t, q
      ^
      hint: did you mean `x`?
      """
    ),
    (
      "x, t\n1, 2\n3, two",
      """
      mine.csv:3:4: error: `two` is no number
      3, two
         ^~~
      hint: a class is written as a number, such as 0 or 1
      """
    ),
    (
      "",
      """
      mine.csv:1:1: error: this file is empty

      ^
      hint: its first line names the columns, as in `x1, x2, t`, and each further line is a row of numbers
      """
    ),
    (
      "\nx, t\n",
      """
      mine.csv:2:1: error: this file has no rows below its header
      x, t
      ^~~~
      """
    ),
    (
      "x, t # mine\n1, 2",
      """
      mine.csv:1:6: error: rows of numbers have no comments
      x, t # mine
           ^~~~~~
      hint: leave it out
      """
    ),
    (
      "a,b\n1,2",
      """
      mine.csv:1:1: error: a column `x` is missing, which the lesson's data `points` has
      a,b
      ^~~
      hint: the header names the columns `x`, `t`
      mine.csv:1:1: error: a column `t` is missing, which the lesson's data `points` has
      a,b
      ^~~
      hint: the header names the columns `x`, `t`
      """
    ),
  ])
  func `what is wrong with a file is told at its place`(text: String, message: String) {
    let file = SourceFile(name: "mine.csv", text: text)
    let (rows, diagnostics) = LessonFixture(text: Self.cell).lesson.rows(replacing: "points", from: file)
    #expect(rows == nil)
    #expect(diagnostics.map { $0.text(in: file) }.joined(separator: "\n") == message)
  }

  @Test func `data that the lesson does not have is not replaced`() {
    let file = SourceFile(name: "mine.csv", text: "x, t\n1, 2")
    let (rows, diagnostics) = LessonFixture(text: Self.cell).lesson.rows(replacing: "point", from: file)
    #expect(rows == nil)
    #expect(diagnostics.map(\.hint) == ["did you mean `points`?"])
  }

  @Test func `mistakes that other rows make one with the answer are left out`() throws {
    let fixture = LessonFixture(
      text: Self.cell + "\n\n```ask\nWhat is y?\nanswer: y\nmistake: t*t -- no\nmistake: t*5 -- no\n```\n")
    #expect(fixture.run.diagnostics.isEmpty)
    var options = RunOptions()
    options.data = [try rows("x, t\n3, 2", of: fixture)]
    let run = fixture.lesson.run(options)
    #expect(run.diagnostics.isEmpty)
    guard case .number(let answer)? = run.transcript.questions.first?.kind else {
      Issue.record("the question asks for no number")
      return
    }
    #expect(answer.value == 4)
    #expect(answer.mistakes.map(\.value) == [10])
  }

  @Test func `rows with which a lesson cannot go on stop it there`()
    throws
  {
    let fixture = LessonFixture(
      text: Self.cell + "\n\n```calc\nr = 1/(x - 4)\n```\n")
    var options = RunOptions()
    options.data = [try rows("x, t\n4, 2", of: fixture)]
    let run = fixture.lesson.run(options)
    #expect(run.diagnostics.map(\.message) == ["1/0 has no value (in `1/(x - 4)`)"])
  }
}
