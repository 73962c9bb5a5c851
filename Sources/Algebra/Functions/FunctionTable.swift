import ElementaryFunctions

extension Function {
  /// Every function, in the order in which help lists them. A new function is one entry of one of these lists, and a case of `ID`.
  ///
  /// The values are right to a few units in the last place, also at ±1000, and NaN where there is none. Derivatives may
  /// mention the call itself: the derivative of `exp(u)` is `exp(u)`.
  public static let all: [Function] = [elementary, circularAndHyperbolic, activations, others, extremes]
    .flatMap(\.self)
}

extension Function {
  static let elementary = [exp, ln, log, log2, log10, sqrt, abs, sign]

  package static let exp = Function(
    .exp, style: .powerOfE, summary: "e to the power x",
    value: exponential(of:),
    derivative: { call, _ in call })

  static let ln = Function(
    .ln, decision: .zero, summary: "natural logarithm", note: "for x above 0",
    value: naturalLogarithm(of:),
    derivative: { _, x in 1 / x })

  static let log = Function(
    .log, decision: .zero, summary: "natural logarithm, another way to write ln", note: "for x above 0",
    value: naturalLogarithm(of:),
    derivative: { _, x in 1 / x })

  static let log2 = Function(
    .log2, decision: .zero, summary: "logarithm to base 2", note: "for x above 0",
    value: binaryLogarithm,
    derivative: { _, x in 1 / (x * ln(2)) })

  static let log10 = Function(
    .log10, decision: .zero, summary: "logarithm to base 10", note: "for x above 0",
    value: decimalLogarithm,
    derivative: { _, x in 1 / (x * ln(10)) })

  package static let sqrt = Function(
    .sqrt, decision: .zero, style: .symbol(unicode: "√", ascii: "sqrt"), summary: "square root",
    note: "for x from 0",
    value: { $0.squareRoot() },
    derivative: { call, _ in 1 / (2 * call) })

  package static let abs = Function(
    .abs, hasKinks: true, decision: .zero, summary: "x without its sign", note: "derivative 0 at 0",
    value: { $0.magnitude },
    derivative: { _, x in sign(x) })

  static let sign = Function(
    .sign, hasKinks: true, decision: .zero, summary: "-1 below 0, 0 at 0, 1 above",
    note: "derivative 0, at 0 as well",
    value: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
    derivative: { _, _ in 0 })
}

extension Function {
  static let circularAndHyperbolic = [sin, cos, tan, tanh, arctan, sinh, cosh]

  static let sin: Function = Function(
    .sin, summary: "sine of x radians",
    value: sine(_:),
    derivative: { _, x in cos(x) })

  static let cos: Function = Function(
    .cos, summary: "cosine of x radians",
    value: cosine(_:),
    derivative: { _, x in -sin(x) })

  static let tan = Function(
    .tan, summary: "tangent of x radians",
    value: tangent,
    derivative: { call, _ in 1 + .power(call, 2) })

  static let tanh = Function(
    .tanh, summary: "hyperbolic tangent, from -1 to 1",
    value: hyperbolicTangent(of:),
    derivative: { call, _ in 1 - .power(call, 2) })

  static let arctan = Function(
    .arctan, summary: "the angle from -pi/2 to pi/2 whose tangent is x",
    value: arcTangent,
    derivative: { _, x in 1 / (1 + .power(x, 2)) })

  static let sinh: Function = Function(
    .sinh, summary: "hyperbolic sine",
    value: hyperbolicSine(of:),
    derivative: { _, x in cosh(x) })

  static let cosh: Function = Function(
    .cosh, summary: "hyperbolic cosine",
    value: hyperbolicCosine(of:),
    derivative: { _, x in sinh(x) })
}

extension Function {
  static let others = [erf, floor, factorial]

  static let erf = Function(
    .erf, summary: "error function, from -1 to 1: 2/sqrt(pi) times the area under exp(-x^2)",
    value: errorFunction,
    derivative: { _, x in 2 / sqrt(.pi) * exp(-.power(x, 2)) })

  static let floor = Function(
    .floor, hasKinks: true, decision: .whole, summary: "the largest whole number that is not above x",
    note: "derivative 0, at whole numbers as well",
    value: { $0.rounded(.down) },
    derivative: { _, _ in 0 })

  static let factorial = Function(
    .factorial, ["n"], hasKinks: true, decision: .whole,
    summary: "product of the whole numbers from 1 to n; 1 for n = 0",
    note: "for whole numbers from 0 to 170, beyond which it overflows; derivative 0",
    derivative: .partial { _, _, _ in 0 },
    value: { product(upTo: $0[0]) })

  /// 1·2·…·n; NaN where n is no whole number from 0. From 171 on it is above every double.
  private static func product(upTo n: Double) -> Double {
    guard n >= 0, n == n.rounded(.down) else { return .nan }
    guard n <= 170 else { return .infinity }
    return stride(from: 2, through: n, by: 1).reduce(1, *)
  }
}

extension Formula {
  /// π, shown as such.
  static let pi = Formula.number(Number(.pi, text: "pi"))
}
