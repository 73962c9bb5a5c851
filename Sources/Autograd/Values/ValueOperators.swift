/// The precedence that mathematics gives to powers: tighter than a product, grouped from the right.
///
/// Swift itself gives `^` that of `+`, and a library cannot change it for its users: `1 + x ^ 2` is `(1 + x)²`. Put
/// powers in parentheses, or declare in your own module
///
/// ```swift
/// infix operator ^: PowerPrecedence
/// ```
///
/// and `1 + 2 * x ^ 2` is `1 + 2·x²`. A sign binds tighter still, as everywhere in Swift: `-x ^ 2` is `(−x)²`.
precedencegroup PowerPrecedence {
  associativity: right
  higherThan: MultiplicationPrecedence
}

extension Value {
  /// The sum of two values of one tape.
  @inlinable @inline(__always)
  public static func + (x: Value, y: Value) -> Value { x.applying(.add, with: y) }

  /// The sum of a value and a constant.
  @inlinable @inline(__always)
  public static func + (x: Value, y: Double) -> Value { x.applying(.add, withConstant: y) }

  /// The sum of a constant and a value.
  @inlinable @inline(__always)
  public static func + (x: Double, y: Value) -> Value { y.applying(.add, toConstant: x) }

  /// The difference of two values of one tape.
  @inlinable @inline(__always)
  public static func - (x: Value, y: Value) -> Value { x.applying(.subtract, with: y) }

  /// A value less a constant.
  @inlinable @inline(__always)
  public static func - (x: Value, y: Double) -> Value { x.applying(.subtract, withConstant: y) }

  /// A constant less a value.
  @inlinable @inline(__always)
  public static func - (x: Double, y: Value) -> Value { y.applying(.subtract, toConstant: x) }

  /// The product of two values of one tape.
  @inlinable @inline(__always)
  public static func * (x: Value, y: Value) -> Value { x.applying(.multiply, with: y) }

  /// The product of a value and a constant.
  @inlinable @inline(__always)
  public static func * (x: Value, y: Double) -> Value { x.applying(.multiply, withConstant: y) }

  /// The product of a constant and a value.
  @inlinable @inline(__always)
  public static func * (x: Double, y: Value) -> Value { y.applying(.multiply, toConstant: x) }

  /// The quotient of two values of one tape; for a divisor of 0 see `Operation.divide`.
  @inlinable @inline(__always)
  public static func / (x: Value, y: Value) -> Value { x.applying(.divide, with: y) }

  /// A value divided by a constant.
  @inlinable @inline(__always)
  public static func / (x: Value, y: Double) -> Value { x.applying(.divide, withConstant: y) }

  /// A constant divided by a value.
  @inlinable @inline(__always)
  public static func / (x: Double, y: Value) -> Value { y.applying(.divide, toConstant: x) }

  /// A value to the power of a value of the same tape; it binds like `+`, see `PowerPrecedence`.
  ///
  /// For `0^0`, negative bases and the like see `Operation.power`.
  @inlinable @inline(__always)
  public static func ^ (x: Value, y: Value) -> Value { x.applying(.power, with: y) }

  /// A value to the power of a constant; it binds like `+`, see `PowerPrecedence`.
  @inlinable @inline(__always)
  public static func ^ (x: Value, y: Double) -> Value { x.applying(.power, withConstant: y) }

  /// A constant to the power of a value; it binds like `+`, see `PowerPrecedence`.
  @inlinable @inline(__always)
  public static func ^ (x: Double, y: Value) -> Value { y.applying(.power, toConstant: x) }

  /// The value with the other sign.
  @inlinable @inline(__always)
  public static prefix func - (x: Value) -> Value { x.applying(.negate) }
}
