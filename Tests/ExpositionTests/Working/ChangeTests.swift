import LessonTestSupport
import Testing

/// How numbers that are set anew, and what follows from them, are shown.
@Suite struct ChangeTests {
  @Test(arguments: [
    NetworkStatement("forward", "forward: no value has changed"),
    NetworkStatement(
      """
      w <- 4
      forward  # again
      forward
      """,
      """
      w ← 4 (was 3)

      # again
      name   before   now
      y       6        8
      L      25       49

      forward: no value has changed
      """),
  ])
  func `forward shows what has changed of a network`(row: NetworkStatement) {
    row.expectWorking()
  }

  @Test(arguments: [
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

      a ← b = 2 (was 1)

      b ← a = 2 (was 2)
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
}
