import Algebra
import Testing

@Suite struct TextTests {
  @Test(
    "Calc text is printed back as it is read, with the least parentheses",
    arguments: [
      "i1*w1 + i2*w3 + b1", "1/2*(t1 - out_o1)^2", "-x^2", "(-x)^2", "-(-x)", "-(a + b)", "-(a*b)", "-a*b",
      "a - b - c", "a - (b - c)", "a + (b + c)", "a*(b*c)", "a/(b*c)", "a/b/c", "a/(b/c)", "a + (-b)",
      "a - (-0.2)",
      "a*(-b)", "a/(-b)", "a + (-b)*c", "-a + b", "x^y^z", "(x^y)^z", "x^-2", "x^-y", "x^(-y^2)", "x^(a + b)",
      "x^(a*b)", "2^x", "(2*x)^2", "exp(-x)", "exp(-x)^2", "sigmoid(-x + y)", "sqrt(x)", "1/(1 + exp(-z))",
      "∂E/∂w",
      "(∂E/∂w)^2", "∂(sigmoid(z))/∂z", "a/(∂E/∂w)", "0.6*∂E/∂w*x", "local(out, s)*2", "pi*x^2", "1e-8 + x",
      "(a + b)*(c - d)/e1", "∂(E^2)/∂w", "-∂E/∂w", "x^(∂E/∂w)", "h_1*é", "(-a)^-b", "-2*x",
      "if a <= b and not c > d then x else y", "if a < b then x else if c < d then y else z",
      "if a < b then (if c < d then x else y) else z", "if a < b then -x else -y",
      "if a < b then x + 1 else y + 1",
      "1 + (if a < b then x else y)", "(if a < b then x else y) + 1", "(if a < b then x else y)*z",
      "-(if a < b then x else y)", "x^(if a < b then 1 else 2)", "(if a < b then x else y)^2",
      "a/(if a < b then x else y)", "relu(if a < b then x else y)", "max(if a < b then x else y, 0)",
      "∂(if a < b then x else y)/∂x", "if (if a < b then c else d) < e then x else y", "E[k,1]",
      "E[k + 1,2*k]*x",
      "E[E[k]]^2", "E[if a < b then 1 else k]", "E[k]^-E[k]", "W[1,2]*x[1]", "max(a, b + c, -d)",
      "leaky_relu(x)",
      "leaky_relu(x, 0.2)", "prelu(-x, a)/abs(y)",
    ])
  func calc(text: String) throws {
    #expect(try formula(text).text(.calc) == text)
  }

