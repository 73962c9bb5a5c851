import Algebra
import Transcript

extension NumberStyle {
  /// A formula of numbers with its digits chosen, so that it gives `result` when it is worked out from them: every
  /// printed `=` is true as printed.
  ///
  /// Numbers whose digits are open get the lesson's, then one more each until working the formula out from what is shown
  /// agrees with the result as shown (the number rule); where no 15 digits do, `≈` stands instead. Cost: one evaluation
  /// for each digit tried.
  func guarded(_ formula: Formula, result: Number) -> (formula: Formula, relation: Relation) {
    guard let printed = result.text else { return (formula, .approximates) }
    for extra in 0...Self.mostDigits {
      let shown = showing(formula, extra: extra)
      if agrees(shown, with: printed) { return (shown, .equals) }
      // Without an open number, more digits change nothing.
      if shown == formula { return (shown, .approximates) }
    }
    return (showing(formula), .approximates)
  }

  /// Whether what the shown digits give agrees with the printed result, and not by the noise of binary arithmetic alone:
  /// 0.5 + 0.2 − 0.6931471 is 0.0068529, though in binary it falls short of that and could be cut off to 0.0068528.
  private func agrees(_ shown: Formula, with printed: String) -> Bool {
    guard let agreement = NumberRule.agreement(of: shown.value, with: printed) else { return false }
    guard agreement == .cutOff else { return true }
    let (value, error) = shown.approximation
    return NumberRule.agreement(of: value + (value < 0 ? -error : error), with: printed) != nil
  }

  /// The formula with the digits of its open numbers chosen.
  func showing(_ formula: Formula, extra: Int = 0) -> Formula {
    formula.replacingLeaves { leaf in
      guard case .number(let open) = leaf, open.text == nil else { return nil }
      return .number(number(open.value, extra: extra))
    }
  }
}
