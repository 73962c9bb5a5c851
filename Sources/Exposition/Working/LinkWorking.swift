import Algebra
import Engine
import Transcript

/// Works the links of the chain rule out: each value on the way once, with the derivatives by the names in its formula.
///
/// Of many links that are alike, as those of a layer are, the first is shown in full.
struct LinkWorking {
  private let derivative: Formula
  private let chains: ChainWorking
  private let values: Values

  /// Values whose formulas are alike.
  private struct Group {
    /// The formula of the first.
    var lines: [Line] = []
    /// The links of the others that pass the derivative on unchanged.
    var passed: [Formula] = []
    var links: [LikeLinks] = []
    var places: [Likeness: Int] = [:]
    /// The links of too many other shapes.
    var others = LikeResults()
  }

  /// Links that are alike.
  private struct LikeLinks {
    /// The first in full.
    let lines: [Line]
    var results = LikeResults()
  }

  /// Of values that are alike, as many links of different shapes are shown in full.
  private static let mostShapes = 4

  /// The links on the way of `derivative`.
  init(of derivative: Formula, chains: ChainWorking) {
    self.derivative = derivative
    self.chains = chains
    self.values = chains.values
  }

  /// The lines of all stops, in order.
  package func lines(of stops: [Paths.Stop]) throws(Fault) -> [Line] {
    let count = stops.reduce(0) { $0 + $1.links.count }
    return count > LikeFormulas.mostInFull ? try shortenedLines(of: stops) : try fullLines(of: stops)
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
    var places: [Likeness: Int] = [:]
    for stop in stops {
      let likeness = Likeness(output: stop.output, stop.formula(in: values))
      if let place = places[likeness] {
        try add(stop, isFirst: false, to: &groups[place])
      } else {
        places[likeness] = groups.count
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
      let likeness = Likeness(link.name, link.outline)
      if let place = group.places[likeness] {
        group.links[place].results.add(atom, link.number, in: chains.style)
      } else if group.links.count < Self.mostShapes {
        group.places[likeness] = group.links.count
        let formula = isNamed ? [] : formulaLines(of: stop)
        group.links.append(LikeLinks(lines: formula + (try lines(of: link, from: stop))))
        isNamed = true
      } else {
        group.others.add(atom, link.number, in: chains.style)
      }
    }
  }

  // MARK: - In full

  /// The formula of a value, and what it only passes on.
  private func formulaLines(of stop: Paths.Stop) -> [Line] {
    let passed = passedOn(stop.links.filter(\.isOne))
    guard case .name(let name) = stop.output, let formula = values.formula(of: name) else {
      guard let passed else { return [] }
      return [Line(.chain(Chain(subject: stop.output, links: [], remark: .words(passed))), level: 1)]
    }
    let names = Chain.Link(.equals, .names(formula.shortened(withNumbers: false)))
    guard formula.isLong else {
      let chain = Chain(subject: stop.output, links: [names], remark: passed.map { .words($0) })
      return [Line(.chain(chain), level: 1)]
    }
    let sentence = formula.leftOutSentence(inFull: stop.output)
    return [Line(.chain(Chain(subject: stop.output, links: [names], remark: .words(sentence))), level: 1)]
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
      case ...Formula.mostShownParts:
        names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
      default: "\(names[0]) and \(names.count - 1) more of its names"
      }
    return "passes \(list) on with factor 1, left out"
  }

  /// A link worked out.
  private func lines(of link: LocalDerivative, from stop: Paths.Stop) throws(Fault) -> [Line] {
    let atom = Formula.derivative(of: stop.output, by: link.name)
    // An expression has no name by which this link alone could be asked for.
    var chains = chains
    chains.isInFull = atom == derivative && !stop.output.isName
    return try chains.lines(
      ofDerivative: atom, values.formula(of: link, from: stop.output), value: link.value,
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
