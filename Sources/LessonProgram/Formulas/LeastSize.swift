import Diagnostics
import LessonLanguage

// What a family comes to at least, so that one which is known to be too large is refused before it is written out.

extension Expression {
  /// How many parts its formula has at least: what may be written out as less is not looked at.
  var leastSize: Int {
    switch kind {
    case .sum(let terms):
      terms.count - 1 + terms.reduce(0) { $0 + $1.expression.leastSize }
    case .product(let factors):
      // A divisor may belong to a derivative, as in `dE/dw`.
      factors.reduce(-1) { $0 + ($1.isDivisor ? 0 : 1 + $1.expression.leastSize) }
    case .power(let base, let exponent):
      1 + base.leastSize + exponent.leastSize
    case .negation(let inner):
      inner.leastSize
    case .matrixProduct, .setting, .number, .pi, .name, .element, .list, .conditional, .reduction, .overRows,
      .call, .derivative,
      .local:
      1
    }
  }
}

extension FormulaLowering {
  /// Whether there may be room for an element with that expression for each value of the ranges; if there is none, that is
  /// told. What is wrong with the ranges is not.
  mutating func hasRoom(
    for expression: Expression, over ranges: [NamedRange], at range: SourceRange
  ) -> Bool {
    let most = scope.maxValues(withFormulasOf: expression.leastSize)
    var count = ranges.isEmpty ? 1 : 0
    if !ranges.isEmpty {
      var counter = self
      counter.forEach(ranges[...]) { _ in
        count += 1
        return count <= most
      }
    }
    if count <= most {
      scope.makeRoom(for: count)
      return true
    }
    scope.fill()
    report(Scope.tooMuchWritten, at: range)
    return false
  }
}
