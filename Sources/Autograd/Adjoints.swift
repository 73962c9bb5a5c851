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
      adjoints.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }
    columns.sweep(from: output.index, into: &adjoints)
  }
}

extension Columns {
  /// Passes the derivatives back from the node at `output`; `adjoints` has a place for each node up to it, all 0.
  fileprivate func sweep(from output: Int, into adjoints: inout [Double]) {
    operations.withUnsafeBufferPointer { operations in
      firstOperands.withUnsafeBufferPointer { firsts in
        secondOperands.withUnsafeBufferPointer { seconds in
          values.withUnsafeBufferPointer { values in
            adjoints.withUnsafeMutableBufferPointer { adjoints in
              Columns.passBack(from: output, operations, firsts, seconds, values, adjoints)
            }
          }
        }
      }
    }
  }

  /// The loop of the sweep, without checks on the way: the operands of a node are earlier nodes.
  private static func passBack(
    from output: Int, _ operations: UnsafeBufferPointer<Operation>, _ firsts: UnsafeBufferPointer<Int32>,
    _ seconds: UnsafeBufferPointer<Int32>, _ values: UnsafeBufferPointer<Double>,
    _ adjoints: UnsafeMutableBufferPointer<Double>
  ) {
    adjoints[output] = 1
    var index = output + 1
    while index > 0 {
      index -= 1
      let adjoint = adjoints[index]
      let operation = operations[index]
      // Nothing is passed on from a leaf, nor where the output does not depend on the node.
      if adjoint == 0 || operation == .leaf { continue }
      let (first, second) = (Int(firsts[index]), Int(seconds[index]))
      let local = operation.localDerivatives(
        values[first], second < 0 ? .nan : values[second], out: values[index])
      adjoints[first] += adjoint * local.0
      if second >= 0 { adjoints[second] += adjoint * local.1 }
    }
  }
}
