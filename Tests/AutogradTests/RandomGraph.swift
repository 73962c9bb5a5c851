import TestSupport
import Testing

@testable import Autograd

/// A random expression with shared parts, made so that it is smooth and of moderate size around its inputs.
struct RandomGraph: Sendable, CustomTestStringConvertible {
  /// One operation; its operands count the inputs first, then the steps.
  struct Step: Sendable {
    let operation: Operation
    let operands: [Int]
  }

  let seed: UInt64
  let inputs: [Double]
  private(set) var steps: [Step] = []

  var testDescription: String { "graph \(seed)" }

  /// Three inputs and `size` operations on them and on each other, the same for the same seed.
  init(seed: UInt64, size: Int = 15) {
    self.seed = seed
    var generator = SplitMix64(seed: seed)
    inputs = (0..<3).map { _ in Double.random(in: 0.3...2, using: &generator) }
    var values = inputs
    var unused = Array(inputs.indices)
    while steps.count < size {
      // Half of the operations take two operands, and half of the operands have not been used yet, so that
      // the end depends on much of the graph.
      let operations = Bool.random(using: &generator) ? RandomGraph.ofTwo : RandomGraph.ofOne
      let operation = operations[Int.random(in: 0..<operations.count, using: &generator)]
      let operands = (0..<operation.arity).map { _ in
        Bool.random(using: &generator)
          ? unused[Int.random(in: 0..<unused.count, using: &generator)]
          : Int.random(in: 0..<values.count, using: &generator)
      }
      let numbers = operands.map { values[$0] } + [.nan, .nan]
      guard RandomGraph.isSmooth(operation, numbers[0], numbers[1]) else { continue }
      let value = operation.value(numbers[0], numbers[1], current: .nan)
      guard (0.01...10).contains(value.magnitude) else { continue }
      steps.append(Step(operation: operation, operands: operands))
      unused.removeAll { operands.contains($0) }
      unused.append(values.count)
      values.append(value)
    }
  }

  private static let ofOne = Operation.allCases.filter { $0.arity == 1 }
  private static let ofTwo = Operation.allCases.filter { $0.arity == 2 }

  /// Whether the operation is smooth, and not steep, around its operands.
  private static func isSmooth(_ operation: Operation, _ x: Double, _ y: Double) -> Bool {
    switch operation {
    case .leaf: false
    case .add, .subtract, .multiply, .negate: true
    case .sin, .cos, .arctan, .tanh, .sigmoid, .softplus, .gelu, .erf: true
    case .divide: y.magnitude > 0.3
    case .power: (0.3...5).contains(x) && y.magnitude < 3
    case .exp, .sinh, .cosh: x.magnitude < 2
    case .tan: x.magnitude < 1.2
    case .ln, .log2, .log10, .sqrt: x > 0.3
    case .abs, .relu, .leakyRelu, .prelu, .elu: x.magnitude > 0.1
    case .max, .min: (x - y).magnitude > 0.1
    // Constant between their jumps, they would cut the output off from the inputs.
    case .sign, .step, .floor, .factorial: false
    }
  }

  /// The graph on a tape of its own, with `inputs` as its leaves; the last step is the output.
  func recorded(_ inputs: [Double]) -> (tape: Tape, leaves: [Node], output: Node) {
    let tape = Tape()
    let leaves = inputs.map { tape.appendLeaf($0) }
    for step in steps {
      let operands = step.operands.map { Node(index: $0) }
      _ =
        operands.count == 1
        ? tape.append(step.operation, operands[0])
        : tape.append(step.operation, operands[0], operands[1])
    }
    return (tape, leaves, Node(index: tape.count - 1))
  }

  /// The output's value for other inputs.
  func value(at inputs: [Double]) -> Double {
    let (tape, _, output) = recorded(inputs)
    return tape.value(of: output)
  }
}
