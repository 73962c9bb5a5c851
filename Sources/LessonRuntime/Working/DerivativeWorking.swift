import Algebra
import Transcript

/// Works a derivative out along every path: the links, the product of each path, their sum.
struct DerivativeWorking {
  private let derivative: Formula
  private let output: Formula
  private let input: Name
  private let value: Double
  private let paths: Paths
  private let chains: ChainWorking
  private let values: Values
  private let style: NumberStyle

  /// The working of `∂output/∂input`, whose number on the tape is `value`.
  init(
    of output: Formula, by input: Name, value: Double, paths: Paths, chains: ChainWorking
  ) {
    self.values = chains.values
    self.derivative = .derivative(of: output, by: input)
    self.output = output
    self.input = input
    self.value = value
    self.paths = paths
    self.chains = chains
    self.style = chains.style
  }

  /// The lines, in order.
  func lines() throws(Fault) -> [Line] {
    guard paths.count.small != 0 else {
      return [
        Line(.chain(Chain(subject: derivative, links: [.init(.equals, .result(Number(0, text: "0")))]))),
        Line(.remark([.formula(.name(input)), .words("does not reach"), .formula(output)]), level: 1),
      ]
    }
    guard !paths.stops.isEmpty else {
      return [
        Line(.chain(Chain(subject: derivative, links: [.init(.equals, .result(Number(1, text: "1")))])))
      ]
    }
    let links = try linkLines()
    if paths.count.small == 1 { return singlePathLines(links) }
    return links + [Line(.blank)] + pathLines() + totalLines()
  }

  // MARK: - Links

  /// Values whose formulas are alike: the links of the first in full, of the others the results.
  private struct Group {
    var lines: [Line] = []
    /// The links that are shown in full.
    var likenesses: Set<Likeness> = []
    var results = LikeResults()
  }

  /// As many links of one value are shown in full, where there are many.
  private static let mostLinks = 4

  /// Each value on the way once: its formula, and beneath it the derivative of each of its links.
  private func linkLines() throws(Fault) -> [Line] {
    let count = paths.stops.reduce(0) { $0 + $1.links.count }
    guard count > LikeFormulas.mostInFull else {
      var lines: [Line] = []
      for stop in paths.stops { lines += try self.lines(of: stop, stop.links) }
      return lines
    }
    var groups: [Group] = []
    var places: [Likeness: Int] = [:]
    for stop in paths.stops {
      let likeness = Likeness(output: stop.output, stop.formula(in: values))
      let place = places[likeness] ?? groups.count
      let isFirst = place == groups.count
      if isFirst {
        places[likeness] = place
        groups.append(Group())
      }
      var shown: [LocalDerivative] = []
      var others: [LocalDerivative] = []
      for link in stop.links {
        let likeness = Likeness(link.name, link.outline)
        let isNew =
          groups[place].likenesses.count < Self.mostLinks
          && groups[place].likenesses.insert(likeness).inserted
        if isNew || (isFirst && link.isOne) { shown.append(link) } else { others.append(link) }
      }
      if isFirst || !shown.isEmpty { groups[place].lines += try lines(of: stop, shown) }
      for link in others {
        groups[place].results.add(.derivative(of: stop.output, by: link.name), link.value, in: style)
      }
    }
    return groups.flatMap { $0.lines + $0.results.lines(level: 2, seenBy: .each(command)) }
  }

  /// The formula of a value, and the derivatives of its links.
  private func lines(of stop: Paths.Stop, _ links: [LocalDerivative]) throws(Fault) -> [Line] {
    var lines: [Line] = []
    let passed = passedOn(links.filter(\.isOne)).map { Chain.Remark.words($0) }
    if case .name(let name) = stop.output, let formula = values.formula(of: name) {
      let names = Chain.Link(.equals, .names(formula.shortened(withNumbers: false)))
      var chain = Chain(subject: stop.output, links: [names], remark: passed)
      if formula.isLong { chain.remark = .words(formula.leftOutSentence(inFull: stop.output)) }
      lines.append(Line(.chain(chain), level: 1))
      if formula.isLong, case .words(let words)? = passed {
        lines.append(Line(.remark([.words(words)]), level: 2))
      }
    } else if let passed {
      lines.append(Line(.chain(Chain(subject: stop.output, links: [], remark: passed)), level: 1))
    }
    for link in links where !link.isOne {
      let atom = Formula.derivative(of: stop.output, by: link.name)
      var chains = chains
      // An expression has no name by which this link alone could be asked for.
      chains.isInFull = atom == derivative && !stop.output.isName
      let isNamed = stop.output.isName
      lines += try chains.lines(
        ofDerivative: atom, values.formula(of: link, from: stop.output), value: link.value,
        largest: link.largest, inFull: isNamed ? local(atom) : atom, level: 2)
    }
    return lines
  }

