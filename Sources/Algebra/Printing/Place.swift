/// Where a formula stands in what is around it, which decides whether it needs parentheses.
///
/// A minus stands bare only where nothing is before it: at the start, or after an opening parenthesis.
enum Place: Hashable {
  /// Alone: the whole text, an argument, or in parentheses.
  case alone
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
  var isFirst: Bool {
    switch self {
    case .alone: true
    case .term(let isFirst), .factor(let isFirst): isFirst
    case .divisor, .negated, .base, .exponent: false
    }
  }
}

/// How firmly the outermost form of a written formula holds together, loosest first.
enum Binding: Comparable {
  case sum, product, minus, power, derivative, unit
}

extension Formula {
  /// How firmly the formula holds together when written in `notation`.
  func binding(in notation: Notation) -> Binding {
    switch self {
    case .sum: .sum
    case .product: .product
    case .negation: .minus
    case .number(let number): number.isNegative ? .minus : .unit
    case .power: .power
    case .call(let function, _): notation.isForReaders && function.style == .powerOfE ? .power : .unit
    case .derivative: .derivative
    case .name, .local: .unit
    }
  }

  /// Whether the formula needs parentheses at `place`.
  func needsParentheses(at place: Place, in notation: Notation) -> Bool {
    let binding = binding(in: notation)
    switch place {
    case .alone: return false
    case .term(let isFirst): return binding == .sum || (binding == .minus && !isFirst)
    case .factor(let isFirst): return binding <= .product || (binding == .minus && !isFirst)
    case .divisor: return binding < .power || binding == .derivative
    case .negated: return binding < .power
    case .base:
      return binding < .unit || (notation.isForReaders && hasExponentDigits)
    case .exponent:
      if notation.isForReaders { return binding < .unit }
      return binding == .minus ? !isSignedUnit : binding != .power && binding != .unit
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
    case .negation(let operand): operand.binding(in: .calc) == .unit
    case .name, .sum, .product, .power, .call, .derivative, .local: false
    }
  }
}
