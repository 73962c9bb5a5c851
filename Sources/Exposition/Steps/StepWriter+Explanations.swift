package import Algebra
package import Engine
import LessonProgram
import PrintedNumbers
package import Transcript

// Steps that look into values and derivatives.

extension StepWriter {
  /// A value, an expression or a derivative, with every step beneath it.
  mutating func step(explaining formula: Formula) throws(Fault) -> Step {
    var lines = draft.lines
    if let derivation = try derivation(of: formula) {
      lines += derivation
    } else if case .name(let given) = formula, environment.written(given) == nil {
      let result = Equation.RightSide(.equals, .result(try equations.result(of: given).number))
      lines.append(Line(.equation(Equation(subject: formula, rightSides: [result], remark: .words("given")))))
    } else {
      var derived: Set<Formula> = []
      lines += try working(beneath: formula.names, asked: formula.isName ? Set(formula.names) : [], &derived)
      lines += try derivations(for: formula, &derived)
      if !formula.isName {
        let equation = try fullEquations.equation(formula, formula, value: try environment.value(of: formula))
        lines += [Line(.blank), Line(.equation(equation.withoutRepeatedSubject))]
      }
    }
    return Step(name: "explain \(formula.text(.calc))", lines: lines.withoutLeadingBlanks)
  }

  /// All elements of a family, with every step beneath them: formulas with their working, given numbers side by side.
  mutating func step(explaining names: [Name], of family: String) throws(Fault) -> Step {
    var lines = draft.lines
    var derived: Set<Formula> = []
    lines += try working(beneath: names, asked: Set(names), &derived)
    let isGiven = names.contains { environment.written($0) == nil }
    let matrix = MatrixOfNames(names)
    let results = try (isGiven || matrix != nil ? names : []).map { name throws(Fault) in
      try equations.result(of: name)
    }
    let list = [Line(.results(results, remark: isGiven ? .words("given") : nil))]
    let whole = try matrix?.line(remark: isGiven ? "given" : "", otherwise: list) { name throws(Fault) in
      try equations.result(of: name)
    }
    if isGiven {
      lines += whole.map { [$0] } ?? list
    } else if let whole {
      lines += [Line(.blank), whole]
    }
    return Step(name: "explain \(family)", lines: lines.withoutLeadingBlanks)
  }

  /// The derivatives by all elements of a family: the first with every step beneath it, the others as results.
  mutating func step(
    explainingDerivativesOf output: Formula, by family: Name, _ names: [Name]
  ) throws(Fault) -> Step {
    let atoms = names.map { Formula.derivative(of: output, by: $0) }
    var lines = draft.lines
    lines += try derivation(of: atoms[0]) ?? []
    var numbers: [Name: Number] = [:]
    if case .name(let name) = output {
      numbers = Dictionary(zip(names, try environment.shownDerivatives(of: name, by: names))) { $1 }
    }
    let result = { [environment, style, numbers] (name: Name) throws(Fault) -> NamedNumber in
      let atom = Formula.derivative(of: output, by: name)
      let number = if let known = numbers[name] { known } else { try environment.shownNumber(ofAtom: atom) }
      return NamedNumber(
        atom, style.shown(number), relation: number.isRoundingOfZero ? .approximates : .equals)
    }
    var others = SimilarResults()
    for (name, atom) in zip(names, atoms).dropFirst() {
      if let number = numbers[name] {
        others.add(atom, number, in: style)
      } else {
        try others.add(atom) { () throws(Fault) in try result(name) }
      }
    }
    let list = others.lines(level: 0, formulas: "likewise", seenBy: .each { "explain \($0.text(.calc))" })
    let matrix = MatrixOfNames(names)
    let whole = try matrix?.line(
      .derivative(of: output, by: matrix?.family ?? family),
      remark: "any of them: explain \(atoms[1].text(.calc))",
      otherwise: list, number: result)
    shownDerivatives.formUnion(whole == nil ? atoms.prefix(1 + SimilarResults.maxResults) : atoms[...])
    lines += whole.map { [$0] } ?? list
    let subject = Formula.derivative(of: output, by: family)
    return Step(name: "explain \(subject.text(.calc))", lines: lines.withoutLeadingBlanks)
  }

  /// The reverse pass, of which only the derivatives by `shown` are listed, where these are told.
  mutating func step(passingBackFrom output: Name, by shown: [Name]?) throws(Fault) -> Step {
    for name in shown ?? environment.names(beneath: [output]) {
      shownDerivatives.insert(.derivative(of: .name(output), by: name))
    }
    let lines = try ReversePassWorking(of: output, by: shown, equations: equations).lines()
    return Step(name: "backward \(output)", lines: draft.lines + lines)
  }
}

// MARK: - Values

extension StepWriter {
  /// As many elements of a family that is asked for are shown in full; of more the first ones of each shape.
  private static var maxElementsInFull: Int { 100 }

  /// A formula in full, and the results of those that are like it.
  private struct Group {
    let family: String?
    let isAsked: Bool
    let lines: [Line]
    var like = SimilarResults()
    var ofKin = SimilarResults()

    /// All of a family that is not the one asked for are seen at once.
    var way: SimilarResults.Way {
      if let family, !isAsked { return .all("explain \(family)") }
      return .each { "explain \($0.text(.calc))" }
    }
  }

