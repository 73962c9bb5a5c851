package import Algebra
package import Engine
import LessonProgram
package import Transcript

/// Works the reverse pass out: from the output back, each value's derivative from those of the values that use it.
///
/// Of many values whose derivatives are alike, as those of a layer are, the first is shown in full.
package struct ReversePassWorking {
  private let output: Name
  /// The names by whose derivatives rows are shown; `nil` for all.
  private let shown: Set<Name>?
  private let equations: EquationWorking
  private let environment: Environment

  /// A value's share in the derivative of a name in its formula.
  private struct Share {
    let user: Name
    let link: LocalDerivative
    /// The largest term on the way to it.
    let largest: Double
  }

  /// A row in full, and the results of those that are like it, and of others of its kin.
  private struct Group {
    let lines: [Line]
    var like = SimilarResults()
    var ofKin = SimilarResults()
  }

  /// The reverse pass of `output`, of which the derivatives by `shown` are told, or all.
  package init(of output: Name, by shown: [Name]? = nil, equations: EquationWorking) {
    self.output = output
    self.shown = shown.map { Set($0) }
    self.equations = equations
    self.environment = equations.environment
  }

  /// A row for each value that the output depends on, last to first.
  package func lines() throws(Fault) -> [Line] {
    let names = environment.names(beneath: [output])
    let links = names.reduce(0) { $0 + environment.names(inFormulaOf: $1).count }
    try environment.work.expect(LeastWork(operations: Double(Work.link)).times(links))
    let derivatives = try environment.shownDerivatives(of: output, by: names)
    // Each row reads the derivatives above it: one sweep gives them all.
    var known: [Formula: Number] = [:]
    for (name, number) in zip(names, derivatives) { known[derivative(by: name)] = number }
    let isShort = (shown?.count ?? names.count) <= SimilarFormulas.maxRowsInFull
    var shares: [Name: [Share]] = [:]
    var formulas = SimilarFormulas()
    var groups: [Group] = []
    for (name, number) in zip(names, derivatives).reversed() {
      // The users were met last to first; a formula reads first to last.
      let own = Array((shares.removeValue(forKey: name) ?? []).reversed())
      if shown?.contains(name) ?? true {
        let presentation =
          isShort
          ? .first : formulas.presentation(of: SimilarityKey(name, outline(of: own)), next: groups.count)
        switch presentation {
        case .first: groups.append(Group(lines: try row(of: name, own, value: number.value, known)))
        case .like(let index): groups[index].like.add(derivative(by: name), number, in: equations.style)
        case .ofKin(let index): groups[index].ofKin.add(derivative(by: name), number, in: equations.style)
        }
      }
      for link in try environment.links(of: .name(name), by: environment.names(inFormulaOf: name)) {
        shares[link.name, default: []].append(
          Share(user: name, link: link, largest: abs(number.value) * link.largest))
      }
    }
    let way = SimilarResults.Way.each { "explain \($0.text(.calc))" }
    let without = (shown ?? []).subtracting(names).sorted { $0.text < $1.text }.map { name in
      Line(
        .equation(
          Equation(
            subject: derivative(by: name), rightSides: [.init(.equals, .result(Number(0, text: "0")))],
            remark: .words("\(output) does not depend on it"))))
    }
    return groups.flatMap { group in
      group.lines + group.like.lines(level: 0, seenBy: way)
        + group.ofKin.lines(level: 0, formulas: "other formulas", seenBy: way)
    } + without
  }

  /// A value's derivative in full.
  private func row(
    of name: Name, _ shares: [Share], value: Double, _ known: [Formula: Number]
  ) throws(Fault) -> [Line] {
    let atom = derivative(by: name)
    guard !shares.isEmpty else {
      return [
        Line(.equation(Equation(subject: atom, rightSides: [.init(.equals, .result(Number(1, text: "1")))])))
      ]
    }
    let sum = Formula.sum(
      of: shares.map { share in
        let local = environment.formula(of: share.link, from: .name(share.user))
        return .init(.plus, derivative(by: share.user).times(local))
      })
    let largest = shares.reduce(0) { max($0, $1.largest) }
    return try equations.lines(
      ofDerivative: atom, sum, value: value, frozen: known, largest: largest, level: 0)
  }

  /// What the row is like, whatever stands in long sums and products.
  private func outline(of shares: [Share]) -> Formula {
    guard !shares.isEmpty else { return .number(Number(1)) }
    return .sum(of: shares.map { .init(.plus, derivative(by: $0.user).times($0.link.outline)) })
  }

  private func derivative(by name: Name) -> Formula { .derivative(of: .name(output), by: name) }
}

extension Formula {
  /// This derivative times a local one, as a teacher would write it: without a factor of 1.
  fileprivate func times(_ local: Formula) -> Formula {
    guard local != .number(Number(1)) else { return self }
    guard case .product(let factors) = local else {
      return .product(of: [.init(.times, self), .init(.times, local)])
    }
    let rest = factors[0].formula == .number(Number(1)) ? Array(factors.dropFirst()) : factors
    return .product(of: [.init(.times, self)] + rest)
  }
}
