import Algebra

// Steps with blanks. This is the one place in which a number is taken out of them, so that no format can show what it does not have.

extension Step {
  /// The step with blanks in the place of what is to be filled. Pictures and checks, which say what comes out, are left out.
  public func blanked(_ blanks: Blanks) -> Step {
    var step = self
    step.lines = lines.blanked(blanks)
    return step
  }

  /// All numbers that the step shows, in full.
  public var numbers: [Double] { lines.flatMap(\.numbers) }
}

extension [Line] {
  fileprivate func blanked(_ blanks: Blanks) -> [Line] {
    var lines: [Line] = []
    for line in self {
      guard let content = line.content.blanked(blanks) else { continue }
      // Where lines are left out, two empty ones may meet.
      if case .blank = content, lines.last?.isBlank ?? true { continue }
      lines.append(Line(content, level: line.level))
    }
    while lines.last?.isBlank == true { lines.removeLast() }
    return lines
  }
}

extension Line {
  fileprivate var isBlank: Bool { if case .blank = content { true } else { false } }
}

extension Line.Content {
  /// The same with blanks; `nil` for what is left out.
  fileprivate func blanked(_ blanks: Blanks) -> Line.Content? {
    let isBare = blanks.amount == .all
    switch self {
    case .givens, .comment, .blank: return self
    case .plot, .check: return nil
    case .path: return isBare ? nil : self
    case .equation(let equation): return equation.blanked(blanks).map { .equation($0) }
    case .results(let items, let remark):
      guard !remark.isGiven else { return self }
      return .results(items.map { $0.blanked(blanks) }, remark: remark)
    case .table(let table): return .table(table.blanked(blanks))
    case .matrix(let matrix, let remark, let otherwise):
      guard !remark.isGiven, blanks.open == nil else { return self }
      let rows = matrix.rows.map { $0.map { _ in Number.blank } }
      return .matrix(
        Matrix(subject: matrix.subject, rows: rows), remark: remark, otherwise: otherwise.blanked(blanks))
    case .network(let network, let otherwise):
      return .network(network.blanked(blanks), otherwise: otherwise.blanked(blanks))
    case .remark(let phrases): return isBare ? nil : .remark(phrases.map { $0.blanked(blanks) })
    }
  }
}

extension Equation {
  /// The equation with blanks: where only names stand in it, the same, or nothing where names are not shown either.
  fileprivate func blanked(_ blanks: Blanks) -> Equation? {
    guard !remark.isGiven else { return self }
    let isOpen = blanks.leavesOpen(subject)
    var equation = self
    equation.remark = remark.flatMap { $0.blanked(blanks) }
    let hasNumbers = rightSides.contains { $0.content.hasNumbers }
    guard hasNumbers else { return blanks.amount == .all ? nil : equation }
    if blanks.amount == .all, subject == nil { return nil }
    let names = rightSides.prefix { $0.content.isOfNames && !isBareNumber($0) }
    let literals = Set(names.flatMap { $0.content.numbers.map(\.full) })
    let before = rightSides.last.flatMap { side -> Number? in
      if case .result(_, let was?) = side.content { blanks.shown(was) } else { nil }
    }
    let relation = rightSides.last?.relation == .becomes ? Relation.becomes : .equals
    let rule = RightSide(relation, .result(.blank, was: before))
    switch blanks.amount {
    case .results:
      let last = rightSides.index(before: rightSides.endIndex)
      var substitution = Substitution(blanks, into: names.last?.content.formulas ?? [], literals: literals)
      equation.rightSides = rightSides.enumerated().map { index, side in
        switch side.content {
        case .names: isBareNumber(side) && isOpen ? rule : side
        // The number of what needs no working.
        case .numbers(.number) where index == last: isOpen ? rule : side
        case .numbers(let formula):
          RightSide(side.relation, .numbers(substitution.shown([formula])[0]))
        case .factors(let factors):
          RightSide(side.relation, .factors(substitution.shown(factors)))
        case .result: isOpen ? rule : side
        }
      }
    case .working: equation.rightSides = names + (isOpen ? [rule] : rightSides.suffix(1))
    case .all: equation.rightSides = isOpen ? [rule] : rightSides.suffix(1)
    }
    if blanks.amount == .all { (equation.remark, equation.comment) = (nil, nil) }
    return equation
  }

