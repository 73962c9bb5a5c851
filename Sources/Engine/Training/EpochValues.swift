package import Algebra
import LessonProgram

/// Expressions that are asked for behind epochs, at the params as they then are; the name of the cost is the epoch's
/// loss, and inputs are what they are outside of the training.
package final class EpochValues {
  private let formulas: [Formula]
  private let environment: Environment
  private let places: [Name: Int]
  private let params: [Name]
  /// Whether params and the loss are all that they mention.
  private let isPlain: Bool
  private let probe: Probe

  /// What the loss is called here: no lesson can have a name like that.
  private static let loss = Name("#loss")

  package init(_ formulas: [Formula], cost: Name, params: [Name], in environment: Environment) {
    let named = formulas.map { formula in
      formula.replacingNames { $0 == cost ? .name(Self.loss) : nil }
    }
    let places = Dictionary(zip(params, params.indices)) { first, _ in first }
    self.formulas = named
    probe = Probe(named)
    self.environment = environment
    self.places = places
    self.params = params
    isPlain = named.allSatisfy { formula in
      formula.atoms.isEmpty && formula.families.isEmpty
        && formula.names.allSatisfy { $0 == Self.loss || places[$0] != nil }
    }
  }

  /// The numbers of the expressions behind an epoch.
  package func numbers(loss: Double, params numbers: [Double]) throws(Fault) -> [Double] {
    if isPlain {
      let found = formulas.map { formula in
        formula.value(
          of: { name in places[name].map { numbers[$0] } ?? (name == Self.loss ? loss : .nan) },
          atoms: { _ in .nan }
        ).value
      }
      if found.allSatisfy(\.isFinite) { return found }
    }
    return try probe.numbers([(Self.loss, loss)] + zip(params, numbers).map { ($0, $1) }, in: environment)
  }
}

/// A condition that is asked behind every epoch.
package struct EpochCondition {
  /// The condition as it is written.
  package let condition: Condition
  private let sides: EpochValues

  package init(_ condition: Condition, cost: Name, params: [Name], in environment: Environment) {
    self.condition = condition
    sides = EpochValues(condition.comparands, cost: cost, params: params, in: environment)
  }

  /// Whether it holds.
  package func holds(loss: Double, params: [Double]) throws(Fault) -> Bool {
    var numbers = try sides.numbers(loss: loss, params: params)[...]
    let known = condition.replacingComparands { _ in .number(Number(numbers.removeFirst())) }
    return Formula.conditional(known, then: 1, otherwise: 0).value == 1
  }
}