  /// Every formula beneath `names`, each once: those that are asked for, and of many others that are alike the first in
  /// full. Given numbers are on the page already.
  private mutating func working(
    beneath names: [Name], asked: Set<Name>, _ derived: inout Set<Formula>
  ) throws(Fault) -> [Line] {
    let beneath = environment.names(beneath: names).filter { environment.written($0) != nil }
    let isShort = beneath.count <= SimilarFormulas.maxFormulasInFull
    var formulas = SimilarFormulas()
    var groups: [Group] = []
    var askedCount = 0
    for name in beneath {
      guard let formula = environment.written(name) else { continue }
      let isAsked = asked.contains(name)
      if isAsked { askedCount += 1 }
      let isFirst = isAsked ? askedCount <= Self.maxElementsInFull : isShort
      let presentation =
        isFirst ? .first : formulas.presentation(of: SimilarityKey(name, formula), next: groups.count)
      switch presentation {
      case .first:
        let equations = isAsked && asked.count == 1 ? fullEquations : equations
        let lines =
          try derivations(for: formula, &derived) + [Line(.blank)]
          + self.lines(of: name, formula, by: equations)
        groups.append(Group(family: name.family, isAsked: isAsked, lines: lines))
      case .like(let index):
        try groups[index].like.add(.name(name)) { () throws(Fault) in try equations.result(of: name) }
      case .ofKin(let index):
        try groups[index].ofKin.add(.name(name)) { () throws(Fault) in try equations.result(of: name) }
      }
    }
    return groups.flatMap { group in
      group.lines + group.like.lines(level: 0, seenBy: group.way)
        + group.ofKin.lines(level: 0, formulas: "other formulas", seenBy: group.way)
    }
  }

  /// The working of a value, and why its formula is this one.
  package func lines(of name: Name, _ formula: Formula, by equations: EquationWorking) throws(Fault) -> [Line]
  {
    var equation = try equations.equation(.name(name), formula, value: environment.value(of: name))
    equation.remark = equation.remark ?? reasons[name].map { .because($0) }
    return equations.lines(equation, formula)
  }

  package var fullEquations: EquationWorking {
    var equations = equations
    equations.isInFull = true
    return equations
  }
}

// MARK: - Derivatives

extension StepWriter {
  /// The working of each derivative in a formula that has not been shown by this step.
  private mutating func derivations(
    for formula: Formula, _ derived: inout Set<Formula>
  ) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for atom in formula.atoms where derived.insert(atom).inserted {
      guard let derivation = try derivation(of: atom) else { continue }
      lines += [Line(.blank)] + derivation
    }
    return lines
  }

  /// The working of a derivative, or of what is made of all rows; `nil` for anything else.
  ///
  /// - Parameter withLinks: whether each link of a derivative is worked out, and not only named with its number.
  package mutating func derivation(of formula: Formula, withLinks: Bool = true) throws(Fault) -> [Line]? {
    switch formula {
    case .derivative(let output, let input):
      let value = try environment.number(of: formula)
      shownDerivatives.insert(formula)
      if case .overRows(let function, let body, let data) = output {
        return try RowsWorking(in: environment, equations: equations)
          .lines(ofDerivative: formula, function, body, data, by: input)
      }
      if let data = output.dataNames.first {
        let equation = Equation(
          subject: formula, rightSides: [.init(.equals, .result(style.number(value)))],
          remark: .words("worked out on every row of \(data)"))
        return [Line(.equation(equation))]
      }
      let paths = try Paths(from: input, to: output, in: environment)
      return try DerivativeWorking(of: output, by: input, value: value, paths: paths, equations: equations)
        .lines(withLinks: withLinks)
    case .overRows(let function, let body, let data):
      return try RowsWorking(in: environment, equations: equations).lines(of: formula, function, body, data)
    case .local(let output, let name):
      guard let own = environment.written(output) else { return nil }
      let link = try environment.linksWithValues(of: .name(output), by: [name])[0]
      let equation = Equation(
        subject: .name(output), rightSides: [.init(.equals, .names(own.shortened(withNumbers: false)))],
        remark: own.isLong ? .words(own.leftOutSentence(inFull: .name(output))) : nil)
      return try [Line(.equation(equation))]
        + fullEquations.lines(
          ofDerivative: formula, environment.formula(of: link, from: .name(output)), value: link.value,
          largest: link.largest, level: 1)
    default:
      return nil
    }
  }
}

extension Formula {
  /// The data on whose rows parts of the formula are worked out.
  fileprivate var dataNames: [Name] {
    atoms.compactMap { if case .overRows(_, _, let data) = $0 { data } else { nil } }
  }
}

extension Equation {
  /// The equation of an expression that is its own subject: the expression stands only once.
  package var withoutRepeatedSubject: Equation {
    var equation = self
    switch rightSides.first?.content {
    case .names(let formula), .numbers(let formula):
      if formula == subject { equation.rightSides.removeFirst() }
    default: break
    }
    return equation
  }
}

extension [Line] {
  /// The lines without those at the beginning that are blank.
  var withoutLeadingBlanks: [Line] {
    Array(drop { if case .blank = $0.content { true } else { false } })
  }
}
