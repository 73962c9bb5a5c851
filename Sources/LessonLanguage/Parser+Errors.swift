import Diagnostics

/// What to say of a token that is not the one that belongs here.
extension Parser {
  /// Something is missing behind what was read last: `what` is missing behind `+`.
  func missing(_ what: String, hint: String? = nil) -> Diagnostic {
    if let known = fault() { return known }
    guard let previous else {
      return Diagnostic(
        "\(what) is missing before \(text(of: current).quoted)", at: current.range, hint: hint)
    }
    let place = current.kind == .end ? previous : current
    return Diagnostic("\(what) is missing behind \(text(of: previous).quoted)", at: place.range, hint: hint)
  }

  /// A name is missing behind what was read last.
  func missingName() -> Diagnostic {
    if case .reserved(let word) = current.kind { return reserved(word) }
    guard case .number = current.kind else { return missing("a name") }
    return Diagnostic("a name belongs here, not the number \(text(of: current).quoted)", at: current.range)
  }

  /// A value is missing behind what was read last.
  func missingValue() -> Diagnostic {
    if case .reserved(let word) = current.kind {
      if word == .not {
        guard case .symbol(let sign) = previous?.kind, sign.comparison != nil else {
          return misplacedConditionWord()
        }
        return Diagnostic(
          "`not` stands before a whole comparison", at: current.range, hint: "write it like `not a > 0`")
      }
      if word == .all, next.kind == .symbol(.openParenthesis), let hint = hint(at: .all) {
        let isCompared = statementTokens.contains { $0.kind == .reserved(.if) }
        return Diagnostic(
          "`all` is a reserved word and cannot be a name", at: current.range,
          hint: isCompared ? "\(hint), which is compared with 1" : hint)
      }
      if isMissing(before: word) {
        let isComparing = if case .symbol(let sign) = previous?.kind { sign.comparison != nil } else { false }
        let joints: [Token.Kind] = [.reserved(.and), .reserved(.or), .reserved(.not)]
        let isCondition = previous.map { joints.contains($0.kind) } ?? false
        return missing(
          isCondition ? "a condition" : "a value",
          hint: isComparing ? "a condition compares two values, as in `a > 0`" : hintBehindWord)
      }
      return reserved(word)
    }
    if current.kind == .symbol(.colon), openBracket?.kind == .symbol(.openBracket) { return leftover() }
    if current.kind == .symbol(.plus), let value = rest.dropFirst().first, value.kind.beginsValue {
      return Diagnostic(
        "a value has no `+` before it", at: current.range, hint: "leave the `+` out",
        fix: .init(replacing: current.range, with: ""))
    }
    guard current.kind == .end, previous == nil else { return missing("a value", hint: hintAtMissingIndex) }
    return Diagnostic("a value is missing", at: current.range)
  }

  /// What stands behind the word of an `if` that was read last.
  private var hintBehindWord: String? {
    switch previous?.kind {
    case .reserved(.then), .reserved(.else):
      conditionalWithGap.map { "write \($0.quotedWhole)" } ?? "it is written `if a > 0 then 1 else 0`"
    case .reserved(.if): "it is written `if a > 0 then 1 else 0`"
    case .reserved(.and), .reserved(.or), .reserved(.not): "a condition compares two values, as in `a > 0`"
    default: nil
    }
  }

  /// Whether a value is missing before `word`, which is not meant as a name itself.
  private func isMissing(before word: ReservedWord) -> Bool {
    if (word == .for || word == .over) && previous?.kind == .symbol(.openParenthesis) { return true }
    if previous?.kind.isPartOfConditional == true { return true }
    guard current.kind.isPartOfConditional, word != .if, case .symbol(let sign) = previous?.kind else {
      return false
    }
    // `a + then*2` means a value of that name.
    let isFactor = [.symbol(.times), .symbol(.divide), .symbol(.power), .symbol(.openBracket)]
      .contains(next.kind)
    return !isFactor
      && (sign.comparison != nil || [.plus, .minus, .times, .divide, .power, .matrix].contains(sign))
  }

