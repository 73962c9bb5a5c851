package import Algebra
package import LessonLanguage

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
  fileprivate func known(_ constants: [Name: Double]) -> Decision? {
    let numbers = replacingComparands { comparand in
      comparand.replacingNames { constants[$0].map { .index($0) } }
    }
    guard numbers.comparands.allSatisfy({ $0.constant?.isFinite ?? false }) else { return nil }
    let asked = numbers.replacingComparands { .index($0.constant ?? .nan) }
    let one = Formula.number(Number(1))
    return Formula.conditional(asked, then: one, otherwise: one).resolved(
      value: { _ in .nan }, element: { family, _ in Name(family) }
    ).decisions.first
  }
}
