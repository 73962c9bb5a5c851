internal import Algebra
internal import Engine
internal import LessonLanguage
internal import LessonProgram

// Given numbers, formulas and data.

extension CellWriter {
  /// Numbers that are given.
  mutating func give(_ kind: GivenKind, _ givens: [Instruction.Given]) {
    var rest = givens[...]
    while let first = rest.first {
      if let source = first.draw, !replaced.contains(first.name) {
        let same = rest.prefix { $0.draw == source && !replaced.contains($0.name) }
        rest = rest.dropFirst(same.count)
        draw(source, same.map(\.name), isDrawnAnew: kind.isDrawnAnew)
      } else if let family = first.family {
        let same = rest.prefix {
          $0.family == family && ($0.draw == nil || replaced.contains($0.name))
        }
        rest = rest.dropFirst(same.count)
        give(family, Array(same))
      } else {
        let same = rest.prefix {
          $0.family == nil && ($0.draw == nil || replaced.contains($0.name))
        }.prefix(8)
        rest = rest.dropFirst(same.count)
        var (left, right): ([String], [String]) = ([], [])
        for given in same {
          // A number may be made of those before it.
          let isFree = given.formula.names.allSatisfy { name in !same.contains { $0.name == name } }
          if !isFree, !left.isEmpty {
            lines.append("\(left.listed) = \(right.listed)")
            (left, right) = ([], [])
          }
          left.append(formulas.names.expression(given.name))
          right.append(number(of: given))
        }
        lines.append("\(left.listed) = \(right.listed)")
      }
    }
  }

  private mutating func give(_ family: String, _ givens: [Instruction.Given]) {
    let identifier = formulas.names.identifier(of: family)
    let isLiteral = givens.allSatisfy { $0.formula.literalNumber != nil || replaced.contains($0.name) }
    if !families.insert(family).inserted || !isLiteral {
      if !isLiteral { lines.append("\(identifier) = globals().get(\(identifier.pythonLiteral), {})") }
      for given in givens {
        lines.append("\(formulas.names.expression(given.name)) = \(number(of: given))")
      }
      return
    }
    let entries = givens.map { given in
      let indices = PythonNames.element(given.name)?.indices.map(String.init) ?? []
      return "\(indices.count == 1 ? indices[0] : "(\(indices.listed))"): \(number(of: given))"
    }
    var call = Self.call("", entries)
    call[0] = "\(identifier) = {" + call[0].dropFirst()
    call[call.count - 1] = call[call.count - 1].dropLast() + "}"
    lines += call
  }

  /// The number of a given name, as it is typed or from what it is worked out.
  private mutating func number(of given: Instruction.Given) -> String {
    if replaced.contains(given.name) { return PythonFormula.literal(environment.number(of: given.name)) }
    return formulas.text(given.formula) ?? PythonFormula.literal(environment.value(of: given.name))
  }

  private mutating func draw(_ source: Instruction.RandomSource, _ names: [Name], isDrawnAnew: Bool) {
    for name in names { if let element = PythonNames.element(name) { families.insert(element.family) } }
    let places = names.map { name in formulas.placeText(name) }
    let labels = names.map(\.text.pythonLiteral)
    let parameters = source.parameters.map { formulas.text($0) ?? "0" }
    var arguments = ["\"\(source.distribution.rawValue)\""] + parameters + ["names=[\(places.listed)]"]
    if places != labels { arguments.append("labels=[\(labels.listed)]") }
    if isDrawnAnew { arguments.append("each_pass=True") }
    lines += Self.call("draw", arguments)
  }

  /// Formulas; of what Python cannot read, the number is taken as it is.
  mutating func define(_ definitions: [Instruction.Definition]) throws(Fault) {
    for definition in definitions {
      let place = formulas.placeText(definition.name)
      let element = PythonNames.element(definition.name)
      if let family = element?.family, families.insert(family).inserted {
        lines.append("\(formulas.names.identifier(of: family)) = {}")
      }
      let expression = formulas.names.expression(definition.name)
      guard let text = formulas.text(definition.formula) else {
        let value = PythonFormula.literal(environment.value(of: definition.name))
        lines.append("\(expression) = \(value)  # taken as it is: its formula is nested too deep for Python")
        continue
      }
      let call = "formula(\(place), lambda: \(text))"
      lines.append(element == nil ? "\(expression) = \(call)" : call)
    }
    try show(definitions.map { .name($0.name) })
  }

  /// Rows of data.
  mutating func define(_ data: DataSet) {
    let columns = data.columns.map { name in formulas.placeText(name) }
    let rows = data.rows.map { row in "[\(row.map(PythonFormula.literal).listed)]" }
    lines += ["columns = [\(columns.listed)]"]
    var call = Self.call("", rows)
    call[0] = "\(formulas.dataText(data.name)) = [" + call[0].dropFirst()
    call[call.count - 1] = call[call.count - 1].dropLast() + "]"
    lines += call
    let identifier = formulas.dataText(data.name)
    lines.append("\(identifier) = [dict(zip(columns, row)) for row in \(identifier)]")
  }
}
