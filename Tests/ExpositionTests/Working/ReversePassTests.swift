import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// What `backward` shows.
@Suite struct ReversePassTests {
  @Test(arguments: [
    NetworkStatement(
      "backward L",
      """
      ∂L/∂L = 1
      ∂L/∂y = ∂L/∂L·2·(y − 1) = 1·2·(6 − 1) = 10
      ∂L/∂x = ∂L/∂y·w = 10·3 = 30
      ∂L/∂w = ∂L/∂y·x = 10·2 = 20
      """)
  ])
  func `the reverse pass has a row for each value, from the last to the first`(row: NetworkStatement) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      input x = 2
      u = x + 1
      v = x*u
      y = u*v + v
      backward y  # the reverse pass
      """,
      """
      input   x = 2

      u = x + 1 = 2 + 1 = 3

      v = x·u = 2·3 = 6

      y = u·v + v
        = 3·6 + 6
        = 18 + 6
        = 24

      # the reverse pass
      ∂y/∂y = 1
      ∂y/∂v = ∂y/∂y·(u + 1) = 1·(3 + 1) = 4
      ∂y/∂u = ∂y/∂v·x + ∂y/∂y·v
            = 4·2 + 1·6
            = 8 + 6
            = 14
      ∂y/∂x = ∂y/∂u + ∂y/∂v·u
            = 14 + 4·3
            = 14 + 12
            = 26
      """),
    WorkedCell(
      """
      input x = 2
      y = 3*x
      z = x
      backward y
      """,
      """
      input   x = 2

      y = 3·x = 3·2 = 6

      z = x = 2

      ∂y/∂y = 1
      ∂y/∂x = ∂y/∂y·3 = 1·3 = 3
      """),
    WorkedCell(
      """
      input x = 2
      y = 3
      backward y
      """,
      """
      input   x = 2

      y = 3

      ∂y/∂y = 1
      """),
  ])
  func `the reverse pass has a row for each value, from the last to the first, in other networks`(
    row: WorkedCell
  ) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      param n = 2, k = 3
      input z = 0
      r = k*n
      u = z^r + sqrt(z)
      backward u
      """,
      """
      param   n = 2   k = 3
      input   z = 0

      r = k·n = 3·2 = 6

      u = z^r + √(z)
        = 0⁶ + √(0)
        = 0 + 0
        = 0

      ∂u/∂u = 1
      ∂u/∂r = 0
        ∂u/∂u·z^r·ln(z) has no value here, but the derivative has
      ∂u/∂z = ∂u/∂u·(r·z^(r − 1) + 1/(2·√(z))) = 1·(6·0^(6 − 1) + 1/(2·√(0)))
      has no value here
      ∂u/∂k = ∂u/∂r·n = 0·2 = 0
      ∂u/∂n = ∂u/∂r·k = 0·3 = 0
      """),
    WorkedCell(
      """
      param a = 1e155
      y = arctan(a)
      backward y
      """,
      """
      param   a = 1e+155

      y = arctan(a) = arctan(1e+155) = 1.57080

      ∂y/∂y = 1
      ∂y/∂a = 1e-310
        a part of ∂y/∂y/(1 + a²) is too large for a number here
      """),
    WorkedCell(
      """
      param w = -3, n = 2
      L = w^n
      m = L + n
      backward m
      """,
      """
      param   w = −3   n = 2

      L = w^n = (−3)² = 9

      m = L + n = 9 + 2 = 11

      ∂m/∂m = 1
      ∂m/∂L = ∂m/∂m = 1
      ∂m/∂n = ∂m/∂L·L·ln(w) + ∂m/∂m = 1·9·ln(−3) + 1      has no value here
      ∂m/∂w = ∂m/∂L·n·w^(n − 1)
            = 1·2·(−3)^(2 − 1)
            = 1·2·(−3)¹
            = −6
      """),
    WorkedCell(
      """
      param w = 0
      y = sqrt(w*3)
      backward y
      """,
      """
      param   w = 0

      y = √(w·3)
        = √(0·3)
        = √(0)
        = 0

      ∂y/∂y = 1
      ∂y/∂w = ∂y/∂y·3/(2·y) = 1·3/(2·0)                   has no value here
      """),
    WorkedCell(
      """
      param a = 1e155, b = 1e300
      l = log10(1.7e308*(a/1e155))
      explain ∂l/∂a
      m = arctan(b)
      explain ∂m/∂b
      """,
      """
      param   a = 1e+155   b = 1e+300

      l = log10(1.7e+308·(a/1e+155))
        = log10(1.7e+308·(1e+155/1e+155))
        = log10(1.7e+308·1)
        = log10(1.7e+308)
        = 308.23045

      l = log10(1.7e+308·(a/1e+155))
        ∂l/∂a = 4.34e-156
          a part of 1.7e+308/1e+155/(1.7e+308·a·ln(10)/1e+155) is too large for a
            number here

      m = arctan(b) = arctan(1e+300) = 1.57080

      m = arctan(b)
        ∂m/∂b ≈ 0
          a part of 1/(1 + b²) is too large for a number here, and this may be too
            small for one
      """),
  ])
  func `a derivative without a value is told, and the others are shown`(row: WorkedCell) {
    row.expectWorking()
  }
}
