import LessonTestSupport
import Testing

@Suite struct GivenNumberTests {
  @Test(arguments: [
    WorkedCell(
      """
      input a = 1, bb = 0.25
      input ccc = -3  # below
      target t = 1e-3

      param w = a + bb, v = 2
      """,
      """
      input   a = 1       bb = 0.25
      input   ccc = −3                                    # below
      target  t = 0.001

      param   v = 2
      w = a + bb = 1 + 0.25 = 1.25                        param, worked out once
      """),
    WorkedCell(
      """
      const k = 2
      const m = k^2  # squared
      param p = m
      """,
      """
      const   k = 2

      # squared
      m = k² = 2² = 4                                     const, worked out once

      p = m = 4                                           param, worked out once
      """),
    WorkedCell(
      """
      # above
      input a = 1
      # between
      input b = 2
      y = a + b
      """,
      """
      # above
      input   a = 1

      # between
      input   b = 2

      y = a + b = 1 + 2 = 3
      """),
  ])
  func `given numbers stand in columns, those that are worked out each by itself`(row: WorkedCell) {
    row.expectWorking()
  }
}
