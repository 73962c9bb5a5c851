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
  public static func + (x: Value, y: Value) -> Value { x.applying(.add, with: y) }

  /// The sum of a value and a constant.
  public static func + (x: Value, y: Double) -> Value { x + x.tape.variable(y) }

  /// The sum of a constant and a value.
  public static func + (x: Double, y: Value) -> Value { y.tape.variable(x) + y }

  /// The difference of two values of one tape.
  public static func - (x: Value, y: Value) -> Value { x.applying(.subtract, with: y) }

  /// A value less a constant.
  public static func - (x: Value, y: Double) -> Value { x - x.tape.variable(y) }

  /// A constant less a value.
  public static func - (x: Double, y: Value) -> Value { y.tape.variable(x) - y }

  /// The product of two values of one tape.
  public static func * (x: Value, y: Value) -> Value { x.applying(.multiply, with: y) }

  /// The product of a value and a constant.
  public static func * (x: Value, y: Double) -> Value { x * x.tape.variable(y) }

  /// The product of a constant and a value.
  public static func * (x: Double, y: Value) -> Value { y.tape.variable(x) * y }

  /// The quotient of two values of one tape; for a divisor of 0 see `Operation.divide`.
  public static func / (x: Value, y: Value) -> Value { x.applying(.divide, with: y) }

  /// A value divided by a constant.
  public static func / (x: Value, y: Double) -> Value { x / x.tape.variable(y) }

  /// A constant divided by a value.
  public static func / (x: Double, y: Value) -> Value { y.tape.variable(x) / y }

  /// A value to the power of a value of the same tape; it binds like `+`, see `PowerPrecedence`.
  ///
  /// For `0^0`, negative bases and the like see `Operation.power`.
  public static func ^ (x: Value, y: Value) -> Value { x.applying(.power, with: y) }

  /// A value to the power of a constant; it binds like `+`, see `PowerPrecedence`.
  public static func ^ (x: Value, y: Double) -> Value { x ^ x.tape.variable(y) }

  /// A constant to the power of a value; it binds like `+`, see `PowerPrecedence`.
  public static func ^ (x: Double, y: Value) -> Value { y.tape.variable(x) ^ y }

  /// The value with the other sign.
  public static prefix func - (x: Value) -> Value { x.applying(.negate) }
}
