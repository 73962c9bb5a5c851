package import Algebra
package import LessonLanguage
import PrintedNumbers

// `if` and what it asks.

extension FormulaBuilder {
  /// An `if`; where its condition is known when the lesson is written out, only the branch taken is looked at.
  package mutating func conditional(
    _ condition: LessonLanguage.Condition, then first: Expression, otherwise second: Expression
  ) -> Formula {
    let asked = self.condition(condition)
    if let decision = asked.known(scope.constants) {
      reasons += decision.reasons
      return formula(of: decision.holds ? first : second)
    }
    let then = formula(of: first)
    return .conditional(asked, then: then, otherwise: formula(of: second))
  }

  package mutating func condition(_ condition: LessonLanguage.Condition) -> Algebra.Condition {
    switch condition.form {
    case .comparison(let left, let comparison, let right):
      let left = formula(of: left)
      return .comparison(left, .init(comparison), formula(of: right))
    case .all(let conditions):
      return .all(conditions.map { self.condition($0) })
    case .any(let conditions):
      return .any(conditions.map { self.condition($0) })
    case .not(let other):
      return .not(self.condition(other))
    }
  }
}

extension Algebra.Condition.Comparison {
  fileprivate init(_ comparison: LessonLanguage.Comparison) {
    self =
      switch comparison {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .equal: .equal
      case .unequal: .unequal
      }
  }
}

extension Algebra.Condition {
  /// How the condition comes out, where all that it asks is known when the lesson is written out, and has a value:
  /// numbers, `for` names, and the consts in `constants`.
  fileprivate func known(_ constants: [Name: Double]) -> (holds: Bool, reasons: [Algebra.Condition])? {
    let numbers = replacingComparands { comparand in
      comparand.replacingNames { constants[$0].map { .constant($0) } }
    }
    guard numbers.comparands.allSatisfy({ $0.constant?.isFinite ?? false }) else { return nil }
    let one = Formula.number(Number(1))
    let decision = Formula.conditional(numbers, then: one, otherwise: one).resolved(
      value: { _ in .nan }, element: { family, _ in Name(family) }
    ).decisions.first
    guard let decision else { return nil }
    let reasons = Reasons(style: NumberStyle(decimals: 12, shortening: .rounded)).comparisons(behind: [
      decision
    ])
    return (decision.holds, reasons)
  }
}

extension Formula {
  /// The number of a const: exactly the decimal that it is, where that has no more digits than a number may be typed with.
  fileprivate static func constant(_ value: Double) -> Formula {
    let digits = DecimalDigits(abs(value))
    let isShort = digits.digits.count <= NumberStyle.mostDigits
    let number = Number(abs(value), text: isShort ? digits.text() : nil)
    return value < 0 ? .negation(.number(number)) : .number(number)
  }
}
