extension Statement {
  /// The names that it defines, of values, functions, data, optimizers and schedules, those in its blocks included.
  public var definedNames: [String] { definedIdentifiers.map(\.text) }

  /// The same with their places.
  public var definedIdentifiers: [Identifier] {
    switch kind {
    case .given(_, let givens): givens.map(\.name)
    case .columns(_, let names, _): names
    case .data(let name, _), .optimizer(let name, _), .schedule(let name, _): [name]
    case .formula(let target, _, _): [target.name]
    case .definition(let definition): [definition.name]
    case .block(_, let statements), .repeat(_, _, let statements), .rows(_, _, let statements):
      statements.flatMap(\.definedIdentifiers)
    case .comment, .explain, .backward, .forward, .update, .reset, .assignment, .train, .table, .plot,
      .network,
      .record:
      []
    }
  }
}

extension LogicalLine {
  /// The names that a line which cannot be read was meant to define, as far as its signs tell: those before `=`, `~`
  /// and `from` that stand in no bracket, and the name behind `def`.
  func definedNames(in parser: Parser) -> [String] {
    var names: [String] = []
    var depth = 0
    var last: String?
    var waiting: [String] = []
    for token in tokens {
      let isInside = depth > 0
      depth = max(0, depth + token.kind.bracketCount)
      guard !isInside, token.kind.bracketCount == 0 else { continue }
      switch token.kind {
      case .name: last = parser.text(of: token)
      case .symbol(.comma):
        if let last { waiting.append(last) }
        last = nil
      case .symbol(.equals), .symbol(.tilde), .symbol(.equalTo), .fault(.sign):
        if let name = last { names.append(name) }
        last = nil
      case .reserved(.from):
        names += waiting + [last].compactMap(\.self)
        last = nil
      default: last = nil
      }
    }
    return names
  }
}