  @Test(
    "The transcript's notations",
    arguments: [
      ("i1*w1 + i2*w3 + b1", "i1·w1 + i2·w3 + b1", "i1*w1 + i2*w3 + b1"),
      ("1/2*(t1 - out_o1)^2", "½·(t1 − out_o1)²", "1/2*(t1 - out_o1)^2"),
      ("a + 1/2*b", "a + ½·b", "a + 1/2*b"), ("1/2", "1/2", "1/2"), ("1/2/n", "1/2/n", "1/2/n"),
      ("-1/2*x", "−½·x", "-1/2*x"), ("a + (-1)/2*x", "a + (−½)·x", "a + (-1)/2*x"),
      ("1/20*x", "1/20·x", "1/20*x"),
      ("x^2 + x^3 + x^4 + x^n", "x² + x³ + x⁴ + x^n", "x^2 + x^3 + x^4 + x^n"), ("x^2.0", "x^2.0", "x^2.0"),
      ("(x^2)^3", "(x²)³", "(x^2)^3"), ("x^y^2", "x^(y²)", "x^(y^2)"), ("x^-2", "x^(−2)", "x^(-2)"),
      ("-x^2", "−x²", "-x^2"), ("(-x)^2", "(−x)²", "(-x)^2"), ("a + (-b)", "a + (−b)", "a + (-b)"),
      ("∂E_total/∂w5", "∂E_total/∂w5", "dE_total/dw5"), ("∂(sigmoid(z))/∂z", "∂(σ(z))/∂z", "d(sigma(z))/dz"),
      ("(∂E/∂w)^2", "(∂E/∂w)²", "(dE/dw)^2"), ("w - 0.6*∂E/∂w", "w − 0.6·∂E/∂w", "w - 0.6*dE/dw"),
      ("a/(∂E/∂w)", "a/(∂E/∂w)", "a/(dE/dw)"), ("local(a, b)^2", "local(a, b)²", "local(a, b)^2"),
      ("sigmoid(x)^2", "σ(x)²", "sigma(x)^2"), ("1/(1 + exp(-x))", "1/(1 + e^(−x))", "1/(1 + e^(-x))"),
      ("exp(x)", "e^x", "e^x"), ("exp(x)^2", "(e^x)²", "(e^x)^2"), ("exp(x*y)*z", "e^(x·y)·z", "e^(x*y)*z"),
      ("exp(x^2)", "e^(x²)", "e^(x^2)"), ("exp(exp(x))", "e^(e^x)", "e^(e^x)"),
      ("sqrt(x + 1)", "√(x + 1)", "sqrt(x + 1)"), ("ln(x)*tanh(y)", "ln(x)·tanh(y)", "ln(x)*tanh(y)"),
      ("2*pi*r", "2·π·r", "2*pi*r"), ("η*σ_1", "η·σ_1", "η*σ_1"), ("4.92e-04*x", "4.92e-04·x", "4.92e-04*x"),
      ("if a <= b then x*y else -z", "if a ≤ b then x·y else −z", "if a <= b then x*y else -z"),
      (
        "if a >= 0 and a != b then 1 else 0", "if a ≥ 0 and a ≠ b then 1 else 0",
        "if a >= 0 and a != b then 1 else 0"
      ),
      (
        "if a == b or a > 1 then 1 else 0", "if a == b or a > 1 then 1 else 0",
        "if a == b or a > 1 then 1 else 0"
      ),
      ("E[k,2*i]*x", "E[k,2·i]·x", "E[k,2*i]*x"), ("E[token,1]^2", "E[token,1]²", "E[token,1]^2"),
      ("exp(if a < b then 1 else 2)", "e^(if a < b then 1 else 2)", "e^(if a < b then 1 else 2)"),
      ("∂(if a < b then x else y)/∂x", "∂(if a < b then x else y)/∂x", "d(if a < b then x else y)/dx"),
      ("abs(x)*log(x) + log2(x)", "abs(x)·log(x) + log2(x)", "abs(x)*log(x) + log2(x)"),
      ("max(a*b, -c)", "max(a·b, −c)", "max(a*b, -c)"),
      ("gelu(x)/erf(x)", "gelu(x)/erf(x)", "gelu(x)/erf(x)"),
      ("(4.92e-04)^2", "(4.92e-04)²", "(4.92e-04)^2"),
    ])
  func transcript(text: String, unicode: String, ascii: String) throws {
    let formula = try formula(text)
    #expect(formula.text(.unicode) == unicode)
    #expect(formula.text(.ascii) == ascii)
  }

  @Test(
    "Negative numbers stand in parentheses after an operator and under a power, bare at the start",
    arguments: [
      ("a + b", "0.5 + (−0.2)"), ("a - b", "0.5 − (−0.2)"), ("b^2", "(−0.2)²"), ("b*a", "−0.2·0.5"),
      ("a*b", "0.5·(−0.2)"), ("a + b*a", "0.5 + (−0.2)·0.5"), ("a/b", "0.5/(−0.2)"), ("exp(b)", "e^(−0.2)"),
      ("exp(-a)", "e^(−0.5)"), ("-b", "−(−0.2)"), ("sigmoid(b*a)", "σ(−0.2·0.5)"), ("a^b", "0.5^(−0.2)"),
      ("b + a", "−0.2 + 0.5"), ("c", "−4.92e-04"), ("a*(b + a)", "0.5·(−0.2 + 0.5)"),
      ("a + c", "0.5 + (−4.92e-04)"),
      ("if b < a then b else b*a", "if −0.2 < 0.5 then −0.2 else −0.2·0.5"), ("max(a, b)", "max(0.5, −0.2)"),
      ("if a > b then a - b else a", "if 0.5 > −0.2 then 0.5 − (−0.2) else 0.5"),
      ("1/(1 + exp(-b))", "1/(1 + e^(−(−0.2)))"),
    ])
  func negativeNumbers(text: String, expected: String) throws {
    let numbers = [
      "a": Number(0.5, text: "0.5"), "b": Number(-0.2, text: "-0.2"),
      "c": Number(-0.000492, text: "-4.92e-04"),
    ]
    let substituted = try formula(text).replacingNames { numbers[$0.text].map(Formula.number) }
    #expect(substituted.text(.unicode) == expected)
  }

