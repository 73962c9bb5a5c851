import Diagnostics

/// Statements, but for `update`, which has a file of its own.
extension Parser {
  /// Reads a whole statement.
  mutating func statement() throws(Diagnostic) -> Statement.Form {
    let form = try unfinishedStatement()
    try finish()
    return form
  }

  private mutating func unfinishedStatement() throws(Diagnostic) -> Statement.Form {
    if let word = statementWord { return try statement(beginningWith: word) }
    switch (current.kind, next.kind) {
    case (.name, .symbol(.equals)): return try formula()
    case (.name, .symbol(.arrow)): return try assignment()
    case (.reserved(let word), .symbol(.equals)), (.reserved(let word), .symbol(.arrow)): throw reserved(word)
    default: throw noStatement()
    }
  }

  /// The statement's word at which the parser stands, if it is one there.
  var statementWord: StatementWord? {
    guard current.kind == .name, next.kind != .symbol(.equals), next.kind != .symbol(.arrow) else {
      return nil
    }
    return StatementWord(rawValue: text(of: current))
  }

  private mutating func statement(beginningWith word: StatementWord) throws(Diagnostic) -> Statement.Form {
    let token = advance()
    switch word {
    case .input: return .given(.input, try givens())
    case .target: return .given(.target, try givens())
    case .param: return .given(.param, try givens())
    case .const: return .given(.const, try givens())
    case .explain:
      let subject = try expression()
      if current.kind == .symbol(.comma) { throw leftover(hint: "write an `explain` for each value") }
      return .explain(subject)
    case .backward:
      let cost = try name()
      if current.kind != .end { throw surplus("`backward` takes one name") }
      return .backward(cost)
    case .forward:
      if current.kind != .end { throw surplus("nothing stands behind `forward`") }
      return .forward
    case .update: return .update(try update())
    case .train, .table, .plot, .repeat, .record, .optimizer, .def, .data:
      throw Diagnostic.absent("`\(word.rawValue)`", at: token.range)
    }
  }

  /// Something follows where the statement is complete.
  private func surplus(_ message: String) -> Diagnostic {
    faultOrAbsence() ?? Diagnostic(message, at: current.range)
  }

  // MARK: Given numbers

  private mutating func givens() throws(Diagnostic) -> [Given] {
    var givens: [Given] = []
    repeat {
      givens.append(try given())
      if isAtDecimalComma { throw leftover() }
    } while accept(.comma)
    if current.kind == .name, next.kind == .symbol(.equals) { throw missing("a comma") }
    return givens
  }

  private mutating func given() throws(Diagnostic) -> Given {
    let name = try name()
    if current.kind == .symbol(.comma), let from = rest.first(where: { $0.kind == .reserved(.from) }) {
      throw Diagnostic.absent("`from`", at: from.range)
    }
    if current.kind == .symbol(.equalTo) {
      throw Diagnostic("a number is given with one `=`", at: current.range)
    }
    guard accept(.equals) else {
      throw missing("`=`", hint: "a number is given as in \("\(name.text) = 0.5".quoted)")
    }
    return Given(name: name, value: try expression())
  }

  // MARK: Formulas and assignments

  private mutating func formula() throws(Diagnostic) -> Statement.Form {
    let name = try name()
    advance()
    let value = try expression()
    switch current.kind {
    case .symbol(.equals): throw leftover(hint: "a formula has one `=`")
    case .symbol(.comma): throw leftover(hint: "write each formula on a line of its own")
    default: return .formula(name, value)
    }
  }

  private mutating func assignment() throws(Diagnostic) -> Statement.Form {
    let name = try name()
    advance()
    return .assignment(name, try expression())
  }

  // MARK: What is no statement

  /// What to say of a line that begins like no statement.
  private mutating func noStatement() -> Diagnostic {
    switch current.kind {
    case .reserved(.end): return Diagnostic("this `end` closes no block", at: current.range)
    case .name where next.kind.isPlainValue || next.kind == .symbol(.derivative): return unknownStatement()
    case .name where next.kind == .symbol(.equalTo):
      return Diagnostic("a formula is written with one `=`", at: next.range)
    case .name where next.kind == .symbol(.comma):
      return Diagnostic("a formula has one name before its `=`", at: next.range)
    case .name where next.kind == .symbol(.openBracket) || next.kind == .symbol(.tilde):
      advance()
      return leftover()
    default: break
    }
    if let known = faultOrAbsence() { return known }
    guard current.kind.beginsValue || current.kind == .symbol(.minus) else {
      return Diagnostic("a statement cannot begin with \(text(of: current).quoted)", at: current.range)
    }
    return expressionAlone()
  }

  private func unknownStatement() -> Diagnostic {
    let word = text(of: current)
    return Diagnostic(
      "no statement begins with \(word.quoted)", at: current.range,
      hint: nearestStatementWord(to: word) ?? "a formula is written `name = …`")
  }

  /// The line is an expression, or begins with one.
  private mutating func expressionAlone() -> Diagnostic {
    let start = current
    let value: Expression
    do { value = try expression() } catch { return error }
    let written = file[value.range]
    switch current.kind {
    case .symbol(.equals), .symbol(.arrow):
      return Diagnostic(
        "before \(text(of: current).quoted) stands one name, not \(written.quoted)", at: value.range,
        hint: value.form.isNumberOrDerivative
          ? "a number that a lecture prints belongs into a check cell" : nil)
    case .end:
      let didYouMean = start.range == value.range ? nearestStatementWord(to: written) : nil
      return Diagnostic(
        "a value alone is no statement", at: value.range,
        hint: didYouMean ?? "to show how it comes about write \("explain \(written)".quoted)")
    default: return leftover()
    }
  }

  private func nearestStatementWord(to word: String) -> String? {
    nearest(to: word, among: StatementWord.allCases.map(\.rawValue)).map { "did you mean `\($0)`?" }
  }
}

extension Expression.Form {
  /// Whether it is something that only a check can say a number of.
  fileprivate var isNumberOrDerivative: Bool {
    switch self {
    case .derivative, .local: true
    default: false
    }
  }
}
