// The kernel of all functions here that are made of powers of e. Its goals, in order:
//
// 1. The same bits everywhere: for one number and for eight, in debug and release builds, on every processor. So there
//    are only operations that IEEE 754 rounds in one way, in a fixed order, none fused; no C library.
// 2. Results within a few units of the exact value in the last place, over the whole range.
// 3. Speed: no branches, one division, and no more than the operations that the first two goals need.
//
// Method. The number is `t = k·(ln 2)/2 + r` with a whole `k` and `|r| ≤ (ln 2)/4`, so that `e^(2t) = 2^k·e^(2r)`. Of
// the two parts of `(ln 2)/2` the first has 41 bits, so that `k` times it, and the difference to `t`, are exact. Then
//
//     tanh r ≈ n/d,   n = r + r³(n₁ + n₂r²),   d = 1 + r²(d₁ + d₂r²),
//     e^(2r) = (d + n)/(d − n).
//
// The four coefficients are those of the least largest relative error, found by the exchange algorithm of Remez with
// 300 bits and then rounded; with them `n/d` is within 6.1·10⁻¹⁸ of `tanh r`, relatively: a twentieth of a unit in the
// last place. The rest of each function's error is rounding. Measured against 113-bit arithmetic on 15 million numbers
// a function (all patterns of bits, dense around 0, around the limits and around every change of `k`), the largest are,
// in units in the last place: e^x − 1 1.31, tanh 2.59, sinh 2.14, cosh 1.32, logistic 2.34, softplus 1.47.

/// The power `e^(2t)`, taken apart into a power of 2 and the hyperbolic tangent of what remains of `t`.
@frozen
@usableFromInline
struct ReducedPower<L: Lanes> {
  /// `1022 − k`, the exponent of `2^(−k)/2`, in the lowest 12 bits of the pattern.
  @usableFromInline let inverseExponent: L.Bits
  /// The first part of `r`, exact; the rest of `r` is below its last bit by far.
  @usableFromInline let lead: L
  /// `n − lead`.
  @usableFromInline let tail: L
  /// `d − 1`.
  @usableFromInline let rise: L

  /// The power `e^(2t)`, where `t` is −373 to 355.5 or NaN.
  @inlinable @inline(__always)
  init(twice t: L) {
    // Numbers of this magnitude are whole: the sum is rounded to one, and the lowest bits of its pattern count.
    let whole = 0x1.8p52 + 1022
    let shifted = t * -0x1.71547652b82fep+1 + whole
    let minusK = shifted - whole
    inverseExponent = shifted.bits
    lead = t + minusK * 0x1.62e42fefa38p-2
    let low = minusK * -0x1.ef35793c7673p-46
    let r = lead - low
    let square = r * r
    tail = r * square * (square * 0x1.15323924dd85bp-10 + 0x1.c71024a63cd17p-4) - low
    rise = square * (square * 0x1.03fc93046096ep-6 + 0x1.c7195e7ee4834p-2)
  }

  /// `n`.
  @inlinable @inline(__always)
  var numerator: L { lead + tail }

  /// `2^(−k)/2`, for `k` up to 1021; beyond, 0 or something negative.
  @inlinable @inline(__always)
  var halfInverse: L { L(bits: inverseExponent.shiftedLeft(by: 52)) }

  /// Two powers of 2 whose product is `2^k`. Neither leaves the normal numbers, as `2^k` by itself may.
  @inlinable @inline(__always)
  var scales: (first: L, second: L) {
    // `k` with 2046 added, which is positive.
    let exponent = L.Bits(repeating: (0x1.8p52 + 1022).bitPattern &+ 2046) &- inverseExponent
    let half = exponent.shiftedRight(by: 1)
    return (L(bits: half.shiftedLeft(by: 52)), L(bits: (exponent &- half).shiftedLeft(by: 52)))
  }

  /// `x·2^k`, rounded only where it is subnormal.
  @inlinable @inline(__always)
  func scaled(_ x: L) -> L {
    let scales = scales
    return x * scales.first * scales.second
  }

  /// `(e^(2r) − 1)/2` less `lead`: so small beside `lead` that its rounding errors hardly count.
  @inlinable @inline(__always)
  var bend: L {
    let excess = rise - numerator
    return (tail - lead * excess) / (excess + 1)
  }

  /// `e^(2r)`.
  @inlinable @inline(__always)
  var fraction: L {
    let half = lead + bend
    return half + half + 1
  }

  /// `e^(2r) − 2^(−k)`, for `t ≥ −20`; scaled it is `e^(2t) − 1`, without loss of digits near 0.
  @inlinable @inline(__always)
  var fractionLessInverse: L {
    let half = halfInverse.atLeast(0)
    let start = L(repeating: 1) - (half + half)
    // What the first sum loses to rounding, the second has: `start` is 0 or the larger.
    let double = lead + lead
    let sum = start + double
    let lost = double - (sum - start)
    let bend = bend
    return sum + (lost + (bend + bend))
  }
}
