// Written out rather than synthesized: the compiler's versions call themselves at every level of a deep formula.

extension Formula {
  /// Whether both are built alike from equal numbers and names.
  public static func == (one: Formula, other: Formula) -> Bool {
    guard one.hasHead(of: other) else { return false }
    var pairs: [(Formula, Formula)] = []
    func wait(for one: Formula, _ other: Formula) {
      let (parts, others) = (one.constituents, other.constituents)
      for index in parts.indices { pairs.append((parts[index], others[index])) }
    }
    wait(for: one, other)
    while let (one, other) = pairs.popLast() {
      guard one.hasHead(of: other) else { return false }
      wait(for: one, other)
    }
    return true
  }

  /// Feeds every part to `hasher`.
  public func hash(into hasher: inout Hasher) {
    var waiting = [self]
    while let formula = waiting.popLast() {
      formula.hashHead(into: &hasher)
      let parts = formula.constituents
      if !parts.isEmpty { waiting += parts }
    }
  }

  /// All formulas in this one, what an atom is of included.
  private var constituents: [Formula] {
    switch self {
    case .derivative(let formula, _), .overRows(_, let formula, _): [formula]
    default: operands.list
    }
  }

  // A head is a formula without its constituents, which it tells the number of.

  /// Whether both have the same head.
  private func hasHead(of other: Formula) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let other)): return one == other
    case (.name(let one), .name(let other)): return one == other
    case (.negation, .negation), (.power, .power): return true
    case (.sum(let terms), .sum(let others)):
      guard terms.count == others.count else { return false }
      for index in terms.indices where terms[index].sign != others[index].sign { return false }
      return true
    case (.product(let factors), .product(let others)):
      guard factors.count == others.count else { return false }
      for index in factors.indices where factors[index].operation != others[index].operation { return false }
      return true
    case (.call(let function, let arguments), .call(let other, let others)):
      return arguments.count == others.count && function == other
    case (.element(let family, let indices), .element(let other, let others)):
      return indices.count == others.count && family == other
    case (.conditional(let condition, _, _), .conditional(let other, _, _)):
      return condition.written.symbols == other.written.symbols
    case (.derivative(_, let name), .derivative(_, let other)): return name == other
    case (.local(let output, let name), .local(let otherOutput, let other)):
      return output == otherOutput && name == other
    case (.overRows(let function, _, let data), .overRows(let other, _, let otherData)):
      return function == other && data == otherData
    default: return false
    }
  }

  /// Feeds the head to `hasher`.
  private func hashHead(into hasher: inout Hasher) {
    switch self {
    case .number(let number):
      hasher.combine(0)
      number.hash(into: &hasher)
    case .name(let name):
      hasher.combine(1)
      name.hash(into: &hasher)
    case .negation:
      hasher.combine(2)
    case .sum(let terms):
      hasher.combine(3)
      hasher.combine(terms.count)
      for term in terms { hasher.combine(term.sign) }
    case .product(let factors):
      hasher.combine(4)
      hasher.combine(factors.count)
      for factor in factors { hasher.combine(factor.operation) }
    case .power:
      hasher.combine(5)
    case .call(let function, let arguments):
      hasher.combine(6)
      hasher.combine(function)
      hasher.combine(arguments.count)
    case .element(let family, let indices):
      hasher.combine(7)
      hasher.combine(family)
      hasher.combine(indices.count)
    case .conditional(let condition, _, _):
      hasher.combine(8)
      hasher.combine(condition.written.symbols)
    case .derivative(_, let name):
      hasher.combine(9)
      hasher.combine(name)
    case .local(let output, let name):
      hasher.combine(10)
      hasher.combine(output)
      hasher.combine(name)
    case .overRows(let function, _, let data):
      hasher.combine(11)
      hasher.combine(function)
      hasher.combine(data)
    }
  }
}
