import Testing

@testable import LessonRuntime

@Suite struct ChangeTests {
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

  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      forward
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      forward: no value has changed
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      w <- 4
      forward  # again
      forward
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      w ← 4 (was 3)

      # again
      name   before   now
      y       6        8
      L      25       49

      forward: no value has changed
      """),
    WorkedCell(
      """
      param w = 3
      a = w + 1
      b = 2
      c = w - w
      w <- 5
      forward
      """,
      """
      param   w = 3

      a = w + 1 = 3 + 1 = 4

      b = 2

      c = w − w = 3 − 3 = 0

      w ← 5 (was 3)

      name   before   now
      a      4        6
      """),
    WorkedCell(
      """
      param w = 3
      L = w^2
      g = ∂L/∂w
      h = g + local(L, w)
      w <- 5
      forward
      explain h
      """,
      """
      param   w = 3

      L = w² = 3² = 9

      g = ∂L/∂w = 6                                       in full: explain ∂L/∂w

      local(L, w) = 6          in full: explain local(L, w)
      h = g + local(L, w) = 6 + 6 = 12

      w ← 5 (was 3)

      name   before   now
      L       9       25
      g       6       10
      h      12       20

      L = w²
        ∂L/∂w = 2·w = 2·5 = 10

      g = ∂L/∂w = 10

      L = w²
        local(L, w) = 2·w = 2·5 = 10

      h = g + local(L, w) = 10 + 10 = 20
      """),
  ])
  func `forward shows what has changed`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      L = w^2
      w <- w - 0.1*∂L/∂w
      w <- w - 0.1*∂L/∂w
      """,
      """
      param   w = 3

      L = w² = 3² = 9

      ∂L/∂w = 6                                           in full: explain ∂L/∂w
      w ← w − 0.1·∂L/∂w
        = 3 − 0.1·6
        = 3 − 0.6
        = 2.4
      w ← 2.4 (was 3)

      w ← w − 0.1·∂L/∂w
        = 2.4 − 0.1·6
        = 2.4 − 0.6
        = 1.8
      w ← 1.8 (was 2.4)
      """),
    WorkedCell(
      """
      param w = 3
      L = w^2
      w <- w - 0.1*∂L/∂w

      # still the same step
      w <- L + w  # the old L, the new w
      # behind it
      forward
      """,
      """
      param   w = 3

      L = w² = 3² = 9

      ∂L/∂w = 6                                           in full: explain ∂L/∂w
      w ← w − 0.1·∂L/∂w
        = 3 − 0.1·6
        = 3 − 0.6
        = 2.4
      w ← 2.4 (was 3)

      # still the same step
      w ← L + w = 9 + 2.4 = 11.4                          # the old L, the new w
      w ← 11.4 (was 2.4)

      # behind it
      name   before   now
      L      9        129.96
      """),
    WorkedCell(
      """
      param a = 1, b = 2
      a <- b
      b <- a
      """,
      """
      param   a = 1   b = 2

      a ← b = 2
      a ← 2 (was 1)

      b ← a = 2
      b ← 2 (was 2)
      """),
    WorkedCell(
      """
      param w = 3
      L = w^2
      w <- 0.5*∂L/∂w
      forward
      w <- 0.5*∂L/∂w
      """,
      """
      param   w = 3

      L = w² = 3² = 9

      ∂L/∂w = 6                                           in full: explain ∂L/∂w
      w ← 0.5·∂L/∂w = 0.5·6 = 3
      w ← 3 (was 3)

      forward: no value has changed

      ∂L/∂w = 6                                           in full: explain ∂L/∂w
      w ← 0.5·∂L/∂w = 0.5·6 = 3
      w ← 3 (was 3)
      """),
    WorkedCell(
      """
      input n = 0
      n <- n + 1
      n <- n + 1
      n <- 2.50
      n ← -n
      """,
      """
      input   n = 0

      n ← n + 1 = 0 + 1 = 1
      n ← 1 (was 0)

      n ← n + 1 = 1 + 1 = 2
      n ← 2 (was 1)

      n ← 2.50 (was 2)

      n ← −n = −2.5
      n ← −2.5 (was 2.50)
      """),
    WorkedCell(
      """
      param w = 3
      L = w^2
      w <- local(L, w) + ∂(2*L)/∂w
      """,
      """
      param   w = 3

      L = w² = 3² = 9

      local(L, w) = 6          in full: explain local(L, w)
      ∂(2·L)/∂w = 12          in full: explain ∂(2*L)/∂w
      w ← local(L, w) + ∂(2·L)/∂w = 6 + 12 = 18
      w ← 18 (was 3)
      """),
  ])
  func `lines that set numbers one below the other are one step`(row: WorkedCell) {
    row.expectWorking()
  }

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

  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      g = w - 0.1*∂L/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂w = 20                                          in full: explain ∂L/∂w
      g = w − 0.1·∂L/∂w
        = 3 − 0.1·20
        = 3 − 2
        = 1
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂L/∂w
      g = w - 0.1*∂L/∂w
      h = ∂L/∂w + ∂y/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂w = ∂L/∂y · ∂y/∂w

        L = (y − 1)²
          ∂L/∂y = 2·(y − 1) = 2·(6 − 1) = 10
        y = w·x
          ∂y/∂w = x = 2

      ∂L/∂w = 10 · 2 = 20

      g = w − 0.1·∂L/∂w
        = 3 − 0.1·20
        = 3 − 2
        = 1

      ∂y/∂w = 2                                           in full: explain ∂y/∂w
      h = ∂L/∂w + ∂y/∂w = 20 + 2 = 22
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      backward L
      g = w - 0.1*∂L/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂L = 1
      ∂L/∂y = ∂L/∂L·2·(y − 1) = 1·2·(6 − 1) = 10
      ∂L/∂x = ∂L/∂y·w = 10·3 = 30
      ∂L/∂w = ∂L/∂y·x = 10·2 = 20

      g = w − 0.1·∂L/∂w
        = 3 − 0.1·20
        = 3 − 2
        = 1
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂L/∂w
      w <- 4
      forward
      g = w - 0.1*∂L/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂w = ∂L/∂y · ∂y/∂w

        L = (y − 1)²
          ∂L/∂y = 2·(y − 1) = 2·(6 − 1) = 10
        y = w·x
          ∂y/∂w = x = 2

      ∂L/∂w = 10 · 2 = 20

      w ← 4 (was 3)

      name   before   now
      y       6        8
      L      25       49

      ∂L/∂w = 28                                          in full: explain ∂L/∂w
      g = w − 0.1·∂L/∂w
        = 4 − 0.1·28
        = 4 − 2.8
        = 1.2
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      g = ∂L/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      g = ∂L/∂w = 20                                      in full: explain ∂L/∂w
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      const g = 2*∂L/∂w
      h = 3*∂L/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂w = 20                                          in full: explain ∂L/∂w
      g = 2·∂L/∂w = 2·20 = 40                             const, worked out once

      h = 3·∂L/∂w = 3·20 = 60
      """),
  ])
  func `the numbers of derivatives are put in only once they are on the page`(row: WorkedCell) {
    row.expectWorking()
  }

}
