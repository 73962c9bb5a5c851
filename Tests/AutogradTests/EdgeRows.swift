@testable import Autograd

private let infinity = Double.infinity
private let nan = Double.nan

/// What happens where a function has no slope, no value, or no room; each number must be met exactly, signs of zeros
/// included.
let edgeRows = basicEdges + functionEdges + activationEdges

/// The operations that the first lessons need: arithmetic, exponentials, the logistic function.
private let basicEdges: [OperationRow] = [
  // Sums and differences.
  OperationRow(.add, 0, -0.0, value: 0, byFirst: 1, bySecond: 1),
  OperationRow(.add, -0.0, -0.0, value: -0.0, byFirst: 1, bySecond: 1),
  OperationRow(.add, infinity, -infinity, value: nan, byFirst: 1, bySecond: 1),
  OperationRow(.add, infinity, 1, value: infinity, byFirst: 1, bySecond: 1),
  OperationRow(.subtract, infinity, infinity, value: nan, byFirst: 1, bySecond: -1),
  OperationRow(.subtract, 0, 0, value: 0, byFirst: 1, bySecond: -1),
  OperationRow(.negate, 0, value: -0.0, byFirst: -1),
  OperationRow(.negate, -infinity, value: infinity, byFirst: -1),

  // Products and quotients.
  OperationRow(.multiply, 0, infinity, value: nan, byFirst: infinity, bySecond: 0),
  OperationRow(.multiply, -0.0, 3, value: -0.0, byFirst: 3, bySecond: -0.0),
  OperationRow(.multiply, 1e200, 1e200, value: infinity, byFirst: 1e200, bySecond: 1e200),
  OperationRow(.divide, 1, 0, value: infinity, byFirst: infinity, bySecond: -infinity),
  OperationRow(.divide, 1, -0.0, value: -infinity, byFirst: -infinity, bySecond: -infinity),
  OperationRow(.divide, -1, 0, value: -infinity, byFirst: infinity, bySecond: infinity),
  OperationRow(.divide, 0, 0, value: nan, byFirst: infinity, bySecond: nan),
  OperationRow(.divide, 0, 2, value: 0, byFirst: 0.5, bySecond: -0.0),
  OperationRow(.divide, 3, infinity, value: 0, byFirst: 0, bySecond: -0.0),
  OperationRow(.divide, infinity, infinity, value: nan, byFirst: 0, bySecond: nan),

  // Powers with the exponent 0 are 1, a constant in the base.
  OperationRow(.power, 0, 0, value: 1, byFirst: 0, bySecond: -infinity),
  OperationRow(.power, -0.0, 0, value: 1, byFirst: 0, bySecond: -infinity),
  OperationRow(.power, 2, 0, value: 1, byFirst: 0, bySecond: 0.6931471805599453),
  OperationRow(.power, -2, 0, value: 1, byFirst: 0, bySecond: nan),
  OperationRow(.power, infinity, 0, value: 1, byFirst: 0, bySecond: infinity),
  OperationRow(.power, nan, 0, value: 1, byFirst: 0, bySecond: nan),

  // Powers of 0.
  OperationRow(.power, 0, 2, value: 0, byFirst: 0, bySecond: 0),
  OperationRow(.power, -0.0, 2, value: 0, byFirst: 0, bySecond: 0),
  OperationRow(.power, -0.0, 3, value: -0.0, byFirst: 0, bySecond: 0),
  OperationRow(.power, 0, 1, value: 0, byFirst: 1, bySecond: 0),
  OperationRow(.power, 0, 0.5, value: 0, byFirst: infinity, bySecond: 0),
  OperationRow(.power, 0, -1, value: infinity, byFirst: -infinity, bySecond: -infinity),

  // Negative bases: whole exponents have a value and a slope by the base.
  OperationRow(.power, -2, 2, value: 4, byFirst: -4, bySecond: nan),
  OperationRow(.power, -2, 3, value: -8, byFirst: 12, bySecond: nan),
  OperationRow(.power, -2, 1, value: -2, byFirst: 1, bySecond: nan),
  OperationRow(.power, -2, -1, value: -0.5, byFirst: -0.25, bySecond: nan),
  OperationRow(.power, -2, 0.5, value: nan, byFirst: nan, bySecond: nan),
  OperationRow(.power, -0.5, 2_000, value: 0, byFirst: 0, bySecond: nan),

  // Powers that overflow, underflow, or have infinite operands.
  OperationRow(.power, 10, 1_000, value: infinity, byFirst: infinity, bySecond: infinity),
  OperationRow(.power, 10, -1_000, value: 0, byFirst: 0, bySecond: 0),
  OperationRow(.power, infinity, 2, value: infinity, byFirst: infinity, bySecond: infinity),
  OperationRow(.power, infinity, -1, value: 0, byFirst: 0, bySecond: 0),
  OperationRow(.power, infinity, 1, value: infinity, byFirst: 1, bySecond: infinity),
  OperationRow(.power, 0.5, infinity, value: 0, byFirst: 0, bySecond: 0),
  OperationRow(.power, 1, 3, value: 1, byFirst: 3, bySecond: 0),
  OperationRow(.power, 1, nan, value: 1, byFirst: nan, bySecond: 0),

  // The exponential and its kin far out.
  OperationRow(.exp, 0, value: 1, byFirst: 1),
  OperationRow(.exp, -0.0, value: 1, byFirst: 1),
  OperationRow(.exp, 1_000, value: infinity, byFirst: infinity),
  OperationRow(.exp, -1_000, value: 0, byFirst: 0),
  OperationRow(.exp, infinity, value: infinity, byFirst: infinity),
  OperationRow(.exp, -infinity, value: 0, byFirst: 0),
  OperationRow(.sigmoid, 0, value: 0.5, byFirst: 0.25),
  OperationRow(.sigmoid, -0.0, value: 0.5, byFirst: 0.25),
  OperationRow(.sigmoid, 40, value: 1, byFirst: 0),
  OperationRow(.sigmoid, 1_000, value: 1, byFirst: 0),
  OperationRow(.sigmoid, -1_000, value: 0, byFirst: 0),
  OperationRow(.sigmoid, infinity, value: 1, byFirst: 0),
  OperationRow(.sigmoid, -infinity, value: 0, byFirst: 0),
  OperationRow(.tanh, 0, value: 0, byFirst: 1),
  OperationRow(.tanh, -0.0, value: -0.0, byFirst: 1),
  OperationRow(.tanh, 1_000, value: 1, byFirst: 0),
  OperationRow(.tanh, -1_000, value: -1, byFirst: 0),
  OperationRow(.tanh, infinity, value: 1, byFirst: 0),
  OperationRow(.tanh, -infinity, value: -1, byFirst: 0),

  // Roots and logarithms at and beyond the border of their domain.
  OperationRow(.ln, 1, value: 0, byFirst: 1),
  OperationRow(.ln, 0, value: -infinity, byFirst: infinity),
  OperationRow(.ln, -0.0, value: -infinity, byFirst: infinity),
  OperationRow(.ln, -1, value: nan, byFirst: nan),
  OperationRow(.ln, infinity, value: infinity, byFirst: 0),
  OperationRow(.sqrt, 4, value: 2, byFirst: 0.25),
  OperationRow(.sqrt, 0, value: 0, byFirst: infinity),
  OperationRow(.sqrt, -0.0, value: -0.0, byFirst: infinity),
  OperationRow(.sqrt, -1, value: nan, byFirst: nan),
  OperationRow(.sqrt, infinity, value: infinity, byFirst: 0),
]
