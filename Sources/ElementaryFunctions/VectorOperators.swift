// What is worked out with whole vectors, as the standard library has it, but of a type that is known where this is compiled.
//
// The library's own operators are generic. A build without optimisation, which tests are, leaves them so, and looks each
// lane's type up anew each time: a training took twice as long. An operator that assigns is taken in where it is
// called, even there. With optimisation the two are the same code.

extension SIMD8<Double> {
  /// The sums, lane by lane.
  @inlinable @inline(__always)
  public static func + (x: Self, y: Self) -> Self {
    var result = x
    result += y
    return result
  }

  /// The differences, lane by lane.
  @inlinable @inline(__always)
  public static func - (x: Self, y: Self) -> Self {
    var result = x
    result -= y
    return result
  }

  /// The products, lane by lane.
  @inlinable @inline(__always)
  public static func * (x: Self, y: Self) -> Self {
    var result = x
    result *= y
    return result
  }

  /// The quotients, lane by lane.
  @inlinable @inline(__always)
  public static func / (x: Self, y: Self) -> Self {
    var result = x
    result /= y
    return result
  }
}

extension SIMD8<UInt64> {
  /// The bits that are set in both.
  @inlinable @inline(__always)
  public static func & (x: Self, y: Self) -> Self {
    var result = x
    result &= y
    return result
  }

  /// The bits that are set in one of them or in both.
  @inlinable @inline(__always)
  public static func | (x: Self, y: Self) -> Self {
    var result = x
    result |= y
    return result
  }

  /// The bits that are set in one of them alone.
  @inlinable @inline(__always)
  public static func ^ (x: Self, y: Self) -> Self {
    var result = x
    result ^= y
    return result
  }
}

extension SIMD4<Double> {
  /// The sums, lane by lane.
  @inlinable @inline(__always)
  public static func + (x: Self, y: Self) -> Self {
    var result = x
    result += y
    return result
  }

  /// The differences, lane by lane.
  @inlinable @inline(__always)
  public static func - (x: Self, y: Self) -> Self {
    var result = x
    result -= y
    return result
  }

  /// The products, lane by lane.
  @inlinable @inline(__always)
  public static func * (x: Self, y: Self) -> Self {
    var result = x
    result *= y
    return result
  }

  /// The quotients, lane by lane.
  @inlinable @inline(__always)
  public static func / (x: Self, y: Self) -> Self {
    var result = x
    result /= y
    return result
  }
}

extension SIMD4<UInt64> {
  /// The bits that are set in both.
  @inlinable @inline(__always)
  public static func & (x: Self, y: Self) -> Self {
    var result = x
    result &= y
    return result
  }

  /// The bits that are set in one of them or in both.
  @inlinable @inline(__always)
  public static func | (x: Self, y: Self) -> Self {
    var result = x
    result |= y
    return result
  }

  /// The bits that are set in one of them alone.
  @inlinable @inline(__always)
  public static func ^ (x: Self, y: Self) -> Self {
    var result = x
    result ^= y
    return result
  }
}
