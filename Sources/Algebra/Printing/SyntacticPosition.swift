/// Where a formula stands in what is around it, which decides whether it needs parentheses.
///
/// A minus stands bare only where nothing is before it: at the start, or after an opening parenthesis.
package enum SyntacticPosition: Hashable, Sendable {
  /// Alone: the whole text, an argument, an index, in parentheses, or behind `else`.
  case alone
  /// Inside a conditional: a side of a comparison, or between `then` and `else`.
  case clause
  /// A term of a sum.
  case term(isFirst: Bool)
  /// A factor of a product.
  case factor(isFirst: Bool)
  /// What a product is divided by.
  case divisor
  /// Behind a minus.
  case negated
  /// Before an exponent.
  case base
  /// An exponent.
  case exponent

  /// Whether nothing stands before it.
  package var isFirst: Bool {
    switch self {
    case .alone, .clause: true
    case .term(let isFirst), .factor(let isFirst): isFirst
    case .divisor, .negated, .base, .exponent: false
    }
  }
}

extension Formula {
  /// How firmly the outermost form of the formula holds together when written in `notation`.
  func precedence(in notation: Notation) -> Operator.Precedence {
    switch self {
    case .conditional: Operator.choice.precedence
    case .sum: Operator.plus.precedence
    case .product: Operator.times.precedence
    case .negation: Operator.negative.precedence
    case .number(let number): number.isNegative ? Operator.negative.precedence : .unit
    case .power: Operator.power.precedence
    case .call(let function, _):
      notation.isPowerOfE(function) ? Operator.power.precedence : .unit
    case .derivative: .derivative
    case .name, .element, .local, .overRows: .unit
    }
  }

  /// Whether the formula needs parentheses at `position`.
  package func needsParentheses(at position: SyntacticPosition, in notation: Notation) -> Bool {
    let precedence = precedence(in: notation)
    switch position {
    case .alone: return false
    case .clause: return precedence == .conditional
    case .term(let isFirst): return precedence <= .sum || (precedence == .minus && !isFirst)
    case .factor(let isFirst): return precedence <= .product || (precedence == .minus && !isFirst)
    case .divisor: return precedence < .power || precedence == .derivative
    case .negated: return precedence < .power
    case .base:
      return precedence < .unit || (notation.isForReaders && hasExponentDigits)
    case .exponent:
      if notation.isForReaders { return precedence < .unit }
      return precedence == .minus ? !isSignedUnit : precedence != .power && precedence != .unit
    }
  }

  /// Whether it is a number in scientific notation.
  private var hasExponentDigits: Bool {
    if case .number(let number) = self { number.digits.contains("e") } else { false }
  }

  /// Whether it is a minus and then one number, name or call: what calc lets stand bare in an exponent.
  private var isSignedUnit: Bool {
    switch self {
    case .number: true
    case .negation(let operand): operand.precedence(in: .calc) == .unit
    case .name, .sum, .product, .power, .call, .element, .conditional, .derivative, .local, .overRows: false
    }
  }
}

extension Condition {
  /// How firmly the outermost form of the condition holds together.
  var precedence: Operator.Precedence {
    switch self {
    case .comparison(_, let comparison, _): Operator.comparing(comparison).precedence
    case .all: Operator.and.precedence
    case .any: Operator.or.precedence
    case .not: Operator.not.precedence
    }
  }

  /// Whether the condition needs parentheses as an operand of an operator with the given precedence.
  package func needsParentheses(within outer: Operator.Precedence) -> Bool {
    precedence < outer || (precedence == outer && outer != Operator.not.precedence)
  }
}
