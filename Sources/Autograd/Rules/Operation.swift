/// What makes the value of a node from the values of at most two earlier ones, its operands.
///
/// `x` is the first operand, `y` the second, `out` the value. What holds for all operations: values are those of
/// IEEE 754 double precision, nothing traps; a NaN operand gives NaN except where stated; outside an operation's
/// domain value and local derivative are NaN; where the slope is vertical the local derivative is infinite.
///
/// Where two formulas meet in a kink, where a value jumps, and where a domain ends, an operand counts as being there when
/// only the rounding of binary arithmetic tells it apart: 0.3 − 0.1 − 0.2 counts as 0, see `Tape.isTie`.
///
/// Where two formulas meet in a kink, the local derivative at the kink is that of the one to the right, unless stated.
///
/// To add a function: a case here (its raw value is the name in formulas), a row in the rules beneath, and, for use
/// from Swift, a function of `Value`.
public enum Operation: String, CaseIterable, Sendable, BitwiseCopyable {
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
  ///
  /// Formulas may call it `log` too.
  case ln

  /// The logarithm to the base 2, with the local derivative `1/(x·ln 2)`; at and below 0 it is as `ln`.
  case log2

  /// The logarithm to the base 10, with the local derivative `1/(x·ln 10)`; at and below 0 it is as `ln`.
  case log10

  /// The square root, with the local derivative `1/(2·out)`; `sqrt(±0)` is ±0 with derivative ∞, of less it is NaN.
  case sqrt

  /// The absolute value, with the local derivative `sign(x)`: at the kink, `x = ±0`, it is 0.
  case abs

  /// 1 above 0, −1 below, 0 at ±0, with the local derivative 0, at the jump too.
  case sign

  /// The sine of an angle in radians, with the local derivative `cos(x)`; both are NaN at ±∞. `sin(±0)` is ±0.
  case sin

  /// The cosine of an angle in radians, with the local derivative `−sin(x)`; both are NaN at ±∞.
  case cos

  /// The tangent of an angle in radians, with the local derivative `1 + out²`; both are NaN at ±∞. `tan(±0)` is ±0.
  ///
  /// It is finite everywhere: no number is exactly a pole.
  case tan

  /// The hyperbolic tangent, with the local derivative `1 − out²`.
  ///
  /// It is ±1 at ±1000 and ±∞, and keeps the sign of ±0. The derivative is computed as it is written, and so is 0 from
  /// about `|x| = 19` on, where `out` is ±1 in double precision.
  case tanh

  /// The angle in radians whose tangent is `x`, with the local derivative `1/(1 + x²)`.
  ///
  /// It is ±π/2 at ±∞, with derivative 0, and keeps the sign of ±0.
  case arctan

  /// The hyperbolic sine, with the local derivative `cosh(x)`; ±∞ from about `|x| = 710.48` on. `sinh(±0)` is ±0.
  case sinh

  /// The hyperbolic cosine, with the local derivative `sinh(x)`; ∞ from about `|x| = 710.48` on.
  case cosh

  /// The logistic function `1/(1 + e^(−x))`, with the local derivative `out·(1 − out)`.
  ///
  /// It neither overflows nor loses digits: 1 and 0 at ±1000 and ±∞, and `e^x` to the last digits far below 0. The
  /// derivative is computed as it is written, and so is 0 from about `x = 37` on, where `out` is 1 in double precision.
  case sigmoid

  /// The rectifier: `x` from 0 on, else 0; the local derivative is 1 from 0 on (at `x = ±0` too), else 0.
  ///
  /// `relu(−0)` is −0, `relu(−∞)` is 0.
  case relu

  /// The rectifier that leaks: `x` from 0 on, else `y·x`, with the local derivatives 1 and 0, else `y` and `x`.
  ///
  /// From `x = ±0` on, `y` does not count, not even where it is NaN. With `y = 0` it is NaN at −∞, as `0·∞` is.
  case leakyRelu = "leaky_relu"

  /// The rectifier whose slope below 0 is learned; the same as `leakyRelu`, under the name that goes with a param.
  case prelu

  /// The exponential linear unit: `x` from 0 on, else `y·(e^x − 1)`.
  ///
  /// The local derivatives are 1 and 0, else `y·e^x` and `e^x − 1`, which keeps its digits near 0. It is `−y` at
  /// −1000 and −∞. From `x = ±0` on, `y` does not count, not even where it is NaN; the derivative by `x` there is 1
  /// for any `y`.
  case elu

  /// The smooth rectifier `ln(1 + e^x)`, with the local derivative `1/(1 + e^(−x))`, the logistic function.
  ///
  /// It neither overflows nor loses digits: 1000 at 1000, ∞ at ∞, 0 at −1000 and −∞, and `e^x` far below 0.
  case softplus

  /// The binary step: 1 from 0 on, at `x = ±0` too, else 0, with the local derivative 0, at the jump too.
  case step

  /// The Gaussian error linear unit `x·Φ(x)`, with the local derivative `Φ(x) + x·φ(x)`.
  ///
  /// Φ is the normal distribution, `(1 + erf(x/√2))/2`, exactly and not by the approximation with tanh; φ is its
  /// density, `e^(−x²/2)/√(2π)`. It is `x` at 1000 and ∞, 0 at −1000 and −∞, with derivative 1 and 0, and keeps the
  /// sign of ±0. Far below 0 all but about `2·log₁₀|x|` of the digits are right.
  ///
  /// Source: D. Hendrycks, K. Gimpel, "Gaussian Error Linear Units (GELUs)" (2016).
  case gelu

  /// The error function `2/√π·∫₀ˣ e^(−t²) dt`, with the local derivative `2/√π·e^(−x²)`.
  ///
  /// It is ±1 at ±1000 and ±∞, with derivative 0, and keeps the sign of ±0.
  case erf

  /// The largest whole number that is not above `x`, with the local derivative 0, at the jumps too.
  ///
  /// `floor(±0)` is ±0, `floor(±∞)` is ±∞.
  case floor

  /// `1·2·…·x`, with the local derivative 0 everywhere, as no neighbouring `x` has a value.
  ///
  /// `factorial(±0)` is 1. Of a whole number above 170, and of ∞, it is ∞, at no more cost; of a negative number, and
  /// of one that is not whole, NaN.
  case factorial

  /// The larger operand, with the local derivatives 1 by it and 0 by the other.
  ///
  /// Of equal operands, as 0 and −0 are, it is the first, which receives the whole derivative. With a NaN operand
  /// value and derivatives are NaN. Of more than two, group from the left, and the first of equal ones wins still.
  case max

  /// The smaller operand, with the local derivatives 1 by it and 0 by the other; of equal ones and NaN see `max`.
  case min
}
