/// `e^x`.
///
/// Right within 0.52 units in the last place, 0.76 among subnormal results. 1 at ±0, 0 at −∞, ∞ at ∞, NaN for NaN; ∞ above
/// 709.782712893384 and 0 below −745.133219101941, where the exact value rounds to them.
/// Source: the method of `DividedPower`.
@inlinable @inline(__always)
public func exponential<L: Lanes>(of x: L) -> L {
  L.laneCount == 1 ? L(repeating: exponentialOfOne(x[0])) : exponentialOfLanes(x)
}

/// The same of a single number: where the table is, it is read without a call.
@usableFromInline
func exponentialOfOne(_ x: Double) -> Double { exponentialOfLanes(x) }

@inlinable @inline(__always)
func exponentialOfLanes<L: Lanes>(_ x: L) -> L {
  // Between these the power is a normal number, which nothing but its exponent makes of the fraction.
  if x.magnitude.isBelow(700).holdsEverywhere { return DividedPower(x).scaledNormal }
  return DividedPower(x.atLeast(-746).atMost(710)).scaled
}

/// `e^x − 1`, which keeps its digits where `x` is near 0.
///
/// Right within 1.4 units in the last place. ±0 at ±0 and `x` itself where it is subnormal, −1 at −∞, ∞ at ∞, NaN for
/// NaN; ∞ above 709.782712893384.
/// Source: the method of `ReducedPower`.
@inlinable @inline(__always)
public func exponentialLessOne<L: Lanes>(of x: L) -> L {
  let power = ReducedPower(twice: (x * 0.5).atLeast(-20).atMost(355))
  // Half of a subnormal number is not exact.
  return power.scaled(power.fractionLessInverse).replaced(by: x, where: x.magnitude.isBelow(0x1p-54))
}
