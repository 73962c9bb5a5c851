import Algebra
import Engine
import Transcript

/// Works the links of the chain rule out: each value on the way once, with the derivatives by the names in its formula.
///
/// Of many links that are alike, as those of a layer are, the first is shown in full.
struct LinkWorking {
  private let derivative: Formula
  private let equations: EquationWorking
  private let environment: Environment

  /// Values whose formulas are alike.
  private struct Group {
    /// The formula of the first.
    var lines: [Line] = []
    /// The links of the others that pass the derivative on unchanged.
    var passed: [Formula] = []
    var links: [SimilarLinks] = []
    var indices: [SimilarityKey: Int] = [:]
    /// The links of too many other shapes.
    var others = SimilarResults()
  }

  /// Links that are alike.
  private struct SimilarLinks {
    /// The first in full.
    let lines: [Line]
    var results = SimilarResults()
  }

  /// Of values that are alike, as many links of different shapes are shown in full.
  private static let maxShapes = 4

  /// The links on the way of `derivative`.
  init(of derivative: Formula, equations: EquationWorking) {
    self.derivative = derivative
    self.equations = equations
    self.environment = equations.environment
  }

  /// The lines of all stops, in order.
  package func lines(of stops: [Paths.Stop]) throws(Fault) -> [Line] {
    let count = stops.reduce(0) { $0 + $1.links.count }
    return count > SimilarFormulas.maxFormulasInFull
      ? try shortenedLines(of: stops) : try fullLines(of: stops)
  }

  private func fullLines(of stops: [Paths.Stop]) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for stop in stops {
      lines += formulaLines(of: stop)
      for link in stop.links where !link.isOne { lines += try self.lines(of: link, from: stop) }
    }
    return lines
  }

  private func shortenedLines(of stops: [Paths.Stop]) throws(Fault) -> [Line] {
    var groups: [Group] = []
    var indices: [SimilarityKey: Int] = [:]
    for stop in stops {
      let key = SimilarityKey(output: stop.output, stop.formula(in: environment))
      if let index = indices[key] {
        try add(stop, isFirst: false, to: &groups[index])
      } else {
        indices[key] = groups.count
        var group = Group(lines: formulaLines(of: stop))
        try add(stop, isFirst: true, to: &group)
        groups.append(group)
      }
    }
    return groups.flatMap { group in
      group.lines + passedLines(group.passed)
        + group.links.flatMap { $0.lines + $0.results.lines(level: 2, seenBy: .each(command)) }
        + group.others.lines(level: 2, formulas: "other formulas", seenBy: .each(command))
    }
  }

  private func add(_ stop: Paths.Stop, isFirst: Bool, to group: inout Group) throws(Fault) {
    var isNamed = isFirst
    for link in stop.links {
      let atom = Formula.derivative(of: stop.output, by: link.name)
      if link.isOne {
        if !isFirst { group.passed.append(atom) }
        continue
      }
      let key = SimilarityKey(link.name, link.outline)
      if let index = group.indices[key] {
        group.links[index].results.add(atom, link.number, in: equations.style)
      } else if group.links.count < Self.maxShapes {
        group.indices[key] = group.links.count
        let formula = isNamed ? [] : formulaLines(of: stop)
        group.links.append(SimilarLinks(lines: formula + (try lines(of: link, from: stop))))
        isNamed = true
      } else {
        group.others.add(atom, link.number, in: equations.style)
      }
    }
  }

  // MARK: - In full

  /// The formula of a value, and what it only passes on.
  private func formulaLines(of stop: Paths.Stop) -> [Line] {
    let passed = passedOn(stop.links.filter(\.isOne))
    guard case .name(let name) = stop.output, let formula = environment.formula(of: name) else {
      guard let passed else { return [] }
      return [
        Line(.equation(Equation(subject: stop.output, rightSides: [], remark: .words(passed))), level: 1)
      ]
    }
    let names = Equation.RightSide(.equals, .names(formula.shortened(withNumbers: false)))
    guard formula.isLong else {
      let equation = Equation(subject: stop.output, rightSides: [names], remark: passed.map { .words($0) })
      return [Line(.equation(equation), level: 1)]
    }
    let sentence = formula.leftOutSentence(inFull: stop.output)
    return [
      Line(.equation(Equation(subject: stop.output, rightSides: [names], remark: .words(sentence))), level: 1)
    ]
      + (passed.map { [Line(.remark([.words($0)]), level: 2)] } ?? [])
  }

  private func passedLines(_ atoms: [Formula]) -> [Line] {
    guard let first = atoms.first else { return [] }
    let more = "… \(atoms.count) more like \(atoms.count == 1 ? "this" : "these") with factor 1, left out"
    return [Line(.remark([.words("\(more); any of them: \(command(first))")]), level: 2)]
  }

  private func passedOn(_ links: [LocalDerivative]) -> String? {
    guard !links.isEmpty else { return nil }
    let names = links.map(\.name.text)
    let list =
      switch names.count {
      case 1: names[0]
      case ...Formula.maxShownParts:
        names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
      default: "\(names[0]) and \(names.count - 1) more of its names"
      }
    return "passes \(list) on with factor 1, left out"
  }

  /// A link worked out.
  private func lines(of link: LocalDerivative, from stop: Paths.Stop) throws(Fault) -> [Line] {
    let atom = Formula.derivative(of: stop.output, by: link.name)
    // An expression has no name by which this link alone could be asked for.
    var equations = equations
    equations.isInFull = atom == derivative && !stop.output.isName
    return try equations.lines(
      ofDerivative: atom, environment.formula(of: link, from: stop.output), value: link.value,
      largest: link.largest, inFull: local(atom), level: 2)
  }

  /// What shows a link in full, in the words of a lesson.
  private func command(_ atom: Formula) -> String { "explain \(local(atom).text(.calc))" }

  /// A link as a derivative of its own: that through the whole network is another. An expression has only that.
  private func local(_ atom: Formula) -> Formula {
    guard case .derivative(.name(let output), let name) = atom else { return atom }
    return .local(output, by: name)
  }
}
