import Algebra
import LessonLanguage

// `if` and what it asks.

extension FormulaBuilder {
  /// An `if`; where its condition is known when the lesson is written out, only the branch taken is looked at.
  mutating func conditional(
    _ condition: LessonLanguage.Condition, then first: Expression, otherwise second: Expression
  ) -> Formula {
    let asked = self.condition(condition)
    if let holds = asked.constant { return formula(of: holds ? first : second) }
    let then = formula(of: first)
    return .conditional(asked, then: then, otherwise: formula(of: second))
  }

  private mutating func condition(_ condition: LessonLanguage.Condition) -> Algebra.Condition {
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
  /// Whether the condition holds, where all that it asks is known when the lesson is written out.
  fileprivate var constant: Bool? {
    switch self {
    case .comparison(let left, let comparison, let right):
      guard let left = left.constant, let right = right.constant else { return nil }
      return comparison.holds(left, right)
    case .all(let conditions):
      let known = conditions.map(\.constant)
      return known.contains(false) ? false : known.contains(nil) ? nil : true
    case .any(let conditions):
      let known = conditions.map(\.constant)
      return known.contains(true) ? true : known.contains(nil) ? nil : false
    case .not(let other):
      return other.constant.map { !$0 }
    }
  }
}
