/// Tells a tape from all others, also from those whose place in memory it has taken.
struct TapeIdentity: Equatable, Sendable {
  private let place: UInt
  private let birth: UInt32

  init(_ storage: TapeStorage) {
    place = UInt(bitPattern: storage.address)
    birth = storage.state.birth
  }
}

/// The derivatives of one output by every node of its tape, as of the moment of the sweep.
///
/// A value like any other: it does not change when the tape does, and another sweep adds nothing to it.
public struct Derivatives: Sendable {
  let tape: TapeIdentity
  private let count: Int
  private let start: Int
  /// The adjoints (derivatives of the output) of the nodes from `start` to the output.
  private var adjoints: [Double]
  /// The shares of those below `start` that received one: few, so the whole tape below needs no room here.
  private var shares: [Int: Double] = [:]

  /// The derivatives before any step of the sweep: the output's by itself, 1.
  init(of output: Node, downTo start: Int, on tape: Tape) {
    self.tape = TapeIdentity(tape.storage)
    self.count = tape.count
    self.start = start
    adjoints = Array(repeating: 0, count: max(0, output.index - start + 1))
    add(1, at: output.index)
  }

  /// The derivative by `node`; 0 by one that the output does not depend on.
  ///
  /// The node must have been on the tape when the sweep was made.
  public subscript(node: Node) -> Double {
    precondition(node.index >= 0 && node.index < count, "the tape had no node of this index at the sweep")
    return adjoint(at: node.index)
  }

  func adjoint(at index: Int) -> Double {
    guard index >= start else { return shares[index, default: 0] }
    return index - start < adjoints.count ? adjoints[index - start] : 0
  }

  mutating func add(_ share: Double, at index: Int) {
    if index >= start {
      adjoints[index - start] += share
    } else {
      shares[index, default: 0] += share
    }
  }
}

// MARK: - The sweep

extension Tape {
  /// The derivatives of `output` by every node, in one sweep from the output back to the first node.
  ///
  /// Each node adds its adjoint times the local derivative to each of its operands' adjoints. A node whose adjoint is
  /// 0 passes nothing on, so that an infinite or missing slope on a way that does not count spoils no other. Sweeping
  /// again gives the same numbers. Cost: a few operations and 8 bytes for each node up to the output.
  public func derivatives(of output: Node) -> Derivatives {
    derivatives(of: output, downTo: 0)
  }

  /// The derivatives of `output` when the nodes below `start` are held to be given.
  ///
  /// They receive their share but pass nothing on: of a formula recorded from `start` on, these are the derivatives by
  /// the values in it, each with every mention counted and the others held fixed. Cost: that of the nodes from `start`
  /// to the output; the tape below does not matter.
  public func derivatives(of output: Node, downTo start: Int) -> Derivatives {
    derivatives(of: output, downTo: start) { $2 }
  }

  /// For each node the sum of what all its shares in the derivative of `output` amount to, signs aside: as large the
  /// derivative would be if nothing cancelled.
  ///
  /// What is left of a derivative beside it tells what binary arithmetic has left of an exact zero. A factor that is itself
  /// only left of one amounts to what went into it. Cost: that of `derivatives(of:)`.
  public func derivativeMagnitudes(of output: Node) -> Derivatives {
    derivatives(of: output, downTo: 0) { index, place, local in
      let state = storage.state
      guard state.operations[index] == .multiply, local != 0 else { return local.magnitude }
      let operands = state.operands[index]
      let factor = Node(index: Int(place == 0 ? operands.second : operands.first))
      return isRoundingOfZero(factor) ? local.magnitude / roundingShare : local.magnitude
    }
  }

  /// A sweep in which `size` makes the number that counts of a local derivative: that of the node at an index by an
  /// operand.
  private func derivatives(
    of output: Node, downTo start: Int, size: (_ index: Int, _ operand: Int, _ local: Double) -> Double
  ) -> Derivatives {
    storage.state.requireOwn(output.index)
    precondition(start >= 0 && start <= count, "the tape has no node to go down to at this index")
    var derivatives = Derivatives(of: output, downTo: start, on: self)
    let state = storage.state
    var index = output.index
    while index >= start {
      let adjoint = derivatives.adjoint(at: index)
      if adjoint != 0 {
        let local = state.localDerivatives(at: index)
        let (first, second) = (state.operands[index].first, state.operands[index].second)
        let arity = state.operations[index].arity
        if arity > 0 { derivatives.add(adjoint * size(index, 0, local.0), at: Int(first)) }
        if arity > 1 { derivatives.add(adjoint * size(index, 1, local.1), at: Int(second)) }
      }
      index -= 1
    }
    return derivatives
  }
}