  /// What shows a link in full, in the words of a lesson.
  private func command(_ atom: Formula) -> String { "explain \(local(atom).text(.calc))" }

  /// A link as a derivative of its own: that through the whole network is another.
  private func local(_ atom: Formula) -> Formula {
    guard case .derivative(.name(let output), let name) = atom else { return atom }
    return .local(output, by: name)
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

  // MARK: - One path

  private func singlePathLines(_ links: [Line]) -> [Line] {
    let path = paths.shown[0]
    let factors = path.derivatives.filter { $0 != derivative }
    let product = Line(.chain(productChain(derivative, of: path, value: value)))
    // A path of one link has been worked out with that link.
    if factors.isEmpty { return !path.factors.isEmpty ? links : links + [Line(.blank), product] }
    let isLong = factors.count > Formula.mostShownParts
    let rule = Chain(
      subject: derivative,
      links: [.init(.equals, .factors(isLong ? factors.shortened(by: .ellipsis) : factors))],
      remark: isLong ? .words("… is \(factors.leftOutCount) more, links below") : nil)
    return [Line(.chain(rule)), Line(.blank)] + links + [Line(.blank), product]
  }

  // MARK: - Several paths

  private func pathLines() -> [Line] {
    let all = paths.count.small == paths.shown.count
    let heading: [Phrase] = [
      .formula(.name(input)), .words("reaches"), .formula(output), .words("by \(paths.count) paths:"),
    ]
    var lines = [Line(.remark(heading))]
    let stops = paths.shownStops
    for (index, path) in paths.shown.enumerated() {
      if !all && index == Paths.most / 2 {
        let rest = paths.count.less(paths.shown.count)
        lines.append(
          Line(
            .remark([.words("… \(rest) more, not as large as those above nor as small as those below")]),
            level: 1))
      }
      lines.append(Line(.path(number: index + 1, stops: stops[index]), level: 1))
      lines.append(Line(.chain(productChain(nil, of: path, value: path.product)), level: 2))
    }
    return lines
  }

  private func totalLines() -> [Line] {
    var terms = paths.shown.map { Formula.Term(.plus, .number(Number($0.product))) }
    let isShortened = paths.count.small != paths.shown.count
    if isShortened {
      let rest = value - paths.shown.reduce(0) { $0 + $1.product }
      terms.append(.init(.plus, .number(Number(rest))))
    }
    let result = style.number(value)
    let shown = style.guarded(.sum(of: terms), result: result)
    let chain = Chain(
      subject: derivative,
      links: [.init(.equals, .numbers(shown.formula)), .init(shown.relation, .result(result))],
      remark: isShortened ? .words(lastTerm) : nil)
    return [Line(.chain(chain))]
  }

  private var lastTerm: String {
    let rest = paths.count.less(paths.shown.count)
    return rest.small == 1
      ? "the last term is that of the other path" : "the last term is the sum of the \(rest) others"
  }

  /// `0.68493 · 0.19481 · 0.60109 = 0.08020`; factors that are passed on with 1 are left out.
  private func productChain(_ subject: Formula?, of path: Paths.Path, value: Double) -> Chain {
    let result = style.number(value)
    let factors = path.factors
    guard factors.count > 1 else {
      return Chain(subject: subject, links: [.init(.equals, .result(result))])
    }
    let isLong = factors.count > Formula.mostShownParts
    let all = factors.map { Formula.number(Number($0.value)) }
    let rest = Formula.number(Number(factors.leftOut?.reduce(1) { $0 * $1.value } ?? 1))
    let product = Formula.product(
      of: (isLong ? all.shortened(by: rest) : all).map { .init(.times, $0) })
    let shown = style.guarded(product, result: result)
    guard case .product(let shownFactors) = shown.formula else {
      return Chain(subject: subject, links: [.init(.equals, .result(result))])
    }
    return Chain(
      subject: subject,
      links: [
        .init(.equals, .factors(shownFactors.map(\.formula))), .init(shown.relation, .result(result)),
      ],
      remark: isLong
        ? .words("the fourth factor is the product of \(factors.leftOutCount) of the links above") : nil)
  }
}

extension Paths.Path {
  /// The links that are no mere sums: a factor of 1 from a plain sum is left out of the product.
  fileprivate var factors: [LocalDerivative] { links.filter { !$0.isOne } }

  /// The derivatives of those links.
  fileprivate var derivatives: [Formula] {
    var output = output
    var derivatives: [Formula] = []
    for link in links {
      if !link.isOne { derivatives.append(.derivative(of: output, by: link.name)) }
      output = .name(link.name)
    }
    return derivatives
  }
}
