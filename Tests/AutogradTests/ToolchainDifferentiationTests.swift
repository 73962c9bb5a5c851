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
    TwinFunction(testDescription: "log₂ x", compiled: { x, _ in log2(x) }, recorded: { x, _ in log2(x) }),
    TwinFunction(testDescription: "log₁₀ x", compiled: { x, _ in log10(x) }, recorded: { x, _ in log10(x) }),
    TwinFunction(testDescription: "sin x", compiled: { x, _ in sin(x) }, recorded: { x, _ in sin(x) }),
    TwinFunction(testDescription: "cos x", compiled: { x, _ in cos(x) }, recorded: { x, _ in cos(x) }),
    TwinFunction(testDescription: "tan x", compiled: { x, _ in tan(x) }, recorded: { x, _ in tan(x) }),
    TwinFunction(testDescription: "arctan x", compiled: { x, _ in atan(x) }, recorded: { x, _ in arctan(x) }),
    TwinFunction(testDescription: "sinh x", compiled: { x, _ in sinh(x) }, recorded: { x, _ in sinh(x) }),
    TwinFunction(testDescription: "cosh x", compiled: { x, _ in cosh(x) }, recorded: { x, _ in cosh(x) }),
    TwinFunction(testDescription: "erf x", compiled: { x, _ in erf(x) }, recorded: { x, _ in erf(x) }),
    TwinFunction(
      testDescription: "softplus(x − 1)", compiled: { x, _ in log(1 + exp(x - 1)) },
      recorded: { x, _ in softplus(x - 1) }),
    TwinFunction(
      testDescription: "gelu(x − 1)",
      compiled: { x, _ in (x - 1) * (1 + erf((x - 1) / sqrt(2.0))) / 2 },
      recorded: { x, _ in gelu(x - 1) }),
    TwinFunction(
      testDescription: "|x − 1|", compiled: { x, _ in x > 1 ? x - 1 : 1 - x },
      recorded: { x, _ in abs(x - 1) }),
    TwinFunction(
      testDescription: "relu(x − 1)", compiled: { x, _ in x > 1 ? x - 1 : 0 },
      recorded: { x, _ in relu(x - 1) }),
    TwinFunction(
      testDescription: "leaky_relu(x − 1, y)", compiled: { x, y in x > 1 ? x - 1 : y * (x - 1) },
      recorded: { x, y in leakyRelu(x - 1, y) }),
    TwinFunction(
      testDescription: "prelu(x − 1, y)", compiled: { x, y in x > 1 ? x - 1 : y * (x - 1) },
      recorded: { x, y in prelu(x - 1, y) }),
    TwinFunction(
      testDescription: "elu(x − 1, y)", compiled: { x, y in x > 1 ? x - 1 : y * (exp(x - 1) - 1) },
      recorded: { x, y in elu(x - 1, y) }),
    TwinFunction(
      testDescription: "the larger", compiled: { x, y in x > y ? x : y }, recorded: { max($0, $1) }),
    TwinFunction(
      testDescription: "the smaller", compiled: { x, y in x < y ? x : y }, recorded: { min($0, $1) }),
    TwinFunction(
      testDescription: "jumps times x",
      compiled: { x, _ in (x > 1 ? x : -x) * floor(x) },
      recorded: { x, _ in sign(x - 1) * x * floor(x) * step(x) }),
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

  /// `yes` where `x` is positive, else `no`.
  @differentiable(reverse)
  private func positive(_ x: Double, _ yes: Double, _ no: Double) -> Double {
    x > 0 ? yes : no
  }

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
      case .log2: { log2(f($0)) }
      case .log10: { log10(f($0)) }
      case .abs: { positive(f($0), 1, -1) * f($0) }
      case .sin: { sin(f($0)) }
      case .cos: { cos(f($0)) }
      case .tan: { tan(f($0)) }
      case .tanh: { tanh(f($0)) }
      case .arctan: { atan(f($0)) }
      case .sinh: { sinh(f($0)) }
      case .cosh: { cosh(f($0)) }
      case .sigmoid: { 1 / (1 + exp(-f($0))) }
      case .relu: { positive(f($0), f($0), 0) }
      case .leakyRelu, .prelu: { positive(f($0), f($0), f($0) * g($0)) }
      case .elu: { positive(f($0), f($0), g($0) * (exp(f($0)) - 1)) }
      case .softplus: { log(1 + exp(f($0))) }
      case .gelu: { f($0) * (1 + erf(f($0) / sqrt(2.0))) / 2 }
      case .erf: { erf(f($0)) }
      case .max: { positive(f($0) - g($0), f($0), g($0)) }
      case .min: { positive(f($0) - g($0), g($0), f($0)) }
      // Graphs have none of these; they are constant between their jumps.
      case .sign, .step, .floor, .factorial: { _ in 0 }
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
