import Algebra
import Diagnostics
import Foundation
import LessonTestSupport
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// `sum(E over D)` and its kin, and their derivatives.
@Suite struct OverRowsTests {
  @Test(arguments: [
    WorkedRows(
      "explain sum(y over d) + w",
      """
      on each row of d:
        row   y
        1      2
        2      4
        3     −6

      sum(y over d) = 2 + 4 + (−6) = 0

      sum(y over d) + w = 0 + 2 = 2
      """),
    WorkedRows(
      "explain ∂(mean(L over d))/∂w",
      """
      on each row of d:
        row   ∂L/∂w
        1      0
        2      4
        3     −3

      ∂(mean(L over d))/∂w = (0 + 4 + (−3))/3 = 0.33333
      """),
    WorkedRows(
      "param v = sum(L over d)\nw <- w + mean(x^2 over d)",
      """
      v = sum(L over d) = 1.25          in full: explain sum(L over d)

      mean(x² over d) = 4.66667          in full: explain mean(x^2 over d)
      w ← w + mean(x² over d) = 2 + 4.66667 = 6.66667
      w ← 6.66667 (was 2)
      """),
  ])
  func `a sum over rows is shown row by row, or as a number`(row: WorkedRows) { row.expectWorking() }

  private static func expect(
    _ checks: String, after cell: String = "", sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = RowsLesson.given + "```calc\n\(cell)\n```\n\n```check\n\(checks)\n```\n"
    let fixture = LessonFixture(text: text)
    #expect(fixture.errors.isEmpty, sourceLocation: sourceLocation)
    let results = fixture.run.transcript.checks
    #expect(results.count == checks.split(separator: "\n").count, sourceLocation: sourceLocation)
    for check in results {
      #expect(check.holds, "\(check.subject.text(.calc))", sourceLocation: sourceLocation)
    }
  }

  @Test func `each row is worked out, and the sum, the mean or an extreme is made of them`() {
    Self.expect(
      """
      sum(y over d) = 0
      mean(y over d) = 0
      max(y over d) = 4
      min(y over d) = -6
      sum(L over d) = 1.25
      mean(L over d) = 0.416666
      max(L over d) = 1
      min(L over d) = 0
      sum(1 over d) = 3
      mean(w over d) = 2
      sum(x*t over d) = 27.50
      sum(y over d) + y = 2
      mean(y - mean(x over d) over d)^2 = 0
      sum((x - mean(x over d))^2 over d)/3 = 4.66666
      max(-x over d) = 3
      sum(if x > 0 then ln(x) else 1/x over d) = 0.35981
      """)
  }

  @Test func `rows read params as they now are, whether formulas are stale or not`() {
    Self.expect(
      "sum(L over d) = 14.25\nsum(y^2 over d) = 14\nmean(x over d) + x = 9", after: "w <- 1\nx <- 9")
    Self.expect(
      "sum(y over d) = 0\nmax(y over d) = 8", after: "explain max(y over d)\nw <- 4\nexplain max(y over d)")
  }

  @Test func `a look-up finds elements that were added later`() {
    Self.expect(
      "sum(E[k]*x over d) = 0\nmax(E[k]*x over d) = 14",
      after: "input k = 1\nparam E[1] = 5\nexplain max(E[k]*x over d)\nparam E[2] = 7\nk <- 2")
  }

  @Test func `sums over rows stand in commands, conditions, checks and answers`() {
    let text =
      RowsLesson.given + """
        It is `= sum(L over d)` in all, and `= 2*max(y over d)`.

        ```calc
        w <- w - 0.1*∂(mean(L over d))/∂w
        repeat 3 times until mean(L over d) < 0.4
          w <- w + mean(x over d)
        end
        forward
        update w to reduce L with sgd(rate: 1/sum(x^2 over d))
        forward
        table mean(y over d)
        ```

        ```ask
        How large is the largest y?
        answer: max(y over d)
        mistake: sum(y over d) -- that is the sum
        ```

        """
    let fixture = LessonFixture(text: text)
    #expect(fixture.errors.isEmpty)
    #expect(fixture.working().contains("after 3 passes it still is not so that mean(L over d) < 0.4"))
    #expect(fixture.lastTable.count == 1)
  }

  // MARK: Derivatives

