import LessonRuntime
import LessonTestSupport
import Rendering
import Testing

@Suite struct LinkDigitsTests {
  private static let thousandths = "decimals: 3\n"

  @Test(arguments: [
    WorkedCell(
      "input u = 0.3625, v = 0.3615\nm = max(5, 1000*(u*u - v*v))",
      """
      input   u = 0.3625   v = 0.3615

      m = max(5, 1000·(u·u − v·v))
        = max(5, 1000·(0.3625·0.3625 − 0.3615·0.3615))
        = max(5, 1000·(0.131406 − 0.130682))
        = max(5, 0.724)
        = 5
      """, settings: thousandths),
    WorkedCell(
      "a = 0.131406\nb = -0.0934\nc = a + b",
      """
      a = 0.131406

      b = −0.0934

      c = a + b = 0.1314 + (−0.0934) = 0.0380
      """, settings: thousandths),
    WorkedCell(
      "z = -0.4740771\np = 0.95*z",
      """
      z = −0.4740771

      p = 0.95·z = 0.95·(−0.47408) = −0.45037
      """),
    WorkedCell(
      "q = 1 - 1e-7\nr = ln(q)",
      """
      q = 1 − 1e-07 = 1.00000

      r = ln(q) = ln(0.9999999) = −1.00e-07
      """),
    WorkedCell("y = 0.165/(1 - 0.729)", "y = 0.165/(1 − 0.729) = 0.609", settings: thousandths),
    WorkedCell(
      "y = 50.1 + ln(1 + 2.22e-16)",
      """
      y = 50.1 + ln(1 + 2.22e-16)
        = 50.1 + ln(1)
        = 50.1 + 0
        = 50.1
      """),
    WorkedCell(
      "h = ln(1 - 1e-7)",
      """
      h = ln(1 − 1e-07)
        = ln(0.9999999)
        = −1.00e-07
      """, settings: "decimals: 6\n"),
    WorkedCell(
      "m = 2^53 + 1",
      """
      m = 2⁵³ + 1
        = 9.00720e+15 + 1
        = 9.00720e+15
      """),
  ])
  func `each line, worked out from its digits, gives the next`(row: WorkedCell) { row.expectWorking() }

  @Test(arguments: [
    WorkedCell(
      "input x = 3\nq = ((x + 1e-12)^2 - x^2)/1e-12",
      """
      input   x = 3

      q = ((x + 1e-12)² − x²)/1e-12
        = ((3 + 1e-12)² − 3²)/1e-12
        = (3.000000000001² − 9)/1e-12
        = (9.000000000006 − 9)/1e-12
        ≈ 6.00053          rounding of binary arithmetic; on paper it is 6.00000
      """),
    WorkedCell("s = sin(pi)", "s = sin(π) ≈ 0          rounding of binary arithmetic"),
    WorkedCell(
      "y = 1e17 + 1 - 1e17",
      """
      y = 1e+17 + 1 − 1e+17 ≈ 0
      rounding of binary arithmetic; on paper it is 1
      """),
    WorkedCell(
      "b = cosh(20) - sinh(20)",
      """
      b = cosh(20) − sinh(20)
        ≈ 242582597.7049 − 242582597.7049
        = 0          rounding of binary arithmetic; on paper it is 2.06e-09
      """),
    WorkedCell(
      "input v = 0.19594000000392\ny = v/(1 - 0.999^2)",
      """
      input   v = 0.19594000000392

      y = v/(1 − 0.999²)
        = 0.19594000000392/(1 − 0.999²)
        = 0.19594000000392/(1 − 0.998001)
        ≈ 98.01900950672
      rounding of binary arithmetic; on paper it is 98.01900950671
      """, settings: "decimals: 11\n"),
    WorkedCell(
      "d = 3 - 2.99999999999999",
      """
      d = 3 − 2.99999999999999 ≈ 1.02e-14
      rounding of binary arithmetic; on paper it is 1e-14
      """),
    WorkedCell(
      "z = 0.1 + 0.2 - 0.3\ny = exp(1e17*z)",
      """
      z = 0.1 + 0.2 − 0.3 ≈ 0          rounding of binary arithmetic

      y = e^(1e+17·z)
        = e^(1e+17·0)
        ≈ e^5.55111512
        = 257.52457          rounding of binary arithmetic; on paper it is 1
      """),
  ])
  func `what binary arithmetic has lost is told`(row: WorkedCell) { row.expectWorking() }

