import Testing

@testable import LessonRuntime

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
      """
      input x = 0.50, y = 2.0, z = 1e-8, k = 007.5
      u = x*y
      v = z*y
      w = k
      """,
      """
      input   x = 0.50    y = 2.0     z = 1e-08   k = 007.5

      u = x·y = 0.50·2.0 = 1

      v = z·y = 1e-08·2.0 = 2e-08

      w = k = 7.5
      """),
    WorkedCell(
      """
      input x = 0.3333361, y = -0.1000044
      z = x + y
      a = x*y
      b = a*a
      c = x/3
      g = c*1000000
      """,
      """
      input   x = 0.3333361    y = −0.1000044

      z = x + y = 0.3333361 + (−0.1000044) = 0.233

      a = x·y = 0.3333361·(−0.1000044) = −0.0333

      b = a·a = −0.0333·(−0.0333) = 0.00111

      c = x/3 = 0.3333361/3 = 0.111

      g = c·1000000 = 0.111112033·1000000 = 111112.033
      """, settings: "decimals: 3\n"),
    WorkedCell(
      """
      input x = 0.3333361, y = -0.1000044
      z = x + y
      a = x*y
      b = a*a
      c = x/3
      g = c*1000000
      """,
      """
      input   x = 0.3333361    y = −0.1000044

      z = x + y = 0.3333361 + (−0.1000044) = 0.233

      a = x·y = 0.3333361·(−0.1000044) = −0.0333

      b = a·a = −0.0333·(−0.0333) = 0.00111

      c = x/3 = 0.3333361/3 = 0.111

      g = c·1000000 = 0.111112·1000000 = 111112
      """, settings: "decimals: 0\n"),
    WorkedCell(
      """
      input x = 0.3333361, y = -0.1000044
      a = x*y
      b = a*a
      c = x/3
      g = c*1000000
      """,
      """
      input   x = 0.3333361    y = −0.1000044

      a = x·y = 0.3333361·(−0.1000044) = −0.033335076679

      b = a·a = −0.033335076679·(−0.033335076679) = 0.001111227337

      c = x/3 = 0.3333361/3 = 0.111112033333

      g = c·1000000 = 0.11111203333333·1000000 = 111112.03333333
      """, settings: "decimals: 12\n"),
    WorkedCell(
      """
      input x = 0.3333361, y = -0.1000044
      z = x + y
      a = x*y
      b = a*a
      c = x/3
      """,
      """
      input   x = 0.3333361    y = −0.1000044

      z = x + y = 0.3333361 + (−0.1000044) = 0.23333

      a = x·y = 0.3333361·(−0.1000044) = −0.03333

      b = a·a = −0.03333·(−0.03333) = 0.00111

      c = x/3 = 0.3333361/3 = 0.11111
      """, settings: "rounding: truncated\n"),
    WorkedCell(
      """
      input x = 0.6010878788483698
      y = x*1
      z = -x
      """,
      """
      input   x = 0.6010878788483698

      y = x·1 = 0.6010878788483698·1 = 0.60108

      z = −x = −0.60108
      """, settings: "rounding: truncated\n"),
    WorkedCell(
      """
      input x = 2e15
      h = x + 0.25
      i = x*x
      j = 1/x
      """,
      """
      input   x = 2e+15

      h = x + 0.25 = 2e+15 + 0.25 = 2e+15

      i = x·x = 2e+15·2e+15 = 4e+30

      j = 1/x = 1/2e+15 = 5e-16
      """),
    WorkedCell(
      """
      input x = 0.1
      a = x + 0.2
      b = x*3
      c = x - 0.1
      d = -c
      """,
      """
      input   x = 0.1

      a = x + 0.2 = 0.1 + 0.2 = 0.3

      b = x·3 = 0.1·3 = 0.3

      c = x − 0.1 = 0.1 − 0.1 = 0

      d = −c = 0
      """),
  ])
  func `typed numbers keep their digits, computed ones are short or have the decimals`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      input a = 1, b = 3, c = 7
      x = a/b
      y = a/c
      z = x + y
      u = x - y
      v = x*y
      w = x/y
      """,
      """
      input   a = 1   b = 3   c = 7

      x = a/b = 1/3 = 0.33333

      y = a/c = 1/7 = 0.14286

      z = x + y = 0.33333 + 0.14286 = 0.47619

      u = x − y = 0.333333 − 0.142857 = 0.19048

      v = x·y = 0.33333·0.14286 = 0.04762

      w = x/y = 0.333333/0.142857 = 2.33333
      """),
    WorkedCell(
      """
      input a = 0.60109, b = 0.99999
      x = a^2
      y = b^50
      z = x*y - x
      u = 100000*x - 36130
      """,
      """
      input   a = 0.60109   b = 0.99999

      x = a² = 0.60109² = 0.36131

      y = b⁵⁰ = 0.99999⁵⁰ = 0.99950

      z = x·y − x
        = 0.3613092·0.9995001 − 0.3613092
        = 0.3611286 − 0.3613092
        = −0.000181

      u = 100000·x − 36130
        = 100000·0.3613091881 − 36130
        = 36130.91881 − 36130
        = 0.91881
      """),
    WorkedCell(
      """
      input a = 2
      x = sqrt(a)
      y = x*x
      z = x^2 - 2
      u = x*1.0001 - x
      """,
      """
      input   a = 2

      x = √(a) = √(2) = 1.41421

      y = x·x = 1.414213562·1.414213562 = 2

      z = x² − 2
        = 1.414213562² − 2
        = 2 − 2
        ≈ 0          rounding of binary arithmetic

      u = x·1.0001 − x
        = 1.414214·1.0001 − 1.414214
        = 1.414355 − 1.414214
        = 0.000141
      """),
  ])
  func `operands get more digits until the line is true`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell("y = 0.1 + 0.2 - 0.3", "y = 0.1 + 0.2 − 0.3 ≈ 0          rounding of binary arithmetic"),
    WorkedCell(
      """
      input a = 0.1, b = 0.2, c = 0.3
      y = a + b - c
      z = y*2
      """,
      """
      input   a = 0.1   b = 0.2   c = 0.3

      y = a + b − c = 0.1 + 0.2 − 0.3 ≈ 0          rounding of binary arithmetic

      z = y·2 = 0·2 ≈ 0          rounding of binary arithmetic
      """),
    WorkedCell(
      "y = 0.1*3 - 0.3",
      """
      y = 0.1·3 − 0.3
        = 0.3 − 0.3
        ≈ 0          rounding of binary arithmetic
      """),
    WorkedCell(
      "y = 1e-20 + 1e-36 - 1e-20", "y = 1e-20 + 1e-36 − 1e-20 ≈ 0          rounding of binary arithmetic"),
    WorkedCell("y = 0.5 - 0.25 - 0.25", "y = 0.5 − 0.25 − 0.25 = 0"),
    WorkedCell("y = 0.3 - 0.2999999999999", "y = 0.3 − 0.2999999999999 = 1.00e-13"),
  ])
  func `what binary arithmetic leaves of zero is not equal to it`(row: WorkedCell) {
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
      e = sqrt(x + 7)
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

      e = √(x + 7)
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

}
