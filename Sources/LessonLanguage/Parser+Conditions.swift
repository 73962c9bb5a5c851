import Diagnostics

/// `if C then A else B`, `until C`, and conditions, loosest first: `or`; `and`; `not`; one comparison of two values.
extension Parser {
  /// Reads the condition behind `until`.
  mutating func condition() throws(Diagnostic) -> Condition {
    let isMissing =
      switch current.kind {
      case .end, .symbol(.comma): true
      case .reserved(let word): clauseWord(current) != nil || [.and, .or, .then, .else].contains(word)
      default: false
      }
    if isMissing { throw missing("a condition", hint: "write it like `until L < 0.01`") }
    switch try content(of: .until) {
    case .condition(let condition): return condition
    case .value(let value): throw noCondition(value, isBehindUntil: true)
    }
  }

  /// Takes `value`, which is complete and stands where a condition may, as a side of a comparison.
  mutating func takeSide(
    _ value: Expression, into last: inout UnfinishedExpression
  ) throws(Diagnostic) -> Content? {
    if let comparison = last.condition.takeRight(value) {
      if isAtComparison { throw chainedComparison() }
      return try take(comparison, into: &last)
    }
    if case .symbol(let symbol) = current.kind, let comparison = symbol.comparison {
      advance()
      last.condition.takeLeft(value, comparison)
      return nil
    }
    // Parentheses in a condition may hold a condition or a value.
    if case .parentheses = last.surrounding, !last.condition.isBegun, !current.kind.tellsCondition {
      return .value(value)
    }
    let isBehindUntil = if case .until = last.surrounding { true } else { false }
    throw noCondition(value, isBehindUntil: isBehindUntil)
  }

  /// Takes a condition, and the `and` or the `or` behind it.
  mutating func take(
    _ condition: Condition, into last: inout UnfinishedExpression
  ) throws(Diagnostic) -> Content? {
    leave(last.condition.notCount)
    switch current.kind {
    case .reserved(.and): last.condition.takeRequirement(condition)
    case .reserved(.or): last.condition.takeAlternative(condition)
    default: return .condition(last.condition.finish(with: condition))
    }
    advance()
    return nil
  }

  /// Reads what stands behind `condition`, now complete.
  mutating func close(_ surrounding: Surrounding, with condition: Condition) throws(Diagnostic) -> Piece {
    switch surrounding {
    case .parentheses(let bracket, _):
      try close()
      return .condition(Condition(condition.kind, at: range(from: bracket)))
    case .condition(let word):
      guard accept(.reserved(.then)) else { throw missingInConditional(.then) }
      return .opened(.branch(word: word, condition))
    default: throw leftover()
    }
  }

  // MARK: What is wrong

  /// Whether it stands at an operator that binds two values.
  var isAtOperator: Bool {
    guard case .symbol(let symbol) = current.kind else { return false }
    return isAtComparison || [.plus, .minus, .times, .divide, .power].contains(symbol)
  }

  private var isAtComparison: Bool {
    if case .symbol(let symbol) = current.kind { symbol.comparison != nil } else { false }
  }

  private func chainedComparison() -> Diagnostic {
    Diagnostic(
      "comparisons are not chained", at: current.range, hint: "write two, as in `0 < a and a < 1`")
  }

  /// A condition is computed with.
  func conditionAsValue(_ condition: Condition) -> Diagnostic {
    Diagnostic(
      "a condition is no value", at: condition.range, hint: "a value of it is `(if a > 0 then 1 else 0)`")
  }

  /// A list or an `if` is computed with.
  func operatorBehind(_ value: Expression) -> Diagnostic {
    value.kind.isList
      ? Diagnostic(
        "a list cannot be computed with", at: current.range,
        hint: "write a formula for the elements, or give each list a name in a formula above")
      : Diagnostic(
        "an `if` that is compared stands in parentheses", at: value.range,
        hint: isAtComparison ? hintAtCompared("(\(file[value.range]))") : nil)
  }

  /// How a value is compared that is `text`, behind which stand a sign and another one.
  private func hintAtCompared(_ text: String) -> String? {
    guard text.count <= Self.longestForm, next.kind.isPlainValue else { return nil }
    return "write `\(text) \(file[current.range]) \(file[next.range])`"
  }

  /// `value` stands where a condition is to stand.
  private func noCondition(_ value: Expression, isBehindUntil: Bool) -> Diagnostic {
    let text = file[value.range]
    if case .call(let function, _) = value.kind, ["isnan", "isinf", "isfinite"].contains(function.text) {
      return Diagnostic(
        "\(text.quoted) alone is no condition", at: value.range, hint: "every value is a number")
    }
    let alone = Diagnostic(
      "\(text.quoted) alone is no condition", at: value.range,
      hint: isBehindUntil
        ? "a condition compares two values, as in `L < 0.01`"
        : text.count <= 40 && !text.contains { $0.isNewline }
          ? "a condition compares two values, as in `\(text) > 0` or `\(text) != 0`"
          : "a condition compares two values, as in `a > 0`")
    return switch current.kind {
    case .symbol(.equals): Diagnostic("two values are compared with `==`", at: current.range)
    case .symbol(.arrow):
      Diagnostic(
        "`<-` compares nothing", at: current.range, hint: "a minus behind `<` stands apart, as in `a < -1`")
    case .end, .symbol(.closeParenthesis), .reserved(.then), .reserved(.and), .reserved(.or):
      fault() ?? alone
    case .symbol(.comma) where isBehindUntil: alone
    case .name where isBehindUntil && clauseWord(current) != nil: alone
    case .reserved where isBehindUntil && clauseWord(current) != nil: alone
    default: leftover()
    }
  }

