/// Where the adjoints of results begin on the way back.
///
/// An adjoint is a sum that begins with 0, and to which each instruction that uses the node adds. Where the first of them is
/// a neuron or a layer, the sum begins there, and no 0 has to be written before.
struct Beginnings {
  /// The places of the instructions with which the adjoints of all their first factors begin.
  private(set) var instructions: Set<Int> = []
  /// The results whose adjoints begin with a 0 that is written.
  private(set) var written: [Int32] = []

  /// The beginnings on the way back through `instructions`.
  ///
  /// - Parameters:
  ///   - instructions: those of a program.
  ///   - output: the node whose adjoint is given.
  ///   - counts: whether derivatives by a node are wanted, or go through it.
  init(of instructions: [Instruction], output: Int32, counts: [Bool]) {
    let results = instructions.flatMap(\.outs).filter { counts[Int($0)] }
    // The results whose adjoints have not begun, or begin with a neuron or a layer.
    var (left, begun) = (Set(results).subtracting([output]), Set<Int32>())
    for (place, instruction) in instructions.enumerated().reversed()
    where instruction.outs.contains(where: { counts[Int($0)] }) {
      let factors = instruction.neurons.first?.products.map(\.x) ?? []
      let others = instruction.otherOperands
      if !factors.isEmpty, left.isSuperset(of: factors), Set(factors).count == factors.count,
        Set(factors).isDisjoint(with: others)
      {
        self.instructions.insert(place)
        begun.formUnion(factors)
      }
      left.subtract(factors + others)
    }
    written = results.filter { !begun.contains($0) }
  }
}

extension Instruction {
  /// All that it is made of but the first factors of products.
  fileprivate var otherOperands: [Int32] {
    switch self {
    case .operation(_, let first, let second): [first, second ?? first]
    case .neuron, .layer:
      neurons.flatMap { neuron in
        (neuron.lead.map { [$0] } ?? []) + neuron.products.map(\.y) + neuron.plains.map(\.term)
      }
    }
  }
}
