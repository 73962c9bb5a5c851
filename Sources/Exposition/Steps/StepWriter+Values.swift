import Algebra
import Diagnostics
import Engine
import LessonLanguage
import LessonProgram
import PrintedNumbers
import Transcript

// Steps that define values.

extension StepWriter {
  /// As many elements of a family are shown side by side; of more the first ones.
  static var maxShownElements: Int { 24 }

  /// Of what the numbers of one statement are drawn from, as many distributions are named.
  static var maxShownSources: Int { 4 }

  /// Of what comes from one line of the lesson, as many formulas of different shapes are shown in full.
  static var maxShownShapes: Int { 4 }

  /// A given number: a typed one stands in columns, one that is worked out has its working.
  mutating func add(_ given: Instruction.Given, _ number: GivenNumber) throws(Fault) {
    if case .drawn(let draw) = number { draft.givens.add(draw) }
    if let family = given.family {
      guard draft.givens.countElement(of: family) <= Self.maxShownElements else { return }
    }
    switch number {
    case .literal(let number):
      draft.givens.row.items.append(NamedNumber(.name(given.name), style.shown(number)))
    case .drawn:
      draft.givens.row.items.append(
        NamedNumber(.name(given.name), style.number(environment.value(of: given.name))))
    case .workedOut(let value):
      draft.lines += try derivativeLines(for: given.formula)
      var equation = try equations.equation(.name(given.name), given.formula, value: value)
      let pointer = workingElsewhere(of: given.formula)
      equation.remark = equation.remark ?? .words(pointer ?? "\(draft.givens.kind.rawValue), worked out once")
      draft.lines += equations.lines(equation, given.formula)
    }
  }

  /// The step of given numbers.
  func step(ofGivens givens: [Instruction.Given]) -> Step {
    var lines = draft.lines
    let made = draft.givens
    if !made.row.items.isEmpty {
      lines.insert(Line(.givens(GivenNumbers(rows: [made.row]))), at: 0)
    } else if let comment = made.comment {
      lines.insert(Line(.comment(comment)), at: 0)
    }
    if !made.sources.isEmpty {
      let hidden = made.sources.count - Self.maxShownSources
      let list = made.sources.prefix(Self.maxShownSources).joined(separator: ", ")
      let others = hidden > 0 ? " and \(hidden) more" : ""
      let renewal = made.kind.isDrawnAnew ? ", anew at each forward pass" : ""
      lines.append(Line(.remark([.words("drawn from \(list)\(others), seed \(environment.seed)\(renewal)")])))
    }
    for family in givens.lazy.compactMap(\.family).withoutRepeats {
      let hidden = made.elementCounts[family, default: 0] - Self.maxShownElements
      if hidden > 0 { lines.append(more(hidden, of: family)) }
    }
    return Step(name: givens[0].name.text, lines: lines)
  }

  private func more(_ count: Int, of family: String) -> Line {
    Line(.remark([.words("… \(count) more like \(count == 1 ? "this" : "these"): explain \(family)")]))
  }

  /// Formulas, which show their own steps; of those that are alike the first in full, the others as results.
  mutating func step(defining definitions: [Instruction.Definition], comment: String?) throws(Fault)
    -> Step
  {
    var lines: [Line] = []
    var comment = comment
    var shown: [Int: Set<Formula>] = [:]
    var others: [Instruction.Definition] = []
    for definition in definitions {
      let value = environment.value(of: definition.name)
      let shapes = shown[definition.pattern] ?? []
      let shape = definition.formula.shape
      guard !shapes.contains(shape), shapes.count < Self.maxShownShapes else {
        others.append(definition)
        if !definition.reasons.isEmpty { reasons[definition.name] = definition.reasons }
        continue
      }
      shown[definition.pattern] = shapes.union([shape])
      if !lines.isEmpty { lines.append(Line(.blank)) }
      lines += try derivativeLines(for: definition.formula)
      let formula = definition.formula.writtenOut()
      var equation = try equations.equation(.name(definition.name), formula, value: value, comment: comment)
      if !definition.reasons.isEmpty { reasons[definition.name] = definition.reasons }
      equation.remark = equation.remark ?? remark(on: definition.name, definition.formula)
      comment = nil
      lines += equations.lines(equation, formula)
    }
    if !others.isEmpty {
      let list = try resultLines(of: others)
      lines += try matrixLine(of: definitions, otherwise: list).map { [$0] } ?? list
    }
    return Step(name: definitions[0].name.text, lines: lines)
  }

  /// The whole of a family with two indices that is defined at once, as a matrix; `nil` for any other formulas.
  private func matrixLine(
    of definitions: [Instruction.Definition], otherwise list: [Line]
  ) throws(Fault) -> Line? {
    guard definitions.allSatisfy(\.isOfWhole), let matrix = MatrixOfNames(definitions.map(\.name)),
      let family = definitions[0].family
    else { return nil }
    return try matrix.line(remark: "same formula: explain \(family)", otherwise: list) { name throws(Fault) in
      try equations.result(of: name)
    }
  }

  /// The results of formulas that are like those shown in full.
  private func resultLines(of others: [Instruction.Definition]) throws(Fault) -> [Line] {
    var lines: [Line] = []
    let families = others.compactMap(\.family).withoutRepeats
    let explain = families.map { "explain \($0)" }.joined(separator: ", ")
    let formulas = families.count == 1 ? "same formula" : "same formulas"
    let results = try others.prefix(Self.maxShownElements).map { other throws(Fault) in
      try equations.result(of: other.name)
    }
    lines.append(Line(.results(results, remark: .words("\(formulas): \(explain)"))))
    let hidden = others.dropFirst(results.count).compactMap(\.family)
    for family in hidden.withoutRepeats {
      lines.append(more(hidden.count { $0 == family }, of: family))
    }
    return lines
  }

  /// What stands beside a formula: why it is this one, or where its number comes from.
  private mutating func remark(on name: Name, _ formula: Formula) -> Equation.Remark? {
    reasons[name].map { .because($0) } ?? workingElsewhere(of: formula).map { .words($0) }
  }

  /// Where the working of a formula that is only a derivative can be seen, if it is not on the page.
  private mutating func workingElsewhere(of formula: Formula) -> String? {
    guard formula.atoms == [formula], shownDerivatives.insert(formula).inserted else { return nil }
    return "in full: explain \(formula.text(.calc))"
  }

  /// The numbers of a formula's derivatives that are not on the page yet: only what is there is put in.
  mutating func derivativeLines(for formula: Formula) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for atom in formula.atoms where atom != formula && shownDerivatives.insert(atom).inserted {
      let number = style.number(try environment.number(of: atom))
      lines.append(
        Line(
          .equation(
            Equation(
              subject: atom, rightSides: [.init(.equals, .result(number))],
              remark: .words("in full: explain \(atom.text(.calc))")))))
    }
    return lines
  }
}

extension Sequence<String> {
  /// Each text once, in the order of first mention.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    var texts: [String] = []
    // Those of a million elements mostly stand behind each other.
    for text in self where text != texts.last && seen.insert(text).inserted { texts.append(text) }
    return texts
  }
}
