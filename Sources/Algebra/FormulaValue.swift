extension Formula {
  /// What a formula of numbers gives, worked out from left to right; NaN where a name is left in it.
  package var evaluation: Evaluation { value(of: { _ in .nan }, atoms: { _ in .nan }) }

  /// The value of a formula of numbers.
  package var value: Double { evaluation.value }

  /// The number, if the formula is one that its author typed, a minus included.
  package var literalNumber: Number? {
    switch self {
    case .number(let number): number
    case .negation(.number(let number)):
      Number(-number.value, text: number.text.map { $0 == "pi" ? nil : "-" + $0 } ?? nil)
    default: nil
    }
  }
}
