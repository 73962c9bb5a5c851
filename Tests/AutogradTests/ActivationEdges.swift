@testable import Autograd

private let infinity = Double.infinity
private let nan = Double.nan

/// The activations at their kinks and far out.
let activationEdges = rectifierEdges + leakingEdges(of: .leakyRelu) + leakingEdges(of: .prelu) + otherEdges

/// At its kink a rectifier has the slope to the right, whatever the one to the left.
private let rectifierEdges: [OperationRow] = [
  OperationRow(.relu, 0, value: 0, byFirst: 1),
  OperationRow(.relu, -0.0, value: -0.0, byFirst: 1),
  OperationRow(.relu, infinity, value: infinity, byFirst: 1),
  OperationRow(.relu, -infinity, value: 0, byFirst: 0),
  OperationRow(.relu, nan, value: nan, byFirst: nan),
]

/// The same of the two rectifiers that leak.
private func leakingEdges(of operation: Operation) -> [OperationRow] {
  [
    OperationRow(operation, 0, 0.1, value: 0, byFirst: 1, bySecond: 0),
    OperationRow(operation, -0.0, 0.1, value: -0.0, byFirst: 1, bySecond: 0),
    OperationRow(operation, 0, -3, value: 0, byFirst: 1, bySecond: 0),
    OperationRow(operation, -2, 0, value: -0.0, byFirst: 0, bySecond: -2),
    OperationRow(operation, 1_000, 0.25, value: 1_000, byFirst: 1, bySecond: 0),
    OperationRow(operation, -1_000, 0.25, value: -250, byFirst: 0.25, bySecond: -1_000),
    OperationRow(operation, infinity, 0.1, value: infinity, byFirst: 1, bySecond: 0),
    OperationRow(operation, -infinity, 0.1, value: -infinity, byFirst: 0.1, bySecond: -infinity),
    OperationRow(operation, -infinity, 0, value: nan, byFirst: 0, bySecond: -infinity),
    OperationRow(operation, 1, nan, value: 1, byFirst: 1, bySecond: 0),
    OperationRow(operation, nan, 1, value: nan, byFirst: nan, bySecond: nan),
  ]
}

private let otherEdges: [OperationRow] = [
  OperationRow(.elu, 0, 1, value: 0, byFirst: 1, bySecond: 0),
  OperationRow(.elu, -0.0, 1, value: -0.0, byFirst: 1, bySecond: 0),
  OperationRow(.elu, 0, 2, value: 0, byFirst: 1, bySecond: 0),
  OperationRow(.elu, 1_000, 1, value: 1_000, byFirst: 1, bySecond: 0),
  OperationRow(.elu, -1_000, 1, value: -1, byFirst: 0, bySecond: -1),
  OperationRow(.elu, -1_000, 3, value: -3, byFirst: 0, bySecond: -1),
  OperationRow(.elu, infinity, 1, value: infinity, byFirst: 1, bySecond: 0),
  OperationRow(.elu, -infinity, 1, value: -1, byFirst: 0, bySecond: -1),
  OperationRow(.elu, 1, nan, value: 1, byFirst: 1, bySecond: 0),
  OperationRow(.elu, nan, 1, value: nan, byFirst: nan, bySecond: nan),

  // The jump of the step belongs to its right.
  OperationRow(.step, 0, value: 1, byFirst: 0),
  OperationRow(.step, -0.0, value: 1, byFirst: 0),
  OperationRow(.step, 1_000, value: 1, byFirst: 0),
  OperationRow(.step, -1_000, value: 0, byFirst: 0),
  OperationRow(.step, infinity, value: 1, byFirst: 0),
  OperationRow(.step, -infinity, value: 0, byFirst: 0),

  // The smooth ones far out.
  OperationRow(.softplus, 1_000, value: 1_000, byFirst: 1),
  OperationRow(.softplus, -1_000, value: 0, byFirst: 0),
  OperationRow(.softplus, infinity, value: infinity, byFirst: 1),
  OperationRow(.softplus, -infinity, value: 0, byFirst: 0),
  OperationRow(.gelu, 0, value: 0, byFirst: 0.5),
  OperationRow(.gelu, -0.0, value: -0.0, byFirst: 0.5),
  OperationRow(.gelu, 1_000, value: 1_000, byFirst: 1),
  OperationRow(.gelu, -1_000, value: 0, byFirst: 0),
  OperationRow(.gelu, infinity, value: infinity, byFirst: 1),
  OperationRow(.gelu, -infinity, value: 0, byFirst: 0),
]
