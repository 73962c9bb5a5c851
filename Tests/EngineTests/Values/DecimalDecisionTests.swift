import Algebra
import LessonTestSupport
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// Expects that a lesson runs, and that all of its checks are met.
private func expectChecks(_ fixture: LessonFixture) {
  #expect(fixture.errors == "")
  let checks = fixture.run.transcript.parts.flatMap { part -> [Check] in
    guard case .step(let step) = part else { return [] }
    return step.lines.compactMap { if case .check(let check) = $0.content { check } else { nil } }
  }
  #expect(!checks.isEmpty)
  for check in checks { #expect(check.holds, "\(check.subject.text(.calc)): \(check.outcome)") }
}

@Suite("Decisions are made in decimals:")
struct DecimalDecisionTests {
  private static let tie = "input a = 0.1, b = 0.7, t = 0.8\nz = 0.3 - 0.1 - 0.2\n"

  @Test(arguments: [
    FamilyValues(tie + "y = if a + b >= t then 1 else 0", "y = 1"),
    FamilyValues(tie + "y = if t <= a + b then 1 else 0", "y = 1"),
    FamilyValues(tie + "y = if a + b == t then 1 else 0", "y = 1"),
    FamilyValues(tie + "y = if a + b != t or a + b < t or t > a + b then 1 else 0", "y = 0"),
    FamilyValues(tie + "s = a + b\ny = if s >= t then 1 else 0", "y = 1"),
    FamilyValues(tie + "s = 1000 + 0.1 - 1000\ny = if s == 0.1 then 1 else 0", "y = 1"),
    FamilyValues(tie + "y = floor((a + b)*10)", "y = 8"),
    FamilyValues(tie + "y = step(0.3 - 0.1 - 0.2)", "y = 1"),
    FamilyValues(tie + "y = step(z) + sign(z) + abs(z)", "y = 1", "∂(relu(z))/∂z = 1", "∂(abs(z))/∂z = 0"),
    FamilyValues(tie + "y = sqrt(0.3 - 0.1 - 0.2)\nx = sqrt(z)", "y = 0 ± 0", "x = 0 ± 0"),
    FamilyValues(tie + "y = factorial((a + b)*10 - 4)", "y = 24"),
    FamilyValues(tie + "y = max(a + b, t)", "∂y/∂a = 1", "∂y/∂t = 0"),
    FamilyValues(tie + "y = min(a + b, t)", "∂y/∂a = 1", "∂y/∂t = 0"),
    FamilyValues(tie + "y = max(t, a + b)", "∂y/∂a = 0", "∂y/∂t = 1"),
    FamilyValues(tie + "y = relu(a + b - t)\nx = leaky_relu(a + b - t)", "∂y/∂a = 1", "∂x/∂a = 1"),
    FamilyValues("const a = 0.1, b = 0.7\ny = if a + b >= 0.8 then 1 else 0", "y = 1"),
    FamilyValues("param w = 0.1 + 0.2 - 0.3\ny = if w == 0 then 1 else 0", "y = 1", "w = 0 ± 0"),
    FamilyValues("input w = 0.3\nw <- w - 0.1\nw <- w - 0.2\ny = step(w)", "w = 0 ± 0", "y = 1"),
    FamilyValues(
      "param w = 0.3\nL = w\nupdate w to reduce L with sgd(rate: 0.1)\nforward\n"
        + "update w to reduce L with sgd(rate: 0.2)\ny = step(w)", "w = 0 ± 0", "y = 1"),
    FamilyValues(
      "param w = 0.3\nL = w\ntrain w to reduce L with sgd(rate: 0.1) for 3 epochs\ny = step(w)", "w = 0 ± 0",
      "y = 1"),
    FamilyValues("y = sum(if x == 0.3 then 1 else 0 for x in 0...1 step 0.1)", "y = 1"),
    FamilyValues(
      "input n = 0, x = 0\nrepeat 20 times until x == 0.7\n  n <- n + 1\n  x <- x + 0.1\nend", "n = 7"),
    FamilyValues(
      "input x = 0\nL = x\nrepeat 20 times until 1 - L <= 0.3\n  x <- x + 0.1\n  forward\nend",
      "x = 0.7"),
    // What is not equal stays apart.
    FamilyValues("input a = 1e-12, b = 2e-12\ny = if a < b then 1 else 0", "y = 1"),
    FamilyValues("input a = -1e-12\ny = step(a)\nx = sign(a)", "y = 0", "x = -1"),
    FamilyValues("input a = -30, b = -29\ny = if exp(a) < exp(b) then 1 else 0", "y = 1"),
    FamilyValues("input a = 1, b = 1.000000001\ny = if a < b then 1 else 0", "y = 1"),
    FamilyValues("input a = 1, b = 1.000000000001\ny = max(a, b)", "∂y/∂b = 1"),
  ])
  func `two values that differ only by what binary arithmetic leaves are equal`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test func `rows of data decide so too, in a batch and one by one`() throws {
    let text = """
      ---
      title: A lesson
      ---

      ```data rows
      a, b, t
      0.1, 0.7, 0.8
      0.1, 0.2, 0.3
      0.4, 0.2, 0.6
      0.1, 0.7, 0.9
      0.1, 0.7, 0.85
      ```

      ```calc
      input a, b, t from rows
      param w = 0
      y = if a + b >= t then 1 else 0
      L = (w - y)^2 + 0*step(a + b - t)
      train w to reduce L over rows with sgd(rate: 0.5) for 1 epochs
      ```

      ```check
      sum(y over rows) = 3
      sum(step(a + b - t) over rows) = 3
      w = 0.6
      ```
      """
    expectChecks(LessonFixture(text: text))
  }

  @Test func `ln of what is 0 in decimals says that it is ln of 0`() {
    #expect(LessonFixture("y = ln(0.1 + 0.2 - 0.3)").errors.contains("ln(0) has no value"))
    #expect(LessonFixture("y = log10(0.3 - 0.1 - 0.2)").errors.contains("log10(0) has no value"))
  }

  private static let remainder = "input a = 0.3\nz = 0.1 + 0.2 - a\n"

  @Test(arguments: [
    (remainder + "y = 1/z", "1/0 has no value (in `1/z`); binary arithmetic leaves 5.55e-17 of this 0"),
    (remainder + "y = z/z", "0/0 has no value (in `z/z`)"),
    (remainder + "y = 2*z^(-1)", "0^(-1) has no value"),
    (remainder + "y = 1/z^2", "1/0 has no value"),
    (remainder + "y = ∂(ln(z + 1)/z)/∂a", "/0 has no value"),
    ("s = sin(pi)\ny = 1/s", "1/0 has no value (in `1/s`); binary arithmetic leaves 1.22e-16 of this 0"),
    ("c = 1/(0.1 + 0.2 - 0.3)", "1/0 has no value"),
    ("table 1/(x - 0.3) for x in 0.1...0.5 step 0.1", "where x = 0.3: 1/0 has no value (in `1/(x - 0.3)`)"),
    ("table 1/(0.1 + 0.2 - x) for x in 0.1...0.5 step 0.1", "where x = 0.3: 1/0 has no value"),
    (
      "input n = 1\ny = 1/(0.1*n + 0.2 - 0.3)", "1/0 has no value"
    ),
    ("input n = 2\ny = 1/(0.1*n + 0.2 - 0.3)\nn <- 1\nforward", "`y`: 1/0 has no value"),
    (
      "input n = 20\ny = 1/(0.1*n + 0.2 - 0.3)\nrepeat 19 times\n  n <- n - 1\n  forward\nend",
      "1/0 has no value"
    ),
  ])
  func `what is 0 in decimals is no divisor`(cell: String, message: String) {
    let errors = LessonFixture(cell).errors
    #expect(errors.contains(message), "\(errors)")
  }

  @Test(arguments: [
    FamilyValues("input m = 100000000000001, n = 100000000000000\nv = if m > n then 1 else 0", "v = 1"),
    FamilyValues("input m = 3, n = 2.99999999999999\nv = if m > n then 1 else 0", "v = 1"),
    FamilyValues("input m = 3, n = 2.99999999999999\nv = if m - n > 0 then 1 else 0", "v = 1"),
    FamilyValues("input n = 2.99999999999999\nk = -n\nv = floor(n)\nu = floor(-k)", "v = 2", "u = 2"),
    FamilyValues(
      "input n = 2.99999999999999\nv = floor(relu(n))\nu = floor(abs(-n))\nw = floor(max(n, 1))", "v = 2",
      "u = 2", "w = 2"),
    FamilyValues(
      "input n = 2.99999999999999\nm = min(4, n)\nv = floor(m)\nu = if abs(n) < 3 then 1 else 0", "v = 2",
      "u = 1"),
    FamilyValues("v = floor(2.99999999999999)\nu = floor(0.99999999999999)", "v = 2", "u = 0"),
    FamilyValues("v = floor(1000000000000.9999)", "v = 1000000000000"),
    FamilyValues("input c = 0.123456789012346\nv = if c > 0.123456789012345 then 1 else 0", "v = 1"),
    FamilyValues(
      "input c = 0.123456789012346, k = 0.1234567890123467\nv = if c < k then 1 else 0", "v = 1"),
    FamilyValues("v = if 1000000000000001 > 1000000000000000 then 1 else 0", "v = 1"),
    FamilyValues("v = if 1.00000000000001 > 1 then 1 else 0", "v = 1"),
    FamilyValues("v = if 12345678901234567 > 12345678901234566 then 1 else 0", "v = 1"),
    FamilyValues("const m = 100000000000001\nv = if m > 100000000000000 then 1 else 0", "v = 1"),
    FamilyValues("input m = 100000000000000\nv = if m + 1 > m then 1 else 0", "v = 1"),
    FamilyValues("input m = 2\nv = if 10^14 + m > 10^14 + 1 then 1 else 0", "v = 1"),
    FamilyValues(
      "input m = 3\nv = if m > 2.99999999999999 then 1 else 0\nm <- 2.99999999999999\nforward", "v = 0"),
    // Where arithmetic has led to a number, it is the decimal next to it.
    FamilyValues("input a = 1000000.1\ny = (a - 1000000)*10\nz = floor(y)", "z = 1"),
    FamilyValues("input a = 1000000.1\nv = if a - 1000000 >= 0.1 then 1 else 0", "v = 1"),
    FamilyValues("param w = 0.1\nL = w\ng = ∂(3*L*w)/∂w\nv = if g/2 == 0.3 then 1 else 0", "v = 1"),
    FamilyValues(
      "input a = 0.1\nw = 0.2 + a\nv = if w == 0.3 then 1 else 0\nu = if -w == -0.3 then 1 else 0", "v = 1",
      "u = 1"),
  ])
  func `what nobody has worked out is exact`(row: FamilyValues) throws { try row.expectChecks() }

  @Test(arguments: [
    ("input m = 3, n = 2.99999999999999\nv = if m > n then 1 else 0", "because 3 > 2.99999999999999"),
    (
      "input c = 0.123456789012346, k = 0.1234567890123467\nv = if c < k then 1 else 0",
      "because 0.123456789012346 < 0.1234567890123467"
    ),
    (
      "v = if 1000000000000001 > 1000000000000000 then 1 else 0",
      "because 1000000000000001 > 1000000000000000"
    ),
    ("v = if 1.00000000000001 > 1 then 1 else 0", "because 1.00000000000001 > 1"),
    (
      "v = if 12345678901234567 > 12345678901234566 then 1 else 0",
      "because 12345678901234568 > 12345678901234566"
    ),
  ])
  func `a reason shows each operand with its own digits`(cell: String, reason: String) {
    let working = LessonFixture(cell).lastWorking()
    #expect(working.contains(reason), "\(working)")
    #expect(!working.contains("rounding"), "\(working)")
  }

  @Test func `a reason says that numbers are equal but for rounding`() {
    let fixture = LessonFixture("input a = 0.1, b = 0.7, t = 0.8", "y = if a + b >= t then 1 else 0")
    let working = fixture.lastWorking()
    #expect(working.contains("because 0.8 >= 0.8") || working.contains("because 0.8 ≥ 0.8"))
    #expect(working.contains("equal, but for the rounding of binary arithmetic"))
    let plain = LessonFixture("input a = 1, t = 0.8", "y = if a >= t then 1 else 0").lastWorking()
    #expect(!plain.contains("rounding"))
  }

  @Test func `an argument that is 0 in decimals is shown as 0`() {
    let working = LessonFixture("y = step(0.3 - 0.1 - 0.2)").working()
    #expect(working.contains("= step(0)"))
  }

  @Test func `the perceptron for AND ends where its textbook does`() throws {
    let text = """
      ---
      title: A lesson
      ---

      ```data and_gate
      x1, x2, t
      0, 0, 0
      0, 1, 0
      1, 0, 0
      1, 1, 1
      ```

      ```calc
      input x1, x2, t from and_gate
      param w1 = 0.3, w2 = -0.1
      y = if x1*w1 + x2*w2 >= 0.2 then 1 else 0
      repeat 6 times
        for row of and_gate
          forward
          w1 <- w1 + 0.1*(t - y)*x1
          w2 <- w2 + 0.1*(t - y)*x2
        end
      end
      ```

      ```check
      w1 = 0.1
      w2 = 0.1
      ```
      """
    expectChecks(LessonFixture(text: text))
  }
}

/// A perceptron whose numbers are decimals, worked out in whole numbers and as a lesson.
private struct RandomPerceptron {
  let decimals: Int
  let weights: [Int]
  let threshold: Int
  let rate: Int
  let rows: [(inputs: [Int], target: Int)]
  let passes: Int
  /// Whether each pass is shown; else the loop records one number, which makes the others quiet.
  let isShown: Bool

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    decimals = Int.random(in: 1...3, using: &random)
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    weights = (0..<2).map { _ in Int.random(in: -unit...unit, using: &random) }
    threshold = Int.random(in: -unit...unit, using: &random)
    rate = Int.random(in: 1...Swift.max(1, unit / 5), using: &random)
    rows = (0..<6).map { _ in
      // Inputs of one digit behind the point at most.
      ((0..<2).map { _ in Int.random(in: -10...10, using: &random) }, Int.random(in: 0...1, using: &random))
    }
    isShown = seed % 4 == 0
    passes = isShown ? 10 : 40
  }

  private func text(_ scaled: Int, decimals: Int) -> String {
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let fraction = String(scaled.magnitude % UInt(unit))
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return (scaled < 0 ? "-" : "") + "\(scaled.magnitude / UInt(unit))"
      + (decimals > 0 ? ".\(zeros)\(fraction)" : "")
  }

  var lesson: String {
    let rows = rows.map { row in
      (row.inputs.map { text($0, decimals: 1) } + ["\(row.target)"]).joined(separator: ", ")
    }.joined(separator: "\n")
    let (w1, w2) = (text(weights[0], decimals: decimals), text(weights[1], decimals: decimals))
    return """
      ---
      title: A lesson
      ---

      ```data rows
      x1, x2, t
      \(rows)
      ```

      ```calc
      input x1, x2, t from rows
      input fired = 0, kept = 0
      param w1 = \(w1), w2 = \(w2)
      const eta = \(text(rate, decimals: decimals)), theta = \(text(threshold, decimals: decimals))
      y = if x1*w1 + x2*w2 >= theta then 1 else 0
      z = step(x1*w1 + x2*w2 - theta)
      s = sign(w1) + 3*sign(w2)
      repeat \(passes) times
        for row of rows
          forward
          fired <- fired + y + z
          kept <- kept + s
          w1 <- w1 + eta*(t - y)*x1
          w2 <- w2 + eta*(t - y)*x2
        end\(isShown ? "" : "\n  record fired")
      end
      ```

      ```check
      \(checks)
      ```
      """
  }

  /// What comes out in whole numbers: weights in units of a further digit.
  private var checks: String {
    // Weights have one digit more than their rate, for inputs of one digit; sums one more.
    var (w, fired, kept) = (weights.map { $0 * 10 }, 0, 0)
    func sign(_ n: Int) -> Int { n.signum() }
    for _ in 0..<passes {
      for row in rows {
        let isFired = row.inputs[0] * w[0] + row.inputs[1] * w[1] >= threshold * 100
        fired += isFired ? 2 : 0
        kept += sign(w[0]) + 3 * sign(w[1])
        for index in 0..<2 { w[index] += rate * (row.target - (isFired ? 1 : 0)) * row.inputs[index] }
      }
    }
    return """
      fired = \(fired)
      kept = \(kept)
      w1 = \(text(w[0], decimals: decimals + 1)) ± 0
      w2 = \(text(w[1], decimals: decimals + 1)) ± 0
      """
  }
}

@Suite("A random perceptron in decimals")
struct RandomPerceptronTests {
  @Test("decides as exact arithmetic does", arguments: 0..<40)
  func perceptron(seed: UInt64) {
    expectChecks(LessonFixture(text: RandomPerceptron(seed: seed).lesson))
  }
}
