import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

// The digits of a line are chosen so that each printed `=` is true as printed: the line gives the one that follows it, term by term, and
// the result. Lines are chosen from the last to the first.

extension NumberStyle {
  /// A formula of numbers with its digits chosen, so that it gives `result` when it is worked out from them.
  ///
  /// Numbers whose digits are open get the lesson's, then one more each until what is shown gives the result as shown (the
  /// number rule); where no 15 digits do, `≈` stands instead. Cost: one evaluation for each digit tried.
  func guarded(
    _ formula: Formula, result: Number, from fewest: Int = 0
  ) -> (formula: Formula, relation: Relation) {
    guard let printed = result.text.flatMap({ PrintedResult($0, decimals: decimals) }) else {
      return (formula, .approximates)
    }
    let isShortened = formula.hasOpenNumbers
    // Of a small number, so many more are not yet all: at last every number has all that are shown of any.
    for extra in Array(fewest...Self.maxDigits) + [Self.allDigits] {
      let shown = showing(formula, extra: extra)
      if printed.isGiven(by: shown, isShortened: isShortened) { return (shown, .equals) }
      // Without an open number, more digits change nothing.
      if !isShortened { return (shown, .approximates) }
    }
    // A number without a point may have lost more than any digits can give.
    return (showing(formula, extra: printed.isWhole ? 0 : Self.maxDigits), .approximates)
  }

  /// The same before a result that may be what is left of an exact zero: no digits give that.
  func guarded(
    _ formula: Formula, result: (relation: Relation, number: Number)
  ) -> (formula: Formula, relation: Relation) {
    guard case .equals = result.relation else { return (showing(formula), .approximates) }
    return guarded(formula, result: result.number)
  }

  /// A line of numbers with its digits chosen, so that it gives the line that follows it, term by term, and `result` where
  /// that is not `nil`.
  ///
  /// A number that stands in both lines has the same digits in both. `relation` belongs before `next`.
  func guarded(
    _ line: Formula, next: Formula, result: Number?
  ) -> (formula: Formula, relation: Relation) {
    let printed = result?.text.flatMap { PrintedResult($0, decimals: decimals) }
    let isShortened = line.hasOpenNumbers
    var first: (formula: Formula, isTrue: Bool)?
    for extra in 0...Self.maxDigits {
      let shown = showing(line, next: next, from: extra)
      first = first ?? shown
      if !shown.isTrue { break }
      let isResult = printed?.isGiven(by: shown.formula, isShortened: isShortened) ?? true
      if isResult { return (shown.formula, .equals) }
      if !isShortened { break }
    }
    return (first?.formula ?? line, .approximates)
  }

  /// The line with its digits chosen so that each part gives the number that stands in its place in `next`, and whether all
  /// do.
  private func showing(_ line: Formula, next: Formula, from fewest: Int) -> (formula: Formula, isTrue: Bool) {
    if line.isNumber { return (next, true) }
    if case .number(let number) = next {
      let shown = guarded(line, result: number, from: fewest)
      if case .equals = shown.relation { return (shown.formula, true) }
      return (shown.formula, false)
    }
    var isTrue = true
    func part(_ line: Formula, _ next: Formula) -> Formula {
      let shown = showing(line, next: next, from: fewest)
      isTrue = isTrue && shown.isTrue
      return shown.formula
    }
    switch (line, next) {
    case (.negation(let inner), .negation(let other)):
      return (.negation(part(inner, other)), isTrue)
    case (.sum(let terms), .sum(let others)) where terms.count == others.count:
      let parts = zip(terms, others).map { Formula.Term($0.sign, part($0.formula, $1.formula)) }
      return (.sum(of: parts), isTrue)
    case (.product(let factors), .product(let others)) where factors.count == others.count:
      let parts = zip(factors, others).map { Formula.Factor($0.operation, part($0.formula, $1.formula)) }
      return (.product(of: parts), isTrue)
    case (.power(let base, let exponent), .power(let otherBase, let otherExponent)):
      return (.power(part(base, otherBase), part(exponent, otherExponent)), isTrue)
    case (.call(let function, let arguments), .call(_, let others)) where arguments.count == others.count:
      let parts = zip(arguments, others).map { part($0, $1) }
      return (.call(function, parts), isTrue)
    default:
      // No line is worked out to another form; if it were, nothing would be claimed.
      return (showing(line), false)
    }
  }
}

extension Formula {
  /// Whether it holds a number whose digits are open.
  fileprivate var hasOpenNumbers: Bool {
    switch self {
    case .number(let number): number.text == nil
    case .name, .element, .conditional, .derivative, .local, .overRows: false
    case .negation(let inner): inner.hasOpenNumbers
    case .sum(let terms): terms.contains { $0.formula.hasOpenNumbers }
    case .product(let factors): factors.contains { $0.formula.hasOpenNumbers }
    case .power(let base, let exponent): base.hasOpenNumbers || exponent.hasOpenNumbers
    case .call(_, let arguments): arguments.contains(where: \.hasOpenNumbers)
    }
  }
}
