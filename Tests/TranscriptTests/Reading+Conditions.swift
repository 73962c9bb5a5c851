extension Reading {
  /// The comparisons that `asides` give for what a condition decided.
  static func reasons(in asides: ArraySlice<Statement>) throws(Unreadable) -> [Comparison] {
    var reasons: [Comparison] = []
    for aside in asides {
      guard case .sentence(let text) = aside.content, case .reasons(let comparisons)? = Sentence(text) else {
        continue
      }
      for comparison in comparisons { reasons.append(try ExpressionReader.comparison(comparison)) }
    }
    return reasons
  }

  /// Whether `comparison` holds by the numbers on the page; where these are shortened too far to tell, or some are left
  /// out, by the reason that the page gives for it. `nil` where a number should be on the page and is not.
  static func holds(_ comparison: Comparison, _ known: KnownNumbers, reasons: [Comparison]) -> Bool? {
    guard let left = known.value(of: comparison.left), let right = known.value(of: comparison.right) else {
      if reasons.contains(where: { isReason($0, for: comparison, known) }) { return true }
      return reasons.contains { isReason($0, for: comparison.opposite, known) } ? false : nil
    }
    if !Numeral.areNear(left.value, right.value, within: left.slack + right.slack) {
      return comparison.holds { known[$0]?.value }
    }
    if reasons.contains(where: { isReason($0, for: comparison, known) }) { return true }
    if reasons.contains(where: { isReason($0, for: comparison.opposite, known) }) { return false }
    return comparison.holds { known[$0]?.value }
  }

  /// Whether `reason` is `comparison` in numbers.
  static func isReason(_ reason: Comparison, for comparison: Comparison, _ known: KnownNumbers) -> Bool {
    guard reason.sign == comparison.sign, let left = reason.left.numeral, let right = reason.right.numeral
    else { return false }
    return [(left, comparison.left), (right, comparison.right)].allSatisfy { number, side in
      guard let estimate = known.value(of: side) else { return known.leavesOut(partOf: side) }
      return known.isNear(number, estimate)
    }
  }
}
