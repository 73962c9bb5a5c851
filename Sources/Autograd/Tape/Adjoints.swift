/// The derivatives of one output by every node of its tape: room that one sweep after the other uses.
///
/// Unlike `Derivatives` it takes memory only where a tape is longer than those before.
public final class Adjoints {
  @usableFromInline
  struct State: BitwiseCopyable {
    @usableFromInline var column = Column<Double>(stagger: 3)
    @usableFromInline var count = 0

    init() {}
  }

  @usableFromInline let storage = StatePointer(State())

  /// No derivatives yet.
  public init() {}

  deinit {
    storage.state.column.free()
    storage.free()
  }

  /// The derivative by `node`; 0 by one behind the output.
  @inlinable
  public subscript(node: Node) -> Double {
    precondition(node.index >= 0, "no node has this index")
    return node.index < storage.state.count ? storage.state.column[node.index] : 0
  }
}

extension Tape {
  /// Works out the derivatives of `output` by every node up to it, and leaves them in `adjoints`.
  ///
  /// They are those of `derivatives(of:)`. Cost: a few operations for each node up to the output.
  public func sweep(from output: Node, into adjoints: Adjoints) {
    sweep(from: output, downTo: 0, addingTo: adjoints)
  }

  /// Works out the derivatives of `output` by every node from `start` on, and adds those by the nodes below to what
  /// `adjoints` has of them from the sweeps before: so derivatives are summed up over many recordings from `start` on.
  ///
  /// Nodes below `start` pass nothing on. With `start` 0 there is nothing to add to. Cost: a few operations a node from
  /// `start` to the output.
  public func sweep(from output: Node, downTo start: Int, addingTo adjoints: Adjoints) {
    storage.state.requireOwn(output.index)
    precondition(start >= 0 && start <= output.index, "the tape has no node to go down to at this index")
    adjoints.storage.state.makeRoom(from: start, count: output.index + 1, capacity: storage.state.capacity)
    storage.state.sweep(from: output.index, downTo: start, into: adjoints.storage.state.column)
  }
}

extension Adjoints.State {
  /// Sets the places from `start` on to 0, and those that were not there before. There is room for all nodes for
  /// which the tape has room: whatever its operands are, an adjoint has a place.
  fileprivate mutating func makeRoom(from start: Int, count: Int, capacity: Int) {
    column.grow(to: capacity)
    column.fill(min(start, self.count)..<count, with: 0)
    self.count = count
  }
}

extension Adjoints {
  /// Forgets all derivatives.
  public func reset() { storage.state.count = 0 }
}
