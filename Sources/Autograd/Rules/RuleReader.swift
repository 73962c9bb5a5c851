public import ElementaryFunctions

/// Someone who reads one part of an operation's rule and leaves the others unworked.
@usableFromInline
protocol RuleReader {
  /// The numbers for which the rule is read: one, or several in lanes.
  associatedtype Number: Lanes & BitwiseCopyable
  associatedtype Answer

  /// `x`, or `kink` where both are equal for a decision; `side` says what made them.
  func settled(_ x: Number, at kink: Number, _ side: Side) -> Number
  /// `x`, or 0 where it is equal to that for a decision.
  func settledAtZero(_ x: Number, _ side: Side) -> Number
  /// `x`, or the nearest whole number where it is equal to that for a decision.
  func settledAtWhole(_ x: Number, _ side: Side) -> Number

  func leaf(value: Number) -> Answer
  func unary(value: @autoclosure () -> Number, derivative: @autoclosure () -> Number) -> Answer
  func binary(
    value: @autoclosure () -> Number, byFirst: @autoclosure () -> Number, bySecond: @autoclosure () -> Number
  ) -> Answer
}

extension RuleReader {
  // Who does not know what the operands were made of takes them as they are.

  @inlinable @inline(__always)
  func settled(_ x: Number, at kink: Number, _ side: Side) -> Number { x }

  @inlinable @inline(__always)
  func settledAtZero(_ x: Number, _ side: Side) -> Number { x }

  @inlinable @inline(__always)
  func settledAtWhole(_ x: Number, _ side: Side) -> Number { x }
}

/// Someone who reads a rule and knows what the operands were made of.
@usableFromInline
protocol SettlingReader: RuleReader {
  var origins: Origins<Number> { get }
}

/// Reads how many operands there are.
@usableFromInline
struct ArityReader: RuleReader {
  @inlinable @inline(__always)
  init() {}

  @inlinable @inline(__always)
  func leaf(value: Double) -> Int { 0 }

  @inlinable @inline(__always)
  func unary(value: @autoclosure () -> Double, derivative: @autoclosure () -> Double) -> Int { 1 }

  @inlinable @inline(__always)
  func binary(
    value: @autoclosure () -> Double, byFirst: @autoclosure () -> Double, bySecond: @autoclosure () -> Double
  ) -> Int { 2 }
}

/// Reads the value; a leaf keeps the one that it has.
@usableFromInline
struct ValueReader<Number: Lanes & BitwiseCopyable>: RuleReader {
  @inlinable @inline(__always)
  init() {}

  @inlinable @inline(__always)
  func leaf(value: Number) -> Number { value }

  @inlinable @inline(__always)
  func unary(value: @autoclosure () -> Number, derivative: @autoclosure () -> Number) -> Number { value() }

  @inlinable @inline(__always)
  func binary(
    value: @autoclosure () -> Number, byFirst: @autoclosure () -> Number, bySecond: @autoclosure () -> Number
  ) -> Number { value() }
}

/// Reads the local derivatives; by an operand that is not there it is 0.
@usableFromInline
struct DerivativeReader<Number: Lanes & BitwiseCopyable>: RuleReader {
  @inlinable @inline(__always)
  init() {}

  @inlinable @inline(__always)
  func leaf(value: Number) -> (Number, Number) { (Number(repeating: 0), Number(repeating: 0)) }

  @inlinable @inline(__always)
  func unary(value: @autoclosure () -> Number, derivative: @autoclosure () -> Number) -> (Number, Number) {
    (derivative(), Number(repeating: 0))
  }

  @inlinable @inline(__always)
  func binary(
    value: @autoclosure () -> Number, byFirst: @autoclosure () -> Number, bySecond: @autoclosure () -> Number
  ) -> (Number, Number) { (byFirst(), bySecond()) }
}

/// Reads the value for operands of which it is known what they were made of.
@usableFromInline
struct SettledValueReader<Number: Lanes & BitwiseCopyable>: SettlingReader {
  @usableFromInline let origins: Origins<Number>

  @inlinable @inline(__always)
  init(_ origins: Origins<Number>) { self.origins = origins }

  @inlinable @inline(__always)
  func leaf(value: Number) -> Number { value }

  @inlinable @inline(__always)
  func unary(value: @autoclosure () -> Number, derivative: @autoclosure () -> Number) -> Number { value() }

  @inlinable @inline(__always)
  func binary(
    value: @autoclosure () -> Number, byFirst: @autoclosure () -> Number, bySecond: @autoclosure () -> Number
  ) -> Number { value() }
}

/// Reads the local derivatives for operands of which it is known what they were made of.
@usableFromInline
struct SettledDerivativeReader<Number: Lanes & BitwiseCopyable>: SettlingReader {
  @usableFromInline let origins: Origins<Number>

  @inlinable @inline(__always)
  init(_ origins: Origins<Number>) { self.origins = origins }

  @inlinable @inline(__always)
  func leaf(value: Number) -> (Number, Number) { DerivativeReader().leaf(value: value) }

  @inlinable @inline(__always)
  func unary(value: @autoclosure () -> Number, derivative: @autoclosure () -> Number) -> (Number, Number) {
    DerivativeReader().unary(value: value(), derivative: derivative())
  }

  @inlinable @inline(__always)
  func binary(
    value: @autoclosure () -> Number, byFirst: @autoclosure () -> Number, bySecond: @autoclosure () -> Number
  ) -> (Number, Number) { (byFirst(), bySecond()) }
}

extension Operation {
  /// The number of operands: 0, 1 or 2.
  public var arity: Int { rule(of: self, ArityReader(), x: Double.nan, y: .nan, out: .nan) }

  /// The value for the operands `x` and `y`, taken as they are; `current` is that of a leaf.
  @inlinable @inline(__always)
  func value<Number: Lanes & BitwiseCopyable>(_ x: Number, _ y: Number, current: Number) -> Number {
    rule(of: self, ValueReader(), x: x, y: y, out: current)
  }

  /// The value for operands that were made of `origins`.
  @inlinable @inline(__always)
  func value<Number: Lanes & BitwiseCopyable>(
    _ x: Number, _ y: Number, current: Number, _ origins: Origins<Number>
  ) -> Number {
    rule(of: self, SettledValueReader(origins), x: x, y: y, out: current)
  }

  /// The derivatives of `out`, the value, by the operands `x` and `y`, taken as they are.
  @inlinable @inline(__always)
  func localDerivatives<Number: Lanes & BitwiseCopyable>(
    _ x: Number, _ y: Number, out: Number
  ) -> (Number, Number) {
    rule(of: self, DerivativeReader(), x: x, y: y, out: out)
  }

  /// The derivatives by operands that were made of `origins`.
  @inlinable @inline(__always)
  func localDerivatives<Number: Lanes & BitwiseCopyable>(
    _ x: Number, _ y: Number, out: Number, _ origins: Origins<Number>
  ) -> (Number, Number) {
    rule(of: self, SettledDerivativeReader(origins), x: x, y: y, out: out)
  }
}
