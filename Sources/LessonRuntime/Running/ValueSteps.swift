import Algebra
import Diagnostics
import LessonLanguage
import Transcript

// Steps that define values and look into them.

extension Runner {
  /// As many elements of a family are shown side by side; of more the first ones.
  static var mostShownElements: Int { 24 }

  /// Of what comes from one line of the lesson, as many formulas of different shapes are shown in full.
  static var mostShownShapes: Int { 4 }

  /// Given numbers: typed ones in columns, those that are worked out each with its working.
  mutating func step(giving givens: [Instruction.Given], _ kind: GivenKind, comment: String?) throws(Fault)
    -> Step
  {
    var lines: [Line] = []
    var row = GivenNumbers.Row(kind: kind.rawValue, items: [], comment: comment)
    var elementCounts: [String: Int] = [:]
    var drawn: Set<String> = []
    for given in givens {
      var isShown = true
      if let family = given.family {
        elementCounts[family, default: 0] += 1
        isShown = elementCounts[family, default: 0] <= Self.mostShownElements
      }
      let typed = given.draw == nil ? given.formula.typedNumber : nil
      if let number = setting(of: given.name) ?? typed {
        try values.give(given.name, number.value, typed: number.text == nil ? nil : number)
        if isShown { row.items.append(NamedNumber(.name(given.name), style.shown(number))) }
      } else if let source = given.draw {
        let draw = try draw(from: source)
        try values.give(given.name, draw, isRedrawn: kind == .input)
        if isShown {
          row.items.append(NamedNumber(.name(given.name), style.number(values.value(of: given.name))))
        }
        drawn.insert(draw.text)
      } else {
        let value = try values.value(of: given.formula)
        if isShown {
          lines += try derivativeLines(for: given.formula)
          var chain = try chains.chain(.name(given.name), given.formula, value: value)
          let pointer = workingElsewhere(of: given.formula)
          chain.remark = chain.remark ?? .words(pointer ?? "\(kind.rawValue), worked out once")
          lines.append(Line(.chain(chain)))
        }
        try values.give(given.name, value, typed: nil)
      }
    }
    if !row.items.isEmpty {
      lines.insert(Line(.givens(GivenNumbers(rows: [row]))), at: 0)
    } else if let comment {
      lines.insert(Line(.comment(comment)), at: 0)
    }
    if !drawn.isEmpty {
      let sources = drawn.sorted().joined(separator: ", ")
      let renewal = kind == .input ? ", anew at each forward pass" : ""
      lines.append(Line(.remark([.words("drawn from \(sources), seed \(values.seed)\(renewal)")])))
    }
    for family in givens.compactMap(\.family).withoutRepeats {
      let hidden = elementCounts[family, default: 0] - Self.mostShownElements
      if hidden > 0 { lines.append(more(hidden, of: family)) }
    }
    return Step(name: givens[0].name.text, lines: lines)
  }

  /// What a number is drawn from, its parameters worked out.
  private func draw(from source: Instruction.RandomSource) throws(Fault) -> Draw {
    let parameters = try source.parameters.map { formula throws(Fault) in try values.value(of: formula) }
    if let complaint = source.distribution.complaint(about: parameters) { throw .refused(complaint) }
    return Draw(source.distribution, parameters)
  }

  private func more(_ count: Int, of family: String) -> Line {
    Line(.remark([.words("… \(count) more like \(count == 1 ? "this" : "these"): explain \(family)")]))
  }

  /// Formulas, which show their own steps; of those that are alike the first in full, the others as results.
  mutating func step(defining definitions: [Instruction.Definition], comment: String?) throws(Fault) -> Step {
    var lines: [Line] = []
    var comment = comment
    var shown: [Int: Set<Formula>] = [:]
    var others: [Instruction.Definition] = []
    for definition in definitions {
      let value = try values.define(definition.name, definition.formula)
      let shapes = shown[definition.pattern] ?? []
      let shape = definition.formula.shape
      guard !shapes.contains(shape), shapes.count < Self.mostShownShapes else {
        others.append(definition)
        if !definition.reasons.isEmpty { reasons[definition.name] = definition.reasons }
        continue
      }
      shown[definition.pattern] = shapes.union([shape])
      if !lines.isEmpty { lines.append(Line(.blank)) }
      lines += try derivativeLines(for: definition.formula)
      var chain = try chains.chain(
        .name(definition.name), definition.formula, value: value, comment: comment)
      if !definition.reasons.isEmpty { reasons[definition.name] = definition.reasons }
      chain.remark = chain.remark ?? remark(on: definition.name, definition.formula)
      comment = nil
      lines.append(Line(.chain(chain)))
    }
    if !others.isEmpty {
      let families = others.compactMap(\.family).withoutRepeats
      let explain = families.map { "explain \($0)" }.joined(separator: ", ")
      let formulas = families.count == 1 ? "same formula" : "same formulas"
      let results = try others.prefix(Self.mostShownElements).map { other throws(Fault) in
        try chains.result(of: other.name)
      }
      lines.append(Line(.results(results, remark: .words("\(formulas): \(explain)"))))
      let hidden = others.count - results.count
      if hidden > 0 { lines.append(more(hidden, of: families[0])) }
    }
    return Step(name: definitions[0].name.text, lines: lines)
  }

