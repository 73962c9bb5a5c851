extension Function {
  /// Every function, in the order in which help lists them. A new function is one entry here.
  ///
  /// The values are right to a few units in the last place, also at ±1000. Derivatives may mention the call itself:
  /// the derivative of `exp(u)` is `exp(u)`.
  public static let all: [Function] = [
    exp,
    ln,

    Function(
      "sqrt", style: .symbol(unicode: "√", ascii: "sqrt"),
      value: { $0.squareRoot() },
      derivative: { call, _ in 1 / (2 * call) }),

    Function(
      "sigmoid", style: .symbol(unicode: "σ", ascii: "sigma"),
      value: logistic,
      derivative: { call, _ in call * (1 - call) },
      expansion: { x in 1 / (1 + .call(.exp, [.negation(x[0])])) }),

    Function(
      "tanh",
      value: hyperbolicTangent,
      derivative: { call, _ in 1 - .power(call, 2) }),
  ]

  /// The exponential function, which the expansion of others needs.
  static let exp = Function(
    "exp", style: .powerOfE,
    value: exponential,
    derivative: { call, _ in call })

  /// The natural logarithm, which the derivative of a power with a variable exponent needs.
  static let ln = Function(
    "ln",
    value: naturalLogarithm,
    derivative: { _, x in 1 / x })
}

/// `1/(1 + e^(−x))`, for negative `x` as `e^x/(1 + e^x)`: e is never raised to a positive power, so nothing overflows.
private func logistic(_ x: Double) -> Double {
  guard x < 0 else { return 1 / (1 + exponential(-x)) }
  let power = exponential(x)
  return power / (1 + power)
}
