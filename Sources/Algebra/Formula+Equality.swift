// Written out rather than synthesized: the compiler's versions call themselves at every level of a deep formula.

extension Formula {
  /// Whether both are built alike from equal numbers and names.
  public static func == (one: Formula, other: Formula) -> Bool {
    var pairs = [(one, other)]
    while let pair = pairs.popLast() {
      switch pair {
      case (.name(let one), .name(let other)): guard one == other else { return false }
      case (.number(let one), .number(let other)): guard one == other else { return false }
      case (let one, let other):
        guard one.head == other.head else { return false }
        let (parts, others) = (one.constituents, other.constituents)
        for index in parts.indices { pairs.append((parts[index], others[index])) }
      }
    }
    return true
  }

  /// Feeds every part to `hasher`.
  public func hash(into hasher: inout Hasher) {
    var waiting = [self]
    while let formula = waiting.popLast() {
      hasher.combine(formula.head)
      let parts = formula.constituents
      if !parts.isEmpty { waiting += parts }
    }
  }

  /// All formulas in this one, what an atom is of included.
  private var constituents: [Formula] {
    switch self {
    case .derivative(let formula, _), .overRows(_, let formula, _): [formula]
    default: Array(operands)
    }
  }

  /// The formula without its constituents, which it tells the number of.
  private var head: Head {
    switch self {
    case .number(let number): .number(number)
    case .name(let name): .name(name)
    case .negation: .negation
    case .sum(let terms): .sum(terms.map { $0.sign })
    case .product(let factors): .product(factors.map { $0.operation })
    case .power: .power
    case .call(let function, let arguments): .call(function, arguments.count)
    case .element(let family, let indices): .element(family, indices.count)
    case .conditional(let condition, _, _): .conditional(condition.written.symbols)
    case .derivative(_, let name): .derivative(by: name)
    case .local(let output, let name): .local(output, by: name)
    case .overRows(let function, _, let data): .overRows(function, data: data)
    }
  }
}

/// A formula without its constituents.
private enum Head: Hashable {
  case number(Number)
  case name(Name)
  case negation
  case sum([Formula.Term.Sign])
  case product([Formula.Factor.Operation])
  case power
  case call(Function, Int)
  case element(String, Int)
  case conditional([Condition.Symbol])
  case derivative(by: Name)
  case local(Name, by: Name)
  case overRows(Formula.RowFunction, data: Name)
}
