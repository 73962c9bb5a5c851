/// The logistic function `1/(1 + e^(−x))`, also known as the sigmoid.
///
/// Right within 2.4 units in the last place, also far below 0, where it is nearly `e^x`; from 0 to 1. 0.5 at ±0, 0 at
/// −∞ and below −745.133219101941, 1 at ∞ and above 37, NaN for NaN. Source: the method of `ReducedPower`; it is
/// `2^k(d + n)/((d − n) + 2^k(d + n))`, one division.
@inlinable @inline(__always)
public func logistic<L: Lanes>(of x: L) -> L {
  let power = ReducedPower(twice: (x * 0.5).atLeast(-373).atMost(20))
  let scales = power.scales
  // The second scale is taken out of the fraction: a subnormal result is rounded at the end, not before the division.
  let above = (power.rise + power.numerator + 1) * scales.first
  let below = power.rise - power.numerator + above * scales.second + 1
  return above / below * scales.second
}

/// The smooth rectifier `ln(1 + e^x)`.
///
/// Right within 1.5 units in the last place, also far below 0, where it is nearly `e^x`. 0 at −∞ and below
/// −745.133219101941, `x` itself above 37, ∞ at ∞, NaN for NaN.
/// Source: `max(x, 0) + ln(1 + e^(−|x|))`, which never raises e to a positive power.
@inlinable @inline(__always)
public func softplus<L: Lanes>(of x: L) -> L {
  x.atLeast(0) + naturalLogarithm(ofOnePlus: exponential(of: -x.magnitude))
}
