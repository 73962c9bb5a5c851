import TestSupport

@testable import Autograd

/// A network of neurons in several spellings, with random sizes and numbers, on a tape of its own.
struct RandomNetwork: RecordedNetwork {
  let tape = Tape()
  private(set) var inputs: [Node] = []
  private(set) var params: [Node] = []
  private(set) var output = Node(index: 0)
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    var layer = (0..<Int.random(in: 0..<3, using: &random) + 1).map { _ in tape.variable(number()) }
    inputs = layer.map(\.node)
    let target = tape.variable(number())
    inputs.append(target.node)
    for _ in 0..<Int.random(in: 0..<3, using: &random) + 1 {
      let width = Int.random(in: 0..<5, using: &random) + 1
      layer = (0..<width).map { _ in neuron(of: layer) }
    }
    let difference = neuron(of: layer) - target
    output = (difference * difference).node
  }

  /// Other numbers for `count` leaves.
  mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in number() } }

  private mutating func number() -> Double { Double(Int.random(in: 0...4000, using: &random)) / 1000 - 2 }

  private mutating func param() -> Value {
    let param = tape.variable(number())
    params.append(param.node)
    return param
  }

  private mutating func neuron(of layer: [Value]) -> Value {
    let isBiasFirst = Int.random(in: 0..<2, using: &random) == 0
    var sum = isBiasFirst ? param() : nil
    for value in layer {
      let product = Int.random(in: 0..<2, using: &random) == 0 ? value * param() : param() * value
      sum = sum.map { $0 + product } ?? product
    }
    let whole = isBiasFirst ? sum ?? param() : (sum ?? param()) + param()
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return tanh(whole)
    case 1: return 1 / (1 + exp(-whole))
    case 2: return sigmoid(whole)
    case 3: return relu(whole)
    case 4: return max(whole, 0.25 * whole)
    case 5: return whole * whole
    case 6: return softplus(whole) - abs(whole)
    default: return whole
    }
  }
}
