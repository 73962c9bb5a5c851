import Diagnostics
import LessonTestSupport
import Testing
import Transcript

@testable import LessonRuntime

/// A formula that is written with families, and the same with `for`, below the same givens.
struct WaysOfWriting: Sendable, CustomTestStringConvertible {
  let short: String
  let long: String
  var testDescription: String { short }

  static let givens = """
    param W = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]
    param U = [[1, 2], [3, 4], [5, 6]]
    input x = [1, -2, 3], y[0...2] = [4, 5, 6]
    param b = [0.5, -0.5], k = 2
    def leaky(v, a = 0.1) = if v < 0 then a*v else v

    """

  func page(_ formula: String) -> String {
    let fixture = LessonFixture(
      text:
        "---\ntitle: A lesson\n---\n\n```calc\n\(Self.givens)\(formula)\nexplain h\nL = sum(h)\nbackward L\n```\n"
    )
    let run = fixture.lesson.run()
    return run.diagnostics.map { $0.text(in: fixture.file) }.joined()
      + "\(run.transcript.parts.map(\.withoutMatrices))"
  }
}

extension Transcript.Part {
  /// The part with lists in the places of matrices.
  fileprivate var withoutMatrices: Transcript.Part {
    guard case .step(var step) = self else { return self }
    step.lines = step.lines.flatMap { line in
      if case .matrix(_, _, let otherwise) = line.content { otherwise } else { [line] }
    }
    return .step(step)
  }
}

@Suite struct VectorTests {
  @Test(arguments: [
    WaysOfWriting(
      short: "h = tanh(W @ x + b)",
      long: "h[j] = tanh(sum(W[j,i]*x[i] for i in 1...3) + b[j]) for j in 1...2"),
    WaysOfWriting(
      short: "h = b @ W", long: "h[j] = sum(b[i]*W[i,j] for i in 1...2) for j in 1...3"),
    WaysOfWriting(
      short: "h = W @ U",
      long: "h[i, j] = sum(W[i,l]*U[l,j] for l in 1...3) for i in 1...2, j in 1...2"),
    WaysOfWriting(short: "h = dot(W, x)", long: "h[j] = sum(W[j,i]*x[i] for i in 1...3) for j in 1...2"),
    WaysOfWriting(
      short: "h = transpose(W) + U", long: "h[i, j] = W[j,i] + U[i,j] for i in 1...3, j in 1...2"),
    WaysOfWriting(short: "h = -x^2/k", long: "h[i] = -x[i]^2/k for i in 1...3"),
    WaysOfWriting(short: "h = 2*y + 1", long: "h[i] = 2*y[i] + 1 for i in 0...2"),
    WaysOfWriting(short: "h = k^x", long: "h[i] = k^x[i] for i in 1...3"),
    WaysOfWriting(short: "h = leaky(x)", long: "h[i] = leaky(x[i]) for i in 1...3"),
    WaysOfWriting(short: "h = elu(x, 0.5)", long: "h[i] = elu(x[i], 0.5) for i in 1...3"),
    WaysOfWriting(short: "h = max(x, 0)", long: "h[i] = max(x[i], 0) for i in 1...3"),
    WaysOfWriting(short: "h = clip(x, -1, 1)", long: "h[i] = min(max(x[i], -1), 1) for i in 1...3"),
    WaysOfWriting(short: "h = x", long: "h[i] = x[i] for i in 1...3"),
    WaysOfWriting(short: "h = x/sum(x*x)", long: "h[i] = x[i]/sum(x[j]*x[j] for j in 1...3) for i in 1...3"),
    WaysOfWriting(
      short: "h = (x - mean(x))*k", long: "h[i] = (x[i] - mean(x))*k for i in 1...3"),
  ])
  func `a formula of families prints what the form with for prints, but for matrices`(row: WaysOfWriting) {
    #expect(row.page(row.short) == row.page(row.long))
  }

