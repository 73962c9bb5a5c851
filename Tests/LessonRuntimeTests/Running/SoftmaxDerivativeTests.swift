import LessonTestSupport
import Testing

@Suite struct SoftmaxDerivativeTests {
  @Test(arguments: [
    ("explain ∂p[1]/∂z[1]", "∂p[1]/∂z[1] = p[1]·(1 − p[1]) = 0.090031·(1 − 0.090031) = 0.08193"),
    ("explain ∂p[1]/∂z[2]", "∂p[1]/∂z[2] = −p[1]·p[2] = −0.09003·0.24473 = −0.02203"),
    ("explain local(p[3], z[1])", "local(p[3], z[1]) = −p[3]·p[1] = −0.66524·0.09003 = −0.05989"),
    ("explain ∂l/∂z[2]", "∂l/∂z[2] = p[2] = 0.24473"),
    ("M = logsumexp(z) - z[3]\nexplain ∂M/∂z[3]", "∂M/∂z[3] = p[3] − 1 = 0.66524 − 1 = −0.33476"),
    (
      "o = softmax(2*z)\nexplain ∂o[1]/∂z[1]",
      "∂o[1]/∂z[1] = o[1]·(2 − 2·o[1])"
    ),
    (
      "param W = [[1, 2], [3, 4]]\ninput x = [0.5, -0.5]\no = softmax(W @ x)\nexplain ∂o[1]/∂W[2,1]",
      "∂o[1]/∂W[2,1] = −o[1]·o[2]·x[1] = −0.5·0.5·0.5 = −0.125"
    ),
  ])
  func `the slopes of a softmax and of its logarithm are those of the blackboard`(
    statements: String, line: String
  ) {
    let working = LessonFixture(
      "input z = [1, 2, 3]\np = softmax(z)\nl = logsumexp(z)", statements
    ).lastWorking()
    #expect(working.contains(line), "\(working)")
    #expect(!working.contains("if z"), "\(working)")
  }

  @Test
  func `without a name for the softmax its logarithm's stands in the slopes, and without that the powers`() {
    let lesson = { (name: String) in
      LessonFixture("input z = [1, 2]\n\(name)L = ln(softmax(z) @ z)\nexplain ∂L/∂z[1]").lastWorking()
    }
    #expect(lesson("l = logsumexp(z)\n").contains("∂L/∂z[1] = (e^(z[1] − l)·(1 − e^(z[1] − l))·z[1]"))
    let powers = "e^(z[1] − max(z[1], z[2]))/(e^(z[1] − max(z[1], z[2]))"
    #expect(lesson("").contains(powers), "\(lesson(""))")
  }

  @Test func `each softmax is reached by one path from each of its numbers`() {
    let working = LessonFixture(
      "input z = [1, 2, 3]\np = softmax(z)\ninput t = [0.2, 0.3, 0.5]\nL = -sum(t*ln(p))\nexplain ∂L/∂z[1]"
    ).working()
    #expect(working.contains("z[1] reaches L by 3 paths:"), "\(working)")
    #expect(working.contains("  1  L ← p[1] ← z[1]\n"), "\(working)")
  }

  /// Far out, and where several are the largest, too.
  private static let numbers: [[Double]] = [
    [0.3, -0.7], [2, 2], [1000, 999.5], [-1000, -1001, -1000.5], [0.5, 0.5, 0.5], [1000, -1000, 0],
    (1...10).map { Double($0 * $0 % 7) / 3 },
  ]

  @Test(arguments: numbers)
  func `all slopes have their closed forms`(numbers: [Double]) throws {
    let indices = numbers.indices.map { $0 + 1 }
    let checks =
      indices.flatMap { i in
        indices.map { j in
          i == j
            ? "∂p[\(i)]/∂z[\(i)] - p[\(i)]*(1 - p[\(i)]) = 0 ± 1e-15"
            : "∂p[\(i)]/∂z[\(j)] + p[\(i)]*p[\(j)] = 0 ± 1e-15"
        }
      } + indices.map { "∂l/∂z[\($0)] - p[\($0)] = 0 ± 1e-15" }
    let list = numbers.map { "\($0)" }.joined(separator: ", ")
    try FamilyValues(
      "input z = [\(list)]\np = softmax(z)\nl = logsumexp(z)\nf = sum(p*z) + l\nbackward f",
      checks: checks
    ).expectChecks()
  }

  @Test(arguments: [[0.3, -0.7], [1.5, 1.5, -2], (1...10).map { Double($0 * $0 % 7) / 3 }])
  func `all slopes agree with central differences`(numbers: [Double]) throws {
    let step = 0.0001
    var calc = ""
    var checks: [String] = []
    func list(_ numbers: [Double]) -> String { numbers.map { "\($0)" }.joined(separator: ", ") }
    for place in numbers.indices {
      for (side, step) in [("a", step), ("b", -step)] {
        var moved = numbers
        moved[place] += step
        calc += "input \(side)\(place) = [\(list(moved))]\n"
        calc +=
          "p\(side)\(place) = softmax(\(side)\(place))\nf\(side)\(place) = sum(p\(side)\(place)*\(side)\(place)) + logsumexp(\(side)\(place))\n"
      }
      checks.append("∂f/∂z[\(place + 1)] - (fa\(place) - fb\(place))/0.0002 = 0 ± 1e-7")
    }
    try FamilyValues(
      "input z = [\(list(numbers))]\np = softmax(z)\nf = sum(p*z) + logsumexp(z)\n\(calc)", checks: checks
    ).expectChecks()
  }

  @Test func `the reverse pass goes through a softmax of a hundred`() {
    let fixture = LessonFixture(
      """
      param z[i] = i/50 for i in 1...100
      input t[i] = if i == 3 then 1 else 0 for i in 1...100
      p = softmax(z)
      L = -sum(t*ln(p))
      backward L
      """)
    #expect(fixture.errors == "")
    #expect(fixture.working().contains("∂L/∂z[96] = 0.02114"))
  }

  @Test func `a softmax of too many is refused`() {
    let errors = LessonFixture("input z[1...1000] = 1\np = softmax(z)").errors
    #expect(errors.contains("written out, this formula has more than 1,000,000 parts"), "\(errors)")
  }

  @Test func `a head of a table, a message and a step's name never tell the shorthand`() {
    let printed = LessonFixture(
      """
      input z = [1, 2]
      def first(v) = v[1]
      table first(softmax(z))
      explain first(softmax(z))
      y = first(softmax(z))
      w = ln(first(softmax(z)) - first(softmax(z)))
      """
    ).working(width: 200)
    #expect(!printed.contains("softmax(z[1]"), "\(printed)")
    #expect(printed.contains("e^(z[1] − max(z[1], z[2]))/("), "\(printed)")
  }
}
