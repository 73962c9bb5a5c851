extension FormulaWriter {
  /// `if C then A else B`
  func pieces(ofChoice condition: Condition, _ first: Formula, _ second: Formula) -> [Piece] {
    [
      .text("if "), .condition(condition, within: Operator.choice.precedence),
      .breakOpportunity, .text(" then "), .formula(first, .clause),
      .breakOpportunity, .text(" else "), .formula(second, .alone),
    ]
  }

  /// A condition as an operand of an operator with the given precedence.
  func pieces(of condition: Condition, within outer: Operator.Precedence) -> [Piece] {
    guard condition.needsParentheses(within: outer) else { return pieces(of: condition) }
    return [.text("(")] + pieces(of: condition) + [.text(")")]
  }

  private func pieces(of condition: Condition) -> [Piece] {
    switch condition {
    case .comparison(let left, let comparison, let right):
      [
        .formula(left, .clause), .breakOpportunity, .text(" \(sign(.comparing(comparison))) "),
        .formula(right, .clause),
      ]
    case .all(let parts): pieces(of: parts, joinedBy: .and)
    case .any(let parts): pieces(of: parts, joinedBy: .or)
    case .not(let condition):
      [.text(sign(.not) + " "), .condition(condition, within: Operator.not.precedence)]
    }
  }

  private func pieces(of parts: [Condition], joinedBy operator: Operator) -> [Piece] {
    parts.enumerated().flatMap { offset, part -> [Piece] in
      let condition = Piece.condition(part, within: `operator`.precedence)
      return offset == 0 ? [condition] : [.breakOpportunity, .text(" \(sign(`operator`)) "), condition]
    }
  }
}
