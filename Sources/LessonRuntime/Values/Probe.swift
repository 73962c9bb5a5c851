import Algebra

/// Expressions on a copy of all that they depend on, to be worked out at other numbers than the lesson's: the rows of a
/// table, the points of a plot, the rows of a data cell.
final class Probe {
  /// The copy.
  let values: Values
  private let formulas: [Formula]
  private let results: [Name]

  /// Expressions in terms of `values`, and of `given` names, which the lesson need not have.
  init(_ formulas: [Formula], in values: Values, giving given: [Name] = []) throws(Fault) {
    self.values = try values.copy(beneath: formulas, giving: given)
    self.formulas = formulas
    results = formulas.indices.map { Probe.result($0) }
  }

  /// The name that the first expression has in the copy.
  static let firstResult = result(0)

  /// No lesson can have a name like that.
  private static func result(_ index: Int) -> Name { Name("#\(index)") }

  /// The values of the expressions with those numbers in the place of the names', others as they are.
  func numbers(_ settings: [(name: Name, number: Double)]) throws(Fault) -> [Double] {
    for (name, number) in settings where values.has(name) && values.isGiven(name) {
      values.set(name, to: number)
    }
    do {
      try values.pass()
    } catch .inFormula(let name, let fault) where results.contains(name) {
      throw fault
    }
    // Defined where they have a value: at the numbers before, they may have none.
    for (name, formula) in zip(results, formulas) where !values.has(name) {
      try values.define(name, formula)
    }
    return results.map { values.value(of: $0) }
  }
}
