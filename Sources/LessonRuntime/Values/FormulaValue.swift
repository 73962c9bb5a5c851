import Algebra

extension Formula {
  /// What a formula of numbers gives, worked out from left to right; NaN where a name is left in it.
  var evaluation: Evaluation { value(of: { _ in .nan }, atoms: { _ in .nan }) }

  /// The value of a formula of numbers.
  var value: Double { evaluation.value }
}