  @Test func `derivatives by hand`() {
    // y = w·x with Σx = 0, Σx² = 14, Σx·t = 27.5; L = (w·x − t)².
    Self.expect(
      """
      ∂(sum(y over d))/∂w = 0
      ∂(sum(L over d))/∂w = 1
      ∂(mean(L over d))/∂w = 0.333333
      ∂(mean(y^2 over d)*3)/∂w = 56
      ∂(sum(y^2 over d) + y^2)/∂w = 60
      ∂(max(y over d))/∂w = 2
      ∂(min(y over d))/∂w = -3
      ∂(max(y over d) - min(y over d))/∂w = 5
      ∂(sum(y^2 over d)^2)/∂w = 6272
      ∂(sqrt(sum(y^2 over d)))/∂w = 3.741657
      ∂(sum(y over d))/∂x = 6
      ∂(sum(x over d)*x)/∂x = 3
      ∂(sum(w^2 over d))/∂w = 12
      ∂(mean(y over d))/∂y = 1
      ∂(sum(t over d))/∂w = 0
      ∂(sum(c*x over d))/∂c = 0
      grad(sum(x^2*w over d), w) = 14
      mean(∂L/∂w over d) = 0.333333
      sum(local(L, y) over d) = 3
      max(∂y/∂w over d) = 2
      """)
  }

  @Test func `of equal extremes the first row passes the derivative on`() {
    // The largest of min(|x|, 2) is met on rows 2 and 3, where x is 2 and −3.
    Self.expect(
      "max(min(abs(x), 2) over d) = 2\n∂(max(min(abs(x), 2) + w*0 + (w - 2)*x over d))/∂w = 2")
    Self.expect("∂(min(0*x + (w - 2)*x over d))/∂w = 1\n∂(max(0*x + (w - 2)*x over d))/∂w = 1")
  }

  @Test func `a derivative goes through sums within sums`() {
    // Σy² = 14·w² and max(y) = 2·w.
    Self.expect(
      """
      sum(sum(y^2 over d)*x^2 over d) = 784
      ∂(sum(sum(y^2 over d)*x^2 over d))/∂w = 784
      ∂(sum(sum(y^2 over d)*y^2 over d))/∂w = 6272
      ∂(mean((y - max(y over d))^2 over d))/∂w = 34.666666
      ∂(max(sum(y^2 over d) + y over d))/∂w = 58
      """)
  }

  /// A neuron over random rows, worked out by a plain loop.
  private struct Neuron {
    let rows: [(x1: Double, x2: Double, t: Double)]
    var params: [Double]

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      func number() -> Double { (Double.random(in: -2...2, using: &random) * 1000).rounded() / 1000 }
      rows = (0..<Int.random(in: 1...9, using: &random)).map { _ in (number(), number(), number()) }
      params = (0..<3).map { _ in number() }
    }

    func losses(_ params: [Double]) -> [Double] {
      rows.map { row in
        let y = tanh(params[0] * row.x1 + params[1] * row.x2 + params[2])
        return (y - row.t) * (y - row.t) / 2
      }
    }

    func values(_ params: [Double]) -> [Double] {
      let losses = losses(params)
      let sum = losses.reduce(0, +)
      return [
        sum, sum / Double(losses.count), losses.max() ?? 0, losses.min() ?? 0,
        (losses.map { $0 * $0 }.reduce(0, +)).squareRoot(),
      ]
    }

    static let formulas = [
      "sum(L over d)", "mean(L over d)", "max(L over d)", "min(L over d)", "sqrt(sum(L^2 over d))",
    ]

