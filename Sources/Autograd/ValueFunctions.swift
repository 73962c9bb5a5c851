// For domains and edge cases see the cases of `Operation`.

/// The exponential `e^x` of a value on a tape.
public func exp(_ x: Value) -> Value { x.applying(.exp) }

/// The natural logarithm of a value on a tape.
public func ln(_ x: Value) -> Value { x.applying(.ln) }

/// The square root of a value on a tape.
public func sqrt(_ x: Value) -> Value { x.applying(.sqrt) }

/// The logistic function `1/(1 + e^(−x))` of a value on a tape.
public func sigmoid(_ x: Value) -> Value { x.applying(.sigmoid) }

/// The hyperbolic tangent of a value on a tape.
public func tanh(_ x: Value) -> Value { x.applying(.tanh) }
