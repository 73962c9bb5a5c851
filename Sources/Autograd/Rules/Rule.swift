public import ElementaryFunctions

/// The rule of `operation`, as `reader` reads it: what it is worth beside its derivatives by its operands.
///
/// The same rule is read for one number and for several in lanes. A reader works out only the part that it wants. The
/// derivatives may use `out`, the value worked out before. After inlining, each reader is a plain switch. (The rule
/// is no member of `Operation`, whose cases would hide functions of the same names.)
///
/// Where a value bends, jumps or ends, operands are settled first: see `Origins`.
@inlinable @inline(__always)
func rule<Reader: RuleReader>(
  of operation: Operation, _ reader: Reader, x: Reader.Number, y: Reader.Number, out: Reader.Number
) -> Reader.Answer {
  typealias Number = Reader.Number
  let (zero, one) = (Number(repeating: 0), Number(repeating: 1))
  switch operation {
  case .leaf: return reader.leaf(value: out)
  case .add: return reader.binary(value: x + y, byFirst: one, bySecond: one)
  case .subtract: return reader.binary(value: x - y, byFirst: one, bySecond: -one)
  case .multiply: return reader.binary(value: x * y, byFirst: y, bySecond: x)
  case .divide:
    // What binary arithmetic leaves of 0 is no divisor.
    let y = reader.settledAtZero(y, .second)
    return reader.binary(value: x / y, byFirst: one / y, bySecond: -out / y)
  case .power:
    // Below 0 only whole exponents have a value; the other powers end at 0, and those with a negative exponent divide by it.
    let y = x.isBelow(zero).holdsAnywhere ? reader.settledAtWhole(y, .second) : y
    let isWhole = y.equals(y.mapped { $0 >= 0 ? $0.rounded() : .nan })
    let x =
      isWhole.holdsEverywhere ? x : reader.settledAtZero(x, .first).replaced(by: x, where: isWhole)
    return reader.binary(
      value: x.mapped(with: y) { power(of: $0, to: $1) }, byFirst: x.mapped(with: y) { slopeByBase($0, $1) },
      bySecond: x.mapped(with: out) { slopeByExponent($0, $1) })
  case .negate: return reader.unary(value: -x, derivative: -one)
  case .exp: return reader.unary(value: exponential(of: x), derivative: out)
  // A zero of either sign is the border of the domain: the slope there is that to its right.
  case .ln:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: naturalLogarithm(of: x), derivative: reciprocal(of: x, times: 1))
  case .log2:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: x.mapped { log2(of: $0) }, derivative: reciprocal(of: x, times: ln2))
  case .log10:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: x.mapped { log10(of: $0) }, derivative: reciprocal(of: x, times: ln10))
  case .sqrt:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: x.squareRoot(), derivative: Number(repeating: 0.5) / out.magnitude)
  case .abs:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: x.magnitude, derivative: sign(of: x))
  case .sign:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: sign(of: x), derivative: zero)
  case .sin: return reader.unary(value: x.mapped { sin(of: $0) }, derivative: x.mapped { cos(of: $0) })
  case .cos: return reader.unary(value: x.mapped { cos(of: $0) }, derivative: -x.mapped { sin(of: $0) })
  case .tan: return reader.unary(value: x.mapped { tan(of: $0) }, derivative: one + out * out)
  case .tanh: return reader.unary(value: hyperbolicTangent(of: x), derivative: one - out * out)
  case .arctan: return reader.unary(value: x.mapped { arctan(of: $0) }, derivative: slopeOfArctan(x))
  case .sinh: return reader.unary(value: hyperbolicSine(of: x), derivative: hyperbolicCosine(of: x))
  case .cosh: return reader.unary(value: hyperbolicCosine(of: x), derivative: hyperbolicSine(of: x))
  case .sigmoid: return reader.unary(value: logistic(of: x), derivative: out * (one - out))
  case .relu:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(
      value: piecewise(x, kink: zero, left: zero, right: x),
      derivative: piecewise(x, kink: zero, left: zero, right: one))
  case .leakyRelu, .prelu:
    let x = reader.settledAtZero(x, .first)
    return reader.binary(
      value: piecewise(x, kink: zero, left: y * x, right: x),
      byFirst: piecewise(x, kink: zero, left: y, right: one),
      bySecond: piecewise(x, kink: zero, left: x, right: zero))
  case .elu:
    let x = reader.settledAtZero(x, .first)
    return reader.binary(
      value: piecewise(x, kink: zero, left: y * exponentialLessOne(of: x), right: x),
      byFirst: piecewise(x, kink: zero, left: y * exponential(of: x), right: one),
      bySecond: piecewise(x, kink: zero, left: exponentialLessOne(of: x), right: zero))
  case .softplus: return reader.unary(value: softplus(of: x), derivative: logistic(of: x))
  case .step:
    let x = reader.settledAtZero(x, .first)
    return reader.unary(value: piecewise(x, kink: zero, left: zero, right: one), derivative: zero)
  case .gelu: return reader.unary(value: x.mapped { gelu($0) }, derivative: x.mapped { slopeOfGelu($0) })
  case .erf:
    return reader.unary(
      value: x.mapped { erf(of: $0) },
      derivative: Number(repeating: twoBySquareRootOfPi) * exponential(of: -x * x))
  case .floor:
    let x = reader.settledAtWhole(x, .first)
    return reader.unary(value: x.mapped { $0.rounded(.down) }, derivative: zero)
  case .factorial:
    let x = reader.settledAtWhole(x, .first)
    return reader.unary(value: x.mapped { factorial($0) }, derivative: zero)
  case .max:
    let place = reader.settled(x, at: y, .both)
    return reader.binary(
      value: piecewise(place, kink: y, left: y, right: x),
      byFirst: piecewise(place, kink: y, left: zero, right: one),
      bySecond: piecewise(place, kink: y, left: one, right: zero))
  case .min:
    let place = reader.settled(y, at: x, .both)
    return reader.binary(
      value: piecewise(place, kink: x, left: y, right: x),
      byFirst: piecewise(place, kink: x, left: zero, right: one),
      bySecond: piecewise(place, kink: x, left: one, right: zero))
  }
}
