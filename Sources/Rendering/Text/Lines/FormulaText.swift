internal import Algebra
internal import PlainText

extension TextArea {
  /// The formula in one piece.
  func text(_ formula: Formula) -> String { formula.text(notation).harmlessLine }

  /// The number with its digits as they are.
  func text(_ number: Number) -> String { text(.number(number)) }

  /// The name alone.
  func text(_ name: Name) -> String { text(.name(name)) }

  /// The formula in the pieces between which a line may be broken.
  func fragments(_ formula: Formula) -> [String] {
    formula.fragments(notation).map(\.harmlessLine)
  }

  /// `left = right` in pieces.
  func fragments(_ left: Formula, _ sign: String, _ right: Formula) -> [String] {
    fragments(left) + fragments(right).prefixedFirst(with: " \(sign) ")
  }

  /// Factors set apart by wide dots, each in parentheses where it would otherwise be read wrongly.
  func fragments(ofFactors factors: [Formula]) -> [String] {
    factors.enumerated().flatMap { index, factor in
      let isFirst = index == 0
      var pieces = fragments(factor)
      if factor.needsParentheses(isFirst: isFirst), !pieces.isEmpty {
        pieces[0] = "(" + pieces[0]
        pieces[pieces.count - 1] += ")"
      }
      return isFirst ? pieces : pieces.prefixedFirst(with: " \(alphabet.dot) ")
    }
  }
}

extension [String] {
  /// The fragments, the first one behind `prefix`.
  func prefixedFirst(with prefix: String) -> [String] {
    guard let first else { return [prefix] }
    return [prefix + first] + dropFirst()
  }
}

extension Formula {
  func needsParentheses(isFirst: Bool) -> Bool {
    switch self {
    case .sum: true
    case .negation: !isFirst
    case .number(let number): !isFirst && (number.text?.hasPrefix("-") ?? (number.value < 0))
    case .product(let factors): !isFirst && factors.first?.formula.needsParentheses(isFirst: false) == true
    case .conditional: true
    case .name, .element, .power, .call, .derivative, .local, .overRows: false
    }
  }
}