  @Test(
    "A number without chosen digits shows the shortest that read back",
    arguments: [
      (2.0, "2"), (0.1, "0.1"), (-0.0, "0"), (0.1 + 0.2, "0.30000000000000004"), (1e-8, "1e-08"),
      (1e16, "1e+16"),
      (-0.25, "-0.25"), (1e22, "1e+22"), (123_456_789.0, "123456789"),
    ])
  func shortestDigits(value: Double, expected: String) {
    #expect(Formula.number(Number(value)).text(.calc) == expected)
    #expect(Double(expected) == value)
  }

  @Test("Random formulas printed in calc read back to the same formula")
  func readsBack() throws {
    var random = RandomFormulas(seed: 1)
    for _ in 0..<1_000 {
      let formula = random.formula(depth: 1 + random.next(below: 5))
      let text = formula.text(.calc)
      #expect(try FormulaReader.formula(text) == formula, "\(text)")
    }
  }

  @Test(
    "Random formulas printed for readers read back to the same value", arguments: [Notation.unicode, .ascii])
  func keepsMeaning(notation: Notation) throws {
    var random = RandomFormulas(seed: 2)
    for _ in 0..<400 {
      let formula = random.formula(depth: 1 + random.next(below: 4), withDerivatives: notation == .unicode)
      for formula in [formula, formula.simplified(), formula.derivative(by: Name("x"))] {
        let text = formula.text(notation)
        let values = random.values()
        let readBack = try FormulaReader.formula(text, in: notation)
        let (expected, value) = (formula.value(at: values).value, readBack.value(at: values).value)
        #expect(value == expected || value.isNaN && expected.isNaN, "\(text)")
      }
    }
  }

  @Test(
    "Lines may be broken before operators and behind commas, but not in exponents, indices, derivatives and numbers",
    arguments: [
      ("a + b*c - d", ["a", " + b", "·c", " − d"]), ("sigmoid(a + b)/c", ["σ(a", " + b)", "/c"]),
      ("x^(a + b)*c", ["x^(a + b)", "·c"]), ("exp(a + b)*c", ["e^(a + b)", "·c"]),
      ("∂(a + b)/∂a*c", ["∂(a + b)/∂a", "·c"]), ("a + (-4.92e-04)", ["a", " + (−4.92e-04)"]),
      ("1/2*(t - o)^2", ["½", "·(t", " − o)²"]), ("x", ["x"]),
      ("if a <= b then x + 1 else y", ["if a", " ≤ b", " then x", " + 1", " else y"]),
      ("max(a, b + c)*2", ["max(a,", " b", " + c)", "·2"]), ("E[k + 1,2]*c", ["E[k + 1,2]", "·c"]),
      ("x^(if a < b then 1 else 2)", ["x^(if a < b then 1 else 2)"]), ("exp(max(a, b))", ["e^max(a, b)"]),
    ])
  func fragments(text: String, expected: [String]) throws {
    #expect(try formula(text).fragments(.unicode) == expected)
  }

  @Test("Where a value is called e, a power of e is written as a call")
  func callsOfExp() throws {
    var (unicode, ascii) = (Notation.unicode, Notation.ascii)
    unicode.callsExp = true
    ascii.callsExp = true
    for (calc, called, power) in [
      ("e^x + exp(2)", "e^x + exp(2)", "e^x + e^2"),
      ("1/(1 + exp(-x))^2", "1/(1 + exp(−x))²", "1/(1 + e^(−x))²"),
      ("exp(x)^2*3", "exp(x)²·3", "(e^x)²·3"), ("-exp(-e^2)", "−exp(−e²)", "−e^(−e²)"),
    ] {
      let formula = try FormulaReader.formula(calc)
      #expect(formula.text(unicode) == called)
      #expect(formula.text(.unicode) == power)
      #expect(!formula.text(ascii).contains("e^(") && formula.text(ascii).contains("exp("))
    }
  }

  @Test("Fragments joined are the text, and none is empty", arguments: Notation.allCases)
  func joinedFragments(notation: Notation) {
    var random = RandomFormulas(seed: 5)
    for _ in 0..<500 {
      let formula = random.formula(depth: 4)
      let fragments = formula.fragments(notation)
      #expect(fragments.joined() == formula.text(notation))
      #expect(fragments.allSatisfy { !$0.isEmpty })
    }
  }
}
