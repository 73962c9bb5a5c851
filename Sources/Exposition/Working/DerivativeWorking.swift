package import Algebra
package import Engine
import PrintedNumbers
package import Transcript

/// Works a derivative out along every path: the links, the product of each path, their sum.
package struct DerivativeWorking {
  private let derivative: Formula
  private let output: Formula
  private let input: Name
  private let value: Double
  private let paths: Paths
  private let equations: EquationWorking
  private let style: NumberStyle

  /// The working of `∂output/∂input`, whose number on the tape is `value`.
  package init(
    of output: Formula, by input: Name, value: Double, paths: Paths, equations: EquationWorking
  ) {
    self.derivative = .derivative(of: output, by: input)
    self.output = output
    self.input = input
    self.value = value
    self.paths = paths
    self.equations = equations
    self.style = equations.style
  }

  /// The lines, in order.
  ///
  /// - Parameter withLinks: whether each link of several is worked out, and not only named with its number.
  package func lines(withLinks: Bool = true) throws(Fault) -> [Line] {
    guard paths.count.small != 0 else {
      return [
        Line(
          .equation(
            Equation(subject: derivative, rightSides: [.init(.equals, .result(Number(0, text: "0")))]))),
        Line(.remark([.formula(.name(input)), .words("does not reach"), .formula(output)]), level: 1),
      ]
    }
    guard !paths.stops.isEmpty else {
      return [
        Line(
          .equation(
            Equation(subject: derivative, rightSides: [.init(.equals, .result(Number(1, text: "1")))])))
      ]
    }
    let isLink = paths.count.small == 1 && paths.shown[0].links.count == 1
    let links =
      withLinks || isLink ? try LinkWorking(of: derivative, equations: equations).lines(of: paths.stops) : []
    if paths.count.small == 1 { return singlePathLines(links) }
    let opening = Line(
      .remark([.formula(derivative), .words("is a sum over \(paths.count) paths. First the links on them:")]))
    return (links.isEmpty ? [] : [opening] + links + [Line(.blank)]) + pathLines() + totalLines()
  }

  // MARK: - One path

  private func singlePathLines(_ links: [Line]) -> [Line] {
    let path = paths.shown[0]
    let factors = path.derivatives.filter { $0 != derivative }
    let steps = path.links.filter { !$0.isOne }.map(\.number)
    // What would be too large for a number, taken for itself, is not put together.
    let rest = Number(productOf: steps.leftOut ?? [])
    let isLong = steps.count > Formula.maxShownParts && rest.value.isFinite
    let product = Line(
      .equation(productEquation(derivative, of: isLong ? steps.shortened(by: rest) : steps, value: value)))
    // A path of one link has been worked out with that link.
    if factors.isEmpty, let level = links.first?.level {
      let lines = links.map { Line($0.content, level: $0.level - level) }
      return !steps.isEmpty ? lines : lines + [Line(.blank), product]
    }
    let rule = Equation(
      subject: derivative,
      rightSides: [.init(.equals, .factors(isLong ? factors.shortened(by: .ellipsis) : factors))],
      remark: isLong ? .words("… is \(factors.leftOutCount) more, which follow") : nil)
    let derivation = links.isEmpty ? [] : [Line(.blank)] + links + [Line(.blank)]
    let lines = (factors.isEmpty ? [] : [Line(.equation(rule))]) + derivation + [product]
    guard isLong else { return lines }
    let sentence =
      "the fourth factor is the product of \(steps.leftOutCount) of the links\(links.isEmpty ? "" : " above")"
    return lines + [Line(.remark([.words(sentence)]))]
  }

  // MARK: - Several paths

  /// How many paths without a factor 0 are not shown.
  private var restCount: PathCount { paths.liveCount - PathCount(paths.shown.count) }

  private func pathLines() -> [Line] {
    let heading: [Phrase] = [
      .formula(.name(input)), .words("reaches"), .formula(output), .words("by \(paths.count) paths:"),
    ]
    var lines = [Line(.remark(heading))]
    let shownPaths = paths.shown.map { ShownPath($0, among: paths.shown) }
    if shownPaths.contains(where: \.isShortened) {
      let sentence = "where a path leaves values out, one factor is the product of their links"
      lines.append(Line(.remark([.words(sentence)]), level: 1))
    }
    for (index, path) in paths.shown.enumerated() {
      if restCount != PathCount(0) && index == Paths.maxShown / 2 {
        let sentence = "… \(restCount) more, none larger than those above nor smaller than those below"
        lines.append(Line(.remark([.words(sentence)]), level: 1))
      }
      lines.append(Line(.path(number: number(ofPath: index), stops: shownPaths[index].stops), level: 1))
      lines.append(
        Line(.equation(productEquation(nil, of: shownPaths[index].factors, value: path.product)), level: 2))
    }
    return lines + deadPathLines
  }

  /// Which path by size a shown one is; `nil` where that is too long a number.
  private func number(ofPath index: Int) -> Int? {
    guard restCount != PathCount(0), index >= Paths.maxShown / 2 else { return index + 1 }
    return paths.liveCount.whole.map { $0 - paths.shown.count + index + 1 }
  }

  /// That paths have a factor 0, and so add nothing.
  private var deadPathLines: [Line] {
    let count = paths.count - paths.liveCount
    guard count != PathCount(0) else { return [] }
    let verb = count == PathCount(1) ? "passes" : "pass"
    let words = paths.shown.isEmpty ? "all of them pass" : "… \(count) more \(verb)"
    return [Line(.remark([.words("\(words) through a factor 0")]), level: 1)]
  }

  private func totalLines() -> [Line] {
    var terms = paths.shown.map { Formula.Term(.plus, .number(Number(productOf: $0.links.map(\.number)))) }
    let isShortened = restCount != PathCount(0)
    if isShortened {
      let rest = value - paths.shown.reduce(0) { $0 + $1.product }
      terms.append(.init(.plus, .number(Number(rest))))
    }
    let sum: Formula = terms.isEmpty ? .number(Number(0)) : .sum(of: terms)
    let result = equations.result(of: sum, value: value)
    guard terms.count > 1 else {
      return [
        Line(
          .equation(
            Equation(subject: derivative, rightSides: [.init(result.relation, .result(result.number))])))
      ]
    }
    let shown = style.guarded(sum, result: result)
    let equation = Equation(
      subject: derivative,
      rightSides: [.init(.equals, .numbers(shown.formula)), .init(shown.relation, .result(result.number))],
      remark: isShortened
        ? .words(lastTerm) : remark(behind: shown.relation, of: result, on: value, from: sum))
    return [Line(.equation(equation))]
  }

  private var lastTerm: String {
    restCount == PathCount(1)
      ? "the last term is that of the other path" : "the last term is the sum of the \(restCount) others"
  }

  /// `0.68493 · 0.19481 · 0.60109 = 0.08020`; factors that are passed on with 1 are left out.
  private func productEquation(_ subject: Formula?, of factors: [Number], value: Double) -> Equation {
    let product: Formula =
      switch factors.count {
      case 0: .number(Number(1))
      case 1: .number(factors[0])
      default: .product(of: factors.map { .init(.times, .number($0)) })
      }
    let result = equations.result(of: product, value: value)
    let shown = style.guarded(product, result: result)
    guard case .product(let shownFactors) = shown.formula else {
      return Equation(subject: subject, rightSides: [.init(result.relation, .result(result.number))])
    }
    return Equation(
      subject: subject,
      rightSides: [
        .init(.equals, .factors(shownFactors.map(\.formula))), .init(shown.relation, .result(result.number)),
      ],
      remark: remark(behind: shown.relation, of: result, on: value, from: product))
  }

  /// What is said behind a line of numbers and its result.
  private func remark(
    behind relation: Relation, of result: (relation: Relation, number: Number), on value: Double,
    from numbers: Formula
  ) -> Equation.Remark? {
    if case .approximates = result.relation { return .words(BinaryLoss.remark) }
    return BinaryLoss.remark(behind: relation, on: value, from: numbers, in: style)
  }
}

extension Paths.Path {
  /// The derivatives of the links that are no mere sums: a factor of 1 from a plain sum is left out of the product.
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
