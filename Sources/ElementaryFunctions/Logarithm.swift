/// The natural logarithm of `x`.
///
/// Right within 0.9 units in the last place, subnormal numbers too. 0 at 1, −∞ at ±0, NaN below 0, ∞ at ∞, NaN for NaN.
/// Source: the method of `ReducedLogarithm`.
@inlinable @inline(__always)
public func naturalLogarithm<L: Lanes>(of x: L) -> L {
  let reduced = ReducedLogarithm(x)
  return reduced.logarithm(rise: reduced.rise, correction: L(repeating: 0)).withLogarithmEdges(of: x)
}

/// The natural logarithm of `1 + x`, which keeps its digits where `x` is near 0.
///
/// Right within 0.9 units in the last place. ±0 at ±0 and `x` itself where it is subnormal, −∞ at −1, NaN below −1, ∞
/// at ∞, NaN for NaN. Source: the method of `ReducedLogarithm`, with what rounding takes from `1 + x`; D. Knuth, "The
/// Art of Computer Programming", volume 2, 4.2.2, theorem B.
@inlinable @inline(__always)
public func naturalLogarithm<L: Lanes>(ofOnePlus x: L) -> L {
  let sum = x + 1
  let other = sum - x
  let lost = (x - (sum - other)) + (L(repeating: 1) - other)
  let reduced = ReducedLogarithm(sum)
  // Where the power of 2 is 1, `x` itself is what is wanted, with all its digits.
  let isNear = reduced.exponent.equals(L(repeating: 0))
  return reduced.logarithm(
    rise: reduced.rise.replaced(by: x, where: isNear),
    correction: (lost / sum).replaced(by: 0, where: isNear)
  ).withLogarithmEdges(of: sum).withSign(of: x)
}

/// A positive number as a power of 2 and a factor near 1: `2^k·(1 + f)`, with `1 + f` from `√½` to `√2`.
///
/// Method. With `s = f/(2 + f)`, of magnitude up to 0.1716,
///
///     ln(1 + f) = ln((1 + s)/(1 − s)) ≈ 2s + s·R,   R = s²(c₁ + c₂s² + … + c₇s¹²),
///     2s = f − s·f = f − (f²/2 − s·f²/2),
///
/// so that the rounding errors of all but `f`, which is exact, are small beside it. The coefficients are those of the
/// least largest relative error, found by the exchange algorithm of Remez with 300 bits and then rounded; the
/// polynomial is within 1.5·10⁻¹⁸ of the logarithm, relatively. With rounding the largest error that was measured, as
/// in `ReducedPower`, is 0.86 units in the last place. The goals are those of `ReducedPower`. Source of the form:
/// FreeBSD's `e_log.c` (Sun Microsystems, 1993).
@frozen
@usableFromInline
struct ReducedLogarithm<L: Lanes> {
  /// `k`.
  @usableFromInline let exponent: L
  /// `f`.
  @usableFromInline let rise: L

  /// The parts of `x`; they have no meaning for what is not a positive number.
  @inlinable @inline(__always)
  init(_ x: L) {
    let isSubnormal = x.isBelow(0x1p-1022)
    let normal = x.replaced(by: x * 0x1p54, where: isSubnormal)
    // The pattern, less that of √½, with that of 1 put in its place: its exponent is `k`, with 1023 added.
    let squareRootOfHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
    let moved = normal.bits &+ L.Bits(repeating: 0x3FF0_0000_0000_0000 &- squareRootOfHalf)
    // Put below the bits of 2⁵², a whole number makes the pattern of the sum of both.
    let sum = L(bits: moved.shiftedRight(by: 52) | L.Bits(repeating: 0x4330_0000_0000_0000))
    exponent = sum - L(repeating: 0x1p52 + 1023).replaced(by: 0x1p52 + 1023 + 54, where: isSubnormal)
    let fraction = moved & L.Bits(repeating: 0x000F_FFFF_FFFF_FFFF)
    rise = L(bits: fraction &+ L.Bits(repeating: squareRootOfHalf)) - 1
  }

  /// `k·ln 2 + ln(1 + rise) + correction`.
  @inlinable @inline(__always)
  func logarithm(rise: L, correction: L) -> L {
    let s = rise / (rise + 2)
    let z = s * s
    let z2 = z * z
    let c1 = z * 0x1.999999997fee3p-2 + 0x1.5555555555592p-1
    let c3 = z * 0x1.c71c5215fc90ep-3 + 0x1.24924941e11e8p-2
    let c5 = z * 0x1.39a1f9bfc2926p-3 + 0x1.74663c64f324p-3
    let tail = z * (((z2 * 0x1.2f02f97909545p-3 + c5) * z2 + c3) * z2 + c1)
    let halfSquare = rise * rise * 0.5
    let small = s * (halfSquare + tail) + (exponent * 0x1.ef35793c7673p-45 + correction)
    return exponent * 0x1.62e42fefa38p-1 - ((halfSquare - small) - rise)
  }
}

extension Lanes {
  /// The numbers, and what the logarithm is instead where `x` is not a positive number.
  @inlinable @inline(__always)
  func withLogarithmEdges(of x: Self) -> Self {
    x.replaced(by: self, where: x.isBelow(.infinity))
      .replaced(by: -.infinity, where: x.equals(Self(repeating: 0)))
      .replaced(by: .nan, where: x.isBelow(0))
  }
}
