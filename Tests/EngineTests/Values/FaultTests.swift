import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct FaultTests {
  @Test(arguments: [
    MarkedLesson("⟦z = ln(0)⟧", "ln(0) has no value"),
    MarkedLesson("⟦z = ln(-1)⟧", "ln(-1) has no value"),
    MarkedLesson("⟦z = sqrt(-1)⟧", "sqrt(-1) has no value"),
    MarkedLesson("⟦z = 1/0⟧", "1/0 has no value"),
    MarkedLesson("⟦z = 0/0⟧", "0/0 has no value"),
    MarkedLesson("⟦z = 3 + 1/(x - 2)⟧", "1/0 has no value (in `1/(x - 2)`)"),
    MarkedLesson("⟦z = 0^-1⟧", "0^(-1) has no value (in `0^-1`)"),
    MarkedLesson(
      "⟦z = (-8)^(1/3)⟧", "(-8)^0.333333333333 has no value (in `(-8)^(1/3)`)",
      hint: "a negative number has powers with whole exponents only; the root is `-(8^(1/3))`"),
    MarkedLesson("⟦z = ln(x - 2)*w⟧  # with a remark", "ln(0) has no value (in `ln(x - 2)`)"),
  ])
  func `an operation without a value stops the lesson, with its operands`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson("⟦z = exp(1000)⟧", "exp(1000) is too large for a number"),
    MarkedLesson("⟦z = -exp(500*x)⟧", "exp(1000) is too large for a number (in `exp(500*x)`)"),
    MarkedLesson("⟦z = 10^400⟧", "10^400 is too large for a number"),
    MarkedLesson("⟦z = (-10)^401⟧", "(-10)^401 is too large for a number"),
    MarkedLesson("⟦z = 1e308*x⟧", "1e+308*2 is too large for a number (in `1e+308*x`)"),
    MarkedLesson("⟦z = 1e300/1e-300⟧", "1e+300/1e-300 is too large for a number"),
    MarkedLesson("⟦z = 1e308 + 1e308⟧", "1e+308 + 1e+308 is too large for a number"),
    MarkedLesson(
      "⟦z = -1e308 - 1e308⟧", "-1e+308 - 1e+308 is too large for a number"),
    MarkedLesson(
      "⟦z = 1e308 - -1e308⟧", "1e+308 - (-1e+308) is too large for a number"),
    // A long part is cut.
    MarkedLesson(
      "⟦z = exp(1000 + x - x + x - x + x - x + x - x + x - x + x - x + x - x)⟧",
      "exp(1000) is too large for a number "
        + "(in `exp(1000 + x - x + x - x + x - x + x - x + x - x + x - x + …`)"),
  ])
  func `an overflow stops the lesson, with its operands`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson("⟦input a = 1, b = ln(-a)⟧", "ln(-1) has no value (in `ln(-a)`)"),
    MarkedLesson("⟦const k = 1/(x - 2)⟧", "1/0 has no value (in `1/(x - 2)`)"),
    MarkedLesson("⟦explain 1/(x - 2)⟧", "1/0 has no value (in `1/(x - 2)`)"),
    MarkedLesson("⟦update w to reduce L with sgd(rate: 1/(x - 2))⟧", "1/0 has no value (in `1/(x - 2)`)"),
    // Of several lines that are one step, the one that has no value.
    MarkedLesson("w <- 1\n⟦x <- 1/(x - 2)⟧\nt <- 3", "1/0 has no value (in `1/(x - 2)`)"),
    MarkedLesson(
      "z = sqrt(x - 2)\nw <- 1\n⟦x <- ∂z/∂x⟧",
      "`∂z/∂x` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedLesson(
      "w <- 1\nx <- w - 1\nt <- 0\nz = 1/w\nw <- 0\n⟦forward⟧", "`z`: 1/0 has no value (in `1/w`)"),
    MarkedLesson(
      "z = exp(w)\nw <- 1000\n⟦forward⟧", "`z`: exp(1000) is too large for a number (in `exp(w)`)"),
    // An update goes through, and the next pass overflows.
    MarkedLesson(
      "z = w^4\nupdate w to reduce z with sgd(rate: 1e99)\n⟦forward⟧",
      "`z`: (-1.08e+101)^4 is too large for a number (in `w^4`)"),
    MarkedLesson(
      "z = 1e300*w\n⟦update w to reduce z with sgd(rate: 1e300)⟧",
      "the update of `w` is too large for a number: 1e+300*1e+300"),
  ])
  func `the statement that stops is told`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson(
      "z = sqrt(x - 2)\n⟦explain ∂z/∂x⟧",
      "`∂z/∂x` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedLesson(
      "z = sqrt(x - 2)\n⟦explain local(z, x)⟧",
      "`∂z/∂x` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedLesson(
      "z = sqrt(x - 2)\n⟦a = 1 + ∂z/∂x⟧",
      "`∂z/∂x` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedLesson(
      "z = sqrt(w - 3)\n⟦update w to reduce z with sgd(1)⟧",
      "`∂z/∂w` has no value here: the slope of sqrt(0) is infinite or has no value"),
    MarkedLesson(
      "z = (x - 2)^0.5\n⟦explain ∂z/∂x⟧",
      "`∂z/∂x` has no value here: the slope of 0^0.5 is infinite or has no value"),
    // Of a negative base the power has a value at a whole exponent, but no derivative by that.
    MarkedLesson(
      "param n = 2\nz = (-x)^n\n⟦explain ∂z/∂n⟧",
      "`∂z/∂n` has no value here: the slope of (-2)^2 is infinite or has no value"),
    MarkedLesson(
      "param v = 1\nz = v - 1\ng = ∂(sqrt(z + 1))/∂v\nv <- 0\n⟦forward⟧",
      "`g`: `∂(sqrt(z + 1))/∂v` has no value here: the slope of sqrt(0) is infinite or has no value"),
  ])
  func `a derivative without a value stops the lesson`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test func `a reverse pass tells which derivative has no value`() {
    let working = LessonFixture("input x = 2\nparam w = 3\nz = sqrt(x - 2) + w\nbackward z\nexplain w")
      .working()
    #expect(
      working.hasSuffix(
        """
        ∂z/∂z = 1
        ∂z/∂w = ∂z/∂z = 1
        ∂z/∂x = ∂z/∂z/(2·√(x − 2)) = 1/(2·√(2 − 2))         has no value here

        w = 3                                               given
        """))
  }

  @Test func `an inline value and a check are told at their places`() {
    func fixture(_ text: String) -> LessonFixture {
      LessonFixture(text: "---\ntitle: A lesson\n---\n\n```calc\ninput x = 0\n```\n\n" + text)
    }
    #expect(
      fixture("It is `= x` and\nthen `= 2/x` here, `= 1/x` there.\n").errors == """
        lesson.md:10:9: error: 2/0 has no value (in `2/x`)
        then `= 2/x` here, `= 1/x` there.
                ^~~
        """)
    #expect(
      fixture("```check\nx = 0\nln(x) = 1 -- of which slide?\n```\n").errors == """
        lesson.md:11:1: error: ln(0) has no value (in `ln(x)`)
        ln(x) = 1 -- of which slide?
        ^~~~~~~~~
        """)
  }

  @Test func `what came before the fault is in the transcript`() {
    let fixture = LessonFixture("input x = 0\ny = x + 1\nz = 1/x\nu = 3")
    #expect(
      fixture.working() == """
        input   x = 0

        y = x + 1 = 0 + 1 = 1
        lesson.md:8:1: error: 1/0 has no value (in `1/x`)
        z = 1/x
        ^~~~~~~
        """)
  }

  @Test(arguments: [
    "y = sigmoid(1000)", "y = sigmoid(-1000)", "y = tanh(1000)", "y = tanh(-1000)", "y = exp(-1000)",
    "y = 0^0", "y = (-2)^3", "y = 1e-300*1e-300", "y = sqrt(0)", "y = ln(1e-300)",
    "input x = 1000\ny = sigmoid(x)\nexplain ∂y/∂x", "input x = -1000\ny = tanh(x)\nexplain ∂y/∂x",
    "input x = 0\ny = x^2\nexplain ∂y/∂x", "input x = 0\ny = x^0\nexplain ∂y/∂x",
    "input x = 0\ny = x*ln(x + 1)\nbackward y",
  ])
  func `what has a value does not stop`(cell: String) {
    #expect(LessonFixture(cell).errors.isEmpty)
  }
}
