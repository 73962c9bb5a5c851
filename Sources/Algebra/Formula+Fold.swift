extension Formula {
  /// The same formula with other operands, in the form that a text is read to.
  func replacingOperands(_ operands: ArraySlice<Formula>) -> Formula {
    let first = operands.startIndex
    switch self {
    case .number, .name, .derivative, .local, .overRows: return self
    case .negation: return .negation(operands[first])
    case .sum(let terms): return .sum(of: terms.indices.map { Term(terms[$0].sign, operands[first + $0]) })
    case .product(let factors):
      return .product(of: factors.indices.map { Factor(factors[$0].operation, operands[first + $0]) })
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

  /// Calls `body` with every part, an outer one before its operands, and from left to right.
  ///
  /// Both branches of a conditional are gone through. Beyond a few levels it keeps its own stack, so that depth costs none of
  /// the thread's.
  func forEachPart(_ body: (Formula) -> Void) { forEachPart(levels: Formula.fewLevels, body) }

  /// So many levels cost little of the thread's stack, and most formulas have fewer.
  private static var fewLevels: Int { 32 }

  private func forEachPart(levels: Int, _ body: (Formula) -> Void) {
    guard levels > 0 else { return forEachPartOnOwnStack(body) }
    body(self)
    for operand in operands { operand.forEachPart(levels: levels - 1, body) }
  }

  private func forEachPartOnOwnStack(_ body: (Formula) -> Void) {
    body(self)
    var current = Visit(part: self, operands: operands)
    var outer: [Visit] = []
    while true {
      if current.reached < current.operands.endIndex {
        let part = current.operands[current.reached]
        current.reached += 1
        body(part)
        let operands = part.operands
        if operands.isEmpty { continue }
        outer.append(current)
        current = Visit(part: part, operands: operands)
      } else {
        guard let next = outer.popLast() else { return }
        current = next
      }
    }
  }

  /// What `combine` makes of the whole formula when it is given each part, from the innermost and from left to right,
  /// with what it made of the part's operands.
  ///
  /// Both branches of a conditional are gone through. It keeps its own stack, so that depth costs none of the thread's.
  package func fold<Result, Failure>(
    _ combine: (_ part: Formula, _ operands: ArraySlice<Result>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var current = Visit(part: self, operands: operands)
    if current.operands.isEmpty { return try combine(self, []) }
    var outer: [Visit] = []
    var results: [Result] = []
    while true {
      if current.reached < current.operands.endIndex {
        let operand = current.operands[current.reached]
        current.reached += 1
        let operands = operand.operands
        if operands.isEmpty {
          results.append(try combine(operand, []))
        } else {
          outer.append(current)
          current = Visit(part: operand, operands: operands)
        }
      } else {
        let count = current.operands.endIndex
        let result = try combine(current.part, results.suffix(count))
        guard let next = outer.popLast() else { return result }
        results.removeLast(count)
        results.append(result)
        current = next
      }
    }
  }
}

/// A part of which a fold goes through the operands.
private struct Visit {
  let part: Formula
  let operands: Formula.Operands
  /// How many operands have been gone into.
  var reached = 0
}
