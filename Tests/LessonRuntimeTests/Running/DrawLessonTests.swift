import Algebra
import LessonTestSupport
import TestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// Numbers that lessons draw at random.
@Suite struct DrawLessonTests {
  /// What is drawn under a name, as a lesson with 12 decimals shows it.
  private static func shown(
    _ name: String, _ distribution: Distribution, _ parameters: [Double], seed: Int = 1, pass: Int = 0
  ) -> String {
    let value = Draw(distribution, parameters).value(of: Name(name), seed: seed, pass: pass)
    return NumberStyle(decimals: 12, shortening: .rounded).number(value).text ?? ""
  }

  private static func table(_ cell: String, settings: String = "") -> [[String]] {
    LessonFixture(cell, settings: "decimals: 12\n" + settings).lastTable
  }

  @Test(arguments: [
    WorkedCell(
      "input a ~ uniform(2, 2), b ~ bernoulli(1)  # drawn",
      """
      input   a = 2   b = 1                               # drawn
      drawn from uniform(2, 2), bernoulli(1), seed 1, anew at each forward pass
      """),
    WorkedCell(
      "param w[1...2, 1...2] ~ normal(3, 0)",
      """
      param   w[1,1] = 3   w[1,2] = 3   w[2,1] = 3   w[2,2] = 3
      drawn from normal(3, 0), seed 7
      """, settings: "seed: 7\n"),
    WorkedCell("const k ~ uniform(1, 1)", "const   k = 1\ndrawn from uniform(1, 1), seed 1"),
    WorkedCell("target t ~ bernoulli(0)", "target  t = 0\ndrawn from bernoulli(0), seed 1"),
    // The parameters are worked out once, for each element.
    WorkedCell(
      "const n = 8\nparam s[i] ~ uniform(i, i) for i in 2...3\nparam v ~ normal(n - 9, sqrt(2/n)*0)",
      """
      const   n = 8

      param   s[2] = 2   s[3] = 3
      drawn from uniform(2, 2), uniform(3, 3), seed 1

      param   v = −1
      drawn from normal(-1, 0), seed 1
      """),
    // Of many elements and of many distributions the first are told.
    WorkedCell(
      "param s[i] ~ uniform(i, i) for i in 1...25",
      """
      param   s[1] = 1     s[2] = 2     s[3] = 3     s[4] = 4     s[5] = 5
              s[6] = 6     s[7] = 7     s[8] = 8     s[9] = 9     s[10] = 10
              s[11] = 11   s[12] = 12   s[13] = 13   s[14] = 14   s[15] = 15
              s[16] = 16   s[17] = 17   s[18] = 18   s[19] = 19   s[20] = 20
              s[21] = 21   s[22] = 22   s[23] = 23   s[24] = 24
      drawn from uniform(1, 1), uniform(2, 2), uniform(3, 3), uniform(4, 4) and 21
        more, seed 1
      … 1 more like this: explain s
      """),
  ])
  func `a draw tells what it is drawn from`(row: WorkedCell) { row.expectWorking() }

