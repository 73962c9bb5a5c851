// A vector of eight numbers is eight lanes: the width of the widest registers; narrower ones take it in pieces.
//
// Bit patterns are reached by `unsafeBitCast` between vectors of the same size, which is exact; it stands in this
// file and in `FourLanes` only.

extension SIMD8<Double>: Lanes {
  /// Eight.
  @inlinable @inline(__always)
  public static var laneCount: Int { 8 }

  /// The numbers of those bit patterns.
  @inlinable @inline(__always)
  public init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }

  /// The bit patterns.
  @inlinable @inline(__always)
  public var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  /// Where a number is below that of `other`.
  @inlinable @inline(__always)
  public func isBelow(_ other: Self) -> EightLaneMask { EightLaneMask(self .< other) }

  /// Where a number is at most that of `other`.
  @inlinable @inline(__always)
  public func isAtMost(_ other: Self) -> EightLaneMask { EightLaneMask(self .<= other) }

  /// Where a number equals that of `other`.
  @inlinable @inline(__always)
  public func equals(_ other: Self) -> EightLaneMask { EightLaneMask(self .== other) }

  /// The numbers of `other` where `mask` is true, else these.
  @inlinable @inline(__always)
  public func replaced(by other: Self, where mask: EightLaneMask) -> Self {
    // Of a mask's operations the compiler makes single ones of whole vectors; of a vector's it makes eight, which it
    // then puts together again, or not.
    let these = unsafeBitCast(self, to: SIMDMask<SIMD8<Int64>>.self)
    let others = unsafeBitCast(other, to: SIMDMask<SIMD8<Int64>>.self)
    return unsafeBitCast(these .^ ((these .^ others) .& mask.mask), to: Self.self)
  }
}

extension SIMD8<UInt64>: BitLanes {
  /// The patterns moved by `count` places to the left.
  @inlinable @inline(__always)
  public func shiftedLeft(by count: UInt64) -> Self {
    // One shift of the whole vector in the end; `&<<` becomes eight.
    self &* Self(repeating: 1 &<< count)
  }

  /// The patterns moved by `count` places to the right.
  @inlinable @inline(__always)
  public func shiftedRight(by count: UInt64) -> Self { self &>> Self(repeating: count) }
}

/// What is true or false in each of eight lanes.
public struct EightLaneMask: LaneMask {
  @usableFromInline let mask: SIMDMask<SIMD8<Int64>>

  @inlinable @inline(__always)
  init(_ mask: SIMDMask<SIMD8<Int64>>) { self.mask = mask }

  /// Whether it is true in a lane at least.
  @inlinable @inline(__always)
  public var holdsAnywhere: Bool { any(mask) }

  /// Whether it is true in all lanes.
  @inlinable @inline(__always)
  public var holdsEverywhere: Bool { all(mask) }
}
