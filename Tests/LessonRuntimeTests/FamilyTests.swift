import Diagnostics
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// A calc cell and what comes of it: what each expression must be, within a billionth.
struct FamilyValues: Sendable, CustomTestStringConvertible {
  let calc: String
  let checks: [String]

  /// The cell and the checks, each as a check cell writes them: `h[3] = 6`.
  init(_ calc: String, _ checks: String...) { self.init(calc, checks: checks) }

  init(_ calc: String, checks: [String]) {
    self.calc = calc
    self.checks = checks
  }

  var testDescription: String { calc }

  /// Expects that the lesson runs and every check holds; numbers of settings replace given ones.
  func expectChecks(
    settings: [String: String] = [:], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let checks = checks.map { $0.contains("±") ? $0 : $0 + " ± 1e-9" }.joined(separator: "\n")
    let fixture = LessonFixture(
      text: "---\ntitle: A lesson\n---\n\n```calc\n\(calc)\n```\n\n```check\n\(checks)\n```\n")
    let options = RunOptions(
      settings: try settings.sorted { $0.key < $1.key }.map {
        try #require(RunOptions.Setting(name: $0.key, text: $0.value))
      })
    let run = fixture.lesson.run(options)
    let messages = run.diagnostics.map { $0.text(in: fixture.file) }
    #expect(messages == [], sourceLocation: sourceLocation)
    let lines = run.transcript.parts.flatMap { part -> [Line] in
      if case .step(let step) = part { step.lines } else { [] }
    }
    let outcomes = lines.compactMap { line -> Check? in
      if case .check(let check) = line.content { check } else { nil }
    }
    #expect(outcomes.count == self.checks.count || !messages.isEmpty, sourceLocation: sourceLocation)
    for (check, outcome) in zip(self.checks, outcomes) {
      #expect(outcome.holds, "\(check): \(outcome.outcome)", sourceLocation: sourceLocation)
    }
  }
}

@Suite struct FamilyTests {
  @Test(arguments: [
    FamilyValues("param w = [3, 5, 7]", "w[1] = 3", "w[3] = 7", "count(w) = 3"),
    FamilyValues("param W = [[1, 2, 3], [4, 5, 6]]", "W[1,3] = 3", "W[2,1] = 4", "count(W) = 6"),
    FamilyValues("param T = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]", "T[2,1,2] = 6", "T[1,2,1] = 3"),
    FamilyValues(
      "param T[0...1, -1...1] = [[1, 2, 3], [4, 5, 6]]", "T[0,-1] = 1", "T[1,1] = 6", "T[1,0] = 5"),
    FamilyValues("param b[1...8] = 0.25", "sum(b) = 2", "b[8] = 0.25"),
    FamilyValues("param b[2...3, 5...7] = 2*3", "sum(b) = 36", "b[2,5] = 6", "count(b) = 6"),
    FamilyValues("const n = 3\nparam b[-n...n] = 1", "count(b) = 7", "b[-3] = 1"),
    FamilyValues(
      "param W = [[1, 2], [3, 4]]\nparam A[i, j] = W[j, i] for i in 1...2, j in 1...2", "A[1,2] = 3",
      "A[2,1] = 2"),
    FamilyValues("input s[0] = 4\ninput s[7] = 5", "s[0] + s[7] = 9", "count(s) = 2"),
    FamilyValues("param p = [2]\nparam q = [p[1]*3, p[1]^3]", "q[1] = 6", "q[2] = 8"),
  ])
  func `given families have the elements of their lists, fills and copies`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test(arguments: [
    FamilyValues("h[j] = j^2 for j in -2...2", "h[-2] = 4", "h[0] = 0", "sum(h) = 10"),
    FamilyValues("h = [1, 2*3, 10 - 1]", "h[2] = 6", "h[3] = 9", "sum(h) = 16"),
    FamilyValues("h = [[1, 2], [3, 4 + 1]]", "h[2,2] = 5", "product(h) = 30"),
    // Each may mention those before it: the Fibonacci numbers.
    FamilyValues(
      "f[1] = 1\nf[2] = 1\nf[t] = f[t-1] + f[t-2] for t in 3...30", "f[30] = 832040", "count(f) = 30"),
    // The sum of the first t odd numbers is t².
    FamilyValues("s[0] = 0\ns[t] = s[t-1] + 2*t - 1 for t in 1...20", "s[20] = 400", "s[7] = 49"),
    FamilyValues(
      "h[1] = 1\nh[i] = 1 for i in 2...3\ns = sum(h)\nh[0] = 10\nh[4] = s\nt = sum(h)", "s = 3",
      "t = 16", "h[4] = 3"),
    // Pascal's triangle, from a block in a block.
    FamilyValues(
      """
      c[0, 0] = 1
      for n in 1...6
        c[n, 0] = 1
        for k in 1...n - 1
          c[n, k] = c[n-1, k-1] + c[n-1, k]
        end
        c[n, n] = 1
      end
      """,
      "c[6,3] = 20", "c[6,2] = 15", "c[5,1] = 5", "sum(c[6,k] for k in 0...6) = 64"),
    FamilyValues(
      "for t in 1...2\n  for s in 1...3\n    h[t, s] = 10*t + s\n  end\n  r[t] = sum(h[t, s] for s in 1...3)\nend",
      "r[1] = 36", "r[2] = 66", "h[2,3] = 23"),
    FamilyValues(
      "input x = [1, -1, 2]\nh[0] = 0\nfor t in 1...3\n  z[t] = x[t] + h[t-1]\n  h[t] = 2*z[t]\nend",
      "h[3] = 8", "z[2] = 1", "z[3] = 4"),
    FamilyValues("for t in 1...0\n  h[t] = t\nend\nb = 2", "b = 2"),
  ])
  func `families of formulas are worked out one element after the other`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  private static let x = "param x = [3, -1, 4]\nparam y = [2, 7, 1]\n"

