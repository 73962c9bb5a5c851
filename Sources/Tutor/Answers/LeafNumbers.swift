import Algebra
import Engine
import PrintedNumbers
import Transcript

/// The numbers behind the leaves of formulas, each worked out once.
final class LeafNumbers {
  private let environment: Environment
  private var atoms: [Formula: Double] = [:]

  /// The numbers as they are in `environment`.
  init(in environment: Environment) { self.environment = environment }

  /// The value of a formula without conditionals and look-ups, in plain arithmetic; infinite or NaN where there is none.
  func value(of formula: Formula) throws(Fault) -> Double {
    for atom in formula.atoms where atoms[atom] == nil { atoms[atom] = try environment.number(of: atom) }
    try environment.work.spend(Work.formula(parts: formula.size))
    return formula.value(of: { environment.value(of: $0) }, atoms: { atoms[$0] ?? .nan }).value
  }

  /// The formula with its numbers put in, each shortened to so many decimals.
  func shortened(
    _ formula: Formula, toDecimals count: Int, _ shortening: DecimalDigits.Shortening
  ) throws(Fault) -> Formula {
    try formula.replacingLeaves { leaf throws(Fault) in
      .number(Number(try value(of: leaf).shortened(toDecimals: count, shortening)))
    }
  }
}

extension Double {
  /// The number with at most so many decimals; infinite or NaN as it is.
  func shortened(toDecimals count: Int, _ shortening: DecimalDigits.Shortening) -> Double {
    guard isFinite else { return self }
    let digits = DecimalDigits(self).shortened(toSignificant: NumberStyle.maxResultDigits, .rounded)
    return Double(digits.shortened(toDecimals: count, shortening).fixedText()) ?? self
  }
}