  /// The `then` or the `else` of an `if` is not where it belongs.
  func missingInConditional(_ word: ReservedWord) -> Diagnostic {
    let following = (openBracket == nil ? rest : rest.prefixInBracket).first {
      $0.kind == .reserved(.then) || $0.kind == .reserved(.else)
    }
    if following?.kind == .reserved(word) { return leftover() }
    if word == .then, let second = openBracket, readTokens.kinds(around: second) == (.if, .if) {
      return missing(
        "`then`",
        hint: conditionalWithout(second).map { "leave out the second `if`: write \($0.quotedWhole)" }
          ?? hintAtConditionAlone(behind: second))
    }
    let isElseIf = isAtWord("elif") || isAtWord("elseif")
    return missing(
      "`\(word.rawValue)`",
      hint: isElseIf ? "write `else if`" : "it is written `if a > 0 then 1 else 0`; a line may end in `else`")
  }

  /// An `if` stands where only a tighter form may.
  func misplacedIf() -> Diagnostic {
    let behind = previous.map { " behind \(text(of: $0).quoted)" } ?? ""
    return Diagnostic(
      "an `if`\(behind) stands in parentheses", at: current.range,
      hint: conditionalInParentheses.map { "write \($0.quotedWhole)" } ?? conditionalOnce.map {
        "one `if` is enough: \($0.quotedWhole)"
      }
        ?? (previous?.kind.isPartOfConditional == true
          ? "it is compared like `if (if a > 0 then 1 else 0) > 0 then 2 else 3`"
          : "write it like `1 + (if a > 0 then 1 else 0)`"))
  }

  /// A word or a sign of conditions stands elsewhere.
  func misplacedConditionWord() -> Diagnostic {
    Diagnostic(
      "\(text(of: current).quoted) stands only in a condition, behind `if` or `until`", at: current.range,
      hint: hintAtCondition)
  }

  /// A list stands where a value is to stand.
  func listInExpression() -> Diagnostic {
    let inside = rest.dropFirst().prefixInBracket
    let list = inside.endIndex < rest.endIndex ? text(of: rest[...inside.endIndex]) : nil
    let habit =
      previous?.kind == .symbol(.openParenthesis)
      ? readTokens.dropLast().last.flatMap { FunctionHabit.isList(text(of: $0)) ? $0 : nil } : nil
    let isInDefinition = readTokens.first.map { text(of: $0) } == StatementWord.def.rawValue
    if let list, inside.isOfRanges, let call = callsAround.last, call.inside.count == inside.count + 2,
      ReductionWord(spelled: text(of: call.function)) != nil, let written = text(of: inside)
    {
      return Diagnostic(
        "a list stands only as the whole right side of a formula or a given value", at: current.range,
        hint:
          "leave out the brackets of `\(list)`: write \("\(text(of: call.function))(\(written))".quotedWhole)"
      )
    }
    if let habit, let list {
      return Diagnostic(
        "a list is written without `\(text(of: habit))`", at: habit.range,
        hint: "the brackets alone make it one: `\(list)`")
    }
    if previous?.kind == .reserved(.in) {
      let numbers = inside.pieces(at: .comma).map { argument($0).number }
      let values = numbers.compactMap(\.self)
      let isInOrder =
        values.count == numbers.count && zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
      let isOfPlot =
        readTokens.first.map { text(of: $0) } == StatementWord.plot.rawValue
        && values.count == 2 && numbers.count == 2 && values[0] < values[1]
      let ends = [inside.pieces(at: .comma).first, inside.pieces(at: .comma).last].compactMap {
        $0.flatMap { text(of: $0) }
      }
      if ends.count == 2, values.count > 1, isInOrder || isOfPlot {
        return Diagnostic(
          "a list stands only as the whole right side of a formula or a given value", at: current.range,
          hint: "a range is written `\(ends[0])...\(ends[1])`")
      }
    }
    return Diagnostic(
      "a list stands only as the whole right side of a formula or a given value", at: current.range,
      hint: isInDefinition
        ? "a function gives one value; a family is a formula of its own: `h = [1, 2]`"
        : "give it a name of its own, as in `\(nameOfPart) = \(list ?? "[1, 2]")`")
  }
}

extension Token.Kind {
  /// Whether what stands before it was meant as a condition, or as a side of one.
  fileprivate var tellsCondition: Bool {
    [.symbol(.equals), .symbol(.arrow), .reserved(.and), .reserved(.or)].contains(self)
  }
}

extension ArraySlice<Token> {
  /// The reserved words on both sides of `token`, if such stand there.
  fileprivate func kinds(around token: Token) -> (ReservedWord?, ReservedWord?) {
    guard let place = firstIndex(where: { $0.range == token.range }) else { return (nil, nil) }
    let word = { (kind: Token.Kind?) -> ReservedWord? in
      if case .reserved(let word) = kind { word } else { nil }
    }
    return (word(self[..<place].last?.kind), word(self[place...].dropFirst().first?.kind))
  }
}

extension Expression.Kind {
  /// Whether it is a list.
  var isList: Bool { if case .list = self { true } else { false } }
}