  /// The current token cannot stand behind what was read, which is complete.
  func leftover(hint: String? = nil) -> Diagnostic {
    if let known = fault() { return known }
    if let openBracket, isClosingMissing { return unclosed(openBracket) }
    if current.kind.beginsValue, let previous { return missingOperator(behind: previous) }
    switch current.kind {
    case .symbol(.closeParenthesis) where openBracket == nil,
      .symbol(.closeBracket) where openBracket == nil:
      return Diagnostic("this \(text(of: current).quoted) closes no bracket", at: current.range)
    case .symbol(.ellipsis):
      return misplaced(
        hint: hintAtSlice
          ?? (openBracket?.kind == .symbol(.openBracket)
            ? hintAtRangeInList : "a range stands behind `in`, or in the brackets of a given family"))
    case .symbol(.openBracket):
      return misplaced(
        hint: previous?.kind == .symbol(.closeBracket)
          ? hintAtSecondBrackets
          : "an element is written `h[2]`, behind the family's name")
    case .reserved(.for):
      return misplaced(
        hint: openBracket?.kind == .symbol(.openBracket)
          ? hintAtListOfRange ?? "a family is written `y[i] = i^2 for i in 1...3`"
          : "for each it is written `y[i] = x[i] for i in 1...3`, and their sum `sum(x[i] for i in 1...3)`")
    case .reserved(.over): return misplaced(hint: hintAtOverBehindValue)
    case .reserved(.from): return misplaced(hint: hintAtFrom)
    case .symbol(.tilde): return misplaced(hint: hintAtDraw)
    case .reserved(.if):
      return misplaced(
        hint: hintAtIfBehindRange ?? hintAtIfBehindValue ?? "an `if` comes first: `if a > 0 then 1 else 0`")
    case .symbol(let symbol) where symbol.comparison != nil: return misplacedConditionWord()
    case .reserved(.and), .reserved(.or), .reserved(.not): return misplacedConditionWord()
    case .symbol(.comma):
      return misplaced(
        hint: hintAtComma ?? hint,
        fix: hintAtComma == .decimalComma ? .init(replacing: current.range, with: ".") : nil)
    case .symbol(.colon)
    where previous?.kind == .symbol(.openBracket) || openBracket?.kind == .symbol(.openBracket):
      return misplaced(
        hint: hintAtSlice ?? hintAtRangeInList)
    case .symbol(.colon) where next.kind == .end && openBracket == nil:
      return misplaced(
        hint: "leave it out: nothing stands at the end of a line but a comment",
        fix: .init(replacing: current.range, with: ""))
    case .symbol(.colon), .symbol(.equals): return labelled() ?? misplaced(hint: hint ?? hintAtColon)
    default: return misplaced(hint: hint)
    }
  }

  /// `explain mean(L) over xor`; it stands at the `over`.
  private var hintAtOverBehindValue: String {
    let rule = "over rows of data goes what stands in the parentheses of `sum`, `mean`, `max` or `min`"
    let value = readTokens.dropFirst()
    guard readTokens.first.map({ text(of: $0) }) == StatementWord.explain.rawValue, next.kind == .name,
      let written = text(of: value)
    else { return rule }
    guard let function = value.first, let inside = value.dropFirst().insideOfParentheses,
      ReductionWord(spelled: text(of: function))?.takesRows == true, let body = text(of: inside)
    else {
      return value.count == 1
        ? "of every row of data there is the mean, `mean(\(written) over \(text(of: next)))`, or with `sum` the sum"
        : rule
    }
    return "write `\(text(of: function))(\(body) over \(text(of: next)))`"
  }

  /// `plot x^2 from 0 to 3`; it stands at the `from`.
  private var hintAtFrom: String {
    let word = readTokens.first.flatMap { StatementWord(spelled: text(of: $0)) }
    guard word == .plot || word == .table else {
      return "columns of data are read with `input x1, x2 from xor`"
    }
    let rule = "what it goes over stands behind a `for`, with a range"
    let names = Set(readTokens.dropFirst().filter { $0.kind == .name }.map { text(of: $0) })
      .filter { known?.isFunction($0) != true }
    guard let name = names.first, names.count == 1, known?.isValue(name) == true, known?.bounds(name) == nil,
      let ends = foreignEnds(rest.dropFirst())
    else { return rule }
    return "\(rule): `for \(name) in \(ends)`"
  }

