import Algebra
import Testing

@Suite struct DerivativeTests {
  @Test(
    "A derivative is the one a teacher would write",
    arguments: [
      ("1/2*(t - o)^2", "o", "o − t"), ("1/2*(t - o)^2", "t", "t − o"), ("(t - o)^2/2", "o", "o − t"),
      ("(t - o)^2", "o", "2·(o − t)"), ("0.1*(t - o)^2", "o", "0.2·(o − t)"),
      ("1/2*((t1 - o1)^2 + (t2 - o2)^2)", "o2", "o2 − t2"), ("1/2*(t - w*x)^2", "w", "(w·x − t)·x"),
      ("out_h1*w5 + out_h2*w6 + b3", "w5", "out_h1"), ("out_h1*w5 + out_h2*w6 + b3", "b3", "1"),
      ("x^3/3", "x", "x²"), ("0.3*x^2", "x", "0.6·x"), ("1 - x", "x", "−1"), ("x/2", "x", "1/2"),
      ("x + x", "x", "2"),
      ("5", "x", "0"), ("y", "x", "0"), ("x", "x", "1"), ("-x", "x", "−1"), ("a*x + b", "x", "a"),
      ("x*x*y", "x", "2·x·y"), ("x*y*z", "y", "x·z"), ("x/y", "x", "1/y"), ("x/y", "y", "−x/y²"),
      ("1/x", "x", "−1/x²"),
      ("x^n", "x", "n·x^(n − 1)"), ("x^0.5", "x", "0.5·x^(−0.5)"), ("x^-1", "x", "−x^(−2)"),
      ("a^x", "x", "a^x·ln(a)"), ("x^x", "x", "x·x^(x − 1) + x^x·ln(x)"), ("exp(a*x)", "x", "e^(a·x)·a"),
      ("exp(-x)", "x", "−e^(−x)"), ("ln(x)", "x", "1/x"), ("ln(a*x)", "x", "a/(a·x)"),
      ("sqrt(x)", "x", "1/(2·√(x))"),
      ("2*sqrt(x)", "x", "1/√(x)"), ("sigmoid(x)", "x", "σ(x)·(1 − σ(x))"), ("tanh(x)", "x", "1 − tanh(x)²"),
      ("sigmoid(-x)", "x", "−σ(−x)·(1 − σ(−x))"), ("tanh(w*h + u*x)", "h", "(1 − tanh(w·h + u·x)²)·w"),
      ("(1 - z)*h + z*n", "z", "n − h"), ("-(t*ln(o) + (1 - t)*ln(1 - o))", "o", "(1 − t)/(1 − o) − t/o"),
      ("w - 0.6*∂E/∂w", "w", "1"), ("local(o, w)*w", "w", "local(o, w)"), ("(w*x)^2", "w", "2·w·x²"),
      ("sin(x)", "x", "cos(x)"), ("cos(x)", "x", "−sin(x)"), ("tan(x)", "x", "1 + tan(x)²"),
      ("arctan(x)", "x", "1/(1 + x²)"), ("sinh(x)", "x", "cosh(x)"), ("cosh(x)", "x", "sinh(x)"),
      ("log(x)", "x", "1/x"), ("log2(x)", "x", "1/(x·ln(2))"), ("log10(x)", "x", "1/(x·ln(10))"),
      ("abs(x)", "x", "sign(x)"), ("abs(t - o)", "o", "−sign(t − o)"), ("sign(x)", "x", "0"),
      ("step(x)", "x", "0"),
      ("floor(x)", "x", "0"), ("factorial(x)", "x", "0"), ("softplus(x)", "x", "σ(x)"),
      ("relu(x)", "x", "if x ≥ 0 then 1 else 0"), ("relu(w*x + b)", "w", "(if w·x + b ≥ 0 then 1 else 0)·x"),
      ("leaky_relu(x)", "x", "if x ≥ 0 then 1 else 0.1"), ("leaky_relu(x, a)", "a", "if x ≥ 0 then 0 else x"),
      ("prelu(x, a)", "x", "if x ≥ 0 then 1 else a"), ("prelu(x, a)", "a", "if x ≥ 0 then 0 else x"),
      ("elu(x)", "x", "if x ≥ 0 then 1 else e^x"), ("elu(x, a)", "x", "if x ≥ 0 then 1 else a·e^x"),
      ("elu(x, a)", "a", "if x ≥ 0 then 0 else e^x − 1"), ("erf(x)", "x", "2·e^(−x²)/√(π)"),
      ("gelu(x)", "x", "½·(1 + erf(x/√(2))) + x·e^(−½·x²)/√(2·π)"),
      ("max(a, b)", "a", "if a ≥ b then 1 else 0"), ("max(a, b)", "b", "if b > a then 1 else 0"),
      ("max(a, b, c)", "b", "if b > a and b ≥ c then 1 else 0"), ("min(a, b)", "a", "if a ≤ b then 1 else 0"),
      ("min(a, b)", "b", "if b < a then 1 else 0"), ("max(x)", "x", "1"), ("max(x, x)", "x", "1"),
      ("max(a, b)", "x", "0"), ("max(0, w*x)", "w", "if w·x > 0 then x else 0"),
      ("max(x, x^2)", "x", "if x ≥ x² then 1 else 2·x"),
      ("max(x, 1, x^2)", "x", "if x ≥ max(1, x²) then 1 else if x² > 1 then 2·x else 0"),
    ])
  func derivative(text: String, name: String, expected: String) throws {
    #expect(try formula(text).derivative(by: Name(name)).text(.unicode) == expected)
  }

