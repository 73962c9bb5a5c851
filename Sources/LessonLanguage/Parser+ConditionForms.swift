import Diagnostics

/// Conditions and `if`s as a whole, with all that the author has typed in them.
extension Parser {
  /// The condition in the midst of which it stands, as it is written; `nil` where it is not plain what belongs to it.
  var conditionAround: String? {
    var before: [Token] = []
    var depth = 0
    for token in readTokens.reversed() {
      depth -= token.kind.bracketCount
      if depth < 0 || depth == 0 && token.kind.endsCondition { break }
      before.append(token)
    }
    let behind = readTokens.dropLast(before.count).last
    if let behind, [.reserved(.if), .reserved(.then), .reserved(.else)].contains(behind.kind) { return nil }
    if let first = before.last, first.range == readTokens.first?.range,
      StatementWord(spelled: text(of: first)) != nil
    {
      before.removeLast()
    }
    var after: [Token] = []
    depth = 0
    var end: Token?
    for token in rest {
      depth += token.kind.bracketCount
      if depth < 0 || depth == 0 && token.kind.endsCondition {
        end = token
        break
      }
      after.append(token)
    }
    if let end, [.reserved(.then), .reserved(.else), .symbol(.equals)].contains(end.kind) { return nil }
    let tokens = (before.reversed() + after)[...]
    if tokens.contains(where: { if case .fault = $0.kind { true } else { false } }) { return nil }
    // Each side of an `and` compares once.
    let comparisons = tokens.comparisonsBetweenJoints
    return comparisons.allSatisfy { $0 <= 1 } && comparisons.contains(1) ? text(of: tokens) : nil
  }

  /// What to write in the place of a condition that stands where a value is to stand.
  var hintAtCondition: String {
    if let whole = conditionalElsewhere { return "write \(whole.quotedWhole)" }
    guard let condition = conditionAround else {
      return "a value with two cases is written `if a > 0 then 1 else 0`"
    }
    let value = "if \(condition) then 1 else 0"
    guard let call = callsAround.last, text(of: call.function) == "count" else {
      return "as a value, 1 or 0, it is written \(value.quotedWhole)"
    }
    let ranges = call.inside.drop { $0.kind != .reserved(.for) }
    let written = text(of: ranges).map { " " + $0 } ?? ""
    return "how many there are is \("sum(\(value)\(written))".quotedWhole)"
  }

  /// `where(a > 0, x, b)` and `a > 0 ? x : b`, as they are written here; `nil` where neither is meant.
  private var conditionalElsewhere: String? {
    if let call = callsAround.last, FunctionHabit.isConditional(text(of: call.function)) {
      return conditional(of: call.inside.pieces(at: .comma)).map {
        ProposedForm.inPlace(of: range(of: call), in: file, $0)
      }
    }
    let all = statementTokens
    let inside =
      openBracket.map { bracket in
        all.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
      }
      ?? ownValue?.value
    guard let inside, let mark = inside.firstIndex(where: { text(of: $0) == "?" }) else { return nil }
    return conditional(of: [inside[..<mark]] + inside[(mark + 1)...].pieces(at: .colon))
  }

  /// `if(a > 0, 1, 0)` of a spreadsheet; it stands at the comma.
  var hintAtCalledIf: String? {
    guard let bracket = openBracket, let place = readTokens.lastIndex(where: { $0.range == bracket.range }),
      place > readTokens.startIndex, readTokens[place - 1].kind == .reserved(.if)
    else { return nil }
    let all = statementTokens
    let inside = all[(place + 1)...].prefixInBracket
    guard inside.endIndex < all.endIndex else { return nil }
    return conditional(of: inside.pieces(at: .comma)).map { whole in
      let range = all[place - 1].range.union(all[inside.endIndex].range)
      return "write \(ProposedForm.inPlace(of: range, in: file, whole).quotedWhole)"
    }
  }

  /// `x if x > 0 else 0` of Python; it stands at the `if`.
  var hintAtIfBehindValue: String? {
    guard let previous else { return nil }
    let all = statementTokens
    let inside =
      openBracket.map { bracket in
        all.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
      } ?? ownValue?.value
    guard let inside, let mark = inside.firstIndex(where: { $0.range == current.range }),
      let otherwise = inside[mark...].firstIndex(where: { $0.kind == .reserved(.else) }),
      !inside.contains(where: { $0.kind == .reserved(.then) }), previous.kind != .symbol(.comma),
      !inside.contains(where: { $0.kind == .symbol(.comma) })
    else { return nil }
    return conditional(of: [inside[(mark + 1)..<otherwise], inside[..<mark], inside[(otherwise + 1)...]])
      .map { "write \($0.quotedWhole)" }
  }

  /// Three parts that are a condition and two values.
  func conditional(of parts: [ArraySlice<Token>]) -> String? {
    guard parts.count == 3, parts[0].comparisonsBetweenJoints.allSatisfy({ $0 == 1 }) else { return nil }
    let texts = parts.compactMap { text(of: $0) }
    guard texts.count == 3, !parts.contains(where: { part in part.contains { text(of: $0) == "?" } }) else {
      return nil
    }
    return "if \(texts[0]) then \(texts[1]) else \(texts[2])"
  }

