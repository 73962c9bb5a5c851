import Testing

@testable import Autograd

/// An operation, its operands, and what must come of it.
struct OperationRow: Sendable, CustomTestStringConvertible {
  let operation: Operation
  let operands: [Double]
  let value: Double
  let derivatives: [Double]
  /// How much of the value may be wrong at an ordinary point; of a derivative it is ten times as much.
  let tolerance: Double

  init(
    _ operation: Operation, _ x: Double, value: Double, byFirst: Double, within tolerance: Double = 1e-15
  ) {
    self.operation = operation
    operands = [x]
    self.value = value
    derivatives = [byFirst]
    self.tolerance = tolerance
  }

  init(
    _ operation: Operation, _ x: Double, _ y: Double, value: Double, byFirst: Double, bySecond: Double,
    within tolerance: Double = 1e-15
  ) {
    self.operation = operation
    operands = [x, y]
    self.value = value
    derivatives = [byFirst, bySecond]
    self.tolerance = tolerance
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
