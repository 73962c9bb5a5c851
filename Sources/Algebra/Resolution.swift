/// A formula as it stands at the current values: the branches taken, the elements looked up.
public struct Resolution: Hashable, Sendable {
  /// The formula, without conditionals and with names in the place of elements.
  public let formula: Formula
  /// What was decided on the way, in the order in which it was.
  public let decisions: [Decision]
  /// The indices by which elements were looked up, in the order in which they were.
  public let indices: [Index]
  /// The first side of a comparison that had no value, or none that a number can hold, resolved.
  public let valueless: Formula?

  /// A formula as it stands, and what was decided on the way.
  public init(
    formula: Formula, decisions: [Decision] = [], indices: [Index] = [], valueless: Formula? = nil
  ) {
    self.formula = formula
    self.decisions = decisions
    self.indices = indices
    self.valueless = valueless
  }
}

extension Resolution {
  /// An index by which an element was looked up.
  public struct Index: Hashable, Sendable {
    /// The index, resolved.
    public let formula: Formula
    /// Its value, which need not be whole.
    public let number: Double
  }
}

/// How a condition came out.
public struct Decision: Hashable, Sendable {
  /// The condition as it was written.
  public let condition: Condition
  /// Whether it holds.
  public let holds: Bool
  /// The comparisons that decided it, resolved and as statements that are true: of `a > 1 and b > 1` that fails by its
  /// second part, `b <= 1`. A comparison that NaN makes fail stands behind `not`.
  public let reasons: [Condition]
}

extension Formula {
  /// The formula as it stands at the current values. Only the branches taken are looked at, and of `and` and `or` only
  /// the parts up to the first that decides.
  ///
  /// Throws what `element` throws.
  ///
  /// - Parameters:
  ///   - value: the value of a name or a derivative, `local` ones included. It is asked for what conditions and indices
  ///     mention, and for nothing else.
  ///   - settled: the numbers of two sides of a comparison that are near each other, or that hold a function which decides:
  ///     the same number for both where they are equal for a decision. It is given what the formulas themselves tell.
  ///   - element: the name of the element of a family at the given indices, which need not be whole numbers.
  /// - Complexity: O(n).
  public func resolved<Failure>(
    value: (Formula) -> Double,
    settled: (_ left: Formula, _ right: Formula, _ numbers: (Double, Double)) -> (Double, Double) = { $2 },
    element: (_ family: String, _ indices: [Double]) throws(Failure) -> Name
  ) throws(Failure) -> Resolution {
    var decisions: [Decision] = []
    var indices: [Resolution.Index] = []
    var valueless: Formula?
    func evaluation(_ formula: Formula) -> Evaluation {
      formula.value(of: { value(.name($0)) }, atoms: value)
    }
    let formula = try foldTakenBranches(
      { (part, operands: ArraySlice<Formula>) throws(Failure) -> Formula in
        guard case .element(let family, _) = part else { return part.replacingOperands(operands) }
        let looked = operands.map { Resolution.Index(formula: $0, number: evaluation($0).value) }
        indices += looked
        return .name(try element(family, looked.map(\.number)))
      },
      compare: { left, comparison, right in
        let (leftSide, rightSide) = (evaluation(left), evaluation(right))
        var (leftNumber, rightNumber) = (leftSide.settled(at: rightSide), rightSide.value)
        if Evaluation.areNear(leftNumber, rightNumber) || left.decides || right.decides {
          (leftNumber, rightNumber) = settled(left, right, (leftNumber, rightNumber))
        }
        if !leftNumber.isFinite { valueless = valueless ?? left }
        if !rightNumber.isFinite { valueless = valueless ?? right }
        if comparison.holds(leftNumber, rightNumber) {
          return Verdict(holds: true, reasons: [.comparison(left, comparison, right)])
        }
        let hasOpposite = comparison.opposite.holds(leftNumber, rightNumber)
        let reason =
          hasOpposite
          ? Condition.comparison(left, comparison.opposite, right)
          : .not(.comparison(left, comparison, right))
        return Verdict(holds: false, reasons: [reason])
      },
      decide: { condition, verdict in
        decisions.append(Decision(condition: condition, holds: verdict.holds, reasons: verdict.reasons))
      })
    return Resolution(formula: formula, decisions: decisions, indices: indices, valueless: valueless)
  }
}