    var lesson: String {
      let cells = rows.map { "\($0.x1), \($0.x2), \($0.t)" }.joined(separator: "\n")
      return """
        ---
        title: A lesson
        ---

        ```data d
        x1, x2, t
        \(cells)
        ```

        ```calc
        input x1, x2 from d
        target t from d
        param w1 = \(params[0]), w2 = \(params[1]), b = \(params[2])
        y = tanh(w1*x1 + w2*x2 + b)
        L = 1/2*(y - t)^2
        ```

        """
    }
  }

  @Test(arguments: 1...20)
  func `values agree with a plain loop, and derivatives with central differences`(seed: Int) {
    let neuron = Neuron(seed: UInt64(seed))
    var checks: [String] = []
    let values = neuron.values(neuron.params)
    for (formula, value) in zip(Neuron.formulas, values) {
      checks.append("\(formula) = \(value) ± \(1e-12 * max(1, abs(value)))")
    }
    for (index, name) in ["w1", "w2", "b"].enumerated() {
      var (low, high) = (neuron.params, neuron.params)
      low[index] -= 1e-5
      high[index] += 1e-5
      for (formula, (below, above)) in zip(Neuron.formulas, zip(neuron.values(low), neuron.values(high))) {
        let difference = (above - below) / 2e-5
        checks.append("∂(\(formula))/∂\(name) = \(difference) ± 1e-6")
      }
    }
    let fixture = LessonFixture(
      text: neuron.lesson + "```check\n\(checks.joined(separator: "\n"))\n```\n")
    #expect(fixture.errors.isEmpty)
    let results = fixture.run.transcript.checks
    #expect(results.count == 20)
    for (result, line) in zip(results, checks) { #expect(result.holds, "\(line)") }
  }

  // MARK: Mistakes

  private static let place = "`over` stands in commands, conditions, checks, answers and inline values"
  private static let one = "a formula sees one row, and `over` goes through all of them"

  @Test(arguments: [
    MarkedRows("z = sum(y over ⟦d⟧)", one, hint: place),
    MarkedRows("h[i] = i*mean(y over ⟦d⟧) for i in 1...2", one, hint: place),
    MarkedRows("z = if max(y over ⟦d⟧) > 1 then 1 else 0", one, hint: place),
    MarkedRows("z = ∂(sum(y over ⟦d⟧))/∂w", one, hint: place),
    MarkedRows("explain sum(y over ⟦e⟧)", "there are no rows called `e` above this line"),
    MarkedRows("explain sum(⟦q⟧ over d)", "`q` is not defined above"),
  ])
  func `sums over rows stand outside of formulas`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    MarkedRows(
      "explain ⟦∂(sum(∂y/∂w over d))/∂w⟧",
      "a derivative cannot be differentiated, and `w` reaches this expression through one"),
    MarkedRows(
      "g = ∂L/∂w\nexplain ⟦∂(sum(g over d))/∂w⟧",
      "a derivative cannot be differentiated, and `g` holds one that depends on `w`",
      note: MarkedNote("`g` is defined", at: "⟦g⟧ = ∂L/∂w")),
    MarkedRows(
      "w <- 1\nexplain ∂(sum(y over d) + ⟦y⟧)/∂w",
      "`y` is stale: it has not been worked out since `w` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`w` was changed", at: "⟦w <- 1⟧")),
  ])
  func `a derivative of a sum is one of each row`(row: MarkedRows) { row.expectErrors() }

  @Test func `rows need a column that sets something`() {
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```data d\nx, y\n1, 2\n```\n\n```calc\nparam x = 1\ny = 2*x\nexplain sum(y over ⟦d⟧)\n```\n",
      "no column of `d` bears the name of an input or a target",
      hint: "its columns are `x`, `y`: write `input x from d`, for one"
    ).expectErrors()
  }

  @Test(arguments: [
    MarkedRows("⟦explain sum(1/(y - 4) over d)⟧", "row 2 of `d`: 1/0 has no value (in `1/(y - 4)`)"),
    MarkedRows(
      "z = ln(4 - x)\n⟦explain sum(ln(z*x + 1) over d)⟧",
      "row 3 of `d`: ln(-4.837730447166) has no value (in `ln(z*x + 1)`)"),
    MarkedRows(
      "z = sqrt(x + 3)\n⟦explain sum(z + 1/(x + 3) over d)⟧",
      "row 3 of `d`: 1/0 has no value (in `1/(x + 3)`)"),
    MarkedRows(
      "⟦explain ∂(sum(sqrt(y + 6) over d))/∂w⟧",
      "row 3 of `d`: `∂(sqrt(y + 6))/∂w` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedRows(
      "z = 1/(x - 2)\n⟦explain mean(z over d)⟧", "row 2 of `d`: `z`: 1/0 has no value (in `1/(x - 2)`)"),
  ])
  func `the row is told on which there is no value`(row: MarkedRows) { row.expectErrors() }

  @Test func `each row counts as work`() {
    let lesson = RowsLesson.fixture(String(repeating: "explain sum(L over d)\n", count: 300)).lesson
    var limits = WorkBound.Limits()
    #expect(lesson.run(within: limits).diagnostics.isEmpty)
    limits.operationsInAll = 2000
    #expect(
      lesson.run(within: limits).diagnostics.first?.message.hasSuffix(
        "this lesson works out more than 10,000,000,000 operations, which is the bound") == true)
  }
}
