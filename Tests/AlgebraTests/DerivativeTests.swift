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
    ])
  func derivative(text: String, name: String, expected: String) throws {
    #expect(try formula(text).derivative(by: Name(name)).text(.unicode) == expected)
  }

  @Test(
    "The output's name stands in the place of its formula",
    arguments: [
      ("sigmoid(s)", "s", "out·(1 − out)"), ("tanh(s)", "s", "1 − out²"), ("exp(a*x)", "x", "out·a"),
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
    for _ in 0..<3_000 {
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
    #expect(compared > 1_000)
  }
}
