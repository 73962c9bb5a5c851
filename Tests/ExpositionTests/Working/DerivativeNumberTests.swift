import Testing

/// Where the numbers of derivatives stand in a working.
@Suite struct DerivativeNumberTests {
  @Test(arguments: [
    NetworkStatement(
      """
      g = w - 0.1*∂L/∂w
      """,
      """
      ∂L/∂w = 20                                          in full: explain ∂L/∂w
      g = w − 0.1·∂L/∂w
        = 3 − 0.1·20
        = 3 − 2
        = 1
      """),
    NetworkStatement(
      """
      explain ∂L/∂w
      g = w - 0.1*∂L/∂w
      h = ∂L/∂w + ∂y/∂w
      """,
      """
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
    NetworkStatement(
      """
      backward L
      g = w - 0.1*∂L/∂w
      """,
      """
      ∂L/∂L = 1
      ∂L/∂y = ∂L/∂L·2·(y − 1) = 1·2·(6 − 1) = 10
      ∂L/∂x = ∂L/∂y·w = 10·3 = 30
      ∂L/∂w = ∂L/∂y·x = 10·2 = 20

      g = w − 0.1·∂L/∂w
        = 3 − 0.1·20
        = 3 − 2
        = 1
      """),
    NetworkStatement(
      """
      explain ∂L/∂w
      w <- 4
      forward
      g = w - 0.1*∂L/∂w
      """,
      """
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
    NetworkStatement(
      """
      g = ∂L/∂w
      """,
      """
      g = ∂L/∂w = 20                                      in full: explain ∂L/∂w
      """),
    NetworkStatement(
      """
      const g = 2*∂L/∂w
      h = 3*∂L/∂w
      """,
      """
      ∂L/∂w = 20                                          in full: explain ∂L/∂w
      g = 2·∂L/∂w = 2·20 = 40                             const, worked out once

      h = 3·∂L/∂w = 3·20 = 60
      """),
  ])
  func `the numbers of derivatives are put in only once they are on the page`(row: NetworkStatement) {
    row.expectWorking()
  }
}
