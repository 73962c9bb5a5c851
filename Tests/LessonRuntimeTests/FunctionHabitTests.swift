import Algebra
import Diagnostics
import Foundation
import LessonLanguage
import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

/// What is proposed in the place of a function of another language can be written, and gives that function's numbers.
@Suite struct FunctionHabitTests {
  /// A form, and the numbers that it gives where `x` is one of several numbers.
  private struct Form {
    let text: String
    let given: String
    let values: @Sendable (_ x: Double) -> [Double]
    var start = ""

    init(
      _ text: String, given: String = FunctionHabitTests.given,
      _ value: @escaping @Sendable (Double) -> Double
    ) {
      self.init(text, given: given, values: { [value($0)] })
    }

    /// A distribution, which stands behind what is given.
    init(_ text: String, asGiven start: String) {
      self.init(text, given: "", values: { _ in [] })
      self.start = start
    }

    init(
      _ text: String, given: String = FunctionHabitTests.given,
      values: @escaping @Sendable (Double) -> [Double]
    ) {
      self.text = text
      self.given = given
      self.values = values
    }
  }

  private static let given = """
    input a = 0.7, b = 0.4, n = 4, k = 2, z = [1, 2, 4], x = X
    param w = 0.5, W = [[1, 2, 3], [4, 5, 6]]
    E = (w - 1)^2
    """
  private static let inputs = [0.3, -1.7, 2.6]
  private static let two = "input y = [1, 2, 3], t = [1, 0, 5]"

