// A number by itself is one lane.

extension Double: Lanes {
  /// One: a number by itself.
  @inlinable @inline(__always)
  public static var laneCount: Int { 1 }

  /// The number itself.
  @inlinable @inline(__always)
  public init(repeating number: Double) { self = number }

  /// The number of that bit pattern.
  @inlinable @inline(__always)
  public init(bits: UInt64) { self.init(bitPattern: bits) }

  /// The bit pattern.
  @inlinable @inline(__always)
  public var bits: UInt64 { bitPattern }

  /// The number, which is its own only lane.
  @inlinable @inline(__always)
  public subscript(lane: Int) -> Double {
    get { self }
    set { self = newValue }
  }

  /// Whether it is below `other`.
  @inlinable @inline(__always)
  public func isBelow(_ other: Double) -> Bool { self < other }

  /// Whether it is at most `other`.
  @inlinable @inline(__always)
  public func isAtMost(_ other: Double) -> Bool { self <= other }

  /// Whether it equals `other`.
  @inlinable @inline(__always)
  public func equals(_ other: Double) -> Bool { self == other }

  /// `other` where `mask` is true, else the number itself.
  @inlinable @inline(__always)
  public func replaced(by other: Double, where mask: Bool) -> Double { mask ? other : self }
}

extension UInt64: BitLanes {
  /// The pattern itself.
  @inlinable @inline(__always)
  public init(repeating bits: UInt64) { self = bits }

  /// The pattern moved by `count` places to the left.
  @inlinable @inline(__always)
  public func shiftedLeft(by count: UInt64) -> UInt64 { self &<< count }

  /// The pattern moved by `count` places to the right.
  @inlinable @inline(__always)
  public func shiftedRight(by count: UInt64) -> UInt64 { self &>> count }
}

extension Bool: LaneMask {
  /// Whether it holds.
  @inlinable @inline(__always)
  public var holdsAnywhere: Bool { self }

  /// Whether it holds.
  @inlinable @inline(__always)
  public var holdsEverywhere: Bool { self }
}
