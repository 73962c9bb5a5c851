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
