import LessonTestSupport
import Testing

/// How the equations of formulas are worked, rule by rule of the transcript's layout.
@Suite struct WorkingTests {
  @Test(arguments: [
    WorkedCell(
      """
      input i1 = 0.1, i2 = 0.5
      param w1 = 0.1, w3 = 0.3, b1 = 0.25
      sum_h1 = i1*w1 + i2*w3 + b1  # weighted sum into h1
      """,
      """
      input   i1 = 0.1    i2 = 0.5
      param   w1 = 0.1    w3 = 0.3    b1 = 0.25

      sum_h1 = i1·w1 + i2·w3 + b1                         # weighted sum into h1
             = 0.1·0.1 + 0.5·0.3 + 0.25
             = 0.01 + 0.15 + 0.25
             = 0.41
      """),
    WorkedCell(
      """
      input s = 0.41
      out = sigmoid(s)
      """,
      """
      input   s = 0.41

      out = σ(s) = 1/(1 + e^(−s))
          = 1/(1 + e^(−0.41))
          = 1/(1 + 0.66365)
          = 0.60109
      """),
    WorkedCell(
      """
      input x = 2
      y = x + 1
      """,
      """
      input   x = 2

      y = x + 1 = 2 + 1 = 3
      """),
    WorkedCell(
      """
      input x = 2
      y = x
      """,
      """
      input   x = 2

      y = x = 2
      """),
    WorkedCell("y = 3", "y = 3"),
    WorkedCell("y = -3", "y = −3"),
    WorkedCell("y = 2*3", "y = 2·3 = 6"),
    WorkedCell("y = (2)", "y = 2"),
    WorkedCell("y = pi", "y = π = 3.14159"),
    WorkedCell(
      """
      input x = 2
      y = pi*x
      """,
      """
      input   x = 2

      y = π·x = π·2 = 6.28319
      """),
  ])
  func `what fits is one line, the rest a line for each link`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      "y = sigmoid(0)",
      """
      y = σ(0)
        = 1/(1 + e^(−0))
        = 1/(1 + 1)
        = 0.5
      """),
    WorkedCell(
      """
      input x = 1000
      y = sigmoid(x)
      z = sigmoid(-x)
      """,
      """
      input   x = 1000

      y = σ(x) = 1/(1 + e^(−x))
        = 1/(1 + e^(−1000))
        ≈ 1/(1 + 0)
        = 1

      z = σ(−x) = σ(−1000) ≈ 0
      rounding of binary arithmetic; on paper it is 5.08e-435
      """),
    WorkedCell(
      """
      input x = 2, y = -3
      a = tanh(x*y)
      b = ln(x)
      c = ln(x*x + 1)
      d = sqrt(x)
      k = sqrt(x + 7)
      f = exp(y)
      g = exp(x + y)
      h = exp(-x^2)
      """,
      """
      input   x = 2    y = −3

      a = tanh(x·y)
        = tanh(2·(−3))
        = tanh(−6)
        = −0.99999

      b = ln(x) = ln(2) = 0.69315

      c = ln(x·x + 1)
        = ln(2·2 + 1)
        = ln(4 + 1)
        = ln(5)
        = 1.60944

      d = √(x) = √(2) = 1.41421

      k = √(x + 7)
        = √(2 + 7)
        = √(9)
        = 3

      f = e^y = e^(−3) = 0.04979

      g = e^(x + y)
        = e^(2 + (−3))
        = e^(−1)
        = 0.36788

      h = e^(−x²)
        = e^(−2²)
        = e^(−4)
        = 0.01832
      """),
    WorkedCell(
      """
      input x = 2, y = -3
      a = ln(sqrt(x + 7) + exp(-y))
      """,
      """
      input   x = 2    y = −3

      a = ln(√(x + 7) + e^(−y))
        = ln(√(2 + 7) + e^(−(−3)))
        = ln(√(9) + 20.08554)
        = ln(3 + 20.08554)
        = ln(23.08554)
        = 3.13921
      """),
    WorkedCell(
      """
      input x = 2
      a = 3*sigmoid(x) + 1
      b = sigmoid(tanh(x))
      c = sigmoid(x^2)
      """,
      """
      input   x = 2

      a = 3·σ(x) + 1
        = 3·σ(2) + 1
        = 3·0.880797 + 1
        = 2.64239 + 1
        = 3.64239

      b = σ(tanh(x)) = 1/(1 + e^(−tanh(x)))
        = 1/(1 + e^(−tanh(2)))
        = 1/(1 + e^(−0.96403))
        = 1/(1 + 0.38135)
        = 0.72393

      c = σ(x²) = 1/(1 + e^(−x²))
        = 1/(1 + e^(−2²))
        = 1/(1 + e^(−4))
        = 1/(1 + 0.01832)
        = 0.98201
      """),
  ])
  func `a function shows its inner value first`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      input t = 0.05, o = 0.73493
      E = 1/2*(t - o)^2
      """,
      """
      input   t = 0.05      o = 0.73493

      E = ½·(t − o)²
        = ½·(0.05 − 0.73493)²
        = ½·(−0.68493)²
        = 0.23456
      """),
    WorkedCell(
      """
      input x = 2, y = -3
      a = x*(y + x*y)
      b = (x + y)*(x - y)
      c = -(x + y)*x
      d = x + y - (x - y)
      e = 2*(x*(x + 1) + 3)^2
      f = (2*x)^2
      g = x^(x - 1)
      h = 2^x^2
      i = x/(2*x)*x
      j = x/2/x
      k = x - (x - (x - 1))
      l = -x^2/y^2
      """,
      """
      input   x = 2    y = −3

      a = x·(y + x·y)
        = 2·(−3 + 2·(−3))
        = 2·(−3 + (−6))
        = −18

      b = (x + y)·(x − y) = (2 + (−3))·(2 − (−3)) = −5

      c = −(x + y)·x = −(2 + (−3))·2 = 2

      d = x + y − (x − y)
        = 2 + (−3) − (2 − (−3))
        = 2 + (−3) − 5
        = −6

      e = 2·(x·(x + 1) + 3)²
        = 2·(2·(2 + 1) + 3)²
        = 2·(6 + 3)²
        = 2·9²
        = 162

      f = (2·x)²
        = (2·2)²
        = 4²
        = 16

      g = x^(x − 1)
        = 2^(2 − 1)
        = 2¹
        = 2

      h = 2^(x²)
        = 2^(2²)
        = 2⁴
        = 16

      i = x/(2·x)·x
        = 2/(2·2)·2
        = 2/4·2
        = 1

      j = x/2/x = 2/2/2 = 0.5

      k = x − (x − (x − 1))
        = 2 − (2 − (2 − 1))
        = 2 − (2 − 1)
        = 2 − 1
        = 1

      l = −x²/y² = −2²/(−3)² = −0.44444
      """),
  ])
  func `a sum shows its products, a bracket its sum`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      input x = -2, y = 3
      a = y + x
      b = x + y
      c = x*x
      d = y - x
      e = x^2
      f = y^x
      g = x - x*x
      h = -x
      i = --y
      j = -x^2
      k = y/x
      """,
      """
      input   x = −2   y = 3

      a = y + x = 3 + (−2) = 1

      b = x + y = −2 + 3 = 1

      c = x·x = −2·(−2) = 4

      d = y − x = 3 − (−2) = 5

      e = x² = (−2)² = 4

      f = y^x = 3^(−2) = 0.11111

      g = x − x·x
        = −2 − (−2)·(−2)
        = −2 − 4
        = −6

      h = −x = 2

      i = −(−y) = −(−3) = 3

      j = −x² = −(−2)² = −4

      k = y/x = 3/(−2) = −1.5
      """),
    WorkedCell(
      """
      input x = 0.5
      y = x + (-0.2)
      z = -0.2 + x
      u = 2*-x
      """,
      """
      input   x = 0.5

      y = x + (−0.2) = 0.5 + (−0.2) = 0.3

      z = −0.2 + x = −0.2 + 0.5 = 0.3

      u = 2·(−x) = 2·(−0.5) = −1
      """),
  ])
  func `negative numbers stand in parentheses behind an operator and under a power`(row: WorkedCell) {
    row.expectWorking()
  }
}
