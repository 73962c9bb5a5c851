import Algebra

/// Why an `if` took its branch: the comparisons that decided, as they hold.
struct Reasons {
  private let style: NumberStyle

  /// Reasons with numbers in `style`.
  init(style: NumberStyle) { self.style = style }

  /// The comparisons that decided, each a true statement about numbers, without repeats.
  ///
  /// - Parameter number: the numbers behind the leaves of a condition.
  func comparisons(
    behind decisions: [Decision], number: (Formula) throws(Fault) -> Formula?
  ) throws(Fault) -> [Condition] {
    var shown: [Condition] = []
    for decision in decisions {
      for (left, comparison, right) in Reasons.deciding(decision.condition, decision.holds, number) {
        let condition = self.shown(
          try left.replacingLeaves(number), comparison, try right.replacingLeaves(number))
        if !shown.contains(condition) { shown.append(condition) }
      }
    }
    return shown
  }

  private typealias Parts = (left: Formula, comparison: Condition.Comparison, right: Formula)

  /// The comparisons that make a condition hold, or fail; those that fail are turned round.
  private static func deciding(
    _ condition: Condition, _ holds: Bool, _ number: (Formula) throws(Fault) -> Formula?
  ) -> [Parts] {
    switch condition {
    case .comparison(let left, let comparison, let right):
      return [(left, holds ? comparison : comparison.opposite, right)]
    case .not(let other):
      return deciding(other, !holds, number)
    case .all(let conditions), .any(let conditions):
      let needsAll = if case .all = condition { holds } else { !holds }
      if needsAll { return conditions.flatMap { deciding($0, holds, number) } }
      let first = conditions.first { Reasons.holds($0, number) == holds }
      return first.map { deciding($0, holds, number) } ?? []
    }
  }

  private static func holds(_ condition: Condition, _ number: (Formula) throws(Fault) -> Formula?) -> Bool? {
    switch condition {
    case .comparison(let left, let comparison, let right):
      guard let left = try? left.replacingLeaves(number), let right = try? right.replacingLeaves(number) else {
        return nil
      }
      return comparison.holds(left.value, right.value)
    case .not(let other):
      return holds(other, number).map { !$0 }
    case .all(let conditions):
      return conditions.allSatisfy { holds($0, number) == true }
    case .any(let conditions):
      return conditions.contains { holds($0, number) == true }
    }
  }

  /// The comparison with as many digits as make it come out as the values did.
  private func shown(_ left: Formula, _ comparison: Condition.Comparison, _ right: Formula) -> Condition {
    let sides = [left, right].map { side -> Formula in
      switch side {
      case .number, .negation(.number): side
      default: .number(Number(side.value))
      }
    }
    for extra in 0...NumberStyle.mostDigits {
      let left = style.showing(sides[0], extra: extra)
      let right = style.showing(sides[1], extra: extra)
      if comparison.holds(left.value, right.value) { return .comparison(left, comparison, right) }
    }
    return .comparison(style.showing(sides[0]), comparison, style.showing(sides[1]))
  }
}

extension Condition.Comparison {
  /// What holds where this does not.
  fileprivate var opposite: Condition.Comparison {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .unequal
    case .unequal: .equal
    }
  }
}
