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
    return isCondition(tokens) ? text(of: tokens) : nil
  }

  /// What to write in the place of a condition that stands where a value is to stand.
  var hintAtCondition: String {
    if let whole = conditionalElsewhere { return "write \(whole.quotedWhole)" }
    let isOfCases = statementTokens.contains {
      text(of: $0) == "?" || $0.kind == .name && FunctionHabit.isConditional(text(of: $0))
    }
    if isOfCases { return .twoCases }
    if let other = hintAtConditionInCall { return other }
    let joints: [Token.Kind] = [.reserved(.and), .reserved(.or)]
    if statementTokens.first.map({ text(of: $0) }) == StatementWord.explain.rawValue,
      current.kind == .reserved(.and), statementTokens.comparisonsBetweenJoints.allSatisfy({ $0 == 0 })
    {
      return "write an `explain` for each value"
    }
    guard let condition = conditionAround else {
      if statementTokens.contains(where: { joints.contains($0.kind) }) {
        return "each side of `and` and `or` compares two values, behind an `if`"
      }
      return .twoCases
    }
    let value = "if \(condition) then 1 else 0"
    guard let call = callsAround.last, text(of: call.function) == "count" else {
      return "as a value, 1 or 0, it is written \(value.quotedWhole)"
    }
    let ranges = call.inside.drop { $0.kind != .reserved(.for) }
    let written = text(of: ranges).map { " " + $0 } ?? ""
    return "how many there are is \("sum(\(value)\(written))".quotedWhole)"
  }

  /// `u[u > 1]`, `any(u > 2)`, and a condition in another function that there is not; `nil` where it stands in none of them.
  private var hintAtConditionInCall: String? {
    if openBracket?.kind == .symbol(.openBracket),
      let place = readTokens.lastIndex(where: { $0.range == openBracket?.range }),
      place > readTokens.startIndex,
      readTokens[place - 1].kind == .name
    {
      return
        "an index is a number: no elements are picked out by a condition; in a `sum` an `if` makes the others 0"
    }
    guard let call = callsAround.last, text(of: call.function) != "count" else { return nil }
    let name = text(of: call.function)
    if name == "any", let form = ofEach(call.inside, with: "max") {
      let isCompared = statementTokens.contains { $0.kind == .reserved(.if) }
      return isCompared ? "\(form), which is compared with 1" : form
    }
    return known?.isFunction(name) == false
      ? "there is no function \(name.quoted); a condition stands between `if` and `then`" : nil
  }

  /// `where(a > 0, x, b)` and `a > 0 ? x : b`, as they are written here; `nil` where neither is meant.
  private var conditionalElsewhere: String? {
    if let call = callsAround.last(where: { FunctionHabit.isConditional(text(of: $0.function)) }) {
      return conditional(of: call.inside.pieces(at: .comma)).map {
        ProposedForm.inPlace(of: range(of: call), in: file, $0)
      }
    }
    return conditionalWithMark
  }

  /// `a > 0 ? x : b` of C as the whole of a bracket or of the right side; `nil` where that is not plain.
  var conditionalWithMark: String? {
    let all = statementTokens
    let inside = openBracket.map { bracket in
      all.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    }
    for part in [inside, ownValue?.value].compactMap(\.self) {
      guard let mark = part.firstIndex(where: { text(of: $0) == "?" }) else { continue }
      let parts = [part[..<mark]] + part[(mark + 1)...].pieces(at: .colon)
      if let whole = conditional(of: parts) { return whole }
      // What is not compared is asked whether it is 0.
      guard parts.count == 3, parts[0].count == 1, parts[0].first?.kind == .name,
        let first = branch(parts[1]), let second = branch(parts[2], isLast: true)
      else { continue }
      return "if \(text(of: parts[0][mark - 1])) != 0 then \(first) else \(second)"
    }
    return nil
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

  /// `sum(u[i] for i in 1...3 if u[i] > 1)` of Python; it stands at the `if`.
  var hintAtIfBehindRange: String? {
    let read =
      openBracket.map { bracket in
        readTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }
      } ?? readTokens
    guard read.hasOwnRanges else { return nil }
    let rule = "a `for` goes over every number of its range; in a `sum` an `if` makes the others 0"
    guard let call = callsAround.last, openBracket?.kind == .symbol(.openParenthesis),
      functionName(spelled: text(of: call.function)) == "sum",
      let place = read.firstIndex(where: { $0.kind == .reserved(.for) }),
      let condition = condition(of: rest.dropFirst().prefixInBracket), let body = branch(read[..<place]),
      let ranges = text(of: read[place...])
    else { return rule }
    return "write `\(text(of: call.function))(if \(condition) then \(body) else 0 \(ranges))`"
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

  /// Whether each part between `and` and `or` compares once, or is such a condition in parentheses.
  private func isCondition(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count <= 2 * Self.longestForm else { return false }
    var parts: [ArraySlice<Token>] = [[]]
    var depth = 0
    for index in tokens.indices {
      depth += tokens[index].kind.bracketCount
      if depth == 0, [.reserved(.and), .reserved(.or)].contains(tokens[index].kind) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(tokens[index])
      }
    }
    return parts.allSatisfy { part in
      let part = Array(part.drop { $0.kind == .reserved(.not) })[...]
      if let inside = part.insideOfParentheses { return isCondition(inside) }
      return part.comparisonsBetweenJoints == [1]
    }
  }

  /// Three parts that are a condition and two values.
  func conditional(of parts: [ArraySlice<Token>]) -> String? {
    guard parts.count == 3, parts.allSatisfy({ $0.count <= 2 * Self.longestForm }),
      let condition = condition(of: parts[0]), let first = branch(parts[1]),
      let second = branch(parts[2], isLast: true)
    else { return nil }
    return "if \(condition) then \(first) else \(second)"
  }

  /// A condition as it is written here: with `==` for one `=`, and with `and` for `AND(…)`.
  private func condition(of tokens: ArraySlice<Token>) -> String? {
    guard tokens.count <= 2 * Self.longestForm else { return nil }
    if let inside = tokens.insideOfParentheses { return condition(of: inside) }
    if let (name, inside) = wholeCall(tokens), ["AND", "OR"].contains(name.uppercased()) {
      let parts = inside.pieces(at: .comma).map { condition(of: $0) }
      let texts = parts.compactMap(\.self)
      let isPlain =
        texts.count == parts.count && !texts.contains { $0.contains(" and ") || $0.contains(" or ") }
      return isPlain ? texts.joined(separator: " \(name.lowercased()) ") : nil
    }
    let equals = tokens.filter { $0.kind == .symbol(.equals) }
    if equals.count == 1, tokens.comparisonsBetweenJoints == [0] {
      return text(of: tokens, replacing: equals.map { ($0.range, "==") })
    }
    return equals.isEmpty && isCondition(tokens) ? text(of: tokens) : nil
  }

  /// A value of an `if`, which may be one itself, as another language writes it.
  private func branch(_ tokens: ArraySlice<Token>, isLast: Bool = false) -> String? {
    if tokens.contains(where: { text(of: $0) == "?" }) { return nil }
    if let (name, inside) = wholeCall(tokens), name == "if" || FunctionHabit.isConditional(name) {
      return conditional(of: inside.pieces(at: .comma)).map { isLast ? $0 : "(\($0))" }
    }
    guard tokens.contains(where: { $0.kind == .reserved(.if) }) else {
      let isOther = tokens.contains { FunctionHabit.isConditional(text(of: $0)) }
      return isOther ? nil : text(of: tokens)
    }
    guard let mark = tokens.firstIndex(where: { $0.kind == .reserved(.if) }), mark > tokens.startIndex,
      let otherwise = tokens[mark...].firstIndex(where: { $0.kind == .reserved(.else) }),
      !tokens.contains(where: { $0.kind == .reserved(.then) })
    else { return nil }
    let whole = conditional(of: [tokens[(mark + 1)..<otherwise], tokens[..<mark], tokens[(otherwise + 1)...]])
    return whole.map { isLast ? $0 : "(\($0))" }
  }

  /// The name and the inside of a call that is all there is.
  private func wholeCall(_ tokens: ArraySlice<Token>) -> (name: String, inside: ArraySlice<Token>)? {
    guard let name = tokens.first, name.kind == .name || name.kind == .reserved(.if),
      let inside = tokens.dropFirst().insideOfParentheses
    else { return nil }
    return (text(of: name), inside)
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
