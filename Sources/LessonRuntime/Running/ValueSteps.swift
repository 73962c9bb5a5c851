import Algebra
import Diagnostics
import LessonLanguage
import Transcript

// Steps that define values and look into them.

extension Runner {
  /// Given numbers: typed ones in columns, those that are worked out each with its working.
  mutating func step(giving givens: [Instruction.Given], _ kind: GivenKind, comment: String?) throws(Fault)
    -> Step
  {
    var lines: [Line] = []
    var row = GivenNumbers.Row(kind: kind.rawValue, items: [], comment: comment)
    for given in givens {
      if let number = setting(of: given.name) ?? given.formula.typedNumber {
        try values.give(given.name, number.value, typed: number)
        row.items.append(NamedNumber(.name(given.name), number))
      } else {
        lines += try derivativeLines(for: given.formula)
        let value = try values.value(of: given.formula)
        let remark = "\(kind.rawValue), worked out once"
        var chain = try chains.chain(.name(given.name), given.formula, value: value)
        chain.remark = chain.remark ?? .words(remark)
        lines.append(Line(.chain(chain)))
        try values.give(given.name, value, typed: nil)
      }
    }
    if !row.items.isEmpty { lines.insert(Line(.givens(GivenNumbers(rows: [row]))), at: 0) }
    return Step(name: givens[0].name.text, lines: lines)
  }

  /// A formula, which shows its own step.
  mutating func step(defining name: Name, as formula: Formula, comment: String?) throws(Fault) -> Step {
    let value = try values.define(name, formula)
    let before = try derivativeLines(for: formula)
    let chain = try chains.chain(.name(name), formula, value: value, comment: comment)
    return Step(name: name.text, lines: before + [Line(.chain(chain))])
  }

  /// A value, an expression or a derivative, with every step beneath it.
  mutating func step(explaining formula: Formula, comment: String?) throws(Fault) -> Step {
    let name = "explain \(formula.text(.calc))"
    var lines = comment.map { [Line(.comment($0))] } ?? []
    if let derivation = try derivation(of: formula) {
      lines += derivation
    } else {
      for (index, beneath) in values.names(beneath: formula.names).enumerated() {
        if index > 0 && values.formula(of: beneath) != nil { lines.append(Line(.blank)) }
        lines += try working(of: beneath, isAlone: formula == .name(beneath))
      }
      for atom in formula.derivativeAtoms {
        lines += [Line(.blank)] + (try derivation(of: atom) ?? [])
      }
      if !formula.isName {
        let chain = try chains.chain(formula, formula, value: try values.value(of: formula))
        lines += [Line(.blank), Line(.chain(chain.withoutRepeatedSubject))]
      }
    }
    while case .blank? = lines.first?.content { lines.removeFirst() }
    return Step(name: name, lines: lines)
  }

  /// The reverse pass.
  mutating func step(passingBackFrom output: Name, comment: String?) throws(Fault) -> Step {
    let names = values.names(beneath: [output])
    for name in names { shownDerivatives.insert(.derivative(of: .name(output), by: name)) }
    let lines = try ReversePassWorking(of: output, chains: chains).lines(in: values)
    return Step(name: "backward \(output)", lines: (comment.map { [Line(.comment($0))] } ?? []) + lines)
  }

  /// One value of those beneath another: a formula with its working; a given number only where it alone is asked for,
  /// as it stands on the page already.
  private func working(of name: Name, isAlone: Bool) throws(Fault) -> [Line] {
    if let formula = values.formula(of: name) {
      return [Line(.chain(try chains.chain(.name(name), formula, value: values.value(of: name))))]
    }
    guard isAlone else { return [] }
    let number = values.number(of: name)
    let shown = number.text == nil ? style.number(number.value) : number
    return [
      Line(
        .chain(
          Chain(
            subject: .name(name), links: [.init(.equals, .result(shown))], remark: .words("given"))))
    ]
  }

  /// The working of a derivative; `nil` for anything else.
  private mutating func derivation(of formula: Formula) throws(Fault) -> [Line]? {
    switch formula {
    case .derivative(let output, let input):
      let paths = try Paths(from: input, to: output, in: values)
      let value = try values.derivative(formula)
      shownDerivatives.insert(formula)
      return try DerivativeWorking(of: output, by: input, value: value, paths: paths, chains: chains)
        .lines(in: values)
    case .local(let output, let name):
      guard let own = values.formula(of: output) else { return nil }
      let link = try values.links(of: .name(output), by: [name])[0]
      let chain = Chain(subject: .name(output), links: [.init(.equals, .names(own))])
      return [
        Line(.chain(chain)),
        Line(.chain(try chains.chain(formula, link.formula, value: link.value)), level: 1),
      ]
    default:
      return nil
    }
  }

  /// The numbers of a formula's derivatives that are not on the page yet: only what is there is put in.
  mutating func derivativeLines(for formula: Formula) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for atom in formula.derivativeAtoms where atom != formula && shownDerivatives.insert(atom).inserted {
      let number = style.number(try values.derivative(atom))
      lines.append(
        Line(
          .chain(
            Chain(
              subject: atom, links: [.init(.equals, .result(number))],
              remark: .words("in full: explain \(atom.text(.calc))")))))
    }
    return lines
  }
}

extension Formula {
  /// The number, if the formula is one that its author typed, a minus included.
  var typedNumber: Number? {
    switch self {
    case .number(let number): number
    case .negation(.number(let number)):
      Number(-number.value, text: number.text.map { $0 == "pi" ? nil : "-" + $0 } ?? nil)
    default: nil
    }
  }
}

extension Chain {
  /// The chain of an expression that is its own subject: the expression stands only once.
  fileprivate var withoutRepeatedSubject: Chain {
    var chain = self
    if case .names(let formula)? = links.first?.content, formula == subject { chain.links.removeFirst() }
    return chain
  }
}
