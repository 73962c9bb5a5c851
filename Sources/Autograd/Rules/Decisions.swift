import ElementaryFunctions

// Most operations decide nothing, and of the others hardly any operand is where they do. The loops find that out in front of
// the rule, which they then read without origins: with them, it would be too long to stay in the loops.

extension Operation {
  /// Whether its value bends, jumps or ends somewhere: whether its rule settles operands. A quotient ends at the divisor 0.
  @inlinable @inline(__always)
  var decides: Bool {
    switch self {
    case .divide, .power, .ln, .log2, .log10, .sqrt, .abs, .sign, .relu, .leakyRelu, .prelu, .elu, .step,
      .floor,
      .factorial, .max, .min:
      true
    case .leaf, .add, .subtract, .multiply, .negate, .exp, .sin, .cos, .tan, .tanh, .arctan, .sinh,
      .cosh, .sigmoid, .softplus, .gelu, .erf:
      false
    }
  }

  /// Whether the operands may be where it decides; if not, its rule is the same without their origins.
  @inline(__always)
  func mayDecide<Number: Lanes>(_ x: Number, _ y: Number) -> Bool {
    guard decides else { return false }
    let widest = Number(repeating: widestTie)
    switch self {
    case .floor, .factorial, .max, .min: return true
    case .divide: return y.magnitude.isAtMost(widest).holdsAnywhere
    // Below 0 it decides whether the exponent is whole.
    case .power: return x.isAtMost(widest).holdsAnywhere
    default: return x.magnitude.isAtMost(widest).holdsAnywhere
    }
  }
}

extension Origins {
  /// The value of an operation for operands that were made of these.
  @inline(never)
  func value(of operation: Operation, _ x: Number, _ y: Number) -> Number {
    operation.value(x, y, current: x, self)
  }

  /// The derivatives of an operation by operands that were made of these.
  @inline(never)
  func localDerivatives(of operation: Operation, _ x: Number, _ y: Number, out: Number) -> (Number, Number) {
    operation.localDerivatives(x, y, out: out, self)
  }
}
