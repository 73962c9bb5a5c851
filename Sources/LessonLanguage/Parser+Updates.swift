import Diagnostics

/// `update LIST to reduce NAME with OPTIMIZER, clipping 1`, behind its first word.
extension Parser {
  /// Reads the rest of an update.
  mutating func update() throws(Diagnostic) -> Update {
    let params = try nameList(of: .update)
    if current.kind == .reserved(.to) { try refuseLineBreak(in: .update) }
    guard accept(.reserved(.to)) else { throw unexpectedInNameList(of: .update) }
    let cost = try cost(of: .update)
    var clipping = try clippingIfAny()
    if current.kind == .reserved(.with) { try refuseLineBreak(in: .update) } else { try refuseClause() }
    if let habit = clauseHabit(in: .update) {
      throw Diagnostic(
        habit.message(for: .update), at: current.range, advice: habit.advice(at: current.range))
    }
    guard accept(.reserved(.with)) else { throw missing("`with`", hint: StatementWord.update.example) }
    let optimizer = try namedCall("an optimizer", hint: StatementWord.update.example)
    if let second = try clippingIfAny() {
      guard clipping == nil else {
        throw Diagnostic("the clause `clipping` stands here twice", at: second.range)
      }
      clipping = second
    }
    try refuseClause()
    return Update(params: params, cost: cost, optimizer: optimizer, clipping: clipping)
  }

  /// Reads `clipping 1`, with a comma before it or without, where it stands here.
  private mutating func clippingIfAny() throws(Diagnostic) -> Expression? {
    let isBehindComma = current.kind == .symbol(.comma)
    guard clauseWord(isBehindComma ? next : current) == .clipping else { return nil }
    if isBehindComma { advance() }
    try refuseLineBreak(in: .update)
    advance()
    return try amount(.clippingExample)
  }

  /// Makes sure that no clause of a `train` stands here.
  private func refuseClause() throws(Diagnostic) {
    let token = current.kind == .symbol(.comma) ? next : current
    guard let clause = clauseWord(token), ![.to, .with, .clipping].contains(clause) else { return }
    throw Diagnostic(
      "an `update` has no `\(clause.rawValue)`", at: token.range,
      hint: "it is one step; a `train` goes over rows and makes many steps")
  }
}
