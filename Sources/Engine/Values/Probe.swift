package import Algebra
import LessonProgram

/// Expressions on a copy of all that they depend on, to be worked out at other numbers than the lesson's: the rows of a
/// table, the points of a plot, the rows of a data cell.
package final class Probe {
  private let formulas: [Formula]
  private let results: [Name]
  /// The copy, once it has been asked for.
  private var copy: Environment?

  /// Expressions of a lesson.
  package init(_ formulas: [Formula]) {
    self.formulas = formulas
    results = formulas.indices.map { Probe.result($0) }
  }

  /// The name that the first expression has in the copy.
  static let firstResult = result(0)

  /// No lesson can have a name like that.
  private static func result(_ index: Int) -> Name { Name("#\(index)") }

  /// The values of the expressions with those numbers in the place of the names', others as they are in `environment`, which
  /// need not have all the names.
  package func numbers(_ settings: [(name: Name, number: Double)], in environment: Environment) throws(Fault)
    -> [Double]
  {
    let copy = try self.values(at: settings, in: environment)
    return results.map { copy.value(of: $0) }
  }

  /// The same numbers as they are to be shown.
  package func shownNumbers(
    _ settings: [(name: Name, number: Double)], in environment: Environment
  ) throws(Fault) -> [Number] {
    let copy = try self.values(at: settings, in: environment)
    return results.map { copy.shownNumber(of: $0) }
  }

  /// The copy with the expressions and all beneath them worked out with those numbers.
  package func values(at settings: [(name: Name, number: Double)], in environment: Environment) throws(Fault)
    -> Environment
  {
    let copy: Environment
    if let known = self.copy {
      copy = known
    } else {
      // Made with the numbers set: with others, something may have no value.
      copy = try environment.copy(beneath: formulas, setting: settings)
      self.copy = copy
    }
    for (name, number) in settings where copy.has(name) { copy.set(name, to: number, isExact: true) }
    do {
      try copy.pass()
    } catch .inFormula(let name, let fault) where results.contains(name) {
      throw fault
    }
    // Defined where they have a value: at the numbers before, they may have none.
    for (name, formula) in zip(results, formulas) where !copy.has(name) {
      try copy.define(name, formula)
    }
    return copy
  }

  /// Takes the numbers of all given names over from `environment`, as they now are.
  func takeNumbers(from environment: Environment) { copy?.takeNumbers(from: environment) }
}