  /// `W[i][j]`; it stands at the second bracket.
  private var hintAtSecondBrackets: String {
    let rule = "an element with two indices has both in one pair of brackets"
    let second = rest.dropFirst().prefixInBracket
    guard let place = readTokens.lastIndex(where: { $0.kind == .symbol(.openBracket) }),
      place > readTokens.startIndex, readTokens[place - 1].kind == .name, second.endIndex < rest.endIndex,
      let one = text(of: readTokens[(place + 1)...].dropLast()), let other = text(of: second)
    else { return rule }
    let family = text(of: readTokens[place - 1])
    let bounds = known?.bounds(family)
    if bounds?.count == 1 { return "`\(family)` has one index" }
    let isOutside = zip(bounds ?? [], [one, other]).contains { bounds, index in
      Int(index).map { !bounds.contains($0) } ?? false
    }
    return isOutside
      ? "\(rule), and those of `\(family)` are from \(bounds?.map { "\($0.lowerBound)" }.joined(separator: " and ") ?? "1") on"
      : "\(rule): `\(family)[\(one), \(other)]`"
  }

  private func misplaced(hint: String?, fix: Diagnostic.Fix? = nil) -> Diagnostic {
    Diagnostic("\(text(of: current).quoted) has no place here", at: current.range, hint: hint, fix: fix)
  }

  /// What is wrong with the current token wherever it stands: that it is none, that the line ends inside a
  /// bracket.
  func fault() -> Diagnostic? {
    switch current.kind {
    case .fault(let fault):
      fault.diagnostic(text: text(of: current), at: current.range).replacingAdvice(by: advice(for: fault))
    case .end: openBracket.map { unclosed($0) }
    default: nil
    }
  }

  /// The reserved word at which the parser stands is used as a name.
  func reserved(_ word: ReservedWord) -> Diagnostic {
    Diagnostic(
      "`\(word.rawValue)` is a reserved word and cannot be a name", at: current.range, hint: hint(at: word))
  }

  private func unclosed(_ bracket: Token) -> Diagnostic {
    Diagnostic("this \(text(of: bracket).quoted) is never closed", at: bracket.range)
  }

  /// Whether the rest of the statement closes fewer brackets than are open.
  private var isClosingMissing: Bool {
    guard let kind = openBracket?.kind, let end = kind.closingBracket else { return false }
    let closed = rest.count { $0.kind == .symbol(end) }
    let opened = rest.count { $0.kind == kind }
    return closed - opened < openBrackets.count { $0.kind == kind }
  }

  /// Whether it stands at the comma of `0,5`.
  var isAtDecimalComma: Bool {
    current.kind == .symbol(.comma) && next.kind == .number && previous?.kind == .number
      && previous?.range.upperBound == current.range.lowerBound
      && next.range.lowerBound == current.range.upperBound
  }

  /// Whether ` -- ` has been read, which begins a comment in other languages; `a--b` is arithmetic.
  var isBehindDashes: Bool {
    let tokens = readTokens
    return zip(tokens, tokens.dropFirst()).contains { first, second in
      first.kind == .symbol(.minus) && second.kind == .symbol(.minus)
        && CommentHabit.isAtDashes(file, from: first.range.lowerBound, to: second.range.upperBound)
    }
  }

  private func missingOperator(behind previous: Token) -> Diagnostic {
    Diagnostic(
      "an operator is missing between \(text(of: previous).quoted) and \(text(of: current).quoted)",
      at: current.range,
      advice: isBehindDashes ? .init(CommentHabit.hint) : advice(between: previous, and: current))
  }
}

extension Diagnostic {
  /// The same with other advice, if there is any.
  fileprivate func replacingAdvice(by advice: Advice?) -> Diagnostic {
    advice.map { Diagnostic(message, at: range, advice: $0) } ?? self
  }
}

extension String {
  /// The hint at a comma between two digits.
  static var decimalComma: String { "a number has no comma in it: its decimal sign is a point" }
}

extension Token.Kind {
  /// Whether an operand may begin with it.
  var beginsValue: Bool {
    isPlainValue || self == .symbol(.openParenthesis) || self == .symbol(.derivative)
  }

  /// Whether it is a whole operand.
  var isPlainValue: Bool { self == .number || self == .name || self == .reserved(.pi) }

  /// Whether it is a word of an `if`.
  var isPartOfConditional: Bool {
    switch self {
    case .reserved(let word): [.if, .then, .else, .and, .or, .not].contains(word)
    default: false
    }
  }
}
