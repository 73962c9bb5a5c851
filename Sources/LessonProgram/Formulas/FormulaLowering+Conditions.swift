package import Algebra
package import Diagnostics
package import LessonLanguage
import PrintedNumbers

// `if` and what it asks.

extension FormulaLowering {
  /// An `if`; where its condition is known when the lesson is written out, only the branch taken is looked at. A
  /// condition of families is asked of each element.
  package mutating func conditional(
    _ condition: LessonLanguage.Condition, then first: Expression, otherwise second: Expression,
    at range: SourceRange
  ) -> ExpressionValue {
    let sides = condition.sides.map { operand($0) }
    if sides.contains(where: { $0.value.isBroken }) { return .broken }
    guard sides.contains(where: { $0.value.isFamily }) else {
      var formulas = sides.compactMap(\.value.number)[...]
      let asked = Self.condition(condition, of: &formulas)
      if let decision = asked.known(scope.constants) {
        reasons += decision.reasons
        return value(of: decision.holds ? first : second)
      }
      let branches = [operand(first), operand(second)]
      return each(branches, at: range) { .conditional(asked, then: $0[0], otherwise: $0[1]) }
    }
    return each(sides + [operand(first), operand(second)], at: range) { formulas in
      let count = formulas.count
      var sides = formulas[..<(count - 2)]
      return .conditional(
        Self.condition(condition, of: &sides), then: formulas[count - 2], otherwise: formulas[count - 1])
    }
  }

  /// The condition with those sides, from the left to the right.
  private static func condition(
    _ condition: LessonLanguage.Condition, of sides: inout ArraySlice<Formula>
  ) -> Algebra.Condition {
    switch condition.kind {
    case .comparison(_, let comparison, _):
      let left = sides.removeFirst()
      return .comparison(left, .init(comparison), sides.removeFirst())
    case .all(let conditions): return .all(conditions.map { self.condition($0, of: &sides) })
    case .any(let conditions): return .any(conditions.map { self.condition($0, of: &sides) })
    case .not(let other): return .not(self.condition(other, of: &sides))
    }
  }

  package mutating func condition(_ condition: LessonLanguage.Condition) -> Algebra.Condition {
    switch condition.kind {
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
    let isShort = digits.digits.count <= NumberStyle.maxDigits
    let number = Number(abs(value), text: isShort ? digits.text() : nil)
    return value < 0 ? .negation(.number(number)) : .number(number)
  }
}
