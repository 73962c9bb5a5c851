import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// What `explain` shows of values and of one-link derivatives.
@Suite struct ExplainTests {
  @Test(arguments: [
    NetworkStatement(
      "explain L",
      """
      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25
      """),
    NetworkStatement("explain y", "y = w·x = 3·2 = 6"),
    NetworkStatement("explain x", "x = 2                                               given"),
    NetworkStatement(
      "explain L - 2*y",
      """
      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      L − 2·y = 25 − 2·6
              = 25 − 12
              = 13
      """),
    NetworkStatement(
      "explain L  # the error",
      """
      # the error

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25
      """),
  ])
  func `explain shows every step beneath, each value once`(row: NetworkStatement) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      const k = 1/3
      explain k
      """,
      """
      k = 1/3 = 0.33333                                   const, worked out once

      k = 0.33333                                         given
      """),
    WorkedCell(
      """
      input x = 2
      a = x + 1
      b = a*a
      c = b + a
      explain c
      """,
      """
      input   x = 2

      a = x + 1 = 2 + 1 = 3

      b = a·a = 3·3 = 9

      c = b + a = 9 + 3 = 12

      a = x + 1 = 2 + 1 = 3

      b = a·a = 3·3 = 9

      c = b + a = 9 + 3 = 12
      """),
    WorkedCell("explain 1 + 1", "1 + 1 = 2"),
    WorkedCell("explain -3", "−3"),
    WorkedCell("explain 1/2*(3 - 1)^2", "½·(3 − 1)² = ½·2² = 2"),
  ])
  func `explain shows every step beneath, each value once, in other networks`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    NetworkStatement(
      "explain local(L, y)",
      """
      L = (y − 1)²
        local(L, y) = 2·(y − 1) = 2·(6 − 1) = 10
      """)
  ])
  func `local is the one-link derivative`(row: NetworkStatement) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      y = w*w + w
      z = y*w
      explain local(z, w)
      explain local(z, y)
      explain local(y, w)
      """,
      """
      param   w = 3

      y = w·w + w
        = 3·3 + 3
        = 9 + 3
        = 12

      z = y·w = 12·3 = 36

      z = y·w
        local(z, w) = y = 12

      z = y·w
        local(z, y) = w = 3

      y = w·w + w
        local(y, w) = 2·w + 1
                    = 2·3 + 1
                    = 6 + 1
                    = 7
      """),
    WorkedCell(
      """
      input s = 0.41
      out = sigmoid(s)
      explain local(out, s)
      d = 2*local(out, s)
      """,
      """
      input   s = 0.41

      out = σ(s) = 1/(1 + e^(−s))
          = 1/(1 + e^(−0.41))
          = 1/(1 + 0.66365)
          = 0.60109

      out = σ(s)
        local(out, s) = out·(1 − out) = 0.60109·(1 − 0.60109) = 0.23978

      local(out, s) = 0.23978          in full: explain local(out, s)
      d = 2·local(out, s) = 2·0.23978 = 0.47956
      """),
  ])
  func `local is the one-link derivative, in other networks`(row: WorkedCell) {
    row.expectWorking()
  }
}
