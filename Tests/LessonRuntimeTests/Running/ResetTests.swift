import Algebra
import LessonTestSupport
import Testing

@testable import Engine
@testable import LessonRuntime

/// `reset`, lists behind `in`, `backward … by`, and the clauses of a training that say what is told of it.
@Suite struct ResetTests {
  @Test(arguments: [
    WorkedRows(
      "param a = 0.50, b = 2*c\na <- 7\nb <- 7\nw <- 3\nreset a, b  # again\nreset w",
      """
      param   a = 0.50
      b = 2·c = 2·5 = 10                                  param, worked out once

      a ← 7 (was 0.50)

      b ← 7 (was 10)

      w ← 3 (was 2)

      # again
      a ← 0.50 (was 7)
      b ← 10 (was 7)

      w ← 2 (was 3)
      """),
    WorkedRows(
      "param W[1...3, 1...3] = 0.25\nreset W",
      """
      param   W[1,1] = 0.25   W[1,2] = 0.25   W[1,3] = 0.25   W[2,1] = 0.25
              W[2,2] = 0.25   W[2,3] = 0.25   W[3,1] = 0.25   W[3,2] = 0.25
              W[3,3] = 0.25

      W[1,1] = 0.25   W[1,2] = 0.25   W[1,3] = 0.25   W[2,1] = 0.25
      W[2,2] = 0.25   W[2,3] = 0.25   W[3,1] = 0.25   W[3,2] = 0.25
      W[3,3] = 0.25                                       as given again
      """),
  ])
  func `params get the numbers of their own lines again`(row: WorkedRows) {
    row.expectWorking()
  }

  @Test func `a param that was drawn or replaced gets that number again`() {
    let cell =
      "param v ~ normal(0, 1)\nconst v0 = v, w0 = w\nv <- 9\nw <- 9\nreset all\ntable v - v0, w - w0, w"
    #expect(RowsLesson.lastTable(cell) == [["0", "0", "2"]])
    let replaced = RunOptions(settings: [.init(name: "w", number: Number(5, text: "5.0"))])
    #expect(RowsLesson.working(cell, replaced).hasSuffix("\n0        0        5.0"))
  }

  @Test func `what an optimizer keeps of a param is forgotten with it`() {
    let step = "update w to reduce L with o\nforward\n"
    let cell =
      "optimizer o = momentum(rate: 0.125)\n\(step)const first = w\n\(step)reset w\nforward\n\(step)table w - first"
    #expect(RowsLesson.lastTable(cell) == [["0"]])
  }

  @Test func `what depends on a reset param is stale`() {
    let errors = RowsLesson.fixture("reset w\nexplain y").errors
    #expect(errors.contains("`y` is stale: it has not been worked out since `w` was changed"))
  }

  @Test(arguments: [
    ("table q, 2*q for q in [0, 0.5, c, -1]", [["0", "0"], ["0.5", "1"], ["5", "10"], ["-1", "-2"]]),
    ("param v = [4, 5, 6]\ntable v[i] for i in [3, 1]", [["6"], ["4"]]),
    ("param v = [4, 5, 6]\ntable sum(v[i] for i in [1, 3])", [["10"]]),
    ("g[i] = i^2 for i in [1, 4]\ntable g[4]", [["16"]]),
  ])
  func `a range may be a list of numbers`(cell: String, table: [[String]]) {
    #expect(RowsLesson.lastTable(cell) == table)
  }

  @Test func `heads and legends show calls of the lesson's own functions as they are typed`() {
    let cell = "def half(v) = v/2\ntable half( x  +\n  3), x^2\nplot half(q) for q in [0, 1]"
    #expect(RowsLesson.fixture(cell).errors.isEmpty)
    let working = RowsLesson.working(cell)
    #expect(working.contains("half( x + 3)   x²\n2              1"))
    #expect(working.contains("half(q) rises from 0 at q = 0 to 0.5 at q = 1."))
  }

  @Test func `a reverse pass may list some names only`() {
    let working = RowsLesson.fixture("param z = 1\nbackward L by w, z").working()
    #expect(working.contains("∂L/∂w = ∂L/∂y·x"))
    #expect(working.contains("∂L/∂z = 0") && working.contains("L does not depend on it"))
    #expect(!working.contains("∂L/∂y = ") && !working.contains("∂L/∂t"))
  }

  @Test func `an update over rows goes by the mean or the sum of their derivatives`() {
    for function in ["mean", "sum"] {
      let cell =
        "const g = ∂(\(function)(L over d))/∂w\nupdate w to reduce \(function)(L over d) with sgd(rate: 0.5)\n"
        + "table 2 - 0.5*g - w"
      #expect(RowsLesson.lastTable(cell) == [["0"]])
    }
    let trained =
      "train w to reduce sum(L over d) with sgd(rate: 0.01) for 3 epochs\nconst one = w\nreset w\nforward\n"
      + "train w to reduce sum of L over d with sgd(rate: 0.01) for 3 epochs\ntable w - one"
    #expect(RowsLesson.lastTable(trained) == [["0"]])
  }

  @Test func `a training counts its epochs, and may hide its curve`() {
    let cell = """
      input last = 0, best = 0
      const k = 2
      train w to reduce L over d with sgd(rate: 0) for 50 epochs, validated on d,
        stopping after 2*k without improvement, counting last, best, quietly
      table last, best
      """
    let fixture = RowsLesson.fixture(cell)
    #expect(fixture.errors.isEmpty)
    #expect(fixture.lastTable.last == ["5", "1"])
    #expect(!fixture.working().contains("rises") && !fixture.working().contains("everywhere"))
    #expect(fixture.working().contains("stopped after epoch 5: 4 epochs without improvement"))
    let drawn = RowsLesson.fixture("train w to reduce L with sgd(0) for 3 epochs, quietly\nplot L")
    #expect(drawn.working().contains("everywhere"))
  }
}
