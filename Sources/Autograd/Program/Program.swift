/// A tape compiled for many passes: the same operations, put together to larger instructions.
///
/// A program works on the tape's own values: after `forward` they are those of `Tape.recompute`, and after `backward`
/// the adjoints are those of `Tape.sweep`, of every node from which the output was made. It stands for the nodes that
/// were on the tape when it was compiled; the tape must not lose any of them.
///
/// Cost of compiling: about that of ten passes. Cost of a pass: see `ProgramLoops`.
public final class Program {
  /// The tape that was compiled.
  public let tape: Tape
  /// The node whose derivatives are worked out.
  public let output: Node
  /// The leaves by which derivatives are worked out.
  public let leaves: [Node]
  /// The leaves that the rows of a batch set.
  public let varying: [Node]
  /// What must hold for the operations to be those of a fresh recording.
  public let guards: [Guard]
  /// How many nodes it stands for.
  public let count: Int

  let code: ProgramCode
  private let adjoints: Column<Double>
  /// Where the adjoint of a node is: those of a neuron's products and sums are the same number.
  private let places: [Int32]
  private let leafPlaces: Column<Int32>
  private let outputPlace: Int32

  /// Compiles the nodes of `tape` for the derivatives of `output` by `leaves`.
  ///
  /// - Parameters:
  ///   - tape: where the operations are recorded.
  ///   - output: the node whose derivatives are wanted.
  ///   - leaves: the nodes by which they are wanted.
  ///   - varying: leaves that are to be set by the rows of a batch.
  ///   - guards: what must hold for the operations to be those of a fresh recording.
  public init(
    _ tape: Tape, of output: Node, by leaves: [Node], varying: [Node] = [], guards: [Guard] = []
  ) {
    let state = tape.storage.state
    state.requireOwn(output.index)
    var counts = Array(repeating: false, count: state.count)
    for leaf in leaves {
      state.requireOwn(leaf.index)
      precondition(state.operations[leaf.index] == .leaf, "derivatives of a program are by leaves")
      counts[leaf.index] = true
    }
    for index in 0..<state.count where state.operations[index] != .leaf {
      let operands = state.operands[index]
      counts[index] = counts[Int(operands.first)] || counts[Int(operands.second)]
    }
    self.tape = tape
    self.output = output
    self.leaves = leaves
    self.varying = varying
    self.guards = guards
    count = state.count
    var isGiven = (0..<state.count).map { state.operations[$0] == .leaf }
    for node in varying { isGiven[node.index] = false }
    let instructions = Layering.layered(
      Fusion.instructions(of: state, keeping: output.index, counts: counts), operations: state.operations,
      counts: counts, isGiven: isGiven)
    outputPlace = Int32(truncatingIfNeeded: output.index)
    code = ProgramCode(instructions, output: outputPlace, counts: counts, isGiven: isGiven)
    leafPlaces = Column(leaves.map { Int32(truncatingIfNeeded: $0.index) })
    places = Program.places(of: instructions, count: state.count)
    adjoints = Column(repeating: 0, count: state.count, stagger: 3)
  }

  /// Compiles the nodes of `tape`, of which there is one at least, for their values alone.
  public convenience init(_ tape: Tape, guards: [Guard] = []) {
    self.init(tape, of: Node(index: tape.count - 1), by: [], guards: guards)
  }

  deinit {
    var (code, adjoints, leafPlaces) = (code, adjoints, leafPlaces)
    leafPlaces.free()
    code.free()
    adjoints.free()
  }

  private static func places(of instructions: [Instruction], count: Int) -> [Int32] {
    var places = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    for neuron in instructions.flatMap(\.neurons) {
      for product in neuron.products {
        places[Int(product.product)] = neuron.sum
        places[Int(product.sum)] = neuron.sum
      }
      for plain in neuron.plains { places[Int(plain.sum)] = neuron.sum }
    }
    return places
  }

  /// Stops where nodes that were compiled are no longer there.
  func requireTape() {
    precondition(tape.count >= count, "the tape has lost nodes of the program")
  }

  private var loops: ProgramLoops<Double> {
    requireTape()
    let state = tape.storage.state
    return ProgramLoops(
      code: code, operations: state.operations, operands: state.operands, given: state.values,
      values: state.values, adjoints: adjoints)
  }

  /// Works out the output and its derivatives with those numbers for the leaves by which they are wanted, in their
  /// order.
  ///
  /// Whether all that was worked out is finite, and all guards hold. Cost: no memory, and what `forward` and
  /// `backward` cost.
  @discardableResult
  public func evaluate(at numbers: [Double], derivatives: inout [Double]) -> Bool {
    precondition(
      numbers.count == leaves.count && derivatives.count == leaves.count,
      "a program takes a number for each leaf")
    let loops = loops
    let places = leafPlaces
    // Without looking at each number's index: with few operations, that would be a tenth of the time.
    numbers.withUnsafeBufferPointer { numbers in
      for index in 0..<numbers.count {
        loops.values[places[index]] = numbers[index]
        loops.adjoints[places[index]] = 0
      }
    }
    let trace = loops.forward()
    loops.backward(from: outputPlace, seed: 1, areFinite: trace == 0)
    derivatives.withUnsafeMutableBufferPointer { derivatives in
      for index in 0..<derivatives.count { derivatives[index] = loops.adjoints[places[index]] }
    }
    tape.storage.state.outdateValues()
    return trace == 0 && tape.hold(guards)
  }

  /// Works out the values of all nodes from those of the leaves; whether all that were worked out are finite, and all
  /// guards hold.
  @discardableResult
  public func forward() -> Bool {
    let trace = loops.forward()
    tape.storage.state.outdateValues()
    return trace == 0 && tape.hold(guards)
  }

  /// Works out the derivatives of the output at the values of the last `forward`.
  public func backward() {
    for index in leaves.indices { adjoints[leafPlaces[index]] = 0 }
    loops.backward(from: outputPlace, seed: 1, areFinite: false)
  }

  /// Works out the output at the numbers that the tape has, and adds its derivatives by the leaves to `sums`, in their
  /// order; `nil` where a value is not finite or a guard does not hold, and nothing is added.
  ///
  /// The bits are those of `Batch` with one row. Cost: no memory.
  public func addDerivatives(to sums: inout [Double]) -> Double? {
    precondition(sums.count == leaves.count, "there is a sum for each leaf")
    guard forward() else { return nil }
    backward()
    for index in sums.indices { sums[index] += adjoints[leafPlaces[index]] }
    return tape.storage.state.values[outputPlace]
  }

  /// The derivative of the output by a node, as of the last `backward`: one of the leaves, or one that is made from
  /// them.
  public func adjoint(of node: Node) -> Double {
    precondition(node.index >= 0 && node.index < count, "the program has no node of this index")
    return adjoints[places[node.index]]
  }
}