  @Test func `inputs are drawn anew at each forward pass, params and targets once`() {
    let table = Self.table(
      """
      input m[1...2] ~ normal(0, 1)
      param w ~ uniform(-1, 1)
      target t ~ normal(5, 2)
      y = w*m[1]
      repeat 3 times
        forward
        record m[1], m[2], w, t
      end
      """, settings: "seed: 4\n")
    #expect(
      table
        == (1...3).map { pass in
          [
            Self.shown("m[1]", .normal, [0, 1], seed: 4, pass: pass),
            Self.shown("m[2]", .normal, [0, 1], seed: 4, pass: pass),
            Self.shown("w", .uniform, [-1, 1], seed: 4),
            Self.shown("t", .normal, [5, 2], seed: 4),
          ]
        })
  }

  @Test func `a draw is the same whatever else the lesson draws or works out`() {
    let draws = "input m ~ normal(0, 1)\nparam w[1...2] ~ uniform(-1, 1)\n"
    let tail = "repeat 2 times\n  forward\n  record m, w[1], w[2]\nend"
    let alone = Self.table(draws + tail)
    #expect(alone == Self.table("param a ~ normal(0, 1)\ninput z[1...9] ~ bernoulli(0.5)\n" + draws + tail))
    #expect(alone == Self.table("data s = spiral(9)\n" + draws + "input x1 from s\n" + tail))
    #expect(alone != Self.table(draws + tail, settings: "seed: 2\n"))
  }

  @Test func `forward tells of inputs that were drawn anew`() throws {
    let working = LessonFixture("input m ~ normal(0, 1)\ny = 2*m\nforward", settings: "decimals: 12\n")
      .working()
    let (before, now) = (
      Self.shown("m", .normal, [0, 1], pass: 0), Self.shown("m", .normal, [0, 1], pass: 1)
    )
    let row = try #require(working.split(separator: "\n").first { $0.hasPrefix("m ") })
    let texts = row.split(separator: " ").dropFirst().map { String($0.replacing("−", with: "-")) }
    #expect(texts == [before, now])
  }

  @Test func `an input that is set is drawn no more`() {
    let table = Self.table(
      "input m[1...2] ~ normal(0, 1)\nm[1] <- 3\nrepeat 2 times\n  forward\n  record m[1], m[2]\nend")
    #expect(
      table == [
        ["3", Self.shown("m[2]", .normal, [0, 1], pass: 1)],
        ["3", Self.shown("m[2]", .normal, [0, 1], pass: 2)],
      ])
  }

  @Test func `a set number takes the place of a draw, and is drawn no more`() throws {
    let fixture = LessonFixture(
      "input m ~ normal(0, 1), n ~ uniform(4, 4)\nparam w ~ normal(0, 1)\nforward\ntable m, n, w")
    let settings = [("m", "0.50"), ("w", "-2")].compactMap { RunOptions.Setting(name: $0, text: $1) }
    #expect(
      fixture.working(RunOptions(settings: settings)) == """
        input   m = 0.50   n = 4
        drawn from uniform(4, 4), seed 1, anew at each forward pass

        param   w = −2

        forward: no value has changed

        m      n   w
        0.50   4   −2
        """)
  }

  @Test func `a row sets an input that is drawn, and behind the rows it is drawn again`() {
    let lesson = LessonFixture(
      text: """
        ---
        title: A lesson
        decimals: 12
        ---

        ```data d
        m
        5
        6
        ```

        ```calc
        input m ~ normal(0, 1), n ~ normal(0, 1)
        for row of d
          forward
        end
        repeat 2 times
          record m
          forward
          record m, n
        end
        ```
        """)
    #expect(
      lesson.lastTable
        == (3...4).map { pass in
          [Self.shown("m", .normal, [0, 1], pass: pass), Self.shown("n", .normal, [0, 1], pass: pass)]
        })
    let tables = lesson.working().split(separator: "\n\n")
    #expect(tables.contains { $0.hasPrefix("m\n") })
  }

  @Test func `each row of a sum and of a table is a forward pass of its own, and none of them counts`() {
    let masks = (1...3).map { Draw(.normal, [0, 1]).value(of: Name("m"), seed: 1, pass: $0) }
    let lesson = """
      input m ~ normal(0, 1)
      table sum(m over d), mean(m over d), max(m over d), min(m over d)
      """
    let style = NumberStyle(decimals: 5, shortening: .rounded)
    let sum = masks.reduce(0, +)
    #expect(
      RowsLesson.lastTable(lesson) == [
        [sum, sum / 3, masks.max() ?? 0, masks.min() ?? 0].map { style.number($0).text ?? "" }
      ])
    #expect(
      RowsLesson.lastTable("input m ~ normal(0, 1)\ntable m over d")
        == masks.map { [style.number($0).text ?? ""] })
  }

  // MARK: Mistakes

  @Test(arguments: [
    MarkedLesson(
      "input a ~ ⟦norml⟧(0, 1)", "there is no distribution `norml`", hint: "did you mean `normal`?"),
    MarkedLesson(
      "input a ~ ⟦poisson⟧(3)", "there is no distribution `poisson`",
      hint: "there are `normal(0, 1)` with its mean and its deviation, `uniform(0, 1)` and `bernoulli(0.5)`"),
    MarkedLesson(
      "input a ~ ⟦normal(0)⟧", "`normal` takes 2 numbers, not 1", hint: "write `normal(mean, deviation)`"),
    MarkedLesson(
      "input a ~ ⟦bernoulli(0.5, 1)⟧", "`bernoulli` takes 1 number, not 2", hint: "write `bernoulli(p)`"),
    MarkedLesson(
      "input a ~ uniform(⟦low⟧: 0, high: 1)", "the numbers of a distribution have no labels",
      hint: "write `uniform(low, high)`"),
    MarkedLesson("input a[i] ~ bernoulli(⟦q⟧) for i in 1...2", "`q` is not defined above"),
    MarkedLesson("param e[⟦1...0⟧] ~ bernoulli(0)", "this range of indices runs backwards"),
    MarkedLesson(
      "param ⟦w⟧ ~ bernoulli(0)",
      "`w` is defined twice",
      hint: "to change it write `w <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "param ⟦w⟧ = 3")),
    MarkedLesson(
      "x <- 1\nparam a ~ normal(⟦y⟧, 1)",
      "`y` is stale: it has not been worked out since `x` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`x` was changed", at: "⟦x <- 1⟧")),
  ])
  func `a draw names a distribution and gives its numbers`(row: MarkedLesson) { row.expectErrors() }

  @Test(arguments: [
    MarkedLesson("⟦input a ~ normal(0, w - 4)⟧", "the deviation of `normal` is below 0"),
    MarkedLesson("⟦input a ~ uniform(x, t)⟧", "`low` of `uniform` is above `high`"),
    MarkedLesson("⟦param a[1...2] ~ bernoulli(c)⟧", "`p` of `bernoulli` is not between 0 and 1"),
    MarkedLesson("⟦input a ~ bernoulli(1/(x - 2))⟧", "1/0 has no value (in `1/(x - 2)`)"),
    MarkedLesson(
      "⟦param a[i] ~ uniform(i, 2) for i in 1...3⟧", "`low` of `uniform` is above `high`"),
  ])
  func `numbers without a meaning stop the lesson`(row: MarkedLesson) { row.expectErrors() }
}
