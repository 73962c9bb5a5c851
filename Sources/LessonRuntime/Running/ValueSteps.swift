import Algebra
import Diagnostics
import Engine
import Exposition
import LessonLanguage
import LessonProgram
import PrintedNumbers
import Transcript

// Steps that define values.

extension Runner {
  /// As many elements of a family are shown side by side; of more the first ones.
  static var mostShownElements: Int { 24 }

  /// Of what the numbers of one statement are drawn from, as many distributions are named.
  static var mostShownSources: Int { 4 }

  /// Of what comes from one line of the lesson, as many formulas of different shapes are shown in full.
  static var mostShownShapes: Int { 4 }

  /// Given numbers: typed ones in columns, those that are worked out each with its working.
  mutating func step(giving givens: [Instruction.Given], _ kind: GivenKind, comment: String?)
    throws(Fault)
    -> Step
  {
    var lines: [Line] = []
    var row = GivenNumbers.Row(kind: kind.rawValue, items: [], comment: comment)
    var elementCounts: [String: Int] = [:]
    var sources: [String] = []
    var drawn: Set<String> = []
    var known: (source: Instruction.RandomSource, draw: Draw)?
    let isSetByRows = kind == .input || kind == .target
    for given in givens {
      var isShown = true
      if let family = given.family {
        elementCounts[family, default: 0] += 1
        isShown = elementCounts[family, default: 0] <= Self.mostShownElements
      }
      let typed = given.draw == nil ? given.formula.typedNumber : nil
      if let number = setting(of: given.name) ?? typed {
        try values.give(
          given.name, number.value, typed: number.text == nil ? nil : number, isSetByRows: isSetByRows)
        if isShown { row.items.append(NamedNumber(.name(given.name), style.shown(number))) }
      } else if let source = given.draw {
        let draw: Draw
        if let known, known.source == source {
          draw = known.draw
        } else {
          draw = try self.draw(from: source)
          known = (source, draw)
          if drawn.insert(draw.text).inserted { sources.append(draw.text) }
        }
        try values.give(given.name, draw, isRedrawn: kind == .input, isSetByRows: isSetByRows)
        if isShown {
          row.items.append(NamedNumber(.name(given.name), style.number(values.value(of: given.name))))
        }
      } else {
        let (number, value) = try values.setting(of: given.formula)
        if isShown {
          lines += try derivativeLines(for: given.formula)
          var chain = try chains.chain(.name(given.name), given.formula, value: value)
          let pointer = workingElsewhere(of: given.formula)
          chain.remark = chain.remark ?? .words(pointer ?? "\(kind.rawValue), worked out once")
          lines += chains.lines(chain, given.formula)
        }
        try values.give(given.name, number, typed: nil, isSetByRows: isSetByRows)
      }
    }
    if !row.items.isEmpty {
      lines.insert(Line(.givens(GivenNumbers(rows: [row]))), at: 0)
    } else if let comment {
      lines.insert(Line(.comment(comment)), at: 0)
    }
    if !sources.isEmpty {
      let hidden = sources.count - Self.mostShownSources
      let list = sources.prefix(Self.mostShownSources).joined(separator: ", ")
      let others = hidden > 0 ? " and \(hidden) more" : ""
      let renewal = kind == .input ? ", anew at each forward pass" : ""
      lines.append(Line(.remark([.words("drawn from \(list)\(others), seed \(values.seed)\(renewal)")])))
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
  mutating func step(defining definitions: [Instruction.Definition], comment: String?) throws(Fault)
    -> Step
  {
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
      let formula = definition.formula.writtenOut()
      var chain = try chains.chain(.name(definition.name), formula, value: value, comment: comment)
      if !definition.reasons.isEmpty { reasons[definition.name] = definition.reasons }
      chain.remark = chain.remark ?? remark(on: definition.name, definition.formula)
      comment = nil
      lines += chains.lines(chain, formula)
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
      try chains.result(of: name)
    }
  }

  /// The results of formulas that are like those shown in full.
  private func resultLines(of others: [Instruction.Definition]) throws(Fault) -> [Line] {
    var lines: [Line] = []
    let families = others.compactMap(\.family).withoutRepeats
    let explain = families.map { "explain \($0)" }.joined(separator: ", ")
    let formulas = families.count == 1 ? "same formula" : "same formulas"
    let results = try others.prefix(Self.mostShownElements).map { other throws(Fault) in
      try chains.result(of: other.name)
    }
    lines.append(Line(.results(results, remark: .words("\(formulas): \(explain)"))))
    let hidden = others.dropFirst(results.count).compactMap(\.family)
    for family in hidden.withoutRepeats {
      lines.append(more(hidden.count { $0 == family }, of: family))
    }
    return lines
  }

  /// A function of the lesson's own, as it is written.
  func step(showing function: String, comment: String?) -> Step {
    let lines = (comment.map { [Line(.comment($0))] } ?? []) + [Line(.remark([.words(function)]))]
    return Step(name: function, lines: lines)
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

extension [String] {
  /// Each text once, in the order of first mention.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
