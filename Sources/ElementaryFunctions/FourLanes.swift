// A vector of four numbers is four lanes: that of the registers of AVX; narrower ones take it in pieces.
//
// Bit patterns are reached by `unsafeBitCast` between vectors of the same size, which is exact; it stands in this
// file and in `EightLanes` only.

extension SIMD4<Double>: Lanes {
  /// Four.
  @inlinable @inline(__always)
  public static var laneCount: Int { 4 }

  /// The numbers of those bit patterns.
  @inlinable @inline(__always)
  public init(bits: SIMD4<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }

  /// The bit patterns.
  @inlinable @inline(__always)
  public var bits: SIMD4<UInt64> { unsafeBitCast(self, to: SIMD4<UInt64>.self) }

  /// Where a number is below that of `other`.
  @inlinable @inline(__always)
  public func isBelow(_ other: Self) -> FourLaneMask { FourLaneMask(self .< other) }

  /// Where a number is at most that of `other`.
  @inlinable @inline(__always)
  public func isAtMost(_ other: Self) -> FourLaneMask { FourLaneMask(self .<= other) }

  /// Where a number equals that of `other`.
  @inlinable @inline(__always)
  public func equals(_ other: Self) -> FourLaneMask { FourLaneMask(self .== other) }

  /// The numbers of `other` where `mask` is true, else these.
  @inlinable @inline(__always)
  public func replaced(by other: Self, where mask: FourLaneMask) -> Self {
    // Of a mask's operations the compiler makes single ones of whole vectors; of a vector's it makes four, which it
    // then puts together again, or not.
    let these = unsafeBitCast(self, to: SIMDMask<SIMD4<Int64>>.self)
    let others = unsafeBitCast(other, to: SIMDMask<SIMD4<Int64>>.self)
    return unsafeBitCast(these .^ ((these .^ others) .& mask.mask), to: Self.self)
  }
}

extension SIMD4<UInt64>: BitLanes {
  /// The patterns moved by `count` places to the left.
  @inlinable @inline(__always)
  public func shiftedLeft(by count: UInt64) -> Self {
    // One shift of the whole vector in the end; `&<<` becomes four.
    self &* Self(repeating: 1 &<< count)
  }

  /// The patterns moved by `count` places to the right.
  @inlinable @inline(__always)
  public func shiftedRight(by count: UInt64) -> Self { self &>> Self(repeating: count) }
}

/// What is true or false in each of four lanes.
public struct FourLaneMask: LaneMask {
  @usableFromInline let mask: SIMDMask<SIMD4<Int64>>

  @inlinable @inline(__always)
  init(_ mask: SIMDMask<SIMD4<Int64>>) { self.mask = mask }

  /// Whether it is true in a lane at least.
  @inlinable @inline(__always)
  public var holdsAnywhere: Bool { any(mask) }

  /// Whether it is true in all lanes.
  @inlinable @inline(__always)
  public var holdsEverywhere: Bool { all(mask) }
}
