/// One number, or several side by side, with which the same arithmetic is done in every lane.
///
/// What is written once for `Lanes` works for a single `Double` and for vectors of them, and gives the same bits in
/// each lane: every operation is that of IEEE 754, rounded by itself, and none is fused with another.
public protocol Lanes {
  /// The bit patterns of the numbers, in lanes of their own.
  associatedtype Bits: BitLanes
  /// What is true or false in each lane.
  associatedtype Mask: LaneMask

  /// How many numbers there are.
  static var laneCount: Int { get }

  /// The same number in every lane.
  init(repeating number: Double)
  /// The numbers of which these are the bit patterns.
  init(bits: Bits)

  /// The number in one lane; `lane` counts from 0 and is below `laneCount`.
  subscript(lane: Int) -> Double { get set }
  /// The bit patterns of the numbers.
  var bits: Bits { get }

  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  static func / (x: Self, y: Self) -> Self
  /// The square root, rounded once.
  func squareRoot() -> Self

  /// Where a number is below that of `other`; nowhere with NaN.
  func isBelow(_ other: Self) -> Mask
  /// Where a number is at most that of `other`; nowhere with NaN.
  func isAtMost(_ other: Self) -> Mask
  /// Where a number equals that of `other`, as 0 and −0 do; nowhere with NaN.
  func equals(_ other: Self) -> Mask

  /// The numbers of `other` where `mask` is true, else these.
  func replaced(by other: Self, where mask: Mask) -> Self
}

/// Bit patterns in lanes.
public protocol BitLanes {
  /// The same pattern in every lane.
  init(repeating bits: UInt64)

  /// The sum of the patterns as whole numbers, without what is carried beyond 64 bits.
  static func &+ (x: Self, y: Self) -> Self
  /// The difference of the patterns as whole numbers, without what is borrowed beyond 64 bits.
  static func &- (x: Self, y: Self) -> Self
  static func & (x: Self, y: Self) -> Self
  static func | (x: Self, y: Self) -> Self
  static func ^ (x: Self, y: Self) -> Self
  /// The patterns moved by `count` places, 0 to 63, to the left.
  func shiftedLeft(by count: UInt64) -> Self
  /// The patterns moved by `count` places, 0 to 63, to the right, with zeros moved in.
  func shiftedRight(by count: UInt64) -> Self
}

/// What is true or false in each lane.
public protocol LaneMask {
  /// Whether it is true in a lane at least.
  var holdsAnywhere: Bool { get }
  /// Whether it is true in all lanes.
  var holdsEverywhere: Bool { get }
}

// MARK: - What follows

extension Lanes {
  /// The numbers with the other sign, NaN too.
  @inlinable @inline(__always)
  public static prefix func - (x: Self) -> Self {
    Self(bits: x.bits ^ Bits(repeating: signBit))
  }

  /// The numbers without their signs.
  @inlinable @inline(__always)
  public var magnitude: Self { Self(bits: bits & Bits(repeating: ~signBit)) }

  /// The numbers with the signs of `other`.
  @inlinable @inline(__always)
  public func withSign(of other: Self) -> Self {
    Self(
      bits: (bits & Bits(repeating: ~signBit)) | (other.bits & Bits(repeating: signBit)))
  }

  /// A function of one number, worked out lane by lane.
  @inlinable @inline(__always)
  public func mapped(_ function: (Double) -> Double) -> Self {
    var result = self
    for lane in 0..<Self.laneCount { result[lane] = function(self[lane]) }
    return result
  }

  /// A function of two numbers, worked out lane by lane.
  @inlinable @inline(__always)
  public func mapped(with other: Self, _ function: (Double, Double) -> Double) -> Self {
    var result = self
    for lane in 0..<Self.laneCount { result[lane] = function(self[lane], other[lane]) }
    return result
  }
}

/// The bit of a number's sign.
@usableFromInline
let signBit: UInt64 = 1 << 63
