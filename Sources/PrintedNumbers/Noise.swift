package import Algebra

// What binary arithmetic leaves of an exact zero: it is shown as 0, with a remark.

extension Number {
  /// The product of numbers, its digits open; shown as 0 where one of them is.
  package init(productOf factors: [Number]) {
    let product = factors.reduce(1) { $0 * $1.value }
    self.init(product, text: factors.contains(where: \.isRoundingOfZero) ? "0" : nil)
  }
}

extension Formula {
  /// The number that comes of a formula of numbers: its digits open, or `0` for what is left of an exact zero.
  package var outcome: Number {
    let evaluation = evaluation
    return Number(evaluation.value, text: evaluation.isRoundingOfZero ? "0" : nil)
  }

  /// Whether `value`, which comes of this formula of numbers, is only what binary arithmetic leaves of an exact zero.
  package func isNoise(_ value: Double) -> Bool {
    Evaluation.areNear(value, 0) && evaluation.replacingValue(by: value).isRoundingOfZero
  }
}
