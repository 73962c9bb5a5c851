import ElementaryFunctions

// What neurons make of their sums. At the kinks the derivatives are those of the lectures: 1 for relu and its kin.

extension Function {
  static let activations = [sigmoid, relu, leakyRelu, prelu, elu, softplus, step, gelu]

  static let sigmoid = Function(
    .sigmoid, style: .symbol(unicode: "σ", ascii: "sigma"), summary: "1/(1 + exp(-x)), from 0 to 1",
    value: logistic(of:),
    derivative: { call, _ in call * (1 - call) },
    expansion: { x in 1 / (1 + exp(-x[0])) })

  static let relu = Function(
    .relu, hasKinks: true, decision: .zero, summary: "x, but 0 below 0", note: "derivative 1 at 0",
    value: { $0 < 0 ? 0 : $0 },
    derivative: { _, x in .conditional(x >= 0, then: 1, otherwise: 0) })

  static let leakyRelu = Function(
    .leakyRelu, ["x", Parameter(name: "a", fallback: Number(0.1, text: "0.1"))], hasKinks: true,
    decision: .zero,
    summary: "x, but a*x below 0", note: leakNote, derivative: leakSlope, value: leak)

  static let prelu = Function(
    .prelu, ["x", "a"], hasKinks: true, decision: .zero, summary: "x, but a*x below 0", note: leakNote,
    derivative: leakSlope,
    value: leak)

  static let elu = Function(
    .elu, ["x", Parameter(name: "a", fallback: Number(1, text: "1"))], hasKinks: true, decision: .zero,
    summary: "x, but a*(exp(x) - 1) below 0", note: "derivative by x 1 at 0",
    derivative: .partial { _, arguments, index in
      let (x, a) = (arguments[0], arguments[1])
      return index == 0
        ? .conditional(x >= 0, then: 1, otherwise: a * exp(x))
        : .conditional(x >= 0, then: 0, otherwise: exp(x) - 1)
    },
    value: { $0[0] < 0 ? $0[1] * exponentialLessOne(of: $0[0]) : $0[0] })

  static let softplus = Function(
    .softplus, summary: "ln(1 + exp(x)), a smooth relu",
    value: ElementaryFunctions.softplus(of:),
    derivative: { _, x in sigmoid(x) })

  static let step = Function(
    .step, hasKinks: true, decision: .zero, summary: "0 below 0, 1 from 0 on",
    note: "1 at 0; derivative 0, at 0 as well",
    value: { $0.isNaN ? $0 : $0 < 0 ? 0 : 1 },
    derivative: { _, _ in 0 })

  /// `Φ` of a negative number from erfc, in which no digits cancel.
  static let gelu = Function(
    .gelu, summary: "x times the normal distribution function: x*(1 + erf(x/sqrt(2)))/2",
    value: { x in x * 0.5 * complementaryErrorFunction(-x * 0.5.squareRoot()) },
    derivative: { _, x in
      let distribution = 1 / 2 * (1 + erf(x / sqrt(2)))
      let density = exp(-.power(x, 2) / 2) / sqrt(2 * .pi)
      return distribution + x * density
    })
}

private let leakNote = "derivative by x 1 at 0"

private let leakSlope = Function.DerivativeRule.partial { _, arguments, index in
  let (x, a) = (arguments[0], arguments[1])
  return index == 0
    ? .conditional(x >= 0, then: 1, otherwise: a) : .conditional(x >= 0, then: 0, otherwise: x)
}

@Sendable private func leak(_ arguments: [Double]) -> Double {
  arguments[0] < 0 ? arguments[1] * arguments[0] : arguments[0]
}
