// Sweeps that are made again and again, as in training: they take no memory but the first time.

extension Tape {
  /// Writes the derivatives of `output` by every node from the first up to it into `adjoints`, in the order of the nodes.
  ///
  /// They are those of `derivatives(of:)`. What was in `adjoints` is dropped, and its room is used again. Cost: a few
  /// operations for each node up to the output.
  public func sweep(from output: Node, into adjoints: inout [Double]) {
    columns.requireOwn(output)
    let count = output.index + 1
    if adjoints.count != count {
      adjoints = Array(repeating: 0, count: count)
    } else {
      for index in adjoints.indices { adjoints[index] = 0 }
    }
    columns.sweep(from: output.index, into: &adjoints)
  }
}

extension Columns {
  /// Passes the derivatives back from the node at `output`; `adjoints` has a place for each node up to it, all 0.
  fileprivate func sweep(from output: Int, into adjoints: inout [Double]) {
    adjoints[output] = 1
    for index in stride(from: output, through: 0, by: -1) {
      let adjoint = adjoints[index]
      // Nothing is passed on from a leaf, nor where the output does not depend on the node.
      guard adjoint != 0, operations[index] != .leaf else { continue }
      let local = localDerivatives(at: index)
      let first = Int(firstOperands[index])
      let second = Int(secondOperands[index])
      if first >= 0 { adjoints[first] += adjoint * local.0 }
      if second >= 0 { adjoints[second] += adjoint * local.1 }
    }
  }
}
