import ElementaryFunctions

/// A record of arithmetic, from which the derivatives of any result by all its ingredients follow in one sweep.
///
/// ```swift
/// let tape = Tape()
/// let x = tape.variable(0.5)
/// let y = sigmoid(2 * x + 1)
/// y.value                     // 0.880797077977882
/// tape.derivatives(of: y)[x]  // 0.209987170807013, which is 2·y·(1 − y)
/// ```
///
/// Every variable, constant and operation is one node: a place in parallel arrays that hold the operation, the
/// indices of its operands, which are earlier nodes, and its value. Recording, recomputing and sweeping are loops over
/// these arrays, so a chain of millions of operations needs no deep stack, and is freed at once. A node takes 17
/// bytes, and 8 more for its derivative while there is one.
///
/// The functions that take and return nodes are the tape itself; `Value` puts operators on top of them. A node of
/// another tape, or a range that the tape does not have, is a caller's mistake that stops the program.
///
/// Source of the method: S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976).
public final class Tape {
  @usableFromInline let storage: TapeStorage

  /// An empty tape.
  public convenience init() { self.init(limit: Int(Int32.max)) }

  /// An empty tape for at most `limit` nodes, so that a test can reach the limit.
  init(limit: Int) { storage = .taken(limit: limit) }

  deinit { storage.leave() }

  /// The number of nodes recorded so far.
  public var count: Int { storage.state.count }
}

// MARK: - Recording

extension Tape {
  /// Records a given number, whose derivative can be asked for like any other, and returns its node.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - isExact: see ``setExact(_:ofLeaf:)``.
  public func appendLeaf(_ value: Double, isExact: Bool = false) -> Node {
    storage.state.makeRoom()
    let node = Node(storage.state.appendLeaf(value))
    if isExact { storage.state.setExact(true, ofLeaf: node.index) }
    return node
  }

  /// Records an operation of one operand, works out its value, and returns its node.
  public func append(_ operation: Operation, _ x: Node) -> Node {
    precondition(operation.arity == 1, "the operation does not take one operand")
    storage.state.requireOwn(x.index)
    let index = Int32(truncatingIfNeeded: x.index)
    let value = operation.value(
      storage.state.values[x.index], .nan, current: .nan, storage.state.origins(index, index))
    storage.state.makeRoom()
    return Node(storage.state.append(operation, index, index, value))
  }

  /// Records an operation of two operands, works out its value, and returns its node.
  public func append(_ operation: Operation, _ x: Node, _ y: Node) -> Node {
    precondition(operation.arity == 2, "the operation does not take two operands")
    storage.state.requireOwn(x.index)
    storage.state.requireOwn(y.index)
    let (first, second) = (Int32(truncatingIfNeeded: x.index), Int32(truncatingIfNeeded: y.index))
    let value = operation.value(
      storage.state.values[first], storage.state.values[second], current: .nan,
      storage.state.origins(first, second))
    storage.state.makeRoom()
    return Node(storage.state.append(operation, first, second, value))
  }
}

// MARK: - Forgetting

extension Tape {
  /// Drops the last nodes, so that `count` are left, as if the others had never been recorded.
  ///
  /// No node refers to a later one, so those that are left lose nothing. Nodes and values that stood for dropped ones
  /// must not be used any more: their places are given to what is recorded next. Derivatives already worked out stay as
  /// they are. Cost: none that grows with what is left; the room is kept for the next nodes.
  public func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count, "the tape does not have that many nodes to keep")
    storage.state.truncate(to: count)
  }
}

// MARK: - Reading

extension Tape {
  /// The value of `node` as of its recording, or since changed by `setValue` and `recompute`.
  public func value(of node: Node) -> Double {
    storage.state.requireOwn(node.index)
    return storage.state.values[node.index]
  }

  /// The operation that made `node`.
  public func operation(of node: Node) -> Operation {
    storage.state.requireOwn(node.index)
    return storage.state.operations[node.index]
  }

