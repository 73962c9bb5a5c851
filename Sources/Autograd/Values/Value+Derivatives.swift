extension Tape {
  /// The derivatives of `output` by every value on the tape; see `derivatives(of:)` for nodes.
  public func derivatives(of output: Value) -> Derivatives {
    precondition(output.storage == storage, "the value is on another tape")
    return derivatives(of: output.node)
  }
}

extension Derivatives {
  /// The derivative by `value`, which must have been on the tape when the sweep was made.
  public subscript(value: Value) -> Double {
    precondition(
      value.isOnItsTape && TapeIdentity(value.storage) == tape,
      "the value is on another tape than the derivatives")
    return self[value.node]
  }
}

extension Adjoints {
  /// The derivative by `value`, which must be on the tape that was swept.
  @inlinable
  public subscript(value: Value) -> Double { self[value.node] }
}
