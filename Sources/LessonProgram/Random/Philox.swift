/// The random generator Philox4x32-10: a block of 128 random bits for each counter and key.
///
/// It has no state. A block depends on its counter and key alone, so that numbers can be drawn in any order, and leaving
/// one out changes no other. It passes BigCrush.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
enum Philox {
  /// The block of `counter` under `key`; of each 64-bit half the lower word comes first, as the paper's tests print them.
  package static func block(counter: SIMD2<UInt64>, key: UInt64) -> RandomBlock {
    var x = (
      UInt32(truncatingIfNeeded: counter[0]), UInt32(truncatingIfNeeded: counter[0] >> 32),
      UInt32(truncatingIfNeeded: counter[1]), UInt32(truncatingIfNeeded: counter[1] >> 32)
    )
    var k = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for _ in 0..<10 {
      let first = multiplier.0.multipliedFullWidth(by: x.0)
      let second = multiplier.1.multipliedFullWidth(by: x.2)
      x = (second.high ^ x.1 ^ k.0, second.low, first.high ^ x.3 ^ k.1, first.low)
      k = (k.0 &+ weyl.0, k.1 &+ weyl.1)
    }
    return RandomBlock(
      first: UInt64(x.1) << 32 | UInt64(x.0), second: UInt64(x.3) << 32 | UInt64(x.2))
  }

  /// The paper's multipliers of a round.
  private static let multiplier: (UInt32, UInt32) = (0xD251_1F53, 0xCD9E_8D57)
  /// What is added to the key behind each round: the fractions of the golden ratio and of √3.
  private static let weyl: (UInt32, UInt32) = (0x9E37_79B9, 0xBB67_AE85)
}

/// 128 random bits: what one draw is made of.
package struct RandomBlock: Hashable, Sendable {
  /// The first 64 bits.
  package let first: UInt64
  /// The last 64 bits.
  package let second: UInt64

  /// A number from 0 up to, but not including, 1: the upper 53 of the first 64 bits, as a fraction.
  var fraction: Double { Double(first >> 11) * 0x1p-53 }

  /// A number of the standard normal distribution, by Box and Muller: √(−2 ln u)·cos(2πv).
  ///
  /// u, in (0, 1], comes from the first 64 bits and v, in [0, 1), from the last, 53 of them each. It lies within ±8.572.
  ///
  /// Source: G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates" (1958).
  var normal: Double {
    let u = Double((first >> 11) + 1) * 0x1p-53
    let v = Double(second >> 11) * 0x1p-53
    return (-2 * Elementary.ln(u)).squareRoot() * RandomBlock.cosine(ofTurns: v)
  }

  /// cos(2πv) for v in [0, 1).
  ///
  /// The quarters of a turn are taken away before π rounds: near a zero of the cosine all digits hold, too, and they are
  /// the same with every C library, but for the last.
  private static func cosine(ofTurns v: Double) -> Double {
    let quarters = (4 * v).rounded()
    let angle = 2 * .pi * (v - quarters / 4)
    return switch quarters {
    case 1: -Elementary.sin(angle)
    case 2: -Elementary.cos(angle)
    case 3: Elementary.sin(angle)
    default: Elementary.cos(angle)
    }
  }
}