  @Test func `a decision does not hide what binary arithmetic has lost`() {
    #expect(
      LessonFixture("input t = 0.5\ny = if t > 0.2 then 1e17 + 1 - 1e17 else 0").working(width: 120)
        .hasSuffix(
          "because 0.5 > 0.2; rounding of binary arithmetic; on paper it is 1"))
  }

  @Test(arguments: [
    ("0.1 + 0.2 > 0.3", "0.3 ≤ 0.3"), ("8e-1 < 0.8", "0.8 ≥ 0.8"), ("0.1 + 0.7 < 0.8", "0.8 ≥ 0.8"),
    ("0.3 + 1e-9 > 0.3", "0.300000001 > 0.3"),
  ])
  func `a condition holds as it is printed`(condition: String, reason: String) {
    let working = LessonFixture("y = if \(condition) then 1 else 0").working()
    #expect(working.contains("because \(reason)"), "\(working)")
  }

  @Test(arguments: [
    "table z, z*2", "repeat 2 times\n  record z\nend",
    "table z for k in 1...2", "table z + 0*k for k in 1...2",
  ])
  func `what binary arithmetic leaves of 0 is 0 in tables`(statement: String) {
    let working = LessonFixture("input a = 0.3\nz = 0.1 + 0.2 - a", statement).lastWorking()
    #expect(working.contains("0") && !working.contains("e-17") && !working.contains("e-16"), "\(working)")
  }

  @Test(arguments: [
    // The derivatives of the rows add up to 0, and each row's difference is 0.
    ("(w*x - t)*x", "0"), ("(w*x - 1.3*x)^2", "0"), ("w*x - 1.3*x", "0"), ("(w*x - t)^2", "3.3"),
  ])
  func `what binary arithmetic leaves of 0 is 0 where all rows are summed up`(formula: String, sum: String) {
    let fixture = LessonFixture(
      text: """
        ---
        title: T
        ---

        ```data points
        x, t
        1, 2
        2, 3
        3, 5
        4, 4
        ```

        ```calc
        input x, t from points
        param w = 1.3
        y = w*x
        ```

        The sum is `= sum(\(formula) over points)`, the mean `= mean(\(formula) over points)*4`.
        """)
    let text = TextRenderer(width: 80, alphabet: .unicode).text(of: fixture.run.transcript)
    #expect(text.contains("The sum is \(sum), the mean \(sum)."), "\(text)")
  }

  @Test func `what binary arithmetic leaves of 0 is 0 after a forward pass`() {
    let working = LessonFixture("param a = 1\nz = 0.1 + 0.2 - a\na <- 0.3\nforward").working()
    #expect(working.hasSuffix("z      −0.7     0"), "\(working)")
  }

  @Test func `what another argument than the largest comes from makes no difference to max and min`() {
    #expect(LessonFixture("input b = 109171.8\nz = min(8.9e-11, b)").working().hasSuffix("= 8.9e-11"))
    #expect(LessonFixture("input b = -5\nz = max(b, 1e-200)").working().hasSuffix("= 1e-200"))
  }

  @Test func `a small number has as many digits as it takes, whatever the decimals`() {
    let cell = "input a = 6.5e-11, b = 0.3994247\nz = 0.123456789/(a/b)"
    for decimals in 1...12 {
      let working = LessonFixture(cell, settings: "decimals: \(decimals)\n").working()
      #expect(!working.contains("≈"), "\(working)")
    }
  }
}
