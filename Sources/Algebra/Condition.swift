/// What an `if` asks of numbers.
public indirect enum Condition: Hashable, Sendable {
  /// `a ≤ b`
  case comparison(Formula, Comparison, Formula)
  /// All of two or more hold.
  case all([Condition])
  /// One of two or more holds, or several do.
  case any([Condition])
  /// The other does not hold.
  case not(Condition)

  /// How two numbers are compared; raw values are calc notation.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// `<`
    case less = "<"
    /// `≤`
    case lessOrEqual = "<="
    /// `>`
    case greater = ">"
    /// `≥`
    case greaterOrEqual = ">="
    /// `==`
    case equal = "=="
    /// `≠`
    case unequal = "!="
  }
}

extension Condition.Comparison {
  /// Whether it holds of two numbers. NaN is unequal to everything, itself included, and nothing else; 0 equals −0.
  public func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: left == right
    case .unequal: left != right
    }
  }

  /// The comparison that holds wherever this one does not, of numbers that are not NaN.
  public var opposite: Condition.Comparison {
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

extension Condition {
  /// The formulas that are compared, from left to right.
  public var comparands: [Formula] { written.comparands }

  /// The condition with `replacement` of each formula that is compared in its place.
  ///
  /// Throws what `replacement` throws.
  public func replacingComparands<Failure>(
    _ replacement: (Formula) throws(Failure) -> Formula
  ) throws(Failure) -> Condition {
    let (symbols, comparands) = written
    return Condition(
      symbols, comparands: try comparands.map { formula throws(Failure) in try replacement(formula) })
  }

  /// The condition with `replacement` of each leaf in its place, as in a formula.
  ///
  /// Throws what `replacement` throws.
  public func replacingLeaves<Failure>(
    _ replacement: (Formula) throws(Failure) -> Formula?
  ) throws(Failure) -> Condition {
    try replacingComparands { formula throws(Failure) in try formula.replacingLeaves(replacement) }
  }
}
