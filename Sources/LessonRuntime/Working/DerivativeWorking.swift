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
  private let style: NumberStyle

  /// The working of `∂output/∂input`, whose number on the tape is `value`.
  init(
    of output: Formula, by input: Name, value: Double, paths: Paths, chains: ChainWorking
  ) {
    self.derivative = .derivative(of: output, by: input)
    self.output = output
    self.input = input
    self.value = value
    self.paths = paths
    self.chains = chains
    self.style = chains.style
  }

  /// The lines, in order.
  func lines(in values: Values) throws(Fault) -> [Line] {
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
    let links = try linkLines(in: values)
    if paths.count.small == 1 { return singlePathLines(links) }
    return links + [Line(.blank)] + pathLines() + totalLines()
  }

  // MARK: - Links

  /// Each value on the way once: its formula, and beneath it the derivative of each of its links.
  private func linkLines(in values: Values) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for stop in paths.stops {
      let passed = stop.links.filter(\.isOne)
      let factors = stop.links.filter { !$0.isOne }
      if case .name(let name) = stop.output, let formula = values.formula(of: name) {
        let isShort = formula.leftOutCount == 0
        let chain = Chain(
          subject: stop.output,
          links: [.init(.equals, .names(isShort ? formula : formula.shortened(withNumbers: false)))],
          remark: isShort ? passedOn(passed) : formula.leftOutRemark(of: stop.output))
        lines.append(Line(.chain(chain), level: 1))
      } else if let remark = passedOn(passed) {
        let chain = Chain(subject: stop.output, links: [], remark: remark)
        lines.append(Line(.chain(chain), level: 1))
      }
      for link in factors {
        let atom = Formula.derivative(of: stop.output, by: link.name)
        let chain = try chains.chain(atom, link.formula, value: link.value, largest: link.largest)
        lines.append(Line(.chain(chain), level: 2))
      }
    }
    return lines
  }

  private func passedOn(_ links: [LocalDerivative]) -> Chain.Remark? {
    guard !links.isEmpty else { return nil }
    let names = links.map(\.name.text)
    let list =
      names.count == 1
      ? names[0] : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    return .words("passes \(list) on with factor 1, left out")
  }

  // MARK: - One path

  private func singlePathLines(_ links: [Line]) -> [Line] {
    let path = paths.shown[0]
    let factors = path.derivatives.filter { $0 != derivative }
    let product = Line(.chain(productChain(derivative, of: path, value: value)))
    // A path of one link has been worked out with that link.
    if factors.isEmpty { return !path.factors.isEmpty ? links : links + [Line(.blank), product] }
    let rule = Chain(subject: derivative, links: [.init(.equals, .factors(factors))])
    return [Line(.chain(rule)), Line(.blank)] + links + [Line(.blank), product]
  }

  // MARK: - Several paths

  private func pathLines() -> [Line] {
    let all = paths.count.small == paths.shown.count
    let heading: [Phrase] = [
      .formula(.name(input)), .words("reaches"), .formula(output), .words("by \(paths.count) paths:"),
    ]
    var lines = [Line(.remark(heading))]
    for (index, path) in paths.shown.enumerated() {
      if !all && index == Paths.most / 2 {
        let rest = paths.count.less(paths.shown.count)
        lines.append(
          Line(
            .remark([.words("… \(rest) more, not as large as those above nor as small as those below")]),
            level: 1))
      }
      lines.append(Line(.path(number: index + 1, stops: path.shownStops), level: 1))
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
    let product = Formula.product(of: factors.map { .init(.times, .number(Number($0.value))) })
    let shown = style.guarded(product, result: result)
    guard case .product(let shownFactors) = shown.formula else {
      return Chain(subject: subject, links: [.init(.equals, .result(result))])
    }
    return Chain(
      subject: subject,
      links: [
        .init(.equals, .factors(shownFactors.map(\.formula))), .init(shown.relation, .result(result)),
      ])
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

  /// The values on the path; what only passes the derivative on at its start is left out.
  fileprivate var shownStops: [Formula] {
    let all = [output] + links.map { .name($0.name) }
    return Array(all[(links.firstIndex { !$0.isOne } ?? 0)...])
  }
}
