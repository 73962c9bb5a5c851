import Algebra
import Diagnostics
import LessonTestSupport
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct LoopErrorTests {
  private static let hint = "write `forward` above this line"

  private static func stale(_ name: String, _ changed: String) -> String {
    "`\(name)` is stale: it has not been worked out since `\(changed)` was changed"
  }

  @Test(arguments: [
    // What a pass makes stale is stale to the pass behind it.
    MarkedRows(
      "repeat 2 times\n  explain ⟦y⟧\n  w <- 3\nend", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    MarkedRows(
      "repeat 2 times\n  repeat 2 times\n    w <- 0\n  end\n  explain ⟦y⟧\nend", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 0⟧")),
    MarkedRows(
      "repeat 2 times\n  explain ⟦y⟧\n  repeat 2 times\n    w <- 0\n  end\nend", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 0⟧")),
    MarkedRows(
      "repeat 2 times until ⟦y⟧ < 3\n  w <- 3\nend", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    MarkedRows(
      "w <- 3\nrepeat ⟦y⟧ times\n  forward\nend", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    // And behind the loop.
    MarkedRows(
      "repeat 2 times\n  w <- 3\nend\nexplain ⟦y⟧", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    MarkedRows(
      "repeat w times\n  w <- 3\nend\nexplain ⟦y⟧", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    // Each row sets the inputs; so does the end of the rows.
    MarkedRows(
      "for row of d\n  explain ⟦y⟧\nend", stale("y", "x"), hint: hint,
      note: MarkedNote("`x` was changed", at: "for ⟦row of d⟧")),
    MarkedRows(
      "for row of d\n  forward\nend\nexplain ⟦y⟧", stale("y", "x"), hint: hint,
      note: MarkedNote("`x` was changed", at: "for ⟦row of d⟧")),
    MarkedRows(
      "repeat 2 times\n  for row of d\n    forward\n  end\n  update w to reduce ⟦L⟧ with sgd(rate: 0.1)\nend",
      stale("L", "x"), hint: hint,
      note: MarkedNote("`x` was changed", at: "for ⟦row of d⟧")),
    MarkedRows(
      "for a of d\n  for b of d\n    forward\n  end\n  explain ⟦y⟧\nend", stale("y", "x"), hint: hint,
      note: MarkedNote("`x` was changed", at: "for ⟦b of d⟧")),
    // A loop that may not be gone through at all makes nothing fresh.
    MarkedRows(
      "w <- 3\nrepeat 0 times\n  forward\nend\nexplain ⟦y⟧", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    MarkedRows(
      "w <- 3\nrepeat x times\n  forward\nend\nexplain ⟦y⟧", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
    MarkedRows(
      "w <- 3\nrepeat c - 5 times\n  forward\nend\nexplain ⟦y⟧", stale("y", "w"), hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 3⟧")),
  ])
  func `stale values are told across passes`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    "repeat 2 times\n  explain y\n  w <- 3\n  forward\nend\nexplain y",
    "repeat 2 times\n  w <- 3\n  record y, L, mean(y over d)\nend\nforward\nexplain y",
    "for row of d\n  forward\n  explain y\nend\nexplain mean(y over d)\nexplain x + t + w",
    "w <- 3\nrepeat c - 4 times\n  forward\nend\nexplain y",
    "w <- 3\nrepeat 2 times until y < 3\n  forward\nend\nexplain y",
    "z = 3*w\nfor row of d\n  explain z\nend\nexplain z",
    "w <- 3\nforward\nrepeat 0 times\n  w <- 4\n  forward\nend\nexplain y",
    "repeat 2 times\n  w <- ∂L/∂w\n  x <- ∂L/∂w + x\n  forward\nend",
  ])
  func `what each pass works out is fresh`(cell: String) {
    #expect(RowsLesson.fixture(cell).errors.isEmpty)
  }

  @Test func `a value that a loop may have left stale is fresh once forward has been`() {
    let cell = "w <- 3\nz = 2*w\nrepeat x times\n  forward\nend\nexplain z\nforward\nexplain y\nw <- 4\n"
    #expect(RowsLesson.fixture(cell).errors.isEmpty)
    MarkedRows(
      cell + "explain ⟦y⟧", Self.stale("y", "w"), hint: Self.hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 4⟧")
    ).expectErrors()
    MarkedRows(
      cell + "explain ⟦z⟧", Self.stale("z", "w"), hint: Self.hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 4⟧")
    ).expectErrors()
  }

  // MARK: Names

  @Test(arguments: [
    MarkedRows("for row of ⟦e⟧\nend", "there are no rows called `e` above this line"),
    MarkedRows(
      "for ⟦x⟧ of d\nend",
      "`x` is the name of a value", hint: "take another `for` name",
      note: MarkedNote("defined", at: "input ⟦x⟧ from d")),
    MarkedRows(
      "param v[1...2] = 0\nfor ⟦v⟧ of d\nend",
      "`v` is the name of a value",
      hint: "take another `for` name",
      note: MarkedNote("defined", at: "param ⟦v⟧[1...2] = 0")),
    MarkedRows(
      "for i of d\n  for ⟦i⟧ of d\n  end\nend",
      "`i` is the name of a value",
      hint: "take another `for` name",
      note: MarkedNote("defined", at: "for ⟦i⟧ of d")),
    MarkedRows("for row of d\nend\nexplain ⟦row⟧", "`row` is not defined above"),
    MarkedRows(
      "for row of d\n  explain ⟦rwo⟧\nend", "`rwo` is not defined above", hint: "did you mean `row`?"),
    MarkedRows(
      "for row of d\n  ⟦row⟧ <- 1\nend", "`row` is the number of the row, and cannot be set",
      hint: "a count of your own is an input above the loop: `input k = 0`, and in it `k <- k + 1`"),
    MarkedRows(
      "repeat 2 times\n  ⟦c⟧ <- 1\nend", "`c` is a const, and a const is fixed",
      hint: "give it as an input, which `<-` changes"),
    MarkedRows(
      "repeat 2 times\n  ⟦y⟧ <- 1\nend", "`y` has a formula, and only params, inputs and targets can be set",
      hint: "set a number that it is worked out from, then write `forward`"),
    MarkedRows("repeat ⟦q⟧ times\nend", "`q` is not defined above"),
    MarkedRows("repeat 2 times until ⟦q⟧ > 1\nend", "`q` is not defined above"),
    // What is wrong in a loop is told once, though the loop is gone through twice.
    MarkedRows("repeat 2 times\n  repeat 2 times\n    w <- ⟦q⟧\n  end\nend", "`q` is not defined above"),
    MarkedRows("for row of d\n  record row, ⟦q⟧\nend", "`q` is not defined above"),
    MarkedRows(
      "⟦record x⟧", "`record` stands in a loop", hint: "a row of current values is printed by `table`"),
    MarkedRows(
      "repeat 2 times\n  update w to reduce L with ⟦adam(0.1)⟧\n  forward\nend",
      "`adam` keeps a state, and in a loop it would start anew each time",
      hint: "name it above the loop: `optimizer o = adam(0.1)`, and write `with o`"),
  ])
  func `the names of a loop are known and free`(row: MarkedRows) { row.expectErrors() }

  @Test func `rows need a column that sets something`() {
    MarkedText(
      "---\ntitle: A lesson\n---\n\n```data d\nx, y\n1, 2\n```\n\n```calc\nparam x = 1\ny = 2*x\nfor row of ⟦d⟧\nend\n```\n",
      "no column of `d` bears the name of an input or a target",
      hint: "its columns are `x`, `y`: write `input x from d`, for one"
    ).expectErrors()
  }

  // MARK: Where a loop stops

  @Test(arguments: [
    MarkedRows(
      "z = 1/w\nrepeat 3 times\n  w <- w - 1\n  ⟦forward⟧\nend", "pass 2: `z`: 1/0 has no value (in `1/w`)"),
    MarkedRows("for row of d\n  ⟦w <- 1/(x - 2)⟧\nend", "row 2 of `d`: 1/0 has no value (in `1/(x - 2)`)"),
    MarkedRows(
      "repeat 2 times\n  for row of d\n    ⟦record 1/(w + row - 4)⟧\n  end\nend",
      "pass 1: row 2 of `d`: 1/0 has no value (in `1/(w + row - 4)`)"),
    MarkedRows(
      "for a of d\n  for b of d\n    ⟦w <- 1/(a*b - 6)⟧\n  end\nend",
      "row 2 of `d`: row 3 of `d`: 1/0 has no value (in `1/(a*b - 6)`)"),
    MarkedRows(
      "⟦repeat 2 times until 1/(w - 2) > 3⟧\nend", "pass 1: 1/0 has no value (in `1/(w - 2)`)"),
    MarkedRows(
      "z = sqrt(w - 1)\nrepeat 2 times\n  w <- w - 1\n  forward\n  ⟦update w to reduce z with sgd(0.1)⟧\nend",
      "pass 1: `∂z/∂w` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedRows(
      "repeat 5 times\n  ⟦w <- mean(1/(y - 4) over d)⟧\nend",
      "pass 1: row 2 of `d`: 1/0 has no value (in `1/(y - 4)`)"),
    MarkedRows(
      "repeat 2 times\n  forward\n  record w\n  repeat 2 times\n    ⟦w <- ln(w - 2)⟧\n  end\nend",
      "pass 1: pass 1: ln(0) has no value (in `ln(w - 2)`)"),
  ])
  func `the pass and the row are told in which there is no value`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    MarkedRows(
      "⟦repeat 2.5 times⟧\nend", "the count of passes must be a whole number from 0 on, and this is 2.5"),
    MarkedRows(
      "⟦repeat x - 3 times⟧\nend", "the count of passes must be a whole number from 0 on, and this is -2"),
    MarkedRows(
      "⟦repeat 1e300 times⟧\nend", "the count of passes must be a whole number from 0 on, and this is 1e+300"),
    MarkedRows("⟦repeat 1/(x - 1) times⟧\nend", "1/0 has no value (in `1/(x - 1)`)"),
  ])
  func `passes are counted in whole numbers`(row: MarkedRows) { row.expectErrors() }

  // MARK: Bounds

  private static let passes =
    "the loops of this lesson are gone through more than 10,000,000 times, which is the bound"

  @Test func `more passes than the bound are refused before the first`() {
    let fixture = RowsLesson.fixture("repeat 10000001 times\n  forward\nend")
    let run = fixture.run
    #expect(run.diagnostics.map(\.message) == [Self.passes])
    #expect(run.transcript.parts.count == RowsLesson.fixture("").lesson.run().transcript.parts.count)
  }

  @Test(arguments: [
    "repeat 5 times\n  repeat 2 times\n    record w\n  end\nend",
    "repeat 5 times\n  for row of d\n    record w\n  end\nend",
    "repeat 1000 times until w < 0\n  record w\nend",
    "repeat 6 times\n  record w\nend\nrepeat 6 times\n  record w\nend",
  ])
  func `the passes of all loops are counted together`(cell: String) {
    let lesson = RowsLesson.fixture(cell).lesson
    var limits = WorkBound.Limits()
    limits.passes = 11
    #expect(lesson.run(within: limits).diagnostics.first?.message.hasSuffix(Self.passes) == true)
    limits.passes = 1000
    #expect(lesson.run(within: limits).diagnostics.isEmpty)
  }

  @Test func `passes count what they work out, and what they print`() {
    let lesson = RowsLesson.fixture("repeat 1000 times\n  forward\n  record w\nend").lesson
    var limits = WorkBound.Limits()
    limits.operationsInAll = 3000
    #expect(
      lesson.run(within: limits).diagnostics.first?.message.hasSuffix(
        "this lesson works out more than 10,000,000,000 operations, which is the bound") == true)
    let loud = RowsLesson.fixture("repeat 1000 times\n  explain y\nend").lesson
    limits = WorkBound.Limits()
    limits.transcriptBytes = 5000
    #expect(
      loud.run(within: limits).diagnostics.first?.message.hasSuffix(
        "the transcript of this lesson grows beyond 50 MB, which is the bound") == true)
  }

  @Test func `a loop records no more rows than the bound`() throws {
    #expect(Records.maxRows == 1_000_000)
    var records = Records(keeping: (first: 90, last: 10), maxRows: 1_000)
    let row = Instruction.Record(formulas: [.number(Number(1))], mayCount: false)
    for index in 0..<1_000 {
      try records.add([Number(Double(index))], of: row, at: SourceRange(0, 1))
    }
    #expect(throws: Fault.self) {
      try records.add([Number(0)], of: row, at: SourceRange(0, 1))
    }
    // Another statement has the same table, or for other values one of its own.
    #expect(throws: Fault.self) { try records.add([Number(0)], of: row, at: SourceRange(5, 6)) }
    let other = Instruction.Record(formulas: [.number(Number(2))], mayCount: false)
    try records.add([Number(0)], of: other, at: SourceRange(7, 8))
    #expect(records.recordings.map(\.count) == [1_000, 1])
    #expect(records.recordings[0].first.map(\.[0].value) == (0..<90).map(Double.init))
    #expect(records.recordings[0].last.map(\.[0].value) == (990..<1_000).map(Double.init))
  }
}