  /// The nodes from which `node` was made, as many as its operation's arity; `nil` stands for one that is not there.
  public func operands(of node: Node) -> (first: Node?, second: Node?) {
    storage.state.requireOwn(node.index)
    let operands = storage.state.operands[node.index]
    let arity = storage.state.operations[node.index].arity
    return (arity > 0 ? Node(operands.first) : nil, arity > 1 ? Node(operands.second) : nil)
  }

  /// The derivative of `node`'s operation by its first (0) or second (1) operand alone, at the current values.
  ///
  /// With the same node as both operands (`x·x`), it is the derivative by that one place. For the edges of each
  /// domain see `Operation`.
  public func localDerivative(of node: Node, operand: Int) -> Double {
    precondition(
      operand >= 0 && operand < operation(of: node).arity, "the node's operation has no such operand")
    let derivatives = storage.state.localDerivatives(at: node.index)
    return operand == 0 ? derivatives.0 : derivatives.1
  }
}

// MARK: - Recomputing

extension Tape {
  /// Gives a leaf another value; what was made from it keeps its value until `recompute`.
  public func setValue(_ value: Double, ofLeaf node: Node) {
    precondition(operation(of: node) == .leaf, "only a leaf's value can be set")
    storage.state.values[node.index] = value
    storage.state.outdateValues()
  }

  /// Says of a leaf whether its number is exact: a decimal that someone has typed, and not what arithmetic has left.
  ///
  /// Exact numbers are equal for a decision only where they are the same.
  public func setExact(_ isExact: Bool, ofLeaf node: Node) {
    precondition(operation(of: node) == .leaf, "only a leaf is given")
    storage.state.setExact(isExact, ofLeaf: node.index)
  }

  /// Whether the number of a leaf is marked as exact.
  public func isExact(leaf node: Node) -> Bool {
    precondition(operation(of: node) == .leaf, "only a leaf is given")
    return storage.state.operands[node.index].second != Int32(truncatingIfNeeded: node.index)
  }

  /// Gives leaves other values, as `setValue` does, one after the other.
  public func setValues(_ values: [Double], ofLeaves nodes: [Node]) {
    precondition(values.count == nodes.count, "each leaf has a value")
    let state = storage.state
    for place in nodes.indices {
      let index = nodes[place].index
      state.requireOwn(index)
      precondition(state.operations[index] == .leaf, "only a leaf's value can be set")
      state.values[index] = values[place]
    }
    storage.state.outdateValues()
  }

  /// Reads the values of `nodes` into `values`, which has as many places.
  public func readValues(of nodes: [Node], into values: inout [Double]) {
    precondition(values.count == nodes.count, "each value has a place")
    let state = storage.state
    for index in nodes.indices {
      state.requireOwn(nodes[index].index)
      values[index] = state.values[nodes[index].index]
    }
  }

  /// Works out the values of `nodes` again, in the order of recording, from the current values of their operands.
  ///
  /// With the range from the first changed leaf to the end, all values are those that a fresh recording would have.
  /// Nodes outside the range keep their values. Cost: one operation a node, no memory.
  public func recompute(_ nodes: Range<Int>) {
    precondition(nodes.lowerBound >= 0 && nodes.upperBound <= count, "the tape has no such nodes")
    storage.state.recompute(nodes)
    storage.state.outdateValues()
  }

  /// Works out all values again from those of the leaves.
  public func recompute() { recompute(0..<count) }
}

// MARK: - Looking for values that are none

extension Tape {
  /// Whether every value of `nodes` is finite. Cost: one addition and one multiplication a node.
  public func hasOnlyFiniteValues(in nodes: Range<Int>) -> Bool {
    precondition(nodes.lowerBound >= 0 && nodes.upperBound <= count, "the tape has no such nodes")
    return storage.state.hasOnlyFiniteValues(in: nodes)
  }
}
