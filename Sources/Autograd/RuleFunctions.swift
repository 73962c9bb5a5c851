// What the rules of the operations are made of, beside the C library.

@usableFromInline let ln2 = 0.693147180559945309
@usableFromInline let ln10 = 2.302585092994045684
@usableFromInline let twoBySquareRootOfPi = 1.128379167095512574
@usableFromInline let squareRootOfHalf = 0.707106781186547524
@usableFromInline let oneBySquareRootOfTwoPi = 0.398942280401432678

/// `1/(1 + e^(−x))`, with the exponential of a number that is not positive, which cannot overflow.
@usableFromInline
func logistic(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exp(of: -x)) }
  let small = exp(of: x)
  return small / (1 + small)
}

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
  base >= 0 && out == 0 ? 0 : out * ln(of: base)
}

/// `left` where `x` is below `kink`, `right` at the kink and above; NaN, which is on neither side, gives NaN.
@inlinable @inline(__always)
func piecewise(
  _ x: Double, kink: Double, left: @autoclosure () -> Double, right: @autoclosure () -> Double
) -> Double {
  if x >= kink { return right() }
  return x < kink ? left() : .nan
}

/// 1 above 0, −1 below, 0 at ±0.
@usableFromInline
func sign(of x: Double) -> Double { x == 0 ? 0 : piecewise(x, kink: 0, left: -1, right: 1) }

/// `ln(1 + e^x)`, with the exponential of a number that is not positive, which cannot overflow.
@usableFromInline
func softplus(_ x: Double) -> Double {
  piecewise(x, kink: 0, left: 0, right: x) + lnOfOne(plus: exp(of: -x.magnitude))
}

/// The probability that a normally distributed number is below `x`.
@usableFromInline
func normalDistribution(_ x: Double) -> Double { 0.5 * erfComplement(of: -x * squareRootOfHalf) }

/// The density of the normal distribution at `x`.
@usableFromInline
func normalDensity(_ x: Double) -> Double { oneBySquareRootOfTwoPi * exp(of: -0.5 * x * x) }

/// `x·factor` for a factor that goes to 0 faster than `x` to ±∞, so that `0·∞` is 0.
@usableFromInline
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
