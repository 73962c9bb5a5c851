import Diagnostics

/// Statements; what is longer than a line of them has a file of its own.
extension Parser {
  /// Reads a whole statement.
  mutating func statement() throws(Diagnostic) -> Statement.Kind {
    let kind = try unfinishedStatement()
    try finish()
    return kind
  }

  private mutating func unfinishedStatement() throws(Diagnostic) -> Statement.Kind {
    if let word = statementWord { return try statement(beginningWith: word) }
    switch (current.kind, next.kind) {
    case (.name, .symbol(.equals)), (.name, .symbol(.arrow)), (.name, .symbol(.openBracket)):
      return try definitionOfValue()
    case (.reserved(let word), .symbol(.equals)), (.reserved(let word), .symbol(.arrow)),
      (.reserved(let word), .symbol(.openBracket)):
      throw reserved(word)
    default: throw noStatement()
    }
  }

  /// The statement's word at which the parser stands, if it is one there.
  var statementWord: StatementWord? {
    guard current.kind == .name, let word = StatementWord(at: current, in: file) else { return nil }
    return switch rest.kindBehindReference {
    case .symbol(.equals), .symbol(.arrow): nil
    default: word
    }
  }

  private mutating func statement(beginningWith word: StatementWord) throws(Diagnostic) -> Statement.Kind {
    let token = advance()
    switch word {
    case .input: return try given(.input)
    case .target: return try given(.target)
    case .param: return try given(.param)
    case .const: return try given(.const)
    case .explain:
      let subject = try expression()
      if current.kind == .symbol(.comma) { throw leftover(hint: "write an `explain` for each value") }
      if current.kind == .reserved(.for) {
        throw fault()
          ?? Diagnostic(
            "an `explain` has no `for`", at: current.range,
            hint: "`explain h` shows every element of `h`, and `explain h[1]` one of them")
      }
      return .explain(subject)
    case .backward:
      let cost = try backwardCost()
      return .backward(cost, by: try namesOfBackward())
    case .forward:
      if current.kind != .end { throw surplus("`forward` stands alone on its line", hint: hintBehindForward) }
      return .forward
    case .update: return .update(try update())
    case .reset: return .reset(try namesOfReset())
    case .def: return .definition(try definition())
    case .train: return .train(try training(token))
    case .table: return try table()
    case .plot: return try plot()
    case .draw: return try network()
    case .record: return try record()
    case .optimizer: return try namedOptimizer()
    case .schedule: return try schedule()
    case .data: return try madeData()
    // It begins a block, which is no statement of one line.
    case .repeat: throw leftover()
    }
  }

  /// Reads what is given as `kind`, behind its word.
  private mutating func given(_ kind: GivenKind) throws(Diagnostic) -> Statement.Kind {
    isAtColumns ? try columns(kind) : .given(kind, try givens())
  }

  /// Reads what a `backward` begins at.
  private mutating func backwardCost() throws(Diagnostic) -> Reference {
    let first = current
    if first.kind == .symbol(.openParenthesis)
      || first.kind == .name && next.kind == .symbol(.openParenthesis)
      || first.kind == .symbol(.minus) || first.kind == .number
    {
      throw surplus("`backward` takes one name", hint: hintAtCost(from: first))
    }
    let cost = try reference()
    switch current.kind {
    case .end: return cost
    case .name where isAtWord("by"): return cost
    case .symbol(.comma):
      let others = statementTokens.dropFirst().pieces(at: .comma).compactMap { text(of: $0) }
      let isPlain = others.count <= 3 && !others.contains("")
      throw surplus(
        "`backward` takes one name",
        hint: isPlain
          ? "each stands on a line of its own: \(others.map { "`backward \($0)`" }.joined(separator: ", "))"
          : "each stands on a line of its own")
    case .symbol(.plus), .symbol(.minus), .symbol(.times), .symbol(.divide), .symbol(.power),
      .symbol(.matrix):
      throw surplus("`backward` takes one name", hint: hintAtCost(from: first))
    default:
      throw surplus(
        "`backward` takes one name",
        hint:
          "leave out the rest: it gives the derivative at every value; one is shown by `explain ∂\(cost.indices.isEmpty ? cost.name.text : "E")/∂w`"
      )
    }
  }

  /// Reads `by w1, w5` behind the cost of a `backward`.
  private mutating func namesOfBackward() throws(Diagnostic) -> [NameListItem] {
    guard isAtWord("by") else { return [] }
    advance()
    return try names(of: .backward)
  }

  /// Reads the names of a `reset`.
  private mutating func namesOfReset() throws(Diagnostic) -> [NameListItem] {
    guard current.kind != .end else {
      throw missing("a name", hint: "write it like `reset w1, w2`, or `reset all` for every param")
    }
    return try names(of: .reset)
  }

