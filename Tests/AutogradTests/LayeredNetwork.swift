import TestSupport

@testable import Autograd

/// A network of whole layers, each recorded in one loop, with random sizes and numbers, on a tape of its own.
struct LayeredNetwork: RecordedNetwork {
  /// What neurons make of their sums.
  enum Activation: CaseIterable {
    case none
    case tanh
    case sigmoid
    case relu
    case softplus
    /// `1/(1 + exp(−sum))`.
    case logistic
  }

  let tape = Tape()
  private(set) var inputs: [Node] = []
  private(set) var params: [Node] = []
  private(set) var output = Node(index: 0)
  /// Whether every neuron is a sum: of a single product without a bias there is none.
  private(set) var isMadeOfSums = false
  private var random: SplitMix64

  /// A network of layers with that activation; without one, each layer has another.
  init(seed: UInt64, _ activation: Activation? = nil) {
    random = SplitMix64(seed: seed)
    func size(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> Int {
      .random(in: range, using: &random)
    }
    let sizes =
      [size(1...9, &random)] + (0..<size(1...3, &random)).map { _ in size(1...17, &random) } + [1]
    let isBiased = size(0...3, &random) > 0
    isMadeOfSums = isBiased || !sizes.dropLast().contains(1)
    let tape = tape
    var layer = (0..<sizes[0]).map { _ in tape.variable(0.5) }
    let target = tape.variable(0.25)
    inputs = (layer + [target]).map(\.node)
    // All weights are recorded in front, row by row, as they are where a network is declared.
    let widths = zip(sizes, sizes.dropFirst())
    let weights = widths.map { count, width in (0..<count * width).map { _ in tape.variable(1) } }
    let biases = widths.map { _, width in (0..<(isBiased ? width : 0)).map { _ in tape.variable(1) } }
    params = (weights.flatMap { $0 } + biases.flatMap { $0 }).map(\.node)
    for (depth, width) in sizes.dropFirst().enumerated() {
      let activation = activation ?? Activation.allCases.randomElement(using: &random) ?? .none
      let isWeightFirst = size(0...1, &random) == 0
      layer = (0..<width).map { neuron in
        var sum: Value?
        for index in layer.indices {
          let weight = weights[depth][neuron * layer.count + index]
          let product = isWeightFirst ? weight * layer[index] : layer[index] * weight
          sum = sum.map { $0 + product } ?? product
        }
        if isBiased { sum = sum.map { $0 + biases[depth][neuron] } }
        return LayeredNetwork.result(sum ?? target, activation)
      }
    }
    let difference = layer[0] - target
    output = (difference * difference).node
  }

  private static func result(_ sum: Value, _ activation: Activation) -> Value {
    switch activation {
    case .none: sum
    case .tanh: Autograd.tanh(sum)
    case .sigmoid: Autograd.sigmoid(sum)
    case .relu: Autograd.relu(sum)
    case .softplus: Autograd.softplus(sum)
    case .logistic: 1 / (1 + exp(-sum))
    }
  }

  /// Other numbers for `count` leaves: mostly ordinary ones, and some zeros.
  mutating func numbers(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double(max(0, Int.random(in: -400...4000, using: &random))) / 1000 - 2 }
      .map { $0 == -2 ? 0 : $0 }
  }
}
