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
/// bytes.
///
/// The functions that take and return nodes are the tape itself; `Value` puts operators on top of them. A node of
/// another tape, or a range that the tape does not have, is a caller's mistake that stops the program.
///
/// Source of the method: S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976).
public final class Tape {
  private(set) var columns: Columns

  /// Tells this tape from all others for as long as anything refers to it, which an address would not.
  let identity = TapeIdentity()

  /// An empty tape.
  public convenience init() { self.init(limit: Int(Int32.max)) }

  /// An empty tape for at most `limit` nodes, so that a test can reach the limit.
  init(limit: Int) { columns = Columns(limit: limit) }

  /// The number of nodes recorded so far.
  public var count: Int { columns.count }
}

/// What a tape and the derivatives read off it have in common.
final class TapeIdentity: Sendable {}

// MARK: - Recording

extension Tape {
  /// Records a given number, whose derivative can be asked for like any other, and returns its node.
  public func appendLeaf(_ value: Double) -> Node {
    columns.appendLeaf(value)
  }

  /// Records an operation of one operand, works out its value, and returns its node.
  public func append(_ operation: Operation, _ x: Node) -> Node {
    precondition(operation.arity == 1, "the operation does not take one operand")
    return columns.append(operation, x)
  }

  /// Records an operation of two operands, works out its value, and returns its node.
  public func append(_ operation: Operation, _ x: Node, _ y: Node) -> Node {
    precondition(operation.arity == 2, "the operation does not take two operands")
    return columns.append(operation, x, y)
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
    columns.truncate(to: count)
  }
}

// MARK: - Reading

extension Tape {
  /// The value of `node` as of its recording, or since changed by `setValue` and `recompute`.
  public func value(of node: Node) -> Double {
    columns.requireOwn(node)
    return columns.values[node.index]
  }

  /// The operation that made `node`.
  public func operation(of node: Node) -> Operation {
    columns.requireOwn(node)
    return columns.operations[node.index]
  }

  /// The nodes from which `node` was made, as many as its operation's arity; `nil` stands for one that is not there.
  public func operands(of node: Node) -> (first: Node?, second: Node?) {
    columns.requireOwn(node)
    return (Tape.operand(columns.firstOperands[node.index]), Tape.operand(columns.secondOperands[node.index]))
  }

  /// The derivative of `node`'s operation by its first (0) or second (1) operand alone, at the current values.
  ///
  /// With the same node as both operands (`x·x`), it is the derivative by that one place. For the edges of each
  /// domain see `Operation`.
  public func localDerivative(of node: Node, operand: Int) -> Double {
    precondition(
      operand >= 0 && operand < operation(of: node).arity, "the node's operation has no such operand")
    let derivatives = columns.localDerivatives(at: node.index)
    return operand == 0 ? derivatives.0 : derivatives.1
  }

  private static func operand(_ index: Int32) -> Node? {
    index < 0 ? nil : Node(index: Int(index))
  }
}

// MARK: - Recomputing

extension Tape {
  /// Gives a leaf another value; what was made from it keeps its value until `recompute`.
  public func setValue(_ value: Double, ofLeaf node: Node) {
    precondition(operation(of: node) == .leaf, "only a leaf's value can be set")
    columns.values[node.index] = value
  }

  /// Works out the values of `nodes` again, in the order of recording, from the current values of their operands.
  ///
  /// With the range from the first changed leaf to the end, all values are those that a fresh recording would have.
  /// Nodes outside the range keep their values. Cost: one operation a node, no memory.
  public func recompute(_ nodes: Range<Int>) {
    precondition(nodes.lowerBound >= 0 && nodes.upperBound <= count, "the tape has no such nodes")
    columns.recompute(nodes)
  }

  /// Works out all values again from those of the leaves.
  public func recompute() { recompute(0..<count) }
}

// MARK: - Looking for values that are none

extension Tape {
  /// Whether every value of `nodes` is finite. Cost: one addition and one multiplication a node.
  public func hasOnlyFiniteValues(in nodes: Range<Int>) -> Bool {
    precondition(nodes.lowerBound >= 0 && nodes.upperBound <= count, "the tape has no such nodes")
    return columns.hasOnlyFiniteValues(in: nodes)
  }
}
