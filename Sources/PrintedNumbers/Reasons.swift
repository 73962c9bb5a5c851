package import Algebra

/// Why an `if` took its branch: the comparisons that decided, as they hold, with numbers.
package struct Reasons {
  private let style: NumberStyle

  /// Reasons with numbers in `style`.
  package init(style: NumberStyle) { self.style = style }

  /// The comparisons that decided, each a true statement about numbers, without repeats.
  ///
  /// - Parameter number: the numbers behind the leaves of a condition.
  package func comparisons<Failure>(
    behind decisions: [Decision], number: (Formula) throws(Failure) -> Formula?
  ) throws(Failure) -> (conditions: [Condition], areTied: Bool) {
    var shown: [Condition] = []
    var areTied = false
    for reason in decisions.flatMap(\.reasons) {
      guard case .comparison(let left, let comparison, let right) = reason else { continue }
      let (condition, isTie) = self.shown(
        try left.replacingLeaves(number), comparison, try right.replacingLeaves(number))
      if !shown.contains(condition) { shown.append(condition) }
      areTied = areTied || isTie
    }
    return (shown, areTied)
  }

  /// The same of decisions about numbers alone.
  package func comparisons(behind decisions: [Decision]) -> [Condition] {
    comparisons(behind: decisions) { _ in nil }.conditions
  }

  /// The comparison with as many digits as make it come out as the values did, and whether it does so only because both sides
  /// are equal for a decision: then they are shown with equal digits.
  private func shown(
    _ left: Formula, _ comparison: Condition.Comparison, _ right: Formula
  ) -> (Condition, isTie: Bool) {
    let sides = [left, right].map { side -> Formula in
      switch side {
      case .number, .negation(.number): side
      default: .number(Number(side.value))
      }
    }
    let isTie = !comparison.holds(sides[0].value, sides[1].value)
    for extra in 0...NumberStyle.maxDigits {
      let left = style.showing(sides[0], extra: extra)
      let right = style.showing(sides[1], extra: extra)
      if comparison.holds(left.value, right.value) { return (.comparison(left, comparison, right), isTie) }
    }
    if isTie {
      // What arithmetic has led to is shown as the number that somebody has typed.
      let literal = sides.first { $0.literalNumber?.text != nil }
      let both = literal ?? style.showing(sides[1])
      return (.comparison(both, comparison, both), true)
    }
    // So near are they that only all their digits tell them apart.
    return (.comparison(sides[0].withAllDigits, comparison, sides[1].withAllDigits), false)
  }
}

extension Formula {
  /// The number with as many digits as tell it from every other.
  fileprivate var withAllDigits: Formula {
    replacingLeaves { leaf in
      guard case .number(let open) = leaf, open.text == nil, open.value.isFinite else { return nil }
      return .number(Number(open.value, text: DecimalDigits(open.value).text()))
    }
  }
}
