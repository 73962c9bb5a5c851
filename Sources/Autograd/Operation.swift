/// What makes the value of a node from the values of at most two earlier ones, its operands.
///
/// `x` is the first operand, `y` the second, `out` the value. What holds for all operations: values are those of
/// IEEE 754 double precision, nothing traps; a NaN operand gives NaN except where stated; outside an operation's
/// domain value and local derivative are NaN; where the slope is vertical the local derivative is infinite.
///
/// To add a function: a case here (its raw value is the name in formulas), a row in the rules beneath, and, for use from
/// Swift, a function of `Value`.
public enum Operation: String, CaseIterable, Sendable {
  /// No operation: a number that is given, a variable or a constant.
  case leaf

  /// `x + y`, with the local derivatives 1 and 1, infinite operands included.
  case add

  /// `x − y`, with the local derivatives 1 and −1, infinite operands included.
  case subtract

  /// `x·y`, with the local derivatives `y` and `x`; `0·∞` is NaN.
  case multiply

  /// `x/y`, with the local derivatives `1/y` and `−out/y`.
  ///
  /// `x/0` is infinite with the signs of `x` and of the zero, `0/0` and `∞/∞` are NaN. By `x` the derivative is
  /// infinite at `y = ±0`; by `y` it is infinite there too, but NaN for `0/0`.
  case divide

  /// `x^y`, with the local derivatives `y·x^(y − 1)` and `out·ln(x)`.
  ///
  /// - `x^0` is 1 for every `x`, even 0, ∞ and NaN; its derivative by `x` is 0.
  /// - `0^y` for `y > 0` is 0. By `x` the derivative is 0 for `y > 1`, 1 for `y = 1` and ∞ for `y < 1`; by `y` it is 0.
  ///   `0^0` falls off to both sides as `y` varies: by `y` the derivative is −∞. `0^y` for `y < 0` is infinite.
  /// - `x < 0` has a value for whole `y` only, else NaN. The derivative by `x` is then the usual one; by `y` it is NaN,
  ///   as no neighbouring `y` has a value. This NaN reaches the exponent and what the exponent was made from, no more.
  /// - Where `out` is 0 and `x` is not negative (`∞^−1`, `0.5^∞`) the derivative by `y` is 0, the limit.
  case power

  /// `−x`, with the local derivative −1.
  case negate

  /// `e^x`, with the local derivative `out`; ∞ from `x = 709.79` on, 0 below `x = −745.13`.
  case exp

  /// The natural logarithm, with the local derivative `1/x`; `ln(±0)` is −∞ with derivative ∞, `ln` of less is NaN.
  case ln

  /// The square root, with the local derivative `1/(2·out)`; `sqrt(±0)` is ±0 with derivative ∞, of less it is NaN.
  case sqrt

  /// The logistic function `1/(1 + e^(−x))`, with the local derivative `out·(1 − out)`.
  ///
  /// It neither overflows nor loses digits: 1 and 0 at ±1000 and ±∞, and `e^x` to the last digits far below 0. The
  /// derivative is computed as it is written, and so is 0 from about `x = 37` on, where `out` is 1 in double precision.
  case sigmoid

  /// The hyperbolic tangent, with the local derivative `1 − out²`.
  ///
  /// It is ±1 at ±1000 and ±∞, and keeps the sign of ±0. The derivative is computed as it is written, and so is 0 from
  /// about `|x| = 19` on, where `out` is ±1 in double precision.
  case tanh
}

/// The rule of `operation`, as `reader` reads it: what it is worth beside its derivatives by its operands.
///
/// A reader works out only the part that it wants. The derivatives may use `out`, the value worked out before. After
/// inlining, each reader is a plain switch. (The rule is no member of `Operation`, whose cases would hide the C
/// library's functions of the same names.)
@inline(__always)
func rule<Reader: RuleReader>(
  of operation: Operation, _ reader: Reader, x: Double, y: Double, out: Double
) -> Reader.Answer {
  switch operation {
  case .leaf: reader.leaf(value: out)
  case .add: reader.binary(value: x + y, byFirst: 1, bySecond: 1)
  case .subtract: reader.binary(value: x - y, byFirst: 1, bySecond: -1)
  case .multiply: reader.binary(value: x * y, byFirst: y, bySecond: x)
  case .divide: reader.binary(value: x / y, byFirst: 1 / y, bySecond: -out / y)
  case .power:
    reader.binary(
      value: power(of: x, to: y), byFirst: slopeByBase(x, y), bySecond: slopeByExponent(x, out))
  case .negate: reader.unary(value: -x, derivative: -1)
  case .exp: reader.unary(value: exp(of: x), derivative: out)
  // A zero of either sign is the border of the domain: the slope there is that to its right.
  case .ln: reader.unary(value: ln(of: x), derivative: x < 0 ? .nan : 1 / x.magnitude)
  case .sqrt: reader.unary(value: x.squareRoot(), derivative: 0.5 / out.magnitude)
  case .sigmoid: reader.unary(value: logistic(x), derivative: out * (1 - out))
  case .tanh: reader.unary(value: tanh(of: x), derivative: 1 - out * out)
  }
}

/// `1/(1 + e^(−x))`, with the exponential of a number that is not positive, which cannot overflow.
private func logistic(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exp(of: -x)) }
  let small = exp(of: x)
  return small / (1 + small)
}

/// The derivative of `base^exponent` by the base. Zero factors win, lest `0·∞` make NaN of a constant's slope.
private func slopeByBase(_ base: Double, _ exponent: Double) -> Double {
  if exponent == 0 { return 0 }
  let lowered = power(of: base, to: exponent - 1)
  return lowered == 0 ? 0 : exponent * lowered
}

/// The derivative of `base^exponent`, which is `out`, by the exponent.
private func slopeByExponent(_ base: Double, _ out: Double) -> Double {
  base >= 0 && out == 0 ? 0 : out * ln(of: base)
}