  // MARK: Parts of an `if` that are missing, or too many

  /// `if a > 0 then else 1`, with a gap where the value is missing before `else`, or at the end.
  var conditionalWithGap: String? {
    let all = statementTokens
    guard let previous, let place = readTokens.lastIndex(where: { $0.kind == .reserved(.if) }) else {
      return nil
    }
    let rest = all[place...].prefixInBracket
    guard let last = rest.last, let whole = text(of: rest) else { return nil }
    let start = file[rest[place].range.union(previous.range)]
    let end =
      last.range.upperBound > previous.range.upperBound
      ? file[SourceRange(previous.range.upperBound, last.range.upperBound)] : ""
    guard whole.contains(" then"), start.count + end.count == whole.count else { return nil }
    let kind = start + " …" + end
    return kind.contains("else") ? kind : kind + " else …"
  }

  /// `if if a > 0 then 1 else 0 > 0 then 1 else 0`, with the second one in parentheses, which is compared.
  var conditionalInParentheses: String? {
    guard previous?.kind == .reserved(.if), let start = previous else { return nil }
    let inner = rest
    guard let otherwise = inner.firstIndex(where: { $0.kind == .reserved(.else) }),
      !inner[inner.startIndex...otherwise].dropFirst().contains(where: { $0.kind == .reserved(.if) })
    else { return nil }
    let compared = inner[(otherwise + 1)...].firstIndex {
      if case .symbol(let sign) = $0.kind { sign.comparison != nil } else { false }
    }
    guard let compared, compared > otherwise + 1, let value = text(of: inner[..<compared]),
      let behind = text(of: (openBracket == nil ? inner : inner.prefixInBracket)[compared...]),
      behind.contains(" then ")
    else { return nil }
    let whole = "\(text(of: start)) (\(value)) \(behind)"
    return whole.count <= Self.longestForm ? whole : nil
  }

  /// `if (if a > 0) then 1 else 0` without the second `if`.
  func conditionalWithout(_ second: Token) -> String? {
    let all = statementTokens
    guard let place = all.firstIndex(where: { $0.range == second.range }), place > all.startIndex,
      all.indices.contains(place + 2)
    else { return nil }
    let whole = all[(place - 1)...].prefixInBracket
    let inside = all[(place + 1)...].dropFirst().prefixInBracket
    guard !inside.contains(where: { $0.kind == .symbol(.comma) }), all.indices.contains(inside.endIndex + 1),
      all[inside.endIndex].kind == .symbol(.closeParenthesis),
      all[inside.endIndex + 1].kind == .reserved(.then)
    else { return nil }
    return text(
      of: whole,
      replacing: [(SourceRange(all[place + 1].range.lowerBound, all[place + 2].range.lowerBound), "")])
  }

  /// `if (if a > 0, b) then 1 else 0`: the condition alone, with what stands behind it.
  func hintAtConditionAlone(behind bracket: Token) -> String {
    let inside = statementTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    let condition = inside.dropFirst().prefix {
      $0.kind != .symbol(.comma) && $0.kind != .symbol(.closeParenthesis) && $0.kind != .reserved(.then)
    }
    let rule = "a condition stands alone between `if` and `then`"
    let behind = statementTokens.drop { $0.range.lowerBound < (inside.last?.range.upperBound ?? 0) }
      .drop { $0.kind != .reserved(.then) }
    guard condition.comparisonsBetweenJoints.allSatisfy({ $0 == 1 }), let text = text(of: condition),
      let branches = self.text(of: behind), behind.contains(where: { $0.kind == .reserved(.else) })
    else { return rule }
    return "a condition stands alone: write \("if \(text) \(branches)".quotedWhole)"
  }

  /// `if if a > 0`, with one `if`; it stands at the second one.
  var conditionalOnce: String? {
    guard previous?.kind == .reserved(.if) else { return nil }
    let behind = rest.dropFirst()
    let condition = behind.prefix { $0.kind != .reserved(.then) }
    guard condition.comparisonsBetweenJoints.allSatisfy({ $0 == 1 }), let text = text(of: condition),
      !behind.contains(where: { $0.kind == .reserved(.if) || $0.kind.bracketCount != 0 })
    else { return nil }
    if condition.count == behind.count { return "if \(text) then 1 else 0" }
    let words = behind.filter { $0.kind == .reserved(.then) || $0.kind == .reserved(.else) }.map(\.kind)
    return words == [.reserved(.then), .reserved(.else)] ? self.text(of: behind).map { "if \($0)" } : nil
  }
}

extension Token.Kind {
  /// Whether a condition cannot go on with it.
  fileprivate var endsCondition: Bool {
    switch self {
    case .symbol(let symbol): [.comma, .equals, .arrow, .colon].contains(symbol)
    case .reserved(let word): [.if, .then, .else, .for, .over].contains(word)
    default: false
    }
  }
}