  /// Whether a side is the number of a derivative, which is all that there is to work out.
  private func isBareNumber(_ side: RightSide) -> Bool {
    guard case .derivative? = subject, case .names(.number) = side.content else { return false }
    return true
  }
}

extension Equation.Content {
  /// What stands in it.
  fileprivate var formulas: [Formula] {
    switch self {
    case .names(let formula), .numbers(let formula): [formula]
    case .factors(let factors): factors
    case .result: []
    }
  }

  fileprivate var isOfNames: Bool {
    switch self {
    case .names: true
    case .factors: !hasNumbers
    case .numbers, .result: false
    }
  }

  fileprivate var hasNumbers: Bool {
    switch self {
    case .names(.number): true
    case .names: false
    case .factors(let factors): factors.contains { !$0.numbers.isEmpty }
    case .numbers, .result: true
    }
  }

  fileprivate var numbers: [Number] {
    switch self {
    case .names(let formula), .numbers(let formula): formula.numbers
    case .factors(let factors): factors.flatMap(\.numbers)
    case .result(let number, let was): [number] + (was.map { [$0] } ?? [])
    }
  }
}

extension Equation.Remark? {
  /// Whether the number beside it is given, and not worked out.
  fileprivate var isGiven: Bool { self == .words("given") }
}

extension Equation.Remark {
  /// The remark, where it says nothing of what comes out.
  fileprivate func blanked(_ blanks: Blanks) -> Equation.Remark? {
    switch self {
    case .words(let words): .words(blanks.shown(words))
    case .number(let item): .number(NamedNumber(item.subject, blanks.shown(item.number)))
    case .because: nil
    }
  }
}

extension NamedNumber {
  fileprivate func blanked(_ blanks: Blanks) -> NamedNumber {
    blanks.leavesOpen(subject) ? NamedNumber(subject, .blank) : self
  }
}

extension Table {
  fileprivate func blanked(_ blanks: Blanks) -> Table {
    Table(
      header: header,
      rows: rows.map { row in
        row.map { if case .number(let number) = $0 { .number(blanks.shown(number)) } else { $0 } }
      })
  }
}

extension Network {
  /// The network with the numbers that are known, as it is drawn before anything is worked out.
  fileprivate func blanked(_ blanks: Blanks) -> Network {
    func kept(_ number: Number?) -> Number? { number.flatMap { blanks.known.contains($0.full) ? $0 : nil } }
    var network = self
    for index in nodes.indices {
      network.nodes[index].number = kept(nodes[index].number)
      network.nodes[index].bias?.number = kept(nodes[index].bias?.number)
    }
    for index in connections.indices {
      network.connections[index].weight?.number = kept(connections[index].weight?.number)
    }
    return network
  }
}

extension Phrase {
  fileprivate func blanked(_ blanks: Blanks) -> Phrase {
    switch self {
    case .words(let words): .words(blanks.shown(words))
    case .formula(let formula): .formula(blanks.shown(formula))
    case .condition(let condition): .condition(blanks.shown(condition))
    case .relation(let left, let relation, let right):
      .relation(blanks.shown(left), relation, blanks.shown(right))
    }
  }
}

extension Line {
  /// All numbers that the line shows, in full.
  fileprivate var numbers: [Double] {
    switch content {
    case .equation(let equation): equation.rightSides.flatMap { $0.content.numbers.map(\.full) }
    case .givens(let givens): givens.rows.flatMap { $0.items.map(\.number.full) }
    case .table(let table): table.numbers
    case .results(let items, _): items.map(\.number.full)
    case .matrix(let matrix, _, _): matrix.rows.joined().map(\.full)
    case .network, .path, .plot, .check, .remark, .comment, .blank: []
    }
  }
}

extension Table {
  fileprivate var numbers: [Double] {
    rows.joined().compactMap { if case .number(let number) = $0 { number.full } else { nil } }
  }
}