  /// Reads a list of names with nothing behind it.
  private mutating func names(of word: StatementWord) throws(Diagnostic) -> [NameListItem] {
    let names = try nameList(of: word)
    switch current.kind {
    case .end: return names
    case .name, .reserved(.all): throw missing("a comma")
    default: throw surplus("\(word.withArticle) lists names, with commas between them")
    }
  }

  /// An expression stands where the name of a cost is to stand.
  private func hintAtCost(from first: Token) -> String {
    let inside = statementTokens.dropFirst().insideOfParentheses
    if let inside, inside.count <= 1 {
      let name = inside.first.flatMap { $0.kind == .name ? text(of: $0) : nil }
      return name.map { "write `backward \($0)`" }
        ?? "the name of a value stands behind it, without parentheses"
    }
    guard let value = written(from: first) else { return "a formula above gives it a name" }
    return "a formula above gives it a name: `cost = \(value)`, and then `backward cost`"
  }

  /// Something follows where the statement is complete.
  func surplus(_ message: String, hint: String? = nil) -> Diagnostic {
    fault() ?? Diagnostic(message, at: current.range, hint: hint)
  }

  /// `forward x`
  private var hintBehindForward: String {
    if current.kind == .symbol(.comma) { return "write each command on a line of its own" }
    let name = current.kind == .name && next.kind == .end ? text(of: current) : "y"
    return "it works out every formula above; one value is shown by \("explain \(name)".quoted)"
  }

  // MARK: Formulas and assignments

  /// Reads `h[j] = … for j in 1...8` or `h[j] <- … for j in 1...8`.
  private mutating func definitionOfValue() throws(Diagnostic) -> Statement.Kind {
    let start = self
    let target = try reference()
    let isFormula = accept(.equals)
    guard isFormula || accept(.arrow) else {
      if current.kind == .symbol(.equalTo) { throw oneEqualsSign(at: current) }
      if let known = fault() { throw known }
      self = start
      throw noStatement()
    }
    let value = try expression(mayBeList: true)
    if current.kind == .reserved(.for), target.indices.isEmpty { throw indexlessFor(behind: target.name) }
    let ranges = try rangesIfAny()
    guard isFormula else { return .assignment(target, value, ranges: ranges) }
    switch current.kind {
    case .symbol(.equals): throw leftover(hint: hintAtSecondEquals(value))
    case .symbol(.comma): throw leftover(hint: "write each formula on a line of its own")
    default: return .formula(target, value, ranges: ranges)
    }
  }

  /// `a = b = 2`
  private func hintAtSecondEquals(_ second: Expression) -> String {
    // A name behind the second sign may be compared, and not defined.
    guard case .name(let name) = second.kind, next.kind != .name, let value = text(of: rest.dropFirst()),
      let first = text(of: readTokens.dropLast())?.split(separator: "=").first
    else { return "a formula has one `=`" }
    return
      "a formula has one `=`: write `\(name) = \(value)`, and below it `\(first.trimmingBlanks()) = \(name)`"
  }

  /// `a, b = 1, 2`, or `a, b` alone.
  private func severalNames() -> Diagnostic {
    if rest.contains(where: { $0.kind == .symbol(.arrow) }) {
      let pairs = valuesOneByOne(rest, behind: .arrow)?.map { "`\($0.name) <- \($0.value)`" }
      return Diagnostic(
        "before `<-` stands one name", at: next.range,
        hint: "each is set by a line of its own\(pairs.map { ": " + $0.joined(separator: ", ") } ?? "")")
    }
    guard rest.contains(where: { $0.kind == .symbol(.equals) }) else {
      let written = written(from: current)
      return Diagnostic(
        "values alone are no statement", at: current.range,
        hint: "to show several in a row write `table \(written ?? "a, b")`")
    }
    let pairs = valuesOneByOne(rest)?.map { "`\($0.name) = \($0.value)`" }
    return Diagnostic(
      "a formula has one name before its `=`", at: next.range,
      hint: "write each formula on a line of its own\(pairs.map { ": " + $0.joined(separator: ", ") } ?? "")")
  }

  /// Reads a name or an element where only such a one may stand.
  mutating func reference() throws(Diagnostic) -> Reference {
    let name = try name()
    guard current.kind == .symbol(.openBracket) else { return Reference(name, at: name.range) }
    var indices: [Expression] = []
    try open()
    repeat { indices.append(try expression()) } while accept(.comma)
    try close()
    return Reference(name, indices: indices, at: range(from: name.range))
  }

  // MARK: What is no statement

  /// What to say of a line that begins like no statement.
  private mutating func noStatement() -> Diagnostic {
    if isAtLooseClause, !isAtWord("until") { return looseClause() }
    switch current.kind {
    case .name where next.kind.isPlainValue || next.kind == .symbol(.derivative): return unknownStatement()
    case .name
    where isAtWord("while") && (next.kind == .symbol(.openParenthesis) || next.kind == .reserved(.not)):
      return unknownStatement()
    case .name where next.kind == .symbol(.equalTo): return oneEqualsSign(at: next)
    case .name where next.kind == .symbol(.comma):
      return severalNames()
    case .name where next.kind == .symbol(.tilde):
      advance()
      return leftover()
    default: break
    }
    if let known = fault() { return known }
    guard current.kind.beginsValue || current.kind == .symbol(.minus) else {
      return Diagnostic(
        "a statement cannot begin with \(text(of: current).quoted)", at: current.range,
        hint: hintAtConditionalChange ?? current.kind.conditionalHint)
    }
    return expressionAlone()
  }

