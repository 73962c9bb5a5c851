import LessonLanguage

/// Whole powers only, so that no library's rounding is in the way; anything else is 0.
func apply(_ sign: Character, _ x: Double, _ y: Double) -> Double {
  switch sign {
  case "+": return x + y
  case "-": return x - y
  case "*": return x * y
  case "/": return x / y
  default:
    guard y == y.rounded(), abs(y) <= 16 else { return 0 }
    let power = (0..<Int(abs(y))).reduce(1.0) { product, _ in product * x }
    return y < 0 ? 1 / power : power
  }
}

extension Expression {
  /// The value of arithmetic on numbers.
  var value: Double {
    switch kind {
    case .number(let value, _): return value
    case .negation(let operand): return -operand.value
    case .sum(let terms):
      return terms.dropFirst().reduce(terms[0].expression.value) {
        apply($1.isSubtracted ? "-" : "+", $0, $1.expression.value)
      }
    case .product(let factors):
      return factors.dropFirst().reduce(factors[0].expression.value) {
        apply($1.isDivisor ? "/" : "*", $0, $1.expression.value)
      }
    case .power(let base, let exponent): return apply("^", base.value, exponent.value)
    case .conditional(let condition, let first, let second):
      return condition.holds ? first.value : second.value
    case .matrixProduct, .setting, .pi, .name, .element, .list, .reduction, .overRows, .call, .derivative,
      .local:
      return .nan
    }
  }
}

extension Condition {
  /// Whether a condition on numbers holds.
  var holds: Bool {
    switch kind {
    case .comparison(let left, let comparison, let right):
      compare(left.value, comparison.rawValue, right.value)
    case .all(let conditions): conditions.allSatisfy(\.holds)
    case .any(let conditions): conditions.contains(where: \.holds)
    case .not(let condition): !condition.holds
    }
  }
}

func compare(_ x: Double, _ sign: String, _ y: Double) -> Bool {
  switch sign {
  case "<": x < y
  case "<=", "≤": x <= y
  case ">": x > y
  case ">=", "≥": x >= y
  case "==": x == y
  default: x != y
  }
}
