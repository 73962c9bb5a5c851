// For domains, kinks and edge cases see the cases of `Operation`.

// MARK: - Exponentials and logarithms

/// The exponential `e^x` of a value on a tape.
@inlinable @inline(__always)
public func exp(_ x: Value) -> Value { x.applying(.exp) }

/// The natural logarithm of a value on a tape.
@inlinable @inline(__always)
public func ln(_ x: Value) -> Value { x.applying(.ln) }

/// The natural logarithm of a value on a tape, under the name that the C library gives it.
@inlinable @inline(__always)
public func log(_ x: Value) -> Value { ln(x) }

/// The logarithm to the base 2 of a value on a tape.
@inlinable @inline(__always)
public func log2(_ x: Value) -> Value { x.applying(.log2) }

/// The logarithm to the base 10 of a value on a tape.
@inlinable @inline(__always)
public func log10(_ x: Value) -> Value { x.applying(.log10) }

/// The square root of a value on a tape.
@inlinable @inline(__always)
public func sqrt(_ x: Value) -> Value { x.applying(.sqrt) }

// MARK: - Angles and hyperbolas

/// The sine of a value on a tape, in radians.
@inlinable @inline(__always)
public func sin(_ x: Value) -> Value { x.applying(.sin) }

/// The cosine of a value on a tape, in radians.
@inlinable @inline(__always)
public func cos(_ x: Value) -> Value { x.applying(.cos) }

/// The tangent of a value on a tape, in radians.
@inlinable @inline(__always)
public func tan(_ x: Value) -> Value { x.applying(.tan) }

/// The angle, in radians, whose tangent is a value on a tape.
@inlinable @inline(__always)
public func arctan(_ x: Value) -> Value { x.applying(.arctan) }

/// The hyperbolic sine of a value on a tape.
@inlinable @inline(__always)
public func sinh(_ x: Value) -> Value { x.applying(.sinh) }

/// The hyperbolic cosine of a value on a tape.
@inlinable @inline(__always)
public func cosh(_ x: Value) -> Value { x.applying(.cosh) }

/// The hyperbolic tangent of a value on a tape.
@inlinable @inline(__always)
public func tanh(_ x: Value) -> Value { x.applying(.tanh) }

// MARK: - Activations

/// The logistic function `1/(1 + e^(−x))` of a value on a tape.
@inlinable @inline(__always)
public func sigmoid(_ x: Value) -> Value { x.applying(.sigmoid) }

/// The larger of 0 and a value on a tape.
@inlinable @inline(__always)
public func relu(_ x: Value) -> Value { x.applying(.relu) }

/// The value itself from 0 on, else `slope` times it.
@inlinable @inline(__always)
public func leakyRelu(_ x: Value, _ slope: Value) -> Value { x.applying(.leakyRelu, with: slope) }

/// The value itself from 0 on, else `slope` times it.
@inlinable @inline(__always)
public func leakyRelu(_ x: Value, _ slope: Double = 0.1) -> Value { leakyRelu(x, x.constant(slope)) }

/// The value itself from 0 on, else the learned `slope` times it.
@inlinable @inline(__always)
public func prelu(_ x: Value, _ slope: Value) -> Value { x.applying(.prelu, with: slope) }

/// The value itself from 0 on, else `slope` times it.
@inlinable @inline(__always)
public func prelu(_ x: Value, _ slope: Double) -> Value { prelu(x, x.constant(slope)) }

/// The value itself from 0 on, else `scale·(e^x − 1)`.
@inlinable @inline(__always)
public func elu(_ x: Value, _ scale: Value) -> Value { x.applying(.elu, with: scale) }

/// The value itself from 0 on, else `scale·(e^x − 1)`.
@inlinable @inline(__always)
public func elu(_ x: Value, _ scale: Double = 1) -> Value { elu(x, x.constant(scale)) }

/// The smooth rectifier `ln(1 + e^x)` of a value on a tape.
@inlinable @inline(__always)
public func softplus(_ x: Value) -> Value { x.applying(.softplus) }

/// 1 where a value on a tape is 0 or more, else 0.
@inlinable @inline(__always)
public func step(_ x: Value) -> Value { x.applying(.step) }

/// The Gaussian error linear unit `x·Φ(x)` of a value on a tape.
@inlinable @inline(__always)
public func gelu(_ x: Value) -> Value { x.applying(.gelu) }

// MARK: - Others

/// The error function of a value on a tape.
@inlinable @inline(__always)
public func erf(_ x: Value) -> Value { x.applying(.erf) }

/// The absolute value of a value on a tape.
@inlinable @inline(__always)
public func abs(_ x: Value) -> Value { x.applying(.abs) }

/// 1, 0 or −1, as a value on a tape is above, at or below 0.
@inlinable @inline(__always)
public func sign(_ x: Value) -> Value { x.applying(.sign) }

/// The largest whole number not above a value on a tape.
@inlinable @inline(__always)
public func floor(_ x: Value) -> Value { x.applying(.floor) }

/// The product of the whole numbers from 1 to a value on a tape.
@inlinable @inline(__always)
public func factorial(_ x: Value) -> Value { x.applying(.factorial) }

/// The larger of two values of one tape, the first where they are equal.
@inlinable @inline(__always)
public func max(_ x: Value, _ y: Value) -> Value { x.applying(.max, with: y) }

/// The larger of a value and a constant, the value where they are equal.
@inlinable @inline(__always)
public func max(_ x: Value, _ y: Double) -> Value { max(x, x.constant(y)) }

/// The larger of a constant and a value, the constant where they are equal.
@inlinable @inline(__always)
public func max(_ x: Double, _ y: Value) -> Value { max(y.constant(x), y) }

/// The smaller of two values of one tape, the first where they are equal.
@inlinable @inline(__always)
public func min(_ x: Value, _ y: Value) -> Value { x.applying(.min, with: y) }

/// The smaller of a value and a constant, the value where they are equal.
@inlinable @inline(__always)
public func min(_ x: Value, _ y: Double) -> Value { min(x, x.constant(y)) }

/// The smaller of a constant and a value, the constant where they are equal.
@inlinable @inline(__always)
public func min(_ x: Double, _ y: Value) -> Value { min(y.constant(x), y) }