  /// The forms that are proposed, by the first name of the habit.
  private static let forms: [String: [Form]] = [
    "pow": [Form("x^2") { $0 * $0 }], "sqr": [Form("x^2") { $0 * $0 }],
    "cube": [Form("x^3") { $0 * $0 * $0 }],
    "cbrt": [Form("sign(x)*abs(x)^(1/3)") { cbrt($0) }],
    "rsqrt": [Form("1/sqrt(x)") { 1 / $0.squareRoot() }],
    "inv": [], "reciprocal": [Form("1/x") { 1 / $0 }], "exp2": [Form("2^x") { exp2($0) }],
    "exp10": [Form("10^x") { pow(10, $0) }], "expm1": [Form("exp(x) - 1") { expm1($0) }],
    "log1p": [Form("ln(1 + x)") { log1p($0) }],
    "lg": [Form("log10(x)") { log10($0) }, Form("log2(x)") { log2($0) }],
    "ld": [Form("log2(x)") { log2($0) }], "loge": [Form("ln(x)") { log($0) }],
    "logb": [Form("ln(x)/ln(b)") { log($0) / log(0.4) }],
    "hypot": [Form("sqrt(a^2 + b^2)") { _ in hypot(0.7, 0.4) }],
    "add": [Form("a + b") { _ in 1.1 }], "subtract": [Form("a - b") { _ in 0.3 }],
    "multiply": [Form("a*b") { _ in 0.28 }], "divide": [Form("a/b") { _ in 1.75 }],
    "negative": [Form("-x") { -$0 }],
    "arcsin": [Form("arctan(x/sqrt(1 - x^2))") { asin($0) }],
    "arccos": [Form("pi/2 - arctan(x/sqrt(1 - x^2))") { acos($0) }], "atan": [Form("arctan(x)") { atan($0) }],
    "atan2": [Form("arctan(a/b)") { _ in atan2(0.7, 0.4) }],
    "artanh": [Form("0.5*ln((1 + x)/(1 - x))") { atanh($0) }],
    "arsinh": [Form("ln(x + sqrt(x^2 + 1))") { asinh($0) }],
    "arcosh": [Form("ln(x + sqrt(x^2 - 1))") { acosh($0) }], "tg": [Form("tan(x)") { tan($0) }],
    "cot": [Form("1/tan(x)") { 1 / tan($0) }], "sec": [Form("1/cos(x)") { 1 / cos($0) }],
    "csc": [Form("1/sin(x)") { 1 / sin($0) }], "coth": [Form("1/tanh(x)") { 1 / tanh($0) }],
    "sech": [Form("1/cosh(x)") { 1 / cosh($0) }], "csch": [Form("1/sinh(x)") { 1 / sinh($0) }],
    "sinc": [
      Form("if x == 0 then 1 else sin(x)/x") { sin($0) / $0 },
      Form("sin(pi*x)/(pi*x)") { sin(.pi * $0) / (.pi * $0) },
    ],
    "deg": [Form("x*180/pi") { $0 * 180 / .pi }], "rad": [Form("x*pi/180") { $0 * .pi / 180 }],
    "round": [
      Form("floor(x + 0.5)") { $0.rounded() }, Form("floor(100*x + 0.5)/100") { (100 * $0).rounded() / 100 },
    ],
    "ceil": [Form("-floor(-x)") { $0.rounded(.up) }],
    "trunc": [Form("sign(x)*floor(abs(x))") { $0.rounded(.towardZero) }],
    "frac": [Form("x - floor(x)") { $0 - $0.rounded(.down) }, Form("a/b") { _ in 1.75 }],
    "fmod": [Form("a - b*sign(a/b)*floor(abs(a/b))", given: "input a = X, b = 0.4") { fmod($0, 0.4) }],
    "mod": [Form("a - b*floor(a/b)") { _ in 0.3 }], "sgn": [Form("sign(x)") { $0 < 0 ? -1 : 1 }],
    "fabs": [Form("abs(x)") { abs($0) }], "fact": [Form("factorial(n)") { _ in 24 }],
    "gamma": [Form("factorial(n - 1)") { _ in tgamma(4) }],
    "choose": [Form("factorial(n)/(factorial(k)*factorial(n - k))") { _ in 6 }], "float": [Form("x") { $0 }],
    "bool": [Form("if x != 0 then 1 else 0") { _ in 1 }],
    "logistic": [Form("sigmoid(x)") { 1 / (1 + exp(-$0)) }],
    "heaviside": [Form("step(x)") { $0 < 0 ? 0 : 1 }],
    "leakyrelu": [
      Form("leaky_relu(x)") { $0 < 0 ? 0.1 * $0 : $0 },
      Form("leaky_relu(x, 0.01)") { $0 < 0 ? 0.01 * $0 : $0 },
    ],
    "silu": [Form("x*sigmoid(x)") { $0 / (1 + exp(-$0)) }],
    "mish": [Form("x*tanh(softplus(x))") { $0 * tanh(log1p(exp($0))) }],
    "selu": [Form("1.0507*elu(x, 1.67326)") { 1.0507 * ($0 < 0 ? 1.67326 * expm1($0) : $0) }],
    "celu": [Form("elu(x/a)*a") { max(0, $0) + min(0, 0.7 * expm1($0 / 0.7)) }],
    "relu6": [Form("min(relu(x), 6)") { min(max(0, $0), 6) }],
    "hardtanh": [Form("max(-1, min(1, x))") { max(-1, min(1, $0)) }],
    "hardsigmoid": [Form("max(0, min(1, x/6 + 0.5))") { max(0, min(1, $0 / 6 + 0.5)) }],
    "softsign": [Form("x/(1 + abs(x))") { $0 / (1 + abs($0)) }],
    "logsigmoid": [Form("-softplus(-x)") { -log1p(exp(-$0)) }],
    "logit": [Form("ln(p/(1 - p))", given: "input p = 0.25") { _ in log(0.25 / 0.75) }],
    "erfc": [Form("1 - erf(x)") { erfc($0) }],
    "normcdf": [Form("(1 + erf(x/sqrt(2)))/2") { erfc(-$0 / 2.squareRoot()) / 2 }],
    "clamp": [Form("clip(x, a, b)", given: "input a = -1, b = 2, x = X") { min(max($0, -1), 2) }],
    "log_softmax": [
      Form(
        "z - logsumexp(z)",
        values: { _ in [1, 2, 4].map { $0 - log(exp(1) + exp(2) + exp(4)) } })
    ],
    "prod": [Form("product(z)") { _ in 8 }], "reduce_sum": [Form("sum(z)") { _ in 7 }],
    "avg": [Form("mean(z)") { _ in 7.0 / 3 }],
    "maximum": [Form("max(a, b)") { _ in 0.7 }],
    "minimum": [Form("min(a, b)") { _ in 0.4 }],
    "len": [Form("count(z)") { _ in 3 }],
    "sumproduct": [Form("dot(a, b)", given: "input a = [1, 2], b = [3, 4]") { _ in 11 }],
    "sumsq": [Form("dot(z, z)") { _ in 21 }], "norm": [Form("sqrt(dot(z, z))") { _ in 21.0.squareRoot() }],
    "var": [Form("variance(z)") { _ in 14.0 / 9 }, Form("variance(z, correction: 1)") { _ in 7.0 / 3 }],
    "std": [
      Form("deviation(z)") { _ in 14.0.squareRoot() / 3 },
      Form("deviation(z, correction: 1)") { _ in (7.0 / 3).squareRoot() },
    ],
    "argmax": [
      Form("min(if z[i] == max(z) then i else 3 for i in 1...3)") { _ in 3 }
    ],
    "argmin": [
      Form("min(if z[i] == min(z) then i else 3 for i in 1...3)", given: "input z = [3, 1, 1]") { _ in
        2
      }
    ],
    "median": [],
    "matmul": [
      Form(
        "W @ x",
        given: "input x = [1, 2, 3]\nparam W = [[1, 2, 3], [4, 5, 6]]", values: { _ in [14, 32] })
    ],
    "outer": [
      Form(
        "A[i, j] = x[i]*y[j] for i in 1...3, j in 1...3", given: "input x = [1, 2, 3], y = [4, 5, 6]",
        values: { _ in [4, 5, 6, 8, 10, 12, 12, 15, 18] })
    ],
    "cumsum": [
      Form("s[0] = 0") { _ in 0 },
      Form(
        "s[i] = s[i-1] + z[i] for i in 1...3", given: given + "\ns[0] = 0", values: { _ in [0, 1, 3, 7] }),
    ],
    "zeros": [Form("param b[1...3] = 0", given: "", values: { _ in [0, 0, 0] })],
    "ones": [Form("param b[1...3] = 1", given: "", values: { _ in [1, 1, 1] })],
    "eye": [
      Form(
        "A[i, j] = if i == j then 1 else 0 for i in 1...3, j in 1...3",
        values: { _ in [1, 0, 0, 0, 1, 0, 0, 0, 1] })
    ],
    "range": [Form("v[i] = i for i in 0...2", values: { _ in [0, 1, 2] })],
    "array": [Form("[1, 2, 3]", given: "", values: { _ in [1, 2, 3] })],
    "mse": [Form("mean((y - t)^2)", given: two) { _ in 8.0 / 3 }],
    "mae": [Form("mean(abs(y - t))", given: two) { _ in 4.0 / 3 }],
    "cross_entropy": [
      Form("-sum(t*ln(p))", given: "input p = [0.2, 0.5, 0.3], t = [0, 1, 0]") { _ in
        log(2)
      }
    ],
    "bce": [
      Form("-mean(t*ln(p) + (1 - t)*ln(1 - p))", given: "input p = [0.2, 0.5], t = [1, 0]") { _ in
        (log(5) + log(2)) / 2
      }
    ],
    "where": [Form("if a != 0 then x else b") { $0 }], "derivative": [Form("∂E/∂w") { _ in -1 }],
    "backprop": [Form("backward E", values: { _ in [] })],
    "rand": [Form("input u ~ uniform(0, 1)", given: "", values: { _ in [] })],
    "randn": [Form("param w ~ normal(0, 1)", given: "", values: { _ in [] })],
    "randint": [
      Form("input u ~ uniform(0, 10)", given: "", values: { _ in [] }),
      Form("floor(u)", given: "input u = 3.7") { _ in 3 },
    ],
    "normal": [Form("normal(0, 1)", asGiven: "param w ~ ")],
    "uniform": [Form("uniform(0, 1)", asGiven: "param w ~ ")],
    "bernoulli": [Form("bernoulli(0.5)", asGiven: "input x ~ ")],
    "sgd": [Form("optimizer o = sgd(rate: 0.1)", values: { _ in [] })],
    "print": [Form("explain x", values: { _ in [] })],
  ]

