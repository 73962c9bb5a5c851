package import Algebra
package import Diagnostics
package import LessonLanguage

// `∂…/∂…` and `local(…)`.

extension FormulaLowering {
  /// A derivative; by a family, the derivatives by each of its elements.
  package mutating func derivative(of numerator: Expression, by reference: Reference, at range: SourceRange)
    -> ExpressionValue
  {
    let before = written
    let formula = formula(of: numerator)
    if isForName(reference.name) { return .number(.nothing) }
    if reference.indices.isEmpty, let family = family(Name(reference.name.text)) {
      return derivatives(of: formula, size: written - before, by: family, reference, at: range)
    }
    guard let name = read(reference) else { return .number(.nothing) }
    reportDerivative(through: formula, by: name, at: range)
    return .number(.derivative(of: formula, by: name))
  }

  private mutating func derivatives(
    of formula: Formula, size: Int, by family: Family, _ reference: Reference, at range: SourceRange
  ) -> ExpressionValue {
    let before = diagnostics.count
    guard grow(byElementsOf: Double(size + 1) * Double(family.elements.count), at: range) else {
      return .broken
    }
    for name in family.elements where diagnostics.count == before {
      read(name, at: reference.range)
      reportDerivative(through: formula, by: name, at: range)
    }
    guard diagnostics.count == before else { return .broken }
    let names = FamilyValue(family)
    return .family(
      names.replacingItems { item in
        guard case .name(let name) = item else { return item }
        return .derivative(of: formula, by: name)
      })
  }

  /// A `for` name is a number, and nothing can be differentiated by it.
  private mutating func isForName(_ identifier: Identifier) -> Bool {
    guard case .index? = bindings[Name(identifier.text)] else { return false }
    report("`\(identifier.text)` is a `for` name; nothing can be differentiated by it", at: identifier.range)
    return true
  }

  package mutating func local(_ output: Reference, by reference: Reference) -> Formula {
    guard let value = read(output), let name = read(reference) else { return .nothing }
    guard let definition = scope[value], scope[name] != nil else { return .local(value, by: name) }
    if definition.kind != .formula {
      report("`\(value)` is given, it has no formula to differentiate", at: output.range)
    } else if let formula = definition.formula, !formula.names.contains(name), formula.families.isEmpty {
      report(
        "`\(name)` does not occur in the formula of `\(value)`", at: reference.range,
        hint: "`∂\(value)/∂\(name)` goes through the whole network")
    }
    return .local(value, by: name)
  }

  /// Reports a derivative of a formula that would go through another derivative.
  mutating func reportDerivative(through formula: Formula, by name: Name, at range: SourceRange) {
    let message = "a derivative cannot be differentiated, and"
    var atoms: [Formula] = []
    for atom in formula.atoms {
      if case .overRows(_, let body, _) = atom {
        reportDerivative(through: body, by: name, at: range)
      } else {
        atoms.append(atom)
      }
    }
    let dependents = atoms.isEmpty ? [] : scope.dependents(of: name)
    if atoms.contains(where: { $0.reads(dependents) }) {
      report("\(message) `\(name)` reaches this expression through one", at: range)
    } else if let held = scope.formulaHoldingDerivative(beneath: formula.names, by: name) {
      report(
        "\(message) `\(held.name)` holds one that depends on `\(name)`", at: range,
        notes: [.init("`\(held.name)` is defined", at: held.range)])
    }
  }
}