  @Test(
    "A conditional is differentiated branch by branch, and what is looked up is held fixed",
    arguments: [
      ("if x < 0 then a*x else x", "x", "if x < 0 then a else 1"),
      ("if x < 0 then a*x else x", "a", "if x < 0 then x else 0"), ("if x < 0 then 1 else 2", "x", "0"),
      ("if x < 0 then y + 2*x else 2*x - y", "x", "2"),
      ("2*(if x < 0 then x else 3*x)", "x", "2·(if x < 0 then 1 else 3)"),
      ("exp(if a > 1 then x else 2*x)", "x", "e^(if a > 1 then x else 2·x)·(if a > 1 then 1 else 2)"),
      (
        "if abs(t - o) <= d then 1/2*(t - o)^2 else d*(abs(t - o) - 1/2*d)", "o",
        "if abs(t − o) ≤ d then o − t else −d·sign(t − o)"
      ),
      ("w*E[k,1]", "w", "E[k,1]"), ("w*E[k,1]", "k", "0"), ("E[k]^2", "k", "0"),
      ("if E[k] > 0 then w*E[k] else 0", "w", "if E[k] > 0 then E[k] else 0"),
    ])
  func choices(text: String, name: String, expected: String) throws {
    #expect(try formula(text).derivative(by: Name(name)).text(.unicode) == expected)
  }

  @Test(
    "At a kink, the derivative comes out on the side of the formula as written, not of its simplified order",
    arguments: [
      ("max(0, -a + (b + c))", "b", "if −a + (b + c) > 0 then 1 else 0", 0),
      ("abs(a - (b + c))", "a", "sign(a − (b + c))", 0),
      ("relu(a - (b + c))", "a", "if a − (b + c) ≥ 0 then 1 else 0", 1),
      ("if a - (b + c) >= 0 then 2*a else a", "a", "if a − (b + c) ≥ 0 then 2 else 1", 2),
    ] as [(String, String, String, Double)])
  func roundingAtKinks(text: String, name: String, expected: String, value: Double) throws {
    let (a, b, c) = (0.5, 0.4, 0.1)
    #expect(a - (b + c) == 0 && a - b - c < 0)
    let derivative = try formula(text).derivative(by: Name(name))
    #expect(derivative.text(.unicode) == expected)
    let found = derivative.value(
      of: { ["a": a, "b": b, "c": c][$0.text] ?? .nan }, atoms: { _ in .nan })
    #expect(found.value == value)
  }

