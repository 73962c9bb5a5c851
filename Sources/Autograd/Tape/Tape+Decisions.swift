public import ElementaryFunctions

extension TapeState {
  /// What two nodes of the tape were made of.
  @inlinable @inline(__always)
  func origins(_ first: Int32, _ second: Int32) -> Origins<Double> {
    Origins(values: values, operations: operations, operands: operands, first: first, second: second)
  }
}

extension Tape {
  /// Whether two nodes are equal for a decision: they differ at most by what binary arithmetic leaves of the terms that
  /// went into them, as `0.1 + 0.7` and `0.8` do.
  ///
  /// The operations with a kink or a jump, and those whose domain ends, decide in the same way. Cost: that of a
  /// comparison, unless the numbers are within 1e-9 of each other.
  public func isTie(_ x: Node, _ y: Node) -> Bool {
    storage.state.origins(Int32(truncatingIfNeeded: x.index), Int32(truncatingIfNeeded: y.index))
      .isTie(value(of: x), value(of: y), lane: 0, .both)
  }

  /// Whether a node is equal to a number for a decision.
  public func isTie(_ x: Node, with number: Double) -> Bool {
    let index = Int32(truncatingIfNeeded: x.index)
    return storage.state.origins(index, index).isTie(value(of: x), number, lane: 0, .first)
  }

  /// Whether a node is what binary arithmetic leaves of 0, as that of `0.3 − 0.1 − 0.2` is: not 0, but 0 for a decision.
  public func isRoundingOfZero(_ x: Node) -> Bool {
    value(of: x) != 0 && isTie(x, with: 0)
  }

  /// The value of a node, or the decimal of at most ten digits for which it stands: that from which only what binary
  /// arithmetic leaves tells it apart, as 0.3 is for `0.1 + 0.2`, and 0 for `0.1 + 0.2 − 0.3`.
  ///
  /// A number that is kept, and worked with again and again, would else drift away from its decimals step by step.
  public func decimal(of x: Node) -> Double {
    if isRoundingOfZero(x) { return 0 }
    let (value, index) = (value(of: x), Int32(truncatingIfNeeded: x.index))
    let rounded = value.roundedToTenDigits
    // Next to a short decimal by accident are few numbers only; that spares almost all of them.
    guard rounded != value, (rounded - value).magnitude <= 1e-13 * value.magnitude,
      storage.state.origins(index, index).isTie(value, rounded, lane: 0, .first)
    else { return value }
    return rounded
  }
}

extension Double {
  /// The number with ten significant digits that is nearest to it, as a lesson would read it; the number itself where powers of
  /// ten are not exact.
  fileprivate var roundedToTenDigits: Double {
    let size = magnitude
    guard size >= 1e-12, size < 1e10 else { return self }
    // Ten digits: a whole number below 10¹⁰ divided by an exact power of ten is rounded once.
    var power = 1.0
    while size * power < 1e9, power < 1e22 { power *= 10 }
    return (self * power).rounded() / power
  }
}
