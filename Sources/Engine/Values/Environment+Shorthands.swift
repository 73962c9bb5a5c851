package import Algebra
import LessonProgram

// Values whose formulas are shorthands: derivatives mention them by their names.

extension Environment {
  /// The derivatives of a formula that were asked for where numbers are others, if they hold here: a formula that changes may
  /// be another one, and shorthands may have names there that they do not have yet.
  package func linkFormulasOfSibling(_ output: Name) -> [Name: Formula]? {
    guard let sibling, shorthandNames.isEmpty, sibling.shorthandNames.isEmpty,
      let known = sibling.linkFormulas[output], let recording = self[output].recording,
      !recording.isChanging
    else { return nil }
    return known
  }

  /// Takes note of a formula that is a shorthand as a whole.
  func note(_ formula: Formula, as name: Name) {
    guard case .call(let function, _) = formula, function.isShorthand else { return }
    for known in [formula, formula.simplified()] where shorthandNames[known] == nil {
      shorthandNames[known] = name
    }
  }

  /// The name of a shorthand, as it is written or simplified; `nil` where it has none.
  package func name(ofShorthand shorthand: Formula) -> Name? {
    shorthandNames[shorthand] ?? shorthandNames[shorthand.simplified()]
  }

  /// The names that derivatives of what `formulas` depend on may mention in the place of shorthands, in the order in which
  /// they were defined.
  package func namesOfShorthands(beneath formulas: [Formula]) -> [Name] {
    guard !shorthandNames.isEmpty else { return [] }
    let roots = formulas.flatMap { $0.names + $0.atoms.flatMap(\.readNames) }.filter { has($0) }
    let read = Set(names(beneath: roots))
    let named = Set(shorthandNames.filter { $0.key.names.allSatisfy(read.contains) }.values)
    return entries.map(\.name).filter(named.contains)
  }
}
