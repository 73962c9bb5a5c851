/// Puts the operations of a tape together to larger instructions.
///
/// Only nodes that are used once, by the node that takes them in, become part of another's instruction, so nobody
/// else waits for their values or adds to their adjoints.
struct Fusion {
  private let state: TapeState
  /// Whether derivatives by a node are wanted, or go through it.
  private let counts: [Bool]
  /// How often each node is an operand.
  private var uses: [Int32]
  /// Whether a node is part of another's instruction.
  private var isTaken: [Bool]

  /// The instructions of all nodes, in an order in which operands are there when they are needed; the node at `kept`
  /// is part of no other's.
  static func instructions(of state: TapeState, keeping kept: Int, counts: [Bool]) -> [Instruction] {
    var fusion = Fusion(state, counts: counts)
    fusion.uses[kept] += 2
    var instructions: [Instruction] = []
    // From the end: what takes others in is met before them.
    for index in stride(from: Int32(truncatingIfNeeded: state.count) - 1, through: 0, by: -1) {
      if fusion.isTaken[Int(index)] || state.operations[index] == .leaf { continue }
      instructions.append(fusion.instruction(at: index))
    }
    return instructions.reversed()
  }

  private init(_ state: TapeState, counts: [Bool]) {
    self.state = state
    self.counts = counts
    uses = Array(repeating: 0, count: state.count)
    isTaken = Array(repeating: false, count: state.count)
    for index in 0..<state.count {
      let arity = state.operations[index].arity
      if arity > 0 { uses[Int(state.operands[index].first)] += 1 }
      if arity > 1 { uses[Int(state.operands[index].second)] += 1 }
    }
  }

  private mutating func instruction(at index: Int32) -> Instruction {
    let (operation, operands) = (state.operations[index], state.operands[index])
    let neuron: Instruction.Neuron? =
      if operation == .add {
        self.neuron(from: index, .none)
      } else if operation.isActivation, isSum(operands.first) {
        self.neuron(from: operands.first, .operation(out: index))
      } else if let (sum, logistic) = logistic(at: index) {
        self.neuron(from: sum, .logistic(logistic))
      } else {
        nil
      }
    return neuron.map { .neuron($0) }
      ?? .operation(
        out: index, first: operands.first, second: operation.arity > 1 ? operands.second : nil)
  }

  /// Whether a node is used once, and no part of another instruction yet.
  private func isOwn(_ index: Int32) -> Bool { uses[Int(index)] == 1 && !isTaken[Int(index)] }

  private func isOwn(_ index: Int32, _ operation: Operation) -> Bool {
    state.operations[index] == operation && isOwn(index)
  }
}

// MARK: - Neurons

extension Fusion {
  /// The neuron whose sum is at `sum`; `nil` where there is no product in it.
  private mutating func neuron(
    from sum: Int32, _ activation: Instruction.Neuron.Activation
  ) -> Instruction.Neuron? {
    var neuron = Instruction.Neuron(sum: sum, activation: activation)
    var place = sum
    while place == sum || isSum(place), !isOwn(state.operands[place].second, .multiply) {
      neuron.plains.append(.init(term: state.operands[place].second, sum: place))
      place = state.operands[place].first
    }
    while place == sum || isSum(place), isOwn(state.operands[place].second, .multiply) {
      neuron.products.append(product(at: state.operands[place].second, sum: place))
      place = state.operands[place].first
    }
    if isOwn(place, .multiply) {
      neuron.products.append(product(at: place, sum: place))
    } else {
      neuron.lead = place
    }
    guard !neuron.products.isEmpty else { return nil }
    neuron.plains.reverse()
    neuron.products.reverse()
    take(neuron)
    return neuron
  }

  private mutating func take(_ neuron: Instruction.Neuron) {
    let products = neuron.products.flatMap { [$0.product, $0.sum] }
    let tail: [Int32] =
      if case .logistic(let logistic) = neuron.activation {
        [logistic.denominator, logistic.exponential, logistic.negation]
      } else {
        []
      }
    for node in products + neuron.plains.map(\.sum) + tail { isTaken[Int(node)] = true }
  }

  /// Whether the node is a sum that can be part of the neuron that uses it.
  private func isSum(_ index: Int32) -> Bool { isOwn(index, .add) }

  private func product(at index: Int32, sum: Int32) -> Instruction.Neuron.Product {
    .init(x: state.operands[index].first, y: state.operands[index].second, product: index, sum: sum)
  }

  /// The sum and the nodes of a logistic function that is written out and ends at `out`.
  private func logistic(at out: Int32) -> (sum: Int32, Instruction.Neuron.Logistic)? {
    guard state.operations[out] == .divide else { return nil }
    let (numerator, denominator) = (state.operands[out].first, state.operands[out].second)
    guard isGiven(numerator), isOwn(denominator, .add) else { return nil }
    var (addend, exponential) = (state.operands[denominator].first, state.operands[denominator].second)
    if state.operations[addend] != .leaf { swap(&addend, &exponential) }
    guard isGiven(addend), isOwn(exponential, .exp) else { return nil }
    let negation = state.operands[exponential].first
    guard isOwn(negation, .negate), isSum(state.operands[negation].first) else { return nil }
    return (
      state.operands[negation].first,
      .init(
        negation: negation, exponential: exponential, addend: addend, denominator: denominator,
        numerator: numerator, out: out)
    )
  }

  /// Whether a node is a number by which no derivative is wanted.
  private func isGiven(_ index: Int32) -> Bool { state.operations[index] == .leaf && !counts[Int(index)] }
}

extension Operation {
  /// Whether it is worked out together with the sum of which it is a function.
  fileprivate var isActivation: Bool {
    switch self {
    case .tanh, .sigmoid, .relu, .softplus: true
    default: false
    }
  }
}
