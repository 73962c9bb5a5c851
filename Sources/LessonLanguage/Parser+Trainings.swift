import Diagnostics

/// `train LIST to reduce NAME over DATA with OPTIMIZER for N epochs, shuffled`, behind its first word.
///
/// The clauses come in any order, each once, with or without commas between them.
extension Parser {
  /// Reads the rest of a training that begins with `word`.
  mutating func training(_ word: Token) throws(Diagnostic) -> Training {
    var training = UnfinishedTraining(params: try nameList(of: .train))
    let behindNames = current.kind == .symbol(.comma) ? next : current
    if behindNames.kind != .end, clauseWord(behindNames) == nil { throw unexpectedInNameList(of: .train) }
    while current.kind != .end {
      let isBehindComma = accept(.comma)
      guard let clause = clauseWord(current) else { throw noClause(isBehindComma: isBehindComma) }
      try refuseLineBreak(in: .train)
      guard training.begin(clause) else {
        if clause == .over, training.cost?.data != nil, next.kind == .name {
          throw rowsTwice(at: Identifier(text(of: next), at: next.range))
        }
        throw Diagnostic("the clause `\(clause.rawValue)` stands here twice", at: current.range)
      }
      try read(clause, into: &training)
    }
    return try training.finish(word)
  }

  /// The clause that begins with `token`, if one does.
  func clauseWord(_ token: Token) -> ClauseWord? {
    switch token.kind {
    case .name, .reserved: ClauseWord(rawValue: text(of: token))
    default: nil
    }
  }

  // MARK: Clauses

  private mutating func read(
    _ clause: ClauseWord, into training: inout UnfinishedTraining
  ) throws(Diagnostic) {
    let word = advance()
    switch clause {
    case .to:
      let cost = try cost(of: .train)
      training.cost = cost
      if let data = cost.data {
        guard training.begin(.over) else { throw rowsTwice(at: data) }
        training.clauses.data = data
      }
    case .over: training.clauses.data = try name()
    case .in:
      try readWord("batches", "in batches of 2")
      guard accept(.reserved(.of)) else { throw missing("`of`", hint: .clauseExample("in batches of 2")) }
      training.clauses.batchSize = try amount("in batches of 2")
    case .with:
      training.optimizer = try namedCall("an optimizer", hint: .clauseExample("with sgd(rate: 0.1)"))
    case .for: training.epochs = try count(of: ["epochs", "epoch"], .clauseExample("for 100 epochs"))
    case .shuffled: training.clauses.isShuffled = true
    case .validated:
      try readWord("on", "validated on held_out")
      training.clauses.validation = try name()
    case .stopping: training.clauses.patience = try patience(word)
    case .until: training.clauses.until = try condition()
    case .reporting: training.clauses.reporting = try reports()
    case .accumulating: training.clauses.accumulating = try amount("accumulating 4")
    case .clipping: training.clauses.clipping = try amount(.clippingExample)
    case .counting: training.clauses.counters = try counters()
    case .quietly: training.clauses.isQuiet = true
    case .called: training.clauses.name = try name()
    }
  }

  /// That the rows stand behind `over` and beside the cost.
  private func rowsTwice(at data: Identifier) -> Diagnostic {
    Diagnostic("the rows of this `train` stand here twice", at: data.range, hint: "leave out one `over`")
  }

  /// Reads the inputs that count: one, or two with a comma between them.
  private mutating func counters() throws(Diagnostic) -> [Identifier] {
    var names = [try name()]
    while current.kind == .symbol(.comma), next.kind == .name, clauseWord(next) == nil {
      guard names.count < 2 else {
        throw Diagnostic(
          "`counting` has one name or two", at: next.range,
          hint: "the first is set to the count of epochs, the second to the best one")
      }
      advance()
      names.append(try name())
    }
    return names
  }

  /// Reads `word` in a clause that is written like `example`.
  private mutating func readWord(_ word: String, _ example: String) throws(Diagnostic) {
    guard isAtWord(word) else { throw missing("`\(word)`", hint: .clauseExample(example)) }
    advance()
  }

  /// Reads the number of a clause that is written like `example`.
  mutating func amount(_ example: String) throws(Diagnostic) -> Expression {
    if isAtClause || [.end, .symbol(.comma)].contains(current.kind) {
      throw missing("a number", hint: .clauseExample(example))
    }
    return try expression()
  }

  private mutating func patience(_ word: Token) throws(Diagnostic) -> Training.Patience {
    let example = "stopping after 5 without improvement"
    try readWord("after", example)
    if isAtWord("without"), next.kind == .end || next.kind == .name && text(of: next) == "improvement" {
      throw missing("a number", hint: .clauseExample(example))
    }
    let epochs = try amount(example)
    guard isAtWord("without") else { throw missing("`without improvement`", hint: .clauseExample(example)) }
    advance()
    try readWord("improvement", example)
    return Training.Patience(epochs: epochs, at: range(from: word.range))
  }

  /// Reads what is reported; a comma before the word of a clause ends the list.
  private mutating func reports() throws(Diagnostic) -> [Expression] {
    guard clauseWord(current) == nil, ![.end, .symbol(.comma)].contains(current.kind) else {
      throw missing("an epoch or a value", hint: .clauseExample("reporting 1, 10, 100"))
    }
    var reports: [Expression] = []
    repeat {
      if isAtUnknownClause { throw noClause(isBehindComma: true) }
      reports.append(try expression())
      if current.kind == .symbol(.comma), clauseWord(next) != nil { break }
    } while accept(.comma)
    return reports
  }

  // MARK: What is no clause

  /// Whether it stands at a clause, rather than at a value that bears the name of one.
  private var isAtClause: Bool {
    guard let clause = clauseWord(current) else { return false }
    return clause.isReserved || !next.kind.goesOnWithValue
  }

  /// Whether it stands at a word that is neither a value nor the word of a clause.
  private var isAtUnknownClause: Bool {
    current.kind == .name && next.kind.isPlainValue && clauseWord(next) == nil
  }

  private func noClause(isBehindComma: Bool) -> Diagnostic {
    if current.kind == .end { return missing("a clause") }
    guard current.kind == .name else {
      let isCount = current.kind == .number && (next.kind == .name && text(of: next).hasPrefix("epoch"))
      return isCount ? missing("`for`", hint: "write `for \(text(of: current)) epochs`") : leftover()
    }
    let word = text(of: current)
    if let habit = clauseHabit(in: .train) {
      return Diagnostic(
        habit.message(for: .train), at: current.range, advice: habit.advice(at: current.range))
    }
    // The short words are near to everything.
    let known = ClauseWord.allCases.map(\.rawValue).filter { $0.count > 3 }
    return Diagnostic(
      "a `train` has no clause \(word.quoted)", at: current.range,
      advice: .nearest(to: word, among: known, at: current.range))
  }
}

extension String {
  /// How a bound on the norm of all derivatives is written.
  static var clippingExample: String { "clipping 1" }

  /// The hint at a clause that is not written like `example`.
  fileprivate static func clauseExample(_ example: String) -> String { "write it like `\(example)`" }
}