  /// All elements of a family, with every step beneath them: formulas with their working, given numbers side by side.
  mutating func step(explaining names: [Name], of family: String, comment: String?) throws(Fault) -> Step {
    var lines = comment.map { [Line(.comment($0))] } ?? []
    var given: [NamedNumber] = []
    let own = Set(names)
    for name in values.names(beneath: names) {
      guard let formula = values.written(name) else {
        if own.contains(name) { given.append(try chains.result(of: name)) }
        continue
      }
      if !lines.isEmpty { lines.append(Line(.blank)) }
      lines.append(Line(.chain(try fullChain(of: name, formula))))
    }
    if !given.isEmpty { lines.append(Line(.results(given, remark: .words("given")))) }
    return Step(name: "explain \(family)", lines: lines)
  }

  /// A function of the lesson's own, as it is written.
  func step(showing function: String, comment: String?) -> Step {
    let lines = (comment.map { [Line(.comment($0))] } ?? []) + [Line(.remark([.words(function)]))]
    return Step(name: function, lines: lines)
  }

  /// The working of a value with all terms of its sums.
  private func fullChain(of name: Name, _ formula: Formula) throws(Fault) -> Chain {
    var chain = try fullChains.chain(.name(name), formula, value: values.value(of: name))
    chain.remark = chain.remark ?? reasons[name].map { .because($0) }
    return chain
  }

  /// What stands beside a formula: why it is this one, or where its number comes from.
  private mutating func remark(on name: Name, _ formula: Formula) -> Chain.Remark? {
    reasons[name].map { .because($0) } ?? workingElsewhere(of: formula).map { .words($0) }
  }

  /// Where the working of a formula that is only a derivative can be seen, if it is not on the page.
  private mutating func workingElsewhere(of formula: Formula) -> String? {
    guard formula.atoms == [formula], shownDerivatives.insert(formula).inserted else { return nil }
    return "in full: explain \(formula.text(.calc))"
  }

  private var fullChains: ChainWorking {
    var chains = chains
    chains.isInFull = true
    return chains
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
      for atom in formula.atoms {
        lines += [Line(.blank)] + (try derivation(of: atom) ?? [])
      }
      if !formula.isName {
        let chain = try fullChains.chain(formula, formula, value: try values.value(of: formula))
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
    if let formula = values.written(name) {
      return [Line(.chain(try fullChain(of: name, formula)))]
    }
    guard isAlone else { return [] }
    let result = Chain.Link(.equals, .result(try chains.result(of: name).number))
    return [Line(.chain(Chain(subject: .name(name), links: [result], remark: .words("given"))))]
  }

  /// The working of a derivative; `nil` for anything else.
  private mutating func derivation(of formula: Formula) throws(Fault) -> [Line]? {
    switch formula {
    case .derivative(let output, let input):
      let paths = try Paths(from: input, to: output, in: values)
      let value = try values.number(of: formula)
      shownDerivatives.insert(formula)
      return try DerivativeWorking(of: output, by: input, value: value, paths: paths, chains: chains)
        .lines(in: values)
    case .local(let output, let name):
      guard let own = values.written(output) else { return nil }
      let link = try values.links(of: .name(output), by: [name])[0]
      let chain = Chain(subject: .name(output), links: [.init(.equals, .names(own))])
      return [
        Line(.chain(chain)),
        Line(
          .chain(try chains.chain(formula, link.formula, value: link.value, largest: link.largest)), level: 1),
      ]
    default:
      return nil
    }
  }

  /// The numbers of a formula's derivatives that are not on the page yet: only what is there is put in.
  mutating func derivativeLines(for formula: Formula) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for atom in formula.atoms where atom != formula && shownDerivatives.insert(atom).inserted {
      let number = style.number(try values.number(of: atom))
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
  /// What formulas have in common that differ in indices and numbers only.
  fileprivate var shape: Formula {
    replacingLeaves { leaf in
      switch leaf {
      case .number: .number(Number(0))
      case .name(let name): .name(Name(String(name.text.prefix { $0 != "[" })))
      default: nil
      }
    }
  }

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
    switch links.first?.content {
    case .names(let formula), .numbers(let formula): if formula == subject { chain.links.removeFirst() }
    default: break
    }
    return chain
  }
}

extension [String] {
  /// Each text once, in the order of first mention.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