  /// `while L > 1` at the beginning of a line, or behind `repeat 10 times`.
  var hintOfWhile: String? {
    guard isAtWord("while") else { return nil }
    let tokens = rest.dropFirst().prefix {
      $0.kind != .symbol(.colon) && !($0.kind == .name && text(of: $0) == "do")
    }
    var parser = Parser(file, Array(tokens), at: current.range)
    guard let condition = text(of: tokens), (try? parser.condition()) != nil, parser.current.kind == .end
    else { return nil }
    let isInParentheses =
      tokens.first?.kind == .symbol(.openParenthesis)
      && tokens.dropFirst().prefixInBracket.endIndex == tokens.endIndex - 1
    let isOpposite = tokens.first?.kind == .reserved(.not) && tokens.comparisonsBetweenJoints.count == 1
    let opposite =
      isOpposite
      ? text(of: tokens.dropFirst()) ?? "not (\(condition))"
      : isInParentheses ? "not \(condition)" : "not (\(condition))"
    return readTokens.count <= 1
      ? "commands are repeated until a condition holds, which is asked after each pass: `repeat 100 times until \(opposite)`"
      : "it goes on until a condition holds: `until \(opposite)`"
  }

  /// `exp x` at the beginning of a line.
  private var hintOfCall: String? {
    FunctionWords.all.contains(text(of: current))
      ? "to show a value write \("explain \(text(of: current))(\(text(of: next)))".quoted)" : nil
  }

  private func oneEqualsSign(at token: Token) -> Diagnostic {
    Diagnostic(
      "a formula is written with one `=`", at: token.range, fix: .init(replacing: token.range, with: "="))
  }

  private func unknownStatement() -> Diagnostic {
    let word = text(of: current)
    return Diagnostic(
      "no statement begins with \(word.quoted)", at: current.range,
      advice: .init(hint: hintOfWhile ?? StatementHabit.hint(for: word) ?? hintOfCall)
        ?? nearestStatementWord(to: word, at: current.range) ?? .init("a formula is written `name = …`"))
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
        hint: value.kind.isNumberOrDerivative
          ? "a printed number belongs into a check cell" : value.kind.hintBeforeEquals(written))
    case .end:
      if case .call(let function, let arguments) = value.kind, let shown = arguments.first,
        FunctionHabit.isShowing(function.text)
      {
        return Diagnostic(
          "a value alone is no statement", at: value.range,
          hint: "to show how it comes about write \("explain \(file[shown.range])".quoted)")
      }
      if case .call(let function, _) = value.kind, FunctionHabit.isOptimizer(function.text) {
        return optimizerAsValue(start)
      }
      if case .name(let name) = value.kind, FunctionHabit.isOptimizer(name) { return optimizerAsValue(start) }
      if isBehindDashes {
        return Diagnostic("a value alone is no statement", at: value.range, hint: CommentHabit.hint)
      }
      let didYouMean = start.range == value.range ? nearestStatementWord(to: written, at: value.range) : nil
      return Diagnostic(
        "a value alone is no statement", at: value.range,
        advice: didYouMean ?? .init("to show how it comes about write \("explain \(written)".quoted)"))
    default: return leftover()
    }
  }

  private func nearestStatementWord(to word: String, at range: SourceRange) -> Diagnostic.Advice? {
    .nearest(to: word, among: StatementWord.allCases.map(\.rawValue), at: range)
  }
}

extension Token.Kind {
  /// What to say of a part of an `if` at the beginning of a line.
  fileprivate var conditionalHint: String? {
    switch self {
    case .reserved(.if): "a value with two cases is written `y = if a > 0 then 1 else 0`"
    case .reserved(.then), .reserved(.else): "a line goes on in the next when it ends in `then` or `else`"
    default: nil
    }
  }
}

extension Expression.Kind {
  /// What is meant by something that stands before `=` and is no name.
  fileprivate func hintBeforeEquals(_ written: String) -> String? {
    guard case .call(let function, let arguments) = self else { return nil }
    let isDefinition = arguments.allSatisfy { if case .name = $0.kind { true } else { false } }
    if isDefinition, !arguments.isEmpty { return "a function is defined by \("def \(written) = …".quoted)" }
    let indices = written.dropFirst(function.text.count + 1).dropLast()
    return "an element is written \("\(function.text)[\(indices)]".quoted)"
  }

  /// Whether it is something that only a check can say a number of.
  fileprivate var isNumberOrDerivative: Bool {
    switch self {
    case .derivative, .local: true
    default: false
    }
  }
}