  @Test func `what is proposed can be written and gives the right number`() throws {
    for habit in FunctionHabit.all {
      let forms = try #require(Self.forms[habit.names[0]], "\(habit.names[0])")
      let proposed = habit.hint.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      // A name alone says of what a form is.
      #expect(
        proposed.filter { $0.count > 1 && $0 != "for" && $0 != "with" || proposed.count == 1 }
          == forms.map(\.text),
        "\(habit.names[0])")
      for form in forms {
        for input in Self.inputs { Self.expect(form, at: input) }
      }
    }
  }

  private static func expect(_ form: Form, at input: Double) {
    let wanted = form.values(input)
    guard wanted.allSatisfy({ !$0.isNaN }) else { return }
    let statements = ["param ", "input ", "explain ", "backward "]
    let isStatement =
      !form.start.isEmpty || form.text.contains(" = ") || statements.contains { form.text.hasPrefix($0) }
    let cell =
      form.given.replacing("X", with: "\(input)") + "\n"
      + (isStatement ? form.start + form.text : "result = \(form.text)")
    let stepped = SteppedLesson(cell)
    #expect(stepped.run.diagnostics.map(\.message) == [], "\(form.text)")
    guard !wanted.isEmpty else { return }
    let left = isStatement ? form.text.replacing("param ", with: "").prefix { $0.isLetter } : "result"
    let scope = stepped.here.scope
    let names = scope.families[Name(String(left))]?.elements ?? [Name(String(left))]
    let values = names.map { stepped.run.interpreter.environment.value(of: $0) }
    #expect(
      values.count == wanted.count
        && zip(values, wanted).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) },
      "\(form.text) at \(input): \(values), not \(wanted)")
  }
}
