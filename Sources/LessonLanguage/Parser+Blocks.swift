import Diagnostics

/// The first line of a block.
enum BlockHead {
  /// `for t in 1...3`, around formulas.
  case formulas(NamedRange)
  /// `repeat 10 times until L < 0.01`, around commands.
  case times(Expression, until: Condition?)
  /// `for row of xor`, around commands.
  case rows(Identifier, of: Identifier)
}

/// What a block is there for.
enum BlockContent {
  case formulas
  case commands
}

/// `for t in 1...3`, `for row of xor`, `repeat 10 times` and `end`, each on a line of its own.
extension Parser {
  /// Whether it stands at the beginning of a block that an `end` closes.
  var isAtBlock: Bool { isAtPlainWord(.for) && !isAtLooseClause || statementWord == .repeat }

  /// Whether it stands at the end of a block.
  var isAtEnd: Bool { isAtPlainWord(.end) }

  /// Whether it stands at `word`, which is not wrongly used as a name.
  private func isAtPlainWord(_ word: ReservedWord) -> Bool {
    current.kind == .reserved(word)
      && ![.symbol(.equals), .symbol(.arrow), .symbol(.openBracket)].contains(next.kind)
  }

  /// What the block that begins here is there for, as far as its first words tell.
  var blockContent: BlockContent? {
    guard current.kind == .reserved(.for) else { return .commands }
    return switch rest.dropFirst(2).first?.kind {
    // `for row in xor` may be meant to go through rows.
    case .reserved(.in):
      rest.count < 4 || rest.dropFirst(3).prefix(2).map(\.kind) == [.name, .symbol(.colon)]
        || rest.dropFirst(3).map(\.kind) == [.name] ? nil : .formulas
    case .reserved(.of): .commands
    default: nil
    }
  }

  /// Reads the first line of a block.
  mutating func blockHead() throws(Diagnostic) -> BlockHead {
    try enter(current)
    let head = accept(.reserved(.for)) ? try forHead() : try repeatHead()
    if current.kind.beginsValue {
      throw Diagnostic("what a block holds begins on a line of its own", at: current.range)
    }
    try finish()
    return head
  }

  /// Reads the `end` of a block.
  mutating func blockEnd() throws(Diagnostic) {
    advance()
    if current.kind != .end {
      throw surplus(
        "`end` stands alone on its line",
        hint: "it ends the block that began last: leave out the rest of the line")
    }
  }

  // MARK: for

  private mutating func forHead() throws(Diagnostic) -> BlockHead {
    if next.kind == .reserved(.of), current.kind == .name {
      let name = try name()
      advance()
      return .rows(name, of: try self.name())
    }
    if current.kind == .name, [.reserved(.over), .reserved(.from), .end].contains(next.kind) {
      advance()
      throw missing("`in` or `of`", hint: "write it like `for t in 1...3` or `for row of xor`")
    }
    try checkRange()
    let ranges = try ranges()
    guard let range = ranges.first, ranges.count == 1 else {
      throw secondNameOfBlock(at: ranges.dropFirst().first?.name.range)
    }
    return .formulas(range)
  }

  /// A block has a second range.
  func secondNameOfBlock(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "a block has one `for` name", at: range,
      hint: "blocks stand in one another, each with an `end` of its own")
  }

  /// Makes sure that what follows `for` is not meant as another kind of block.
  private func checkRange() throws(Diagnostic) {
    let tokens = Array(rest.prefix(4))
    let isWhole = tokens.count == 3 || tokens.count == 4 && tokens[3].kind == .symbol(.colon)
    if isWhole, tokens.map(\.kind).prefix(3) == [.name, .reserved(.in), .name] {
      throw Diagnostic(
        "`...` is missing behind \(text(of: tokens[2]).quoted)", at: tokens[2].range,
        hint:
          "rows of data are gone through with \("for row of \(text(of: tokens[2]))".quoted), elements of a family with `for i in 1...3`"
      )
    }
    guard let last = rest.last, last.kind == .name, text(of: last) == "times",
      ![.reserved(.in), .reserved(.of)].contains(next.kind), let word = previous
    else { return }
    let count = rest.first.map { file[$0.range.union(last.range)] } ?? ""
    throw Diagnostic(
      "commands are repeated with `repeat`, not with `for`", at: word.range,
      hint: "write \("repeat \(count)".quoted)")
  }

  // MARK: repeat

  private mutating func repeatHead() throws(Diagnostic) -> BlockHead {
    advance()
    if isAtWord("while"), next.kind.beginsValue || next.kind == .reserved(.not), let hint = hintOfWhile {
      throw Diagnostic("a `repeat` has no `while`", at: current.range, hint: hint)
    }
    if case .fault(.numberThenName) = current.kind, text(of: current).hasSuffix("x"), next.kind == .end {
      throw Diagnostic(
        "`times` is missing behind \(text(of: current).dropLast().description.quoted)", at: current.range,
        hint: "write `repeat \(text(of: current).dropLast()) times`")
    }
    let times = try count(of: ["times", "time"], "write it like `repeat 10 times`")
    if isAtWord("while") {
      throw Diagnostic(
        "a `repeat` has no `while`", at: current.range,
        hint: hintOfWhile ?? "it goes on until a condition holds: `repeat 10 times until L < 0.01`")
    }
    guard isAtWord("until") else { return .times(times, until: nil) }
    advance()
    return .times(times, until: try condition())
  }

  /// Reads how often: `10 times`, `500 epochs`; `units` are the words that may stand behind the number.
  mutating func count(of units: [String], _ example: String) throws(Diagnostic) -> Expression {
    let unit = units.first ?? ""
    if isCountMissing(before: units) { throw missing("the number of \(unit)", hint: example) }
    let count = try expression()
    guard units.contains(where: { isAtWord($0) }) else {
      guard current.kind == .name, clauseWord(current) == nil else {
        let times = unit == "epochs" ? count.numberText : nil
        throw missing("`\(unit)`", hint: times.map { "write `for \($0) epochs`" } ?? example)
      }
      let form = count.numberText.map { "write `\(unit == "epochs" ? "for" : "repeat") \($0) \(unit)`" }
      throw Diagnostic(
        "`\(unit)` belongs here, not \(text(of: current).quoted)", at: current.range, hint: form ?? example)
    }
    advance()
    return count
  }

  /// Whether it stands at one of `units`, or behind them, where the number of them belongs.
  private func isCountMissing(before units: [String]) -> Bool {
    switch current.kind {
    case .end, .symbol(.comma): return true
    case .name:
      let isUnit = units.contains { isAtWord($0) }
      guard isUnit || clauseWord(current) != nil, !next.kind.goesOnWithValue else { return false }
      // A const may bear the name of the unit: `repeat times times`.
      return !(next.kind == .name && units.contains(text(of: next)))
    case .reserved: return clauseWord(current) != nil
    default: return false
    }
  }
}

extension Token.Kind {
  /// Whether it goes on with the value that stands before it, as an operator does.
  var goesOnWithValue: Bool {
    switch self {
    case .symbol(let symbol):
      [.plus, .minus, .times, .divide, .power, .openParenthesis, .openBracket].contains(symbol)
    default: false
    }
  }
}

extension Expression {
  /// The number that it is, as it is written.
  fileprivate var numberText: String? { if case .number(_, let text) = kind { text } else { nil } }
}
