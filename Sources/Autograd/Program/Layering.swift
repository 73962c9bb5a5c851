/// Puts neurons that follow each other and are alike together to layers.
///
/// Where the same lines of code record one neuron after the other, their nodes are evenly spaced on the tape, and where each
/// product is added to the sum at once, products and sums follow each other. So a layer needs no more than the places of its
/// first neuron and the distances to the next. What is spaced in another way stays as it is.
struct Layering {
  private let operations: Column<Operation>
  private let counts: [Bool]
  private let isGiven: [Bool]

  /// The instructions with layers in them, in the same order.
  ///
  /// - Parameters:
  ///   - instructions: operations and neurons.
  ///   - operations: what makes each node.
  ///   - counts: whether derivatives by a node are wanted, or go through it.
  ///   - isGiven: whether a node is a leaf that is the same for all rows.
  static func layered(
    _ instructions: [Instruction], operations: Column<Operation>, counts: [Bool], isGiven: [Bool]
  ) -> [Instruction] {
    let layering = Layering(operations: operations, counts: counts, isGiven: isGiven)
    var layered: [Instruction] = []
    var neurons: [Instruction.Neuron] = []
    for instruction in instructions {
      guard case .neuron(let neuron) = instruction else {
        layered += layering.instructions(of: neurons) + [instruction]
        neurons = []
        continue
      }
      let turned = neuron.turned(counts: counts, isGiven: isGiven)
      if !layering.isLayer(neurons.suffix(2) + [turned]) {
        layered += layering.instructions(of: neurons)
        neurons = []
      }
      neurons.append(turned)
    }
    return layered + layering.instructions(of: neurons)
  }

  /// The layer of neurons that may be one; where they are too few to gain by it, as one alone is, the neurons.
  private func instructions(of neurons: [Instruction.Neuron]) -> [Instruction] {
    let productCount = neurons.reduce(0) { $0 + $1.products.count }
    guard neurons.count > 1, productCount >= Layering.minProducts, isLayer(neurons[...]),
      hasDistinctTerms(neurons)
    else {
      return neurons.map { .neuron($0) }
    }
    return [.layer(Instruction.Layer(neurons))]
  }

  /// The fewest products for which it is worth while to begin a layer.
  private static let minProducts = 8
}

// MARK: - What may be a layer

extension Layering {
  /// Whether neurons are alike, and evenly spaced.
  private func isLayer(_ neurons: ArraySlice<Instruction.Neuron>) -> Bool {
    guard let first = neurons.first, neurons.allSatisfy({ isRegular($0) && isAlike($0, first) }) else {
      return false
    }
    let distances = neurons.map { neuron in zip(neuron.nodes, first.nodes).map { $0 - $1 } }
    return distances.allSatisfy { nodes in nodes.allSatisfy { $0 == nodes[0] } }
      && isEvenlySpaced(distances.map { $0[0] })
      && isEvenlySpaced(neurons.map { $0.products[0].y })
      && isEvenlySpaced(neurons.compactMap(\.plains.first?.term))
      && isEvenlySpaced(neurons.compactMap(\.ones.first))
      && isEvenlySpaced(neurons.compactMap(\.ones.last))
  }

  /// Whether a neuron can be part of a layer: a sum of products with weights that follow each other, and of one given
  /// number at most, recorded from left to right.
  private func isRegular(_ neuron: Instruction.Neuron) -> Bool {
    neuron.lead == nil && neuron.plains.count <= 1
      && follow(neuron.products.flatMap { [$0.product, $0.sum] }.dropFirst() + neuron.plains.map(\.sum))
      && follow(neuron.products.map(\.y)[...])
      && (neuron.products.map(\.y) + neuron.plains.map(\.term)).allSatisfy { isGiven[Int($0)] }
  }

  private func isAlike(_ one: Instruction.Neuron, _ other: Instruction.Neuron) -> Bool {
    one.products.map(\.x) == other.products.map(\.x) && one.plains.count == other.plains.count
      && one.nodes.count == other.nodes.count && operations[one.out] == operations[other.out]
      && counts[Int(one.out)] == counts[Int(other.out)]
  }

  /// Whether nodes follow each other on the tape.
  private func follow(_ nodes: ArraySlice<Int32>) -> Bool {
    zip(nodes, nodes.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  private func isEvenlySpaced(_ nodes: [Int32]) -> Bool {
    zip(nodes, nodes.dropFirst()).allSatisfy { $1 - $0 == nodes[1] - nodes[0] }
  }

  /// Whether each input is there once for a neuron, and each weight and each plain term once for all: the adjoint of what
  /// is there twice would be added to in another order.
  private func hasDistinctTerms(_ neurons: [Instruction.Neuron]) -> Bool {
    let inputs = neurons[0].products.map(\.x)
    let others = neurons.flatMap { $0.products.map(\.y) + $0.plains.map(\.term) }
    return Set(inputs + others).count == inputs.count + others.count
  }
}

extension Instruction.Layer {
  /// The layer of neurons that are alike and evenly spaced.
  fileprivate init(_ neurons: [Instruction.Neuron]) {
    func step(_ nodes: [Int32]) -> Int32 { nodes.count > 1 ? nodes[1] - nodes[0] : 0 }
    self.neurons = neurons
    self.step = step(neurons.map(\.out))
    weightStep = step(neurons.map { $0.products[0].y })
    plainStep = step(neurons.compactMap(\.plains.first?.term))
    addendStep = step(neurons.compactMap(\.ones.first))
    numeratorStep = step(neurons.compactMap(\.ones.last))
  }
}

extension Instruction.Neuron {
  /// The nodes that are its own.
  fileprivate var nodes: [Int32] {
    let sums = products.flatMap { [$0.product, $0.sum] } + plains.map(\.sum)
    return switch activation {
    case .none: sums
    case .operation(let out): sums + [out]
    case .logistic(let nodes): sums + [nodes.negation, nodes.exponential, nodes.denominator, nodes.out]
    }
  }

  /// The addend and the numerator of a logistic function that is written out.
  fileprivate var ones: [Int32] {
    guard case .logistic(let nodes) = activation else { return [] }
    return [nodes.addend, nodes.numerator]
  }

  /// The same with the factors of each product turned so that the second is one that is given, and counts, wherever one
  /// is.
  fileprivate func turned(counts: [Bool], isGiven: [Bool]) -> Self {
    func rank(_ node: Int32) -> Int { (isGiven[Int(node)] ? 1 : 0) + (counts[Int(node)] ? 2 : 0) }
    var neuron = self
    for index in products.indices {
      let (x, y) = (products[index].x, products[index].y)
      if rank(x) == 3 && rank(y) < 3 || counts[Int(x)] && !counts[Int(y)] {
        (neuron.products[index].x, neuron.products[index].y) = (y, x)
      }
    }
    return neuron
  }
}
