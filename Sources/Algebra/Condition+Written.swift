// A condition as a flat list, so that depth costs none of the thread's stack: what compares, counts and rebuilds
// conditions is a loop over it.

extension Condition {
  /// A part of a condition without what it is made of.
  package enum Symbol: Hashable, Sendable {
    case comparison(Comparison)
    case all(Int)
    case any(Int)
    case not
  }

  /// The parts, each before what it is made of, and the formulas that are compared, from left to right.
  package var written: (symbols: [Symbol], comparands: [Formula]) {
    var (symbols, comparands): ([Symbol], [Formula]) = ([], [])
    var waiting = [self]
    while let condition = waiting.popLast() {
      switch condition {
      case .comparison(let left, let comparison, let right):
        symbols.append(.comparison(comparison))
        comparands += [left, right]
      case .all(let parts):
        symbols.append(.all(parts.count))
        waiting += parts.reversed()
      case .any(let parts):
        symbols.append(.any(parts.count))
        waiting += parts.reversed()
      case .not(let condition):
        symbols.append(.not)
        waiting.append(condition)
      }
    }
    return (symbols, comparands)
  }

  /// The condition whose `written` form is given.
  init(_ symbols: [Symbol], comparands: some Sequence<Formula>) {
    var comparands = Array(comparands)
    // Built from the back, so that of the parts that are there the first comes last.
    var built: [Condition] = []
    for symbol in symbols.reversed() {
      switch symbol {
      case .comparison(let comparison):
        let right = comparands.removeLast()
        built.append(.comparison(comparands.removeLast(), comparison, right))
      case .all(let count): built.append(.all(Condition.taking(count, from: &built)))
      case .any(let count): built.append(.any(Condition.taking(count, from: &built)))
      case .not: built.append(.not(built.removeLast()))
      }
    }
    self = built[0]
  }

  private static func taking(_ count: Int, from built: inout [Condition]) -> [Condition] {
    defer { built.removeLast(count) }
    return built.suffix(count).reversed()
  }

  /// Whether both are built alike from equal formulas.
  public static func == (one: Condition, other: Condition) -> Bool {
    let (one, other) = (one.written, other.written)
    return one.symbols == other.symbols && one.comparands == other.comparands
  }

  /// Feeds every part to `hasher`.
  public func hash(into hasher: inout Hasher) {
    let (symbols, comparands) = written
    hasher.combine(symbols)
    hasher.combine(comparands)
  }
}
