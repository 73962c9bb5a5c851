import Algebra
import LessonLanguage

// `explain` and `backward`.

extension Resolver {
  /// `explain h`, `explain ∂L/∂W`
  mutating func resolveExplain(_ expression: Expression, _ statement: Statement) {
    if case .name(let text) = expression.kind, let family = scope.families[Name(text)] {
      if let stale = family.elements.first(where: { scope.change(behind: $0) != nil }) {
        build { $0.read(stale, at: expression.range) }
      }
      append(.explainFamily(family.name, family.elements), at: statement.range, comment: statement.comment)
    } else {
      explain(expression, statement)
    }
  }

  /// What an expression comes to; of families, each element, but of derivatives the first.
  private mutating func explain(_ expression: Expression, _ statement: Statement) {
    guard !isFull else { return }
    let formulas = buildStanding { lowering in
      switch lowering.value(of: expression) {
      case .broken: [Formula.nothing]
      case .number(let formula): [formula]
      case .family(let family): family.items
      }
    }
    if let (output, names) = derivatives(formulas), let family = names[0].text.split(separator: "[").first {
      append(
        .explainDerivatives(of: output, by: Name(String(family)), elements: names), at: statement.range,
        comment: statement.comment)
      return
    }
    for (index, formula) in formulas.enumerated() {
      append(.explain(formula), at: statement.range, comment: index == 0 ? statement.comment : nil)
    }
  }

  /// What several formulas are the derivatives of, and by which names; `nil` where they are not all derivatives of one formula.
  private func derivatives(_ formulas: [Formula]) -> (output: Formula, names: [Name])? {
    guard formulas.count > 1, case .derivative(let output, _) = formulas[0] else { return nil }
    var names: [Name] = []
    for formula in formulas {
      guard case .derivative(output, let name) = formula else { return nil }
      names.append(name)
    }
    return (output, names)
  }

  /// `backward L`
  mutating func resolveBackward(_ reference: Reference, by items: [NameListItem], _ statement: Statement) {
    if reportFamily(asLoss: reference, behind: "backward") { return }
    guard let name = build({ $0.read(reference) }), let definition = scope[name] else { return }
    if definition.kind != .formula {
      report("`\(name)` is given; the reverse pass starts at a formula", at: reference.range)
    } else if definition.reachesDerivative {
      report(
        "`\(name)` depends on a formula that holds a derivative, which cannot be differentiated",
        at: reference.range)
    }
    let names = items.isEmpty ? nil : params(of: items, costAt: statement.range, for: .deriving)
    append(.backward(name, by: names), at: statement.range, comment: statement.comment)
  }

  /// Reports a family in the place of a loss; false where `reference` is none.
  mutating func reportFamily(asLoss reference: Reference, behind words: String) -> Bool {
    let name = Name(reference.name.text)
    guard reference.indices.isEmpty, let family = scope.families[name], let first = family.elements.first,
      !scope.broken.contains(name)
    else { return false }
    guard family.kind == .formula else {
      report(
        words == "backward"
          ? "`\(name)` is given; the reverse pass starts at a formula"
          : words == "draw network for"
            ? "`\(name)` is given; a network is what formulas make of given numbers"
            : "`\(name)` is given; only a formula can be reduced",
        at: reference.range)
      return true
    }
    let loss = ["L", "E", "loss", "cost"].first { scope[Name($0)] == nil && scope.families[Name($0)] == nil }
    report(
      "`\(name)` is a family, and a loss is one number", at: reference.range,
      hint: comesLater == nil
        ? "write `\(words) \(first)`, or above this line `\(loss ?? "loss") = sum(\(name))`, and here `\(words) \(loss ?? "loss")`"
        : "one element is `\(first)`")
    return true
  }
}
