import LessonTestSupport
import Testing

@testable import LessonProgram
@testable import LessonRuntime

/// What `explain` shows of derivatives along one path.
@Suite struct ExplainDerivativeTests {
  @Test(arguments: [
    NetworkStatement(
      "explain ∂L/∂w",
      """
      ∂L/∂w = ∂L/∂y · ∂y/∂w

        L = (y − 1)²
          ∂L/∂y = 2·(y − 1) = 2·(6 − 1) = 10
        y = w·x
          ∂y/∂w = x = 2

      ∂L/∂w = 10 · 2 = 20
      """),
    NetworkStatement(
      "explain grad(y, x)",
      """
      y = w·x
        ∂y/∂x = w = 3
      """),
    NetworkStatement(
      "explain ∂L/∂w^2",
      """
      ∂L/∂w = ∂L/∂y · ∂y/∂w

        L = (y − 1)²
          ∂L/∂y = 2·(y − 1) = 2·(6 − 1) = 10
        y = w·x
          ∂y/∂w = x = 2

      ∂L/∂w = 10 · 2 = 20

      (∂L/∂w)² = 20² = 400
      """),
    NetworkStatement("explain ∂w/∂w", "∂w/∂w = 1"),
    NetworkStatement("explain ∂L/∂L", "∂L/∂L = 1"),
    NetworkStatement(
      "explain ∂x/∂w",
      """
      ∂x/∂w = 0
        w does not reach x
      """),
    NetworkStatement(
      "explain ∂w/∂L",
      """
      ∂w/∂L = 0
        L does not reach w
      """),
    NetworkStatement(
      "explain ∂(sigmoid(y))/∂x",
      """
      ∂(σ(y))/∂x = ∂(σ(y))/∂y · ∂y/∂x

          ∂(σ(y))/∂y = σ(y)·(1 − σ(y))
                     = σ(6)·(1 − σ(6))
                     = 0.997527·(1 − 0.997527)
                     = 0.00247
        y = w·x
          ∂y/∂x = w = 3

      ∂(σ(y))/∂x = 0.002467 · 3 = 0.00740
      """),
    NetworkStatement("explain ∂(w*x)/∂w", "∂(w·x)/∂w = x = 2"),
    NetworkStatement(
      "explain 1 - ∂y/∂w",
      """
      y = w·x
        ∂y/∂w = x = 2

      1 − ∂y/∂w = 1 − 2 = −1
      """),
  ])
  func `a derivative is worked along its path`(row: NetworkStatement) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      const c = 2
      y = c^3
      explain ∂y/∂c
      """,
      """
      const   c = 2

      y = c³ = 2³ = 8

      y = c³
        ∂y/∂c = 3·c² = 3·2² = 12
      """),
    WorkedCell(
      """
      param w = 3
      y = w + 1
      z = y + 2
      explain ∂z/∂w
      """,
      """
      param   w = 3

      y = w + 1 = 3 + 1 = 4

      z = y + 2 = 4 + 2 = 6

      z = y + 2          passes y on with factor 1, left out
      y = w + 1          passes w on with factor 1, left out

      ∂z/∂w = 1
      """),
    WorkedCell(
      """
      input s = 0.5
      out = tanh(s)
      explain ∂out/∂s
      p = exp(s)
      explain ∂p/∂s
      q = ln(s)
      explain ∂q/∂s
      r = sqrt(s)
      explain ∂r/∂s
      u = 1/s
      explain ∂u/∂s
      v = 2^s
      explain ∂v/∂s
      """,
      """
      input   s = 0.5

      out = tanh(s) = tanh(0.5) = 0.46212

      out = tanh(s)
        ∂out/∂s = 1 − out²
                = 1 − 0.46212²
                = 1 − 0.21355
                = 0.78645

      p = e^s = e^0.5 = 1.64872

      p = e^s
        ∂p/∂s = p = 1.64872

      q = ln(s) = ln(0.5) = −0.69315

      q = ln(s)
        ∂q/∂s = 1/s = 1/0.5 = 2

      r = √(s) = √(0.5) = 0.70711

      r = √(s)
        ∂r/∂s = 1/(2·r)
              = 1/(2·0.707107)
              = 1/1.41421
              = 0.70711

      u = 1/s = 1/0.5 = 2

      u = 1/s
        ∂u/∂s = −1/s² = −1/0.5² = −4

      v = 2^s = 2^0.5 = 1.41421

      v = 2^s
        ∂v/∂s = v·ln(2)
              = 1.41421·ln(2)
              = 1.41421·0.69315
              = 0.98026
      """),
  ])
  func `a derivative is worked along its path, in other networks`(row: WorkedCell) {
    row.expectWorking()
  }
}
