import LessonTestSupport
import Testing

/// Which digits stand in the lines of a working.
@Suite struct WorkingDigitsTests {
  /// Numbers with more decimals than are shown.
  private static let longNumbers = """
    input x = 0.3333361, y = -0.1000044
    z = x + y
    a = x*y
    b = a*a
    c = x/3
    g = c*1000000
    """

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
      longNumbers,
      """
      input   x = 0.3333361    y = −0.1000044

      z = x + y = 0.3333361 + (−0.1000044) = 0.233

      a = x·y = 0.3333361·(−0.1000044) = −0.0333

      b = a·a = −0.0333·(−0.0333) = 0.00111

      c = x/3 = 0.3333361/3 = 0.111

      g = c·1000000 = 0.111112033·1000000 = 111112.033
      """, settings: "decimals: 3\n"),
    WorkedCell(
      longNumbers,
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
      "input b = 0.0104, p = -0.02881, q = -0.05583\ny = exp(b)\nz = p*1 + q*1",
      """
      input   b = 0.0104     p = −0.02881   q = −0.05583

      y = e^b = e^0.0104 = 1.010

      z = p·1 + q·1
        = −0.02881·1 + (−0.05583)·1
        = −0.0288 + (−0.0558)
        = −0.0846
      """, settings: "decimals: 3\n"),
    WorkedCell(
      "input a = 1e-7, p = 2\nb = a*1\nc = 1e-7 + b\nd = p^4 + p^2",
      """
      input   a = 1e-07   p = 2

      b = a·1 = 1e-07·1 = 1e-07

      c = 1e-07 + b = 1e-07 + 1e-07 = 2e-07

      d = p⁴ + p²
        = 2⁴ + 2²
        = 16 + 4
        = 20
      """),
  ])
  func `small numbers stay plain as long as that is no longer, and one number has one form`(row: WorkedCell) {
    row.expectWorking()
  }
}
