import Testing

@testable import Autograd

/// An operation, its operands, and what must come of it.
struct OperationRow: Sendable, CustomTestStringConvertible {
  let operation: Operation
  let operands: [Double]
  let value: Double
  let derivatives: [Double]

  init(_ operation: Operation, _ x: Double, value: Double, byFirst: Double) {
    self.operation = operation
    operands = [x]
    self.value = value
    derivatives = [byFirst]
  }

  init(
    _ operation: Operation, _ x: Double, _ y: Double, value: Double, byFirst: Double, bySecond: Double
  ) {
    self.operation = operation
    operands = [x, y]
    self.value = value
    derivatives = [byFirst, bySecond]
  }

  var testDescription: String { "\(operation) of \(operands)" }

  /// The tape with the operation on it, last.
  func recorded() -> (tape: Tape, node: Node) {
    let tape = Tape()
    let leaves = operands.map { tape.appendLeaf($0) }
    let node =
      leaves.count == 1
      ? tape.append(operation, leaves[0]) : tape.append(operation, leaves[0], leaves[1])
    return (tape, node)
  }
}

@Suite("An operation")
struct OperationTests {
  @Test("has the value and derivatives that 60-digit arithmetic gives", arguments: ordinaryRows)
  func ordinaryPoints(row: OperationRow) {
    let (tape, node) = row.recorded()
    #expect(agrees(tape.value(of: node), row.value, within: 1e-15))
    for (operand, derivative) in row.derivatives.enumerated() {
      #expect(agrees(tape.localDerivative(of: node, operand: operand), derivative, within: 1e-14))
    }
  }

  @Test("has exactly the documented value and derivatives at the edges of its domain", arguments: edgeRows)
  func edges(row: OperationRow) {
    let (tape, node) = row.recorded()
    let value = tape.value(of: node)
    #expect(isSame(value, row.value), "\(value)")
    for (operand, expected) in row.derivatives.enumerated() {
      let derivative = tape.localDerivative(of: node, operand: operand)
      #expect(isSame(derivative, expected), "by operand \(operand): \(derivative)")
    }
  }

  @Test("has rows in both tables", arguments: Operation.allCases.filter { $0 != .leaf })
  func tablesAreWhole(operation: Operation) {
    #expect(ordinaryRows.contains { $0.operation == operation && $0.operands.count == operation.arity })
    #expect(edgeRows.contains { $0.operation == operation && $0.operands.count == operation.arity })
  }

  @Test("propagates NaN through every operand", arguments: Operation.allCases.filter { $0 != .leaf })
  func notANumber(operation: Operation) {
    for place in 0..<operation.arity {
      let tape = Tape()
      let leaves = [0, 1].map { tape.appendLeaf($0 == place ? .nan : 0.5) }
      let node =
        operation.arity == 1
        ? tape.append(operation, leaves[0]) : tape.append(operation, leaves[0], leaves[1])
      #expect(tape.value(of: node).isNaN)
    }
  }

  @Test(
    "computes σ′ and tanh′ from the output, to the last bit", arguments: [-40, -3, -0.3, 0, 0.7, 2, 18, 40.0])
  func derivativesFromTheOutput(x: Double) {
    let tape = Tape()
    let leaf = tape.appendLeaf(x)
    let sigmoid = tape.append(.sigmoid, leaf)
    let tanh = tape.append(.tanh, leaf)
    let s = tape.value(of: sigmoid)
    let t = tape.value(of: tanh)
    #expect(tape.localDerivative(of: sigmoid, operand: 0) == s * (1 - s))
    #expect(tape.localDerivative(of: tanh, operand: 0) == 1 - t * t)
  }

  @Test("σ stays above 0 for as long as e^x does")
  func sigmoidFarBelowZero() {
    let tape = Tape()
    let far = tape.variable(-720)
    #expect(sigmoid(far).value > 0)
    #expect(sigmoid(far).value == exp(far).value)
  }

  @Test(
    "is found by its name in formulas",
    arguments: [
      ("exp", Operation.exp), ("ln", .ln), ("sqrt", .sqrt), ("sigmoid", .sigmoid), ("tanh", .tanh),
    ])
  func names(name: String, operation: Operation) {
    #expect(Operation.named(name) == operation)
  }

  @Test(
    "is not found by what is no function's name",
    arguments: ["leaf", "add", "subtract", "multiply", "divide", "power", "negate", "Exp", "", "exp "])
  func otherNames(name: String) {
    #expect(Operation.named(name) == nil)
  }
}
