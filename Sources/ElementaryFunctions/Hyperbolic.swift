/// The hyperbolic tangent `(e^x − e^(−x))/(e^x + e^(−x))`.
///
/// Right within 2.6 units in the last place, from −1 to 1, and odd. ±0 at ±0 and `x` itself where it is subnormal, ±1
/// at ±∞ and where `|x|` is above 19.1, NaN for NaN. Source: the method of `ReducedPower`; with `h = (1 − 2^(−k))/2`
/// and `g = (1 + 2^(−k))/2` it is `(h(d − n) + n)/(g(d − n) + n)`, one division, in which nothing cancels near 0.
@inlinable @inline(__always)
public func hyperbolicTangent<L: Lanes>(of x: L) -> L {
  let magnitude = x.magnitude
  let power = ReducedPower(twice: magnitude.atMost(22))
  let excess = power.rise - power.numerator
  let h = L(repeating: 0.5) - power.halfInverse
  let g = power.halfInverse + 0.5
  let above = h + (h * excess + power.numerator)
  let below = g + (g * excess + power.numerator)
  return L(bits: (above / below).bits | (x.bits ^ magnitude.bits))
}

/// The hyperbolic sine `(e^x − e^(−x))/2`.
///
/// Right within 2.2 units in the last place, and odd. ±0 at ±0 and `x` itself where it is subnormal, ±∞ at ±∞, NaN for
/// NaN; ±∞ where `|x|` is above 710.4758600739439.
/// Source: with `h = (e^|x| − 1)/2`, the method of `ReducedPower`, it is `h + h/(2h + 1)`.
@inlinable @inline(__always)
public func hyperbolicSine<L: Lanes>(of x: L) -> L {
  let magnitude = x.magnitude
  let power = ReducedPower(twice: (magnitude * 0.5).atMost(355.5))
  let half = power.scaled(power.fractionLessInverse * 0.5)
  // The fraction is 1/2 long before `half` is infinite.
  let bounded = half.atMost(0x1p60)
  let sine = half + bounded / (bounded + bounded + 1)
  // It is never below `x`; only by rounding, and where half of a subnormal number is not exact.
  return sine.replaced(by: magnitude, where: sine.isBelow(magnitude)).withSign(of: x)
}

/// The hyperbolic cosine `(e^x + e^(−x))/2`.
///
/// Right within 1.4 units in the last place, and even. 1 at ±0, ∞ at ±∞, NaN for NaN; ∞ where `|x|` is above
/// 710.4758600739439.
/// Source: with `h = e^|x|/2`, the method of `ReducedPower`, it is `h + 1/(4h)`.
@inlinable @inline(__always)
public func hyperbolicCosine<L: Lanes>(of x: L) -> L {
  let power = ReducedPower(twice: (x.magnitude * 0.5).atMost(355.5))
  let half = power.scaled(power.fraction * 0.5)
  return half + L(repeating: 0.25) / half
}
