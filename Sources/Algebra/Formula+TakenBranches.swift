extension Formula {
  /// As `fold`, but of a conditional only the branch taken is gone through, after as much of the condition as decides it:
  /// `and` and `or` stop at the first part that does. What came of the branch is what comes of the conditional.
  ///
  /// It keeps its own stack, so that depth costs none of the thread's.
  ///
  /// - Parameters:
  ///   - combine: makes the result of a part from those of its operands; it is never given a conditional.
  ///   - compare: the verdict on two results.
  ///   - decide: is told every condition with its verdict, in the order in which they are decided.
  func foldTakenBranches<Result, Failure>(
    _ combine: (_ part: Formula, _ operands: ArraySlice<Result>) throws(Failure) -> Result,
    compare: (Result, Condition.Comparison, Result) -> Verdict,
    decide: (Condition, Verdict) -> Void = { _, _ in }
  ) throws(Failure) -> Result {
    switch self {
    case .number, .name: return try combine(self, [])
    default: break
    }
    var steps = [Step.enter(self)]
    var results: [Result] = []
    var verdicts: [Verdict] = []
    while let step = steps.popLast() {
      switch step {
      case .enter(.conditional(let condition, let first, let second)):
        steps += [.choose(condition, first, second), .ask(condition)]
      case .enter(let part):
        let operands = part.operands
        if operands.isEmpty {
          results.append(try combine(part, []))
        } else {
          steps.append(.combine(part, operands.endIndex))
          var index = operands.endIndex
          while index > 0 {
            index -= 1
            steps.append(.enter(operands[index]))
          }
        }
      case .combine(let part, let count):
        let result = try combine(part, results.suffix(count))
        results.removeLast(count)
        results.append(result)
      case .ask(.comparison(let left, let comparison, let right)):
        steps += [.compare(comparison), .enter(right), .enter(left)]
      case .ask(.all(let parts)):
        steps.append(.askNext(parts[...], isAll: true, asked: 0))
      case .ask(.any(let parts)):
        steps.append(.askNext(parts[...], isAll: false, asked: 0))
      case .ask(.not(let condition)):
        steps += [.invert, .ask(condition)]
      case .compare(let comparison):
        let right = results.removeLast()
        verdicts.append(compare(results.removeLast(), comparison, right))
      case .invert:
        verdicts[verdicts.count - 1].holds.toggle()
      case .askNext(let parts, let isAll, let asked):
        if asked > 0, verdicts[verdicts.count - 1].holds != isAll {
          let decisive = verdicts.removeLast()
          verdicts.removeLast(asked - 1)
          verdicts.append(decisive)
        } else if let next = parts.first {
          steps += [.askNext(parts.dropFirst(), isAll: isAll, asked: asked + 1), .ask(next)]
        } else {
          let reasons = verdicts.suffix(asked).flatMap(\.reasons)
          verdicts.removeLast(asked)
          verdicts.append(Verdict(holds: isAll, reasons: reasons))
        }
      case .choose(let condition, let first, let second):
        let verdict = verdicts.removeLast()
        decide(condition, verdict)
        steps.append(.enter(verdict.holds ? first : second))
      }
    }
    return results[0]
  }
}

/// Whether a condition holds, and why.
struct Verdict {
  var holds: Bool
  /// The comparisons that decided it, as statements that are true.
  var reasons: [Condition] = []
}

private enum Step {
  case enter(Formula)
  /// The results of the part's operands are there.
  case combine(Formula, Int)
  case ask(Condition)
  /// The results of both sides are there.
  case compare(Condition.Comparison)
  /// The verdict to turn round is there.
  case invert
  /// The verdicts on the parts that were asked are there; `parts` are the others.
  case askNext(ArraySlice<Condition>, isAll: Bool, asked: Int)
  /// The verdict on the condition is there.
  case choose(Condition, Formula, Formula)
}
