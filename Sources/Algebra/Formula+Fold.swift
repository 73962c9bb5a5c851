extension Formula {
  /// The formulas that this one is made of, in the order in which they stand, those of a condition included. A derivative
  /// is one unit and has none, and so is what is made of all rows.
  var operands: [Formula] {
    switch self {
    case .number, .name, .derivative, .local, .overRows: []
    case .negation(let operand): [operand]
    case .sum(let terms): terms.map(\.formula)
    case .product(let factors): factors.map(\.formula)
    case .power(let base, let exponent): [base, exponent]
    case .call(_, let arguments): arguments
    case .element(_, let indices): indices
    case .conditional(let condition, let first, let second): condition.comparands + [first, second]
    }
  }

  /// The same formula with other operands, in the form that a text is read to.
  func replacingOperands(_ operands: ArraySlice<Formula>) -> Formula {
    let first = operands.startIndex
    switch self {
    case .number, .name, .derivative, .local, .overRows: return self
    case .negation: return .negation(operands[first])
    case .sum(let terms): return .sum(of: zip(terms, operands).map { Term($0.sign, $1) })
    case .product(let factors): return .product(of: zip(factors, operands).map { Factor($0.operation, $1) })
    case .power: return .power(operands[first], operands[first + 1])
    case .call(let function, _): return .call(function, Array(operands))
    case .element(let family, _): return .element(family, Array(operands))
    case .conditional(let condition, _, _):
      let end = operands.endIndex
      return .conditional(
        Condition(condition.written.symbols, comparands: operands.dropLast(2)),
        then: operands[end - 2], otherwise: operands[end - 1])
    }
  }

  /// What `combine` makes of the whole formula when it is given each part, from the innermost and from left to right,
  /// with what it made of the part's operands.
  ///
  /// Both branches of a conditional are gone through. It keeps its own stack, so that depth costs none of the thread's.
  func fold<Result, Failure>(
    _ combine: (_ part: Formula, _ operands: ArraySlice<Result>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var steps = [Step(part: self, operandCount: nil)]
    var results: [Result] = []
    while let step = steps.popLast() {
      if let count = step.operandCount {
        let result = try combine(step.part, results.suffix(count))
        results.removeLast(count)
        results.append(result)
      } else {
        let operands = step.part.operands
        steps.append(Step(part: step.part, operandCount: operands.count))
        steps += operands.reversed().map { Step(part: $0, operandCount: nil) }
      }
    }
    return results[0]
  }
}

/// A step of a fold: to enter a part, or to combine the results of its operands once these are there.
private struct Step {
  let part: Formula
  let operandCount: Int?
}