  @Test(arguments: [
    FamilyValues("input z = [1000, 999]\np = softmax(z)", "p[1] = 0.7310585786300049", "sum(p) = 1"),
    FamilyValues("input z = [-1000, -1001]\np = softmax(z)", "p[2] = 0.2689414213699951"),
    FamilyValues("input z = [5]\np = softmax(z)\nq = logsumexp(z)", "p[1] = 1", "q = 5"),
    FamilyValues("input z = [1000, 1000]\nq = logsumexp(z)", "q = 1000.6931471805599"),
    FamilyValues("input z = [-1000, -1000]\nq = logsumexp(z)", "q = -999.3068528194401"),
    FamilyValues(
      "input x = [2, 4, 4, 4, 5, 5, 7, 9]\nv = variance(x)\nd = deviation(x)\nw = variance(x, correction: 1)",
      "v = 4", "d = 2", "w = 4.571428571428571"),
    FamilyValues("input x = [-3, 0.5, 9]\nc = clip(x, -1, 1)", "c[1] = -1", "c[2] = 0.5", "c[3] = 1"),
    FamilyValues("c = clip(7, 0, 5)", "c = 5"),
    FamilyValues("input a = [1, 2], b = [3, 4]\no = a @ b", "o = 11"),
    FamilyValues("input a = [1, 2, 3]\ndef last(v) = v[count(v)]\nk = last(2*a)", "k = 6"),
    FamilyValues("input a = [1, 2, 3]\nparam c[0...2] = 2*a", "c[0] = 2", "c[2] = 6"),
    FamilyValues("param a = [[2]]\nB = a @ a @ transpose(a)", "B[1,1] = 8"),
  ])
  func `functions of families have their values, far out too`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test(arguments: [
    ("softmax(z)[1]", "p = softmax(z)\nf = p[1]*3 + p[2]"), ("logsumexp", "f = logsumexp(z)"),
    ("variance", "f = variance(z)"), ("deviation", "f = deviation(z, correction: 1)"),
    ("clip", "f = sum(clip(z, -1, 1)*z)"),
  ])
  func `their derivatives agree with central differences`(name: String, formulas: String) throws {
    // Two copies a little to either side of z[2].
    let step = 0.0001
    let sides = [step, -step].enumerated().map { index, step in
      let copy = formulas.replacing("f =", with: "f\(index) =").replacing("p[", with: "p\(index)[")
        .replacing("p =", with: "p\(index) =").replacing("(z", with: "(z\(index)")
        .replacing("*z)", with: "*z\(index))")
      return "input z\(index) = [0.3, -0.7 + \(step), 1.9]\n\(copy)"
    }
    try FamilyValues(
      "input z = [0.3, -0.7, 1.9]\n\(formulas)\n\(sides.joined(separator: "\n"))",
      "∂f/∂z[2] - (f0 - f1)/0.0002 = 0 ± 1e-7"
    ).expectChecks()
  }

  @Test(arguments: [
    ("h = W @ b", "`W` is 2×3 and `b` has 2 elements"),
    ("h = x + b", "`x` has 3 elements and `b` has 2 elements"),
    ("h = x*y", "the indices of `x` are 1...3 and those of `y` 0...2"),
    ("h = W @ y", "the indices of `W` are 1...2, 1...3 and those of `y` 0...2"),
    ("h = k @ x", "`@` stands between families, and `k` is a number"),
    ("h = h + x", "`h` is defined by itself"),
    ("h = softmax(k)", "`softmax` is of a family, and `k` is a number"),
    ("h = variance(x, correction: 3)", "`variance` would divide by 0"),
    ("h = variance(x, bias: 1)", "`variance` has no such setting"),
    (
      "def variance(v, c) = c\nh = variance(x, correction: 1)",
      "a function of the lesson's own has no settings"
    ),
    ("h = clip(x, 1)", "`clip` takes three arguments, not 2"),
    ("h[1] = x + 1", "`x + 1` is a family; a number is meant here"),
    ("h[i] = x[i]^2", "for all elements write `h = x^2`, or `h[i] = x[i]^2 for i in 1...3`"),
    ("s[0] = 1\ns[7] = 2\nh = s + 1", "`s` has gaps"),
    ("h = transpose(y) + x", "the indices of `transpose(y)` are 0...2"),
    ("param T[1...2, 1...2, 1...2] = 1\nh = T @ b", "`@` is of families with one or two indices"),
    ("param a[0...3] = x", "the indices ask for 4 elements, and `x` has 3 elements"),
    (
      "h = dot(W, W)",
      "the product of matrices is written `W @ W`, the sum of the products of their elements `sum(W*W)`"
    ),
    ("h = dot(W*2, U)", "the product of matrices is written `(W*2) @ U`"),
    (
      "param A[1...60, 1...60] = 1, v[1...60] = 1\nh = A @ A @ A @ v",
      "each element of `A @ A` is written out many times: with a name for it, as in `P = …`, write `P @ A`"
    ),
    (
      "param A[1...200, 1...200] = 1, B[1...200, 1...9] = 1\nh = A @ (A @ B)",
      "each element of `(A @ B)` is written out many times: with a name for it, as in `P = …`, write `A @ P`"
    ),
    (
      "param v[1...2000] = 1\nparam A[1...2000, 1...1] = 1, B[1...1, 1...2000] = 1\nh = A @ B",
      "a family has at most 1,000,000 elements"
    ),
  ])
  func `what does not fit is told where it is written`(formula: String, message: String) {
    let fixture = LessonFixture(
      text: "---\ntitle: A lesson\n---\n\n```calc\n\(WaysOfWriting.givens)\(formula)\n```\n")
    let messages = fixture.lesson.run().diagnostics.map { $0.text(in: fixture.file) }
    #expect(messages.count == 1, "\(messages)")
    #expect(messages.first?.contains(message) == true, "\(messages)")
  }

  @Test func `families that double at each call are refused before they are written out`() {
    let functions = (1...60).map { "def f\($0)(v) = \($0 == 1 ? "v + v" : "f\($0 - 1)(v) + f\($0 - 1)(v)")" }
    let fixture = LessonFixture(
      text:
        "---\ntitle: A lesson\n---\n\n```calc\ninput x = [1, 2]\n\(functions.joined(separator: "\n"))\nh = f60(x + 1)\n```\n"
    )
    #expect(!fixture.lesson.run().diagnostics.isEmpty)
  }
}