  @Test(arguments: [
    FamilyValues(x, "sum(x) = 6", "mean(x) = 2", "product(x) = -12", "max(x) = 4", "min(x) = -1"),
    FamilyValues(x, "count(x) = 3", "dot(x, y) = 3", "dot(x, x) = 26"),
    FamilyValues(x + "mean = mean(x)", "mean = 2"),
    FamilyValues(
      x + "s = sum(x)^2\nm = mean(x)^2\np = product(x)^2\nd = dot(x, y)^2", "∂s/∂x[2] = 12",
      "∂m/∂x[1] = 1.3333333333333333", "∂p/∂x[1] = 96", "∂d/∂x[2] = 42", "∂d/∂y[1] = 18"),
    FamilyValues(
      x + "a = max(x)\nb = min(x)", "∂a/∂x[3] = 1", "∂a/∂x[1] = 0", "∂b/∂x[2] = 1", "∂b/∂x[3] = 0"),
    // The first of equal arguments is passed the derivative.
    FamilyValues(
      "param x = [2, 5, 5, 2]\na = max(x)\nb = min(x)", "∂a/∂x[2] = 1", "∂a/∂x[3] = 0", "∂b/∂x[1] = 1",
      "∂b/∂x[4] = 0"),
    FamilyValues("param x = [7]\na = max(x)\nb = mean(x)", "a = 7", "b = 7", "∂a/∂x[1] = 1"),
    // The softmax of three, and a derivative of it: p1·(1 − p1) and −p1·p2.
    FamilyValues(
      "param z = [1, 2, 3]\ne[i] = exp(z[i]) for i in 1...3\np[i] = e[i]/sum(e) for i in 1...3",
      "p[1] = 0.09003057317038046", "sum(p) = 1", "∂p[1]/∂z[1] = 0.08192506906499324",
      "∂p[1]/∂z[2] = -0.022033044520174298"),
  ])
  func `functions of families are of every element so far`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test(arguments: [
    // Given names are read as they now are.
    FamilyValues(
      "param w = [1, 2, 3]\nw[i] <- w[i+1] for i in 1...2\nw[3] <- w[1]", "w[1] = 2", "w[2] = 3",
      "w[3] = 2"),
    FamilyValues("param w = [1, 2, 3]\nw[i] <- w[i-1] for i in 2...3", "w[2] = 1", "w[3] = 1"),
    FamilyValues(
      "param W[1...2, 1...2] = 2\nW[i, j] <- W[i, j]*(10*i + j) for i in 1...2, j in 1...2", "W[1,1] = 22",
      "W[2,1] = 42"),
    FamilyValues(
      "param w = [1, 2]\nL = sum(w[i]^2 for i in 1...2)\nw[i] <- w[i] - 0.1*∂L/∂w[i] for i in 1...2\nforward",
      "w[1] = 0.8", "w[2] = 1.6", "L = 3.2"),
    FamilyValues(
      "param w = [1, 2], b = 1\nL = w[1]^2 + w[2]^2 + b^2\nupdate w, b to reduce L with sgd(rate: 0.1)\nforward",
      "w[1] = 0.8", "w[2] = 1.6", "b = 0.8"),
    FamilyValues(
      "param w = [1, 2], b = 1\nL = w[1]^2 + w[2]^2 + b^2\nupdate w[2] to reduce L with sgd(rate: 0.1)\nforward",
      "w[1] = 1", "w[2] = 1.6", "b = 1"),
    FamilyValues(
      "param w = [1, 2], b = 1\nL = w[1]^2 + w[2]^2 + b^2\nupdate all to reduce L with sgd(rate: 0.1)\nforward",
      "w[1] = 0.8", "b = 0.8"),
  ])
  func `families are set one element after the other, and updated all at once`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test func `a const that is set for a run changes the size of what depends on it`() throws {
    let cell = "const n = 2\nconst m = n + 1\nparam w[1...n] = 0.5\nh[i] = i for i in 0...m\n"
    try FamilyValues(cell, "count(w) = 2", "sum(w) = 1", "sum(h) = 6").expectChecks()
    try FamilyValues(cell, "count(w) = 5", "sum(w) = 2.5", "sum(h) = 21").expectChecks(settings: ["n": "5"])
  }

  @Test func `a const that is set for a run so that nothing fits is told before anything runs`() throws {
    let fixture = LessonFixture("const n = 2\nparam x = [1, 2]\ns = sum(x[i] for i in 1...n)")
    let setting = try #require(RunOptions.Setting(name: "n", text: "3"))
    #expect(
      fixture.working(RunOptions(settings: [setting])).trimmingNewlines
        == """
        lesson.md:8:9: error: `x[3]` is not defined above
        s = sum(x[i] for i in 1...n)
                ^~~~
        hint: the elements are x[1...2]
        """)
  }

  @Test func `an element that is set for a run keeps that number`() throws {
    try FamilyValues("param x[1...3] = 1\ns = sum(x)", "s = 12").expectChecks(settings: ["x[2]": "10"])
  }
}
