import Algebra
import LessonProgram

/// A derivative that a lesson takes, of one name by another; by itself, where it takes those by all names beneath.
struct NamedDerivative: Hashable {
  /// What it is of.
  let output: Name
  /// By what it is taken.
  let input: Name

  init(of output: Name, by input: Name) {
    self.output = output
    self.input = input
  }

  /// The derivative as a formula.
  var formula: Formula { .derivative(of: .name(output), by: input) }
}

extension Instruction {
  /// The derivatives of names by names that it takes, in the order in which they are written.
  var derivatives: [NamedDerivative] {
    switch kind {
    case .backward(let output, let names):
      return names.map { $0.map { NamedDerivative(of: output, by: $0) } } ?? [
        NamedDerivative(of: output, by: output)
      ]
    case .explain(let formula): return formula.namedDerivatives
    case .explainDerivatives(.name(let output), _, let elements):
      return elements.map { NamedDerivative(of: output, by: $0) }
    case .update(let descent) where descent.rows == nil:
      return descent.params.map { NamedDerivative(of: descent.cost, by: $0) }
    case .assign(let assignments): return assignments.flatMap(\.formula.namedDerivatives)
    case .checks(let checks):
      return checks.flatMap { check in
        if case .check(let formula, _) = check { formula.namedDerivatives } else { [NamedDerivative]() }
      }
    case .ask(let question):
      guard case .number(let asked) = question.kind else { return [] }
      return asked.value.formula.namedDerivatives
    case .table(let table):
      guard case .current(let formulas) = table.points else { return [] }
      return formulas.flatMap(\.namedDerivatives)
    case .loop(let loop): return loop.body.flatMap(\.derivatives)
    default: return []
    }
  }
}

extension Formula {
  fileprivate var namedDerivatives: [NamedDerivative] {
    atoms.compactMap { atom in
      guard case .derivative(.name(let output), let input) = atom else { return nil }
      return NamedDerivative(of: output, by: input)
    }
  }
}
