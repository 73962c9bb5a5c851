#if canImport(_Differentiation)
  import Foundation
  import Testing
  import _Differentiation

  @testable import Autograd

  /// One function twice: for the compiler to differentiate, and on a tape.
  struct TwinFunction: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let compiled: @Sendable @differentiable(reverse) (Double, Double) -> Double
    let recorded: @Sendable (Value, Value) -> Value
  }

  private let twins = [
    TwinFunction(testDescription: "x + y", compiled: { $0 + $1 }, recorded: { $0 + $1 }),
    TwinFunction(testDescription: "x − y", compiled: { $0 - $1 }, recorded: { $0 - $1 }),
    TwinFunction(testDescription: "x·y", compiled: { $0 * $1 }, recorded: { $0 * $1 }),
    TwinFunction(testDescription: "x/y", compiled: { $0 / $1 }, recorded: { $0 / $1 }),
    TwinFunction(testDescription: "x^y", compiled: { pow($0, $1) }, recorded: { $0 ^ $1 }),
    TwinFunction(testDescription: "−x", compiled: { x, _ in -x }, recorded: { x, _ in -x }),
    TwinFunction(testDescription: "e^x", compiled: { x, _ in exp(x) }, recorded: { x, _ in exp(x) }),
    TwinFunction(testDescription: "ln x", compiled: { x, _ in log(x) }, recorded: { x, _ in ln(x) }),
    TwinFunction(testDescription: "√x", compiled: { x, _ in sqrt(x) }, recorded: { x, _ in sqrt(x) }),
    TwinFunction(
      testDescription: "σ(x)", compiled: { x, _ in 1 / (1 + exp(-x)) }, recorded: { x, _ in sigmoid(x) }),
    TwinFunction(testDescription: "tanh x", compiled: { x, _ in tanh(x) }, recorded: { x, _ in tanh(x) }),
    TwinFunction(
      testDescription: "all at once",
      compiled: { x, y in
        exp(x) * tanh(y) + pow(x, y) - log(x) + sqrt(y) / (1 + exp(-x)) - 2 * x * y
      },
      recorded: { x, y in exp(x) * tanh(y) + (x ^ y) - ln(x) + sqrt(y) * sigmoid(x) - 2 * x * y }),
  ]

  /// Three inputs of a random graph, as the compiler differentiates by them.
  private struct Inputs: Differentiable {
    var x: Double
    var y: Double
    var z: Double
  }

  private typealias Compiled = @differentiable(reverse) (Inputs) -> Double

  extension RandomGraph {
    /// The same graph as functions of the inputs that the compiler has differentiated, made of one another.
    fileprivate var compiled: Compiled {
      var nodes: [Compiled] = [{ $0.x }, { $0.y }, { $0.z }]
      for step in steps {
        let f = nodes[step.operands[0]]
        let g = nodes[step.operands[step.operands.count - 1]]
        nodes.append(RandomGraph.compiled(step.operation, f, g))
      }
      return nodes[nodes.count - 1]
    }

    private static func compiled(
      _ operation: Autograd.Operation, _ f: @escaping Compiled, _ g: @escaping Compiled
    ) -> Compiled {
      switch operation {
      case .leaf: f
      case .add: { f($0) + g($0) }
      case .subtract: { f($0) - g($0) }
      case .multiply: { f($0) * g($0) }
      case .divide: { f($0) / g($0) }
      case .power: { pow(f($0), g($0)) }
      case .negate: { -f($0) }
      case .exp: { exp(f($0)) }
      case .ln: { log(f($0)) }
      case .sqrt: { sqrt(f($0)) }
      case .sigmoid: { 1 / (1 + exp(-f($0))) }
      case .tanh: { tanh(f($0)) }
      }
    }
  }

  @Suite("The toolchain's differentiation")
  struct ToolchainDifferentiationTests {
    @Test(
      "agrees with the tape at ordinary points", arguments: twins, [(0.5, 1.5), (2, -0.75), (1.25, 3)])
    func ordinaryPoints(twin: TwinFunction, point: (Double, Double)) {
      let (a, b) = (point.0, point.1.magnitude)
      let expected = valueWithGradient(at: a, b, of: twin.compiled)
      let tape = Tape()
      let x = tape.variable(a)
      let y = tape.variable(b)
      let output = twin.recorded(x, y)
      let derivatives = tape.derivatives(of: output)
      #expect(agrees(output.value, expected.value, within: 1e-14))
      #expect(agrees(derivatives[x], expected.gradient.0, within: 1e-13))
      #expect(agrees(derivatives[y], expected.gradient.1, within: 1e-13))
    }

    @Test(
      "agrees with the gradients of random graphs", arguments: (UInt64(0)..<100).map { RandomGraph(seed: $0) }
    )
    func randomGraphs(graph: RandomGraph) {
      let at = Inputs(x: graph.inputs[0], y: graph.inputs[1], z: graph.inputs[2])
      let expected = gradient(at: at, of: graph.compiled)
      let (tape, leaves, output) = graph.recorded(graph.inputs)
      let derivatives = tape.derivatives(of: output)
      for (leaf, slope) in zip(leaves, [expected.x, expected.y, expected.z]) {
        #expect(
          (derivatives[leaf] - slope).magnitude <= 1e-11 * max(1, slope.magnitude),
          "\(derivatives[leaf]), compiler \(slope)")
      }
    }
  }
#endif
