import TestSupport
import Testing

/// A small network with random layers and numbers, as a lesson and as a program that shares no code with it.
struct RandomNetwork: Sendable, CustomTestStringConvertible {
  /// What a layer does to its weighted sums.
  enum Activation: CaseIterable {
    case none, sigmoid, tanh, exp, square
  }

  /// Weighted sums, a bias each, and what is done to them.
  struct Layer {
    var weights: [[Double]]
    var biases: [Double]
    let activation: Activation
  }

  let seed: UInt64
  let inputs: [Double]
  let targets: [Double]
  let layers: [Layer]

  var testDescription: String { "network \(seed)" }

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double {
      // Three digits: what the lesson reads is what the program has.
      (Double.random(in: range, using: &random) * 1000).rounded() / 1000
    }
    let sizes = (0..<Int.random(in: 2...4, using: &random)).map { _ in Int.random(in: 1...3, using: &random) }
    self.seed = seed
    inputs = (0..<sizes[0]).map { _ in number(-1...1) }
    targets = (0..<(sizes.last ?? 1)).map { _ in number(0...1) }
    layers = zip(sizes, sizes.dropFirst()).map { from, to in
      Layer(
        weights: (0..<to).map { _ in (0..<from).map { _ in number(-1.2...1.2) } },
        biases: (0..<to).map { _ in number(-0.5...0.5) },
        activation: Activation.allCases.randomElement(using: &random) ?? .none)
    }
  }

  /// The calc cell; its loss is `L`.
  var cell: String {
    var lines = ["input " + inputs.enumerated().map { "a0_\($0) = \($1)" }.joined(separator: ", ")]
    lines.append("target " + targets.enumerated().map { "t\($0) = \($1)" }.joined(separator: ", "))
    for (number, layer) in layers.enumerated() {
      for (to, row) in layer.weights.enumerated() {
        let weights = row.enumerated().map { "w\(number)_\(to)_\($0) = \($1)" }
        lines.append(
          "param " + (weights + ["b\(number)_\(to) = \(layer.biases[to])"]).joined(separator: ", "))
        let terms = row.indices.map { "w\(number)_\(to)_\($0)*a\(number)_\($0)" } + ["b\(number)_\(to)"]
        lines.append("z\(number)_\(to) = " + terms.joined(separator: " + "))
        lines.append("a\(number + 1)_\(to) = " + layer.activation.call(of: "z\(number)_\(to)"))
      }
    }
    let losses = targets.indices.map { "1/2*(t\($0) - a\(layers.count)_\($0))^2" }
    return (lines + ["L = " + losses.joined(separator: " + ")]).joined(separator: "\n")
  }
}

// MARK: - The same in numbers

extension RandomNetwork {
  /// The loss, and its derivatives by every input, weight and bias by the textbook's rules for layers.
  var lossAndGradient: (loss: Double, gradient: [(name: String, derivative: Double)]) {
    var outputs = [inputs]
    var sums: [[Double]] = []
    for layer in layers {
      let inputs = outputs[outputs.count - 1]
      let sum = zip(layer.weights, layer.biases).map { row, bias in
        zip(row, inputs).reduce(bias) { $0 + $1.0 * $1.1 }
      }
      sums.append(sum)
      outputs.append(sum.map(layer.activation.value))
    }
    let last = outputs[outputs.count - 1]
    let loss = zip(targets, last).reduce(0) { $0 + 0.5 * ($1.0 - $1.1) * ($1.0 - $1.1) }
    var error = zip(last, targets).map { $0 - $1 }
    var gradient: [(String, Double)] = []
    for (number, layer) in layers.enumerated().reversed() {
      let delta = zip(error, sums[number]).map { $0 * layer.activation.slope($1) }
      for (to, row) in layer.weights.enumerated() {
        gradient.append(("b\(number)_\(to)", delta[to]))
        gradient += row.indices.map { ("w\(number)_\(to)_\($0)", delta[to] * outputs[number][$0]) }
      }
      error = outputs[number].indices.map { from in
        layer.weights.indices.reduce(0) { $0 + layer.weights[$1][from] * delta[$1] }
      }
    }
    gradient += error.enumerated().map { ("a0_\($0)", $1) }
    return (loss, gradient)
  }

  /// The derivatives of the loss by weights, by five-point central differences, whose error falls with the step's fourth
  /// power.
  var differences: [(name: String, derivative: Double)] {
    var found: [(String, Double)] = []
    for (number, layer) in layers.enumerated() {
      for (to, row) in layer.weights.enumerated() {
        for from in row.indices {
          func loss(_ steps: Double) -> Double {
            var layers = layers
            layers[number].weights[to][from] += steps * 1e-3
            return RandomNetwork(of: self, with: layers).lossAndGradient.loss
          }
          let slope = (8 * (loss(1) - loss(-1)) - (loss(2) - loss(-2))) / 12e-3
          found.append(("w\(number)_\(to)_\(from)", slope))
        }
      }
    }
    return found
  }

  private init(of network: RandomNetwork, with layers: [Layer]) {
    seed = network.seed
    inputs = network.inputs
    targets = network.targets
    self.layers = layers
  }
}

extension RandomNetwork.Activation {
  fileprivate func call(of argument: String) -> String {
    switch self {
    case .none: "1*\(argument)"
    case .sigmoid: "sigmoid(\(argument))"
    case .tanh: "tanh(\(argument))"
    case .exp: "exp(-\(argument))"
    case .square: "\(argument)^2 + 0.5*\(argument)"
    }
  }

  fileprivate func value(_ z: Double) -> Double {
    switch self {
    case .none: z
    case .sigmoid: 1 / (1 + exponential(-z))
    case .tanh: 1 - 2 / (exponential(2 * z) + 1)
    case .exp: exponential(-z)
    case .square: z * z + 0.5 * z
    }
  }

  fileprivate func slope(_ z: Double) -> Double {
    let value = value(z)
    return switch self {
    case .none: 1
    case .sigmoid: value * (1 - value)
    case .tanh: 1 - value * value
    case .exp: -value
    case .square: 2 * z + 0.5
    }
  }
}

/// e^x by its series, halved until that is short.
private func exponential(_ x: Double) -> Double {
  guard abs(x) > 0.25 else {
    var term = 1.0
    return (1...16).reduce(1.0) { sum, count in
      term *= x / Double(count)
      return sum + term
    }
  }
  let root = exponential(x / 2)
  return root * root
}
