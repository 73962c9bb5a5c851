import Testing

@testable import Autograd

/// The functions of formulas.
private let functions: [(name: String, operation: Operation)] = [
  ("exp", .exp), ("ln", .ln), ("log", .ln), ("log2", .log2), ("log10", .log10), ("sqrt", .sqrt),
  ("abs", .abs),
  ("sign", .sign), ("sin", .sin), ("cos", .cos), ("tan", .tan), ("tanh", .tanh), ("arctan", .arctan),
  ("sinh", .sinh), ("cosh", .cosh), ("sigmoid", .sigmoid), ("relu", .relu), ("leaky_relu", .leakyRelu),
  ("prelu", .prelu), ("elu", .elu), ("softplus", .softplus), ("step", .step), ("gelu", .gelu), ("erf", .erf),
  ("floor", .floor), ("factorial", .factorial), ("max", .max), ("min", .min),
]

@Suite("An operation")
struct OperationTests {
  @Test("has the value and derivatives that 60-digit arithmetic gives", arguments: ordinaryRows)
  func ordinaryPoints(row: OperationRow) {
    let (tape, node) = row.recorded()
    #expect(agrees(tape.value(of: node), row.value, within: row.tolerance))
    for (operand, derivative) in row.derivatives.enumerated() {
      let local = tape.localDerivative(of: node, operand: operand)
      #expect(agrees(local, derivative, within: 10 * row.tolerance), "by operand \(operand)")
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

  @Test(
    "has rows at ±0 and ±1000 if it is a function", arguments: functions.map(\.operation),
    [0, -0.0, 1_000, -1_000])
  func rowsFarOut(function: Operation, x: Double) {
    let rows = (ordinaryRows + edgeRows).filter { $0.operation == function }
    #expect(rows.contains { row in row.operands.contains { isSame($0, x) } })
  }

  @Test("propagates NaN through every operand", arguments: Operation.allCases.filter { $0 != .leaf })
  func notANumber(operation: Operation) {
    for place in 0..<operation.arity {
      let tape = Tape()
      // Below 0, where the slope of a leaking rectifier counts.
      let leaves = [0, 1].map { tape.appendLeaf($0 == place ? .nan : -0.5) }
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

  @Test("of more than two operands groups from the left, and the first of equal ones wins", arguments: 0..<3)
  func firstOfMany(place: Int) {
    let tape = Tape()
    // From `place` on all are equally large, and equally small when their signs are turned.
    let leaves = (0..<3).map { tape.appendLeaf($0 < place ? 1 : 2) }
    let largest = tape.append(.max, tape.append(.max, leaves[0], leaves[1]), leaves[2])
    let opposites = leaves.map { tape.append(.negate, $0) }
    let smallest = tape.append(.min, tape.append(.min, opposites[0], opposites[1]), opposites[2])
    let (upper, lower) = (tape.derivatives(of: largest), tape.derivatives(of: smallest))
    for index in 0..<3 {
      #expect(upper[leaves[index]] == (index == place ? 1 : 0))
      #expect(lower[opposites[index]] == (index == place ? 1 : 0))
    }
  }

  @Test("has a function's name, or is written with a sign")
  func namesAreWhole() {
    let signs: [Operation] = [.leaf, .add, .subtract, .multiply, .divide, .power, .negate]
    #expect(Set(functions.map(\.operation)).union(signs) == Set(Operation.allCases))
  }
}
