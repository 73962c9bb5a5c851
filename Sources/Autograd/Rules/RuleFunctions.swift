public import ElementaryFunctions

// What the rules of the operations are made of, beside the C library.

@usableFromInline let ln2 = 0.693147180559945309
@usableFromInline let ln10 = 2.302585092994045684
@usableFromInline let twoBySquareRootOfPi = 1.128379167095512574
@usableFromInline let squareRootOfHalf = 0.707106781186547524
@usableFromInline let oneBySquareRootOfTwoPi = 0.398942280401432678

/// The derivative of `base^exponent` by the base. Zero factors win, lest `0·∞` make NaN of a constant's slope.
@usableFromInline
func slopeByBase(_ base: Double, _ exponent: Double) -> Double {
  if exponent == 0 { return 0 }
  let lowered = power(of: base, to: exponent - 1)
  return lowered == 0 ? 0 : exponent * lowered
}

/// The derivative of `base^exponent`, which is `out`, by the exponent.
@usableFromInline
func slopeByExponent(_ base: Double, _ out: Double) -> Double {
  base >= 0 && out == 0 ? 0 : out * naturalLogarithm(of: base)
}

/// `left` where `x` is below `kink`, `right` at the kink and above; NaN, which is on neither side, gives NaN.
@inlinable @inline(__always)
func piecewise<Number: Lanes>(_ x: Number, kink: Number, left: Number, right: Number) -> Number {
  Number(repeating: .nan).replaced(by: left, where: x.isBelow(kink)).replaced(
    by: right, where: kink.isAtMost(x))
}

/// 1 above 0, −1 below, 0 at ±0.
@inlinable @inline(__always)
func sign<Number: Lanes>(of x: Number) -> Number {
  let (zero, one) = (Number(repeating: 0), Number(repeating: 1))
  return piecewise(x, kink: zero, left: -one, right: one).replaced(by: zero, where: x.equals(zero))
}

/// `1/(|x|·factor)`, the slope of a logarithm; NaN below 0.
@inlinable @inline(__always)
func reciprocal<Number: Lanes>(of x: Number, times factor: Double) -> Number {
  let (zero, one) = (Number(repeating: 0), Number(repeating: 1))
  let slope = one / (x.magnitude * Number(repeating: factor))
  // Of the largest numbers the product is too large for a number, and its reciprocal is not too small for one.
  let divided = one / x.magnitude / Number(repeating: factor)
  return slope.replaced(by: divided, where: slope.equals(zero)).replaced(
    by: Number(repeating: .nan), where: x.isBelow(zero))
}

/// `1/(1 + x²)`; where the square is too large for a number, the reciprocal need not be too small for one.
@inlinable @inline(__always)
func slopeOfArctan<Number: Lanes>(_ x: Number) -> Number {
  let one = Number(repeating: 1)
  let slope = one / (one + x * x)
  return slope.replaced(by: one / x / x, where: slope.equals(Number(repeating: 0)))
}

/// The probability that a normally distributed number is below `x`.
func normalDistribution(_ x: Double) -> Double { 0.5 * erfComplement(of: -x * squareRootOfHalf) }

/// The density of the normal distribution at `x`.
func normalDensity(_ x: Double) -> Double { oneBySquareRootOfTwoPi * exponential(of: -0.5 * x * x) }

/// `x·Φ(x)`, Φ being the normal distribution.
@usableFromInline
func gelu(_ x: Double) -> Double { product(x, fading: normalDistribution(x)) }

/// `Φ(x) + x·φ(x)`, the derivative of `gelu`.
@usableFromInline
func slopeOfGelu(_ x: Double) -> Double { normalDistribution(x) + product(x, fading: normalDensity(x)) }

/// `x·factor` for a factor that goes to 0 faster than `x` to ±∞, so that `0·∞` is 0.
func product(_ x: Double, fading factor: Double) -> Double { factor == 0 ? 0 : x * factor }

/// `1·2·…·n`, right to the last digit; ∞ for more than 170, NaN for what is negative or not whole.
@usableFromInline
func factorial(_ n: Double) -> Double {
  guard n >= 0, n == n.rounded() else { return .nan }
  guard n <= 170 else { return .infinity }
  // The product is exact only up to 22!; from there on the rest carries what rounding takes from it.
  var product = 1.0
  var rest = 0.0
  for factor in stride(from: 2, through: n, by: 1) {
    let next = product * factor
    rest = rest * factor + (-next).addingProduct(product, factor)
    product = next
  }
  return product + rest
}
