import LessonTestSupport
import TestSupport
import Testing

@Suite struct RangeErrorTests {
  @Test(arguments: [
    MarkedCell(
      "a = sum(i for i in ⟦1...1e9⟧)", "a range has at most 1,000,000 values, and this one has more"),
    MarkedCell(
      "a = sum(i for i in ⟦-1e15...1e15⟧)", "a range has at most 1,000,000 values, and this one has more"),
    MarkedCell(
      "a = sum(i for i in ⟦1...1000001⟧)", "a range has at most 1,000,000 values, and this one has more"),
    MarkedCell(
      "a = sum(i for i in 1...⟦1e30⟧)", "the end of a range must be a whole number, and this is 1e+30"),
    MarkedCell(
      "a = sum(i for i in ⟦-1e30⟧...1)", "the end of a range must be a whole number, and this is -1e+30"),
    MarkedCell(
      "a = sum(i for i in 1...⟦0/0⟧)", "the end of a range must be a whole number, and `0/0` has no value"),
    MarkedCell(
      "a = sum(i for i in 1...⟦1/0⟧)",
      "the end of a range must be a whole number, and `1/0` has no value"),
    MarkedCell(
      "a = sum(i for i in 1...⟦2.5⟧)", "the end of a range must be a whole number, and this is 2.5"),
    MarkedCell("a = sum(i for i in 1...3 step ⟦0⟧)", "a step must be above 0, and this is 0"),
    MarkedCell("a = sum(i for i in 1...3 step ⟦-1⟧)", "a step must be above 0, and this is -1"),
    MarkedCell("a = sum(i for i in 1...3 step ⟦0/0⟧)", "a step must be above 0, and this is no number"),
    MarkedCell(
      "a = sum(i for i in 1...3 step ⟦1/0⟧)", "a step must be above 0, and this is too large for a number"),
    MarkedCell(
      "a = sum(i for i in ⟦1...3⟧ step 1e-300)", "a range has at most 1,000,000 values, and this one has more"
    ),
    MarkedCell(
      "a = sum(i*j for i in 1...2000, j in ⟦1...2000⟧)",
      "these ranges have more than 1,000,000 values together, which is the bound"),
    MarkedCell(
      "h[i, j] = 1 for i in 1...2000, j in ⟦1...2000⟧",
      "these ranges have more than 1,000,000 values together, which is the bound"),
    MarkedCell(
      "for i in ⟦1...1e9⟧\n  h[i] = 1\nend", "a range has at most 1,000,000 values, and this one has more"),
    MarkedCell(
      "input n = 3\na = sum(i for i in 1...⟦n⟧)",
      "the ends of a range are fixed, and `n` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
    MarkedCell(
      "input n = 3\na = sum(i for i in 1...3 step ⟦n⟧)",
      "the step of a range is fixed, and `n` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
    MarkedCell("a = sum(i for i in 1...⟦q⟧)", "`q` is not defined above"),
  ])
  func `the ends and the step of a range are numbers that make at most a million values`(
    row: MarkedCell
  ) {
    row.expectErrors()
  }

  @Test(arguments: ["mean", "max", "min"])
  func `an empty range has no mean and no extremes`(function: String) {
    MarkedCell(
      "a = ⟦\(function)⟧(i for i in 3...1)",
      "`\(function)` needs at least one value, and this range is empty"
    ).expectErrors()
  }

  @Test(arguments: [
    MarkedCell(
      "param i = 1\nh[i] = i for ⟦i⟧ in 1...3",
      "`i` is the name of a value",
      hint: "take another `for` name",
      note: MarkedNote("defined", at: "param ⟦i⟧ = 1")),
    MarkedCell(
      "param x = [1, 2]\na = sum(x for ⟦x⟧ in 1...3)",
      "`x` is the name of a value",
      hint: "take another `for` name",
      note: MarkedNote("defined", at: "param ⟦x⟧ = [1, 2]")),
    MarkedCell(
      "param t = 1\nfor ⟦t⟧ in 1...3\n  h[t] = 1\nend",
      "`t` is the name of a value",
      hint: "take another `for` name",
      note: MarkedNote("defined", at: "param ⟦t⟧ = 1")),
    MarkedCell(
      "h[i] = sum(i for ⟦i⟧ in 1...2) for i in 1...3", "`i` is taken by an outer `for` or a parameter",
      hint: "take another `for` name"),
    MarkedCell(
      "h[i, i] = 1 for i in 1...2, ⟦i⟧ in 1...2", "`i` is taken by an outer `for` or a parameter",
      hint: "take another `for` name"),
    MarkedCell(
      "for t in 1...2\n  for ⟦t⟧ in 1...2\n    h[t] = 1\n  end\nend",
      "`t` is taken by an outer `for` or a parameter", hint: "take another `for` name"),
    MarkedCell(
      "param x = [1, 2]\na = sum(∂(x[1]^2)/∂⟦i⟧ for i in 1...2)",
      "`i` is a `for` name; nothing can be differentiated by it"),
    MarkedCell("h[i] = i for i in 1...2\ny = ⟦i⟧", "`i` is not defined above"),
  ])
  func `a for name is free, and known only where it counts`(row: MarkedCell) { row.expectErrors() }

  @Test(arguments: [
    MarkedCell("a = sum(⟦q⟧ + i for i in 1...1000)", "`q` is not defined above"),
    MarkedCell("h[i] = ⟦q⟧ for i in 1...1000", "`q` is not defined above"),
    MarkedCell("for i in 1...1000\n  h[i] = ⟦q⟧\nend", "`q` is not defined above"),
    MarkedCell("param h[1...1000] = ⟦q⟧", "`q` is not defined above"),
    MarkedCell("h[i] = ⟦q⟧ for i in 1...9\ny = h[1]", "`q` is not defined above"),
  ])
  func `a mistake in what is repeated is told once`(row: MarkedCell) { row.expectErrors() }
}
