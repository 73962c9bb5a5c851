// The same number in every lane, as the second operand. Not public: beside `Double`'s own operators they would be
// ambiguous to those who compute with a single number.

extension Lanes {
  @inlinable @inline(__always)
  static func + (x: Self, number: Double) -> Self { x + Self(repeating: number) }

  @inlinable @inline(__always)
  static func - (x: Self, number: Double) -> Self { x - Self(repeating: number) }

  @inlinable @inline(__always)
  static func * (x: Self, number: Double) -> Self { x * Self(repeating: number) }

  /// Where a number is below `number`; nowhere with NaN.
  @inlinable @inline(__always)
  func isBelow(_ number: Double) -> Mask { isBelow(Self(repeating: number)) }

  /// The numbers, and `number` instead where `mask` is true.
  @inlinable @inline(__always)
  func replaced(by number: Double, where mask: Mask) -> Self {
    replaced(by: Self(repeating: number), where: mask)
  }

  /// The numbers, and `limit` instead of those below it; NaN stays.
  @inlinable @inline(__always)
  func atLeast(_ limit: Double) -> Self { replaced(by: limit, where: isBelow(limit)) }

  /// The numbers, and `limit` instead of those above it; NaN stays.
  @inlinable @inline(__always)
  func atMost(_ limit: Double) -> Self {
    replaced(by: limit, where: Self(repeating: limit).isBelow(self))
  }
}
