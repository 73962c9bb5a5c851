// What is worked out with whole vectors, lane by lane, in a build without optimisation, as tests are.
//
// The standard library's own operators are generic. Such a build leaves them so, and looks the type of each lane up anew
// each time: trainings took nearly three times as long. With optimisation they are single instructions, and these would only
// stand in their way. The bits are the same: each is an operation of IEEE 754, or one of whole numbers.

#if DEBUG
  extension SIMD8<Double> {
    /// The sums, lane by lane.
    @inlinable @inline(__always)
    public static func + (x: Self, y: Self) -> Self {
      Self(
        x[0] + y[0], x[1] + y[1], x[2] + y[2], x[3] + y[3], x[4] + y[4], x[5] + y[5], x[6] + y[6], x[7] + y[7]
      )
    }

    /// The differences, lane by lane.
    @inlinable @inline(__always)
    public static func - (x: Self, y: Self) -> Self {
      Self(
        x[0] - y[0], x[1] - y[1], x[2] - y[2], x[3] - y[3], x[4] - y[4], x[5] - y[5], x[6] - y[6], x[7] - y[7]
      )
    }

    /// The products, lane by lane.
    @inlinable @inline(__always)
    public static func * (x: Self, y: Self) -> Self {
      Self(
        x[0] * y[0], x[1] * y[1], x[2] * y[2], x[3] * y[3], x[4] * y[4], x[5] * y[5], x[6] * y[6], x[7] * y[7]
      )
    }

    /// The quotients, lane by lane.
    @inlinable @inline(__always)
    public static func / (x: Self, y: Self) -> Self {
      Self(
        x[0] / y[0], x[1] / y[1], x[2] / y[2], x[3] / y[3], x[4] / y[4], x[5] / y[5], x[6] / y[6], x[7] / y[7]
      )
    }
  }

  extension SIMD8<UInt64> {
    /// The bits that are set in both.
    @inlinable @inline(__always)
    public static func & (x: Self, y: Self) -> Self {
      Self(
        x[0] & y[0], x[1] & y[1], x[2] & y[2], x[3] & y[3], x[4] & y[4], x[5] & y[5], x[6] & y[6], x[7] & y[7]
      )
    }

    /// The bits that are set in one of them or in both.
    @inlinable @inline(__always)
    public static func | (x: Self, y: Self) -> Self {
      Self(
        x[0] | y[0], x[1] | y[1], x[2] | y[2], x[3] | y[3], x[4] | y[4], x[5] | y[5], x[6] | y[6], x[7] | y[7]
      )
    }

    /// The bits that are set in one of them alone.
    @inlinable @inline(__always)
    public static func ^ (x: Self, y: Self) -> Self {
      Self(
        x[0] ^ y[0], x[1] ^ y[1], x[2] ^ y[2], x[3] ^ y[3], x[4] ^ y[4], x[5] ^ y[5], x[6] ^ y[6], x[7] ^ y[7]
      )
    }
  }

  extension SIMD4<Double> {
    /// The sums, lane by lane.
    @inlinable @inline(__always)
    public static func + (x: Self, y: Self) -> Self {
      Self(x[0] + y[0], x[1] + y[1], x[2] + y[2], x[3] + y[3])
    }

    /// The differences, lane by lane.
    @inlinable @inline(__always)
    public static func - (x: Self, y: Self) -> Self {
      Self(x[0] - y[0], x[1] - y[1], x[2] - y[2], x[3] - y[3])
    }

    /// The products, lane by lane.
    @inlinable @inline(__always)
    public static func * (x: Self, y: Self) -> Self {
      Self(x[0] * y[0], x[1] * y[1], x[2] * y[2], x[3] * y[3])
    }

    /// The quotients, lane by lane.
    @inlinable @inline(__always)
    public static func / (x: Self, y: Self) -> Self {
      Self(x[0] / y[0], x[1] / y[1], x[2] / y[2], x[3] / y[3])
    }
  }

  extension SIMD4<UInt64> {
    /// The bits that are set in both.
    @inlinable @inline(__always)
    public static func & (x: Self, y: Self) -> Self {
      Self(x[0] & y[0], x[1] & y[1], x[2] & y[2], x[3] & y[3])
    }

    /// The bits that are set in one of them or in both.
    @inlinable @inline(__always)
    public static func | (x: Self, y: Self) -> Self {
      Self(x[0] | y[0], x[1] | y[1], x[2] | y[2], x[3] | y[3])
    }

    /// The bits that are set in one of them alone.
    @inlinable @inline(__always)
    public static func ^ (x: Self, y: Self) -> Self {
      Self(x[0] ^ y[0], x[1] ^ y[1], x[2] ^ y[2], x[3] ^ y[3])
    }
  }
#endif
