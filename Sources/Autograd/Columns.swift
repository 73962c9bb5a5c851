/// The nodes of a tape, one array for each thing to know about them.
///
/// The tape reaches for all arrays at once: one check for exclusive access an operation instead of one an array.
struct Columns {
  /// Stands for an operand that an operation does not have.
  static let noOperand: Int32 = -1

  private(set) var operations: [Operation] = []
  private(set) var firstOperands: [Int32] = []
  private(set) var secondOperands: [Int32] = []
  var values: [Double] = []

  /// The largest number of nodes.
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The number of nodes.
  var count: Int { values.count }

  /// Adds a leaf.
  mutating func appendLeaf(_ value: Double) -> Node {
    append(.leaf, Columns.noOperand, Columns.noOperand, value)
  }

  /// Adds a node of one operand, with its value worked out.
  mutating func append(_ operation: Operation, _ x: Node) -> Node {
    requireOwn(x)
    let value = operation.value(values[x.index], .nan, current: .nan)
    return append(operation, Int32(truncatingIfNeeded: x.index), Columns.noOperand, value)
  }

  /// Adds a node of two operands, with its value worked out.
  mutating func append(_ operation: Operation, _ x: Node, _ y: Node) -> Node {
    requireOwn(x)
    requireOwn(y)
    let value = operation.value(values[x.index], values[y.index], current: .nan)
    return append(
      operation, Int32(truncatingIfNeeded: x.index), Int32(truncatingIfNeeded: y.index), value)
  }

  private mutating func append(
    _ operation: Operation, _ first: Int32, _ second: Int32, _ value: Double
  ) -> Node {
    let node = Node(index: count)
    precondition(node.index < limit, "a tape holds no more than Int32.max nodes")
    operations.append(operation)
    firstOperands.append(first)
    secondOperands.append(second)
    values.append(value)
    return node
  }

  /// Stops the program unless there is this node.
  func requireOwn(_ node: Node) {
    precondition(node.index >= 0 && node.index < count, "the tape has no node of this index")
  }

  /// Drops the nodes from `count` on.
  mutating func truncate(to count: Int) {
    let dropped = self.count - count
    operations.removeLast(dropped)
    firstOperands.removeLast(dropped)
    secondOperands.removeLast(dropped)
    values.removeLast(dropped)
  }

  /// Works out the values of `nodes` again, in order.
  mutating func recompute(_ nodes: Range<Int>) {
    let (operations, firsts, seconds) = (operations, firstOperands, secondOperands)
    // Without checks on the way: an operand of a node is an earlier node, and was looked at when the node was made.
    operations.withUnsafeBufferPointer { operations in
      firsts.withUnsafeBufferPointer { firsts in
        seconds.withUnsafeBufferPointer { seconds in
          values.withUnsafeMutableBufferPointer { values in
            for index in nodes {
              let operation = operations[index]
              if operation == .leaf { continue }
              let second = Int(seconds[index])
              values[index] = operation.value(
                values[Int(firsts[index])], second < 0 ? .nan : values[second], current: .nan)
            }
          }
        }
      }
    }
  }

  /// Whether every value of `nodes` is finite: of what is not, all bits of the exponent are set.
  func hasOnlyFiniteValues(in nodes: Range<Int>) -> Bool {
    let exponent = Double.infinity.bitPattern
    let lowest = exponent & ~(exponent << 1)
    return values.withUnsafeBufferPointer { values in
      // One more makes the exponent overflow into the sign. Bits can be looked at several numbers at a time.
      var overflow: UInt64 = 0
      for index in nodes { overflow |= (values[index].bitPattern & exponent) &+ lowest }
      return overflow >> 63 == 0
    }
  }

  /// The derivatives of the node at `index` by its operands alone.
  func localDerivatives(at index: Int) -> (Double, Double) {
    operations[index].localDerivatives(
      operand(firstOperands[index]), operand(secondOperands[index]), out: values[index])
  }

  private func operand(_ index: Int32) -> Double {
    index < 0 ? .nan : values[Int(index)]
  }
}