  @Test(
    "The output's name stands in the place of its formula",
    arguments: [
      ("sigmoid(s)", "s", "out·(1 − out)"), ("tanh(s)", "s", "1 − out²"), ("exp(a*x)", "x", "out·a"),
      ("tan(s)", "s", "1 + out²"), ("tan(2*s)", "s", "2·(1 + out²)"),
      ("relu(s)", "s", "if s ≥ 0 then 1 else 0"),
      ("if s > 0 then s else exp(s) - 1", "s", "if s > 0 then 1 else e^s"),
      ("if a > 0 then sigmoid(s) else tanh(s)", "s", "if a > 0 then σ(s)·(1 − σ(s)) else 1 − tanh(s)²"),
      ("exp(x)", "x", "out"), ("exp(-x)", "x", "−out"), ("sqrt(u)", "u", "1/(2·out)"),
      ("sqrt(a*u)", "u", "a/(2·out)"),
      ("-sigmoid(s)", "s", "out·(1 + out)"), ("2*exp(x)", "x", "out"), ("0.5*exp(2*x)", "x", "2·out"),
      ("y*exp(a*x)", "x", "out·a"), ("1/(1 + exp(-s))", "s", "out²·e^(−s)"), ("2^x", "x", "out·ln(2)"),
      ("a/(a + b)", "a", "1/(a + b) − out/(a + b)"), ("sigmoid(w*x + b)", "w", "out·(1 − out)·x"),
      // A name or a product of names is plainer than any other name for it.
      ("1/x", "x", "−1/x²"), ("x/y", "y", "−x/y²"), ("x", "x", "1"), ("x^3", "x", "3·x²"), ("x*y", "y", "x"),
      ("1/2*(t - o)^2", "o", "o − t"), ("ln(x)", "x", "1/x"), ("x", "y", "0"),
    ])
  func local(text: String, name: String, expected: String) throws {
    let derivative = Formula.localDerivative(of: Name("out"), as: try formula(text), by: Name(name))
    #expect(derivative.text(.unicode) == expected)
  }

  @Test("Derivatives of random formulas are their central differences, and local ones have the same values")
  func centralDifferences() {
    var random = RandomFormulas(seed: 11)
    var compared = 0
    for _ in 0..<1_500 {
      let formula = random.formula(depth: 1 + random.next(below: 3))
      let values = random.values()
      let step = 1e-5
      func value(at x: Double) -> Evaluation { formula.value(at: [x, values[1], values[2]]) }
      let (behind, middle, ahead) = (
        value(at: values[0] - step), value(at: values[0]), value(at: values[0] + step)
      )
      let exact = formula.derivative(by: Name("x")).value(at: values)
      let difference = (ahead.value - behind.value) / (2 * step)
      let curvature = (ahead.value - 2 * middle.value + behind.value) / (step * step)
      // Where numbers are large or the slope changes fast, differences have no digits left.
      guard difference.isFinite, exact.value.isFinite, abs(curvature) < 1e3,
        max(ahead.largest, behind.largest, exact.largest) < 1e3
      else { continue }
      compared += 1
      #expect(abs(exact.value - difference) < 1e-5 * max(1, exact.largest), "\(formula.text(.calc))")

      let output = Formula.number(Number(middle.value))
      let local = Formula.localDerivative(of: Name("out"), as: formula, by: Name("x"))
        .replacingNames { $0 == Name("out") ? output : nil }
        .value(at: values)
      let bound = 1e-9 * max(1, exact.largest, local.largest)
      #expect(abs(local.value - exact.value) < bound, "\(formula.text(.calc))")
    }
    #expect(compared > 500)
  }
}
