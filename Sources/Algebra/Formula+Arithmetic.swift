// Swift's operators, so that the table of functions reads as mathematics does.

extension Formula: ExpressibleByIntegerLiteral {
  /// A whole number, shown by its digits.
  public init(integerLiteral value: Int) { self = .whole(value) }

  /// A whole number, shown by its digits.
  static func whole(_ value: Int) -> Formula {
    .number(Number(Double(value), text: String(value)))
  }

  package static func + (one: Formula, other: Formula) -> Formula {
    .sum(of: [Term(.plus, one), Term(.plus, other)])
  }

  package static func - (one: Formula, other: Formula) -> Formula {
    .sum(of: [Term(.plus, one), Term(.minus, other)])
  }

  package static func * (one: Formula, other: Formula) -> Formula {
    .product(of: [Factor(.times, one), Factor(.times, other)])
  }

  package static func / (one: Formula, other: Formula) -> Formula {
    .product(of: [Factor(.times, one), Factor(.over, other)])
  }

  package static prefix func - (operand: Formula) -> Formula { .negation(operand) }

  static func > (one: Formula, other: Formula) -> Condition { .comparison(one, .greater, other) }

  static func >= (one: Formula, other: Formula) -> Condition { .comparison(one, .greaterOrEqual, other) }

  static func < (one: Formula, other: Formula) -> Condition { .comparison(one, .less, other) }

  static func <= (one: Formula, other: Formula) -> Condition { .comparison(one, .lessOrEqual, other) }
}
