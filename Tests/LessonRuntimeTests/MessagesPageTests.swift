import TestSupport
import Testing

@testable import LessonRuntime

/// What is said to people who bring along the habits of other languages, all on one page, to be read as a whole.
@Suite struct MessagesPageTests {
  /// What stands above each line of the page.
  private static let given = """
    input x = 2, t = 1, a = 1, b = 2, u = [1, 2, 3], v = [1, 2, 3]
    param w = 3, W = [[1, 2], [3, 4]]
    y = w*x
    L = (y - t)^2

    """

  private static let sections: [(title: String, cells: [String])] = [
    (
      "Signs of mathematics",
      [
        "q = |x|", "q = |x - a|", "q = {1, 2, 3}", "q = (1, 2, 3)", "q = (1,2)", "q = [1 2 3]",
        "q = [1, 2; 3, 4]",
        "q = x²", "q = x¹⁰", "q = ½*x", "q = √x", "q = ∑ v", "q = x⁻¹", "q = x!", "q = 5%", "q = x' + 1",
        "q = ‖v‖",
        "q = ∇L", "q = ⌊x⌋", "q = x ≈ 2", "q = 3 ⊙ x", "q = x – 1", "q = ∞", "q = 90°", "q = x ∈ 3",
      ]
    ),
    (
      "Numbers",
      [
        "q = 1 000", "q = 12 345", "q = 1_000", "q = 0,5*x", "input g = 0,5", "q = 5.", "q = 1.2.3",
        "q = 0x1F",
        "q = 2x", "q = 2 x", "q = 2 kg", "q = 2kg", "q = 3(x + 1)", "q = x(x + 1)", "q = (x)(a)",
        "q = 1.5e3.2",
        "q = +3", "q = $5", "q = 1e400",
      ]
    ),
    (
      "Signs of programming",
      [
        "q = x**2", "w += 0.1", "w -= 0.1*∂L/∂w", "w *= 2 - a", "w++", "W[1,2] += 1", "q := 3", "q == 3",
        "q = 3 // comment", "q = 3 % comment", "% comment", "// comment", "/* comment */", "q = 7 % 2",
        "q = 7 // 2",
        "q = x; r = 2", "q = a > 0 ? 1 : 0", "q = 1 if a > 0 else 0", "q = if (a > 0) { 1 } else { 0 }",
        "q = if a > 0 && b > 0 then 1 else 0", "q = if a > 0 || b > 0 then 1 else 0",
        "q = if !(a > 0) then 1 else 0",
        "q = if a = 1 then 1 else 0", "q = if a <> 1 then 1 else 0", "q = if a ~= 1 then 1 else 0",
        "q = if a => 1 then 1 else 0", "q = if 0 < a < 1 then 1 else 0", "q = a > 0", "q = v .* u",
        "q = W @ v",
        "q = W %*% v", "x -> q", "q = x |> exp", "q = lambda z: z^2", "q = \"text\"", "q, r = 1, 2",
        "q = [i^2 for i in 1...3]", "q = v[1:2]", "q = v[-1]", "q = v[0]", "q = W[1][2]", "q = W(1, 2)",
        "q = v.T",
        "q = v.sum()", "q = v.shape", "let q = 3", "import numpy as np", "print(x)", "print x", "return x",
        "while x > 0", "for i in range(3)\n  h[i] = i\nend", "for i = 1:3\n  h[i] = i\nend",
        "for i in 1:3\n  h[i] = i\nend", "for i in v\n  h[i] = i\nend", "if a > 0", "function f(z) = z",
        "f(z) = z^2",
        "def f(z): return z", "weight q = 3",
      ]
    ),
    (
      "LaTeX and print",
      [
        "q = \\frac{x}{2}", "q = \\sigma(x)", "q = a \\cdot b", "q = x^{2}", "q = x_{1}", "x₁ = 3",
        "q = \\sqrt{x}",
        "q = \\alpha", "q = e^x", "q = \\partial L",
      ]
    ),
    (
      "Functions",
      [
        "q = exp x", "q = sin 2*x", "q = lg(x)", "q = arcsin(x)", "q = asin(x)", "q = atan(x)",
        "q = atan2(a, b)",
        "q = arctanh(x)", "q = sqr(x)", "q = pow(x, 2)", "q = math.exp(x)", "q = np.dot(u, v)",
        "q = np.clip(x, 0, 1)",
        "q = torch.tanh(x)", "q = math.pi", "q = clip(x, 0, 1)", "q = softmax(v)", "q = argmax(v)",
        "q = round(x)",
        "q = round(x, 2)", "q = ceil(x)", "q = mod(x, 2)", "q = var(v)", "q = std(v)", "q = avg(v)",
        "q = prod(v)",
        "q = len(v)", "q = norm(v)", "q = logistic(x)", "q = ReLU(x)", "q = silu(x)", "q = heaviside(x)",
        "q = log(x, 2)", "q = log1p(x)", "q = sum(1, 2, 3)", "q = mean(a, b)", "q = where(a > 0, 1, 0)",
        "q = derivative(L, w)", "q = rand()", "q = std(x)", "q = sigmiod(x)", "q = foo(x)", "q = sigmoid",
        "q = Sigmoid(x)",
      ]
    ),
    (
      "Names",
      [
        "q = w7 + 1", "q = X", "q = lable", "q = True", "q = inf", "q = v*2", "q = v + u", "q = exp(v)",
        "q = W*x",
        "q[i] = v[i]^2", "q[i] = v for i in 1...3", "y = 3", "w = 4",
        "g = 0.3\nupdate g to reduce L with sgd(0.1)",
        "update w to reduce L", "update w to reduce L with sdg(0.1)", "end = 3", "_q = 3", "q = my.name",
      ]
    ),
    (
      "One mistake, one message",
      [
        "for t in 1..2\n  h[t] = 2*t\n  k[t] = h[t] + 1\nend\nz = h[1] + k[2]\nexplain z\nbackward z",
        "h[i] = 2*i for i in 1..2\nz = h[1] + h[2]\nexplain h",
        "q = foo(x)\nr = q + 1\nexplain ∂r/∂x\nbackward r",
        "param p = 1 2\nq = p*x\nupdate p to reduce q with sgd(0.1)",
        "def f(z) = bar(z)\nq = f(2) + f(3)", "optimizer o = adm(rate: 0.1)\nupdate w to reduce L with o",
        "repeat 2 times\n  q = w*2\n  record q\nend\nexplain q",
      ]
    ),
  ]

  /// The page as it stands now: under each line, what is said to it.
  private static var page: String {
    var lines: [String] = []
    for section in sections {
      lines += ["# \(section.title)", ""]
      for cell in section.cells {
        let errors = LessonFixture(given + cell).errors
        lines += errors.isEmpty ? [cell, "accepted"] : errors.split(separator: "\n").map(String.init)
        lines.append("")
      }
    }
    return lines.map { $0.replacing("lesson.md:", with: "") }.joined(separator: "\n")
  }

  @Test func `what is said to habits of other languages stands on one page`() throws {
    try GoldenFile("Golden/Messages.txt").expect(Self.page)
  }
}
