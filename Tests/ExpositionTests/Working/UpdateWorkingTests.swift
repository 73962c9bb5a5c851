import LessonTestSupport
import Testing

/// How an update is worked.
@Suite struct UpdateWorkingTests {
  @Test(arguments: [
    WorkedCell(
      """
      param a = 1, b = 2
      y = a*b
      update a, b to reduce y with sgd(rate: 0.5)
      """,
      """
      param   a = 1   b = 2

      y = a·b = 1·2 = 2

      All derivatives first:
        ∂y/∂a = 2   ∂y/∂b = 1

      Then all changes:
        w ← w − η·∂y/∂w                                   η = 0.5
        a ← 1 − 0.5·2 = 0

        param   before   derivative   change   after
        a       1        2            −1       0
        b       2        1            −0.5     1.5
      """),
    WorkedCell(
      """
      param a = 1, b = 2
      y = a*b
      const eta = 0.25
      update all to reduce y with sgd(eta)  # both
      forward
      update b to reduce y with sgd(rate: eta/2)
      """,
      """
      param   a = 1   b = 2

      y = a·b = 1·2 = 2

      const   eta = 0.25

      # both
      All derivatives first:
        ∂y/∂a = 2   ∂y/∂b = 1

      Then all changes:
        w ← w − η·∂y/∂w                                   η = 0.25
        a ← 1 − 0.25·2 = 0.5

        param   before   derivative   change   after
        a       1        2            −0.5     0.5
        b       2        1            −0.25    1.75

      name   before   now
      y      2        0.875

      All derivatives first:
        ∂y/∂b = 0.5

      Then all changes:
        w ← w − η·∂y/∂w                                   η = 0.125
        b ← 1.75 − 0.125·0.5 = 1.6875

        param   before   derivative   change    after
        b       1.75     0.5          −0.0625   1.6875
      """),
    WorkedCell(
      """
      param w1 = 1, w2 = 2, w3 = 3, v = 4
      y = w1 + w2^2 + w3^3 + v
      update w2...w3, v to reduce y with sgd(rate: 0.1)
      """,
      """
      param   w1 = 1   w2 = 2   w3 = 3   v = 4

      y = w1 + w2² + w3³ + v
        = 1 + 2² + 3³ + 4
        = 1 + 4 + 27 + 4
        = 36

      All derivatives first:
        ∂y/∂w2 = 4   ∂y/∂w3 = 27   ∂y/∂v = 1

      Then all changes:
        w ← w − η·∂y/∂w                                   η = 0.1
        w2 ← 2 − 0.1·4 = 1.6

        param   before   derivative   change   after
        w2      2         4           −0.4     1.6
        w3      3        27           −2.7     0.3
        v       4         1           −0.1     3.9
      """),
    WorkedCell(
      """
      param u = 1, w = 2
      y = w^2
      update u, w to reduce y with sgd(rate: 0.1)
      """,
      """
      param   u = 1   w = 2

      y = w² = 2² = 4

      All derivatives first:
        ∂y/∂u = 0   ∂y/∂w = 4

      Then all changes:
        w ← w − η·∂y/∂w                                   η = 0.1
        w ← 2 − 0.1·4 = 1.6

        param   before   derivative   change   after
        u       1        0             0       1
        w       2        4            −0.4     1.6
      """),
    WorkedCell(
      """
      param u = 1/3, w = 2
      y = w*u
      update u, w to reduce y with sgd(rate: 1/3)
      """,
      """
      param   w = 2
      u = 1/3 = 0.33333                                   param, worked out once

      y = w·u = 2·0.333333 = 0.66667

      All derivatives first:
        ∂y/∂u = 2   ∂y/∂w = 0.33333

      Then all changes:
        w ← w − η·∂y/∂w                                   η = 0.33333
        u ← 0.33333 − 0.33333·2 = −0.33333

        param   before    derivative   change     after
        u       0.33333   2            −0.66667   −0.33333
        w       2         0.33333      −0.11111    1.88889
      """),
    WorkedCell(
      """
      input x = 0.1
      param w1 = 0.1, w5 = 0.5, w7 = 0.7
      L = 0.08020312*w5 + 0.00110806*w1 - 0.01760653*w7
      update w1, w5, w7 to reduce L with sgd(rate: 0.6)
      """,
      """
      input   x = 0.1
      param   w1 = 0.1   w5 = 0.5   w7 = 0.7

      L = 0.08020312·w5 + 0.00110806·w1 − 0.01760653·w7
        = 0.08020312·0.5 + 0.00110806·0.1 − 0.01760653·0.7
        = 0.04010 + 0.000111 − 0.01232
        = 0.02789

      All derivatives first:
        ∂L/∂w1 = 0.00111   ∂L/∂w5 = 0.08020   ∂L/∂w7 = −0.01761

      Then all changes:
        w ← w − η·∂L/∂w                                   η = 0.6
        w1 ← 0.1 − 0.6·0.001108 = 0.09934

        param   before   derivative   change      after
        w1      0.1       0.00111     −0.000665   0.09934
        w5      0.5       0.08020     −0.04812    0.45188
        w7      0.7      −0.01761      0.01056    0.71056
      """),
  ])
  func `an update works all derivatives out before the first change`(row: WorkedCell) {
    row.expectWorking()
  }
}
