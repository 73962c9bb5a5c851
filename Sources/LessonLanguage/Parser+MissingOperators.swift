import Diagnostics

/// What to say of two values without an operator between them.
extension Parser {
  /// What is missing between `left` and `right`, two values that stand side by side.
  func advice(between left: Token, and right: Token) -> Diagnostic.Advice {
    let (first, second) = (text(of: left), text(of: right))
    let both = left.range.union(right.range)
    if left.kind == .number, right.kind == .number, isGroup(second), first.count <= 3,
      openBracket?.kind != .symbol(.openBracket)
    {
      // Each further group of three digits belongs to the same number.
      let groups = rest.prefix { $0.kind == .number && isGroup(text(of: $0)) }
      let number = first + groups.map { text(of: $0) }.joined()
      if rest.dropFirst(groups.count).first?.kind == .symbol(.comma) {
        return .init("a number has neither a blank nor a comma in it; its decimal sign is a point")
      }
      return .init(
        "a number has no blank in it: \(number.quoted)",
        fix: .init(replacing: groups.reduce(left.range) { $0.union($1.range) }, with: number))
    }
    if readTokens.first.map({ text(of: $0) }) == StatementWord.plot.rawValue,
      let habit = clauseHabit(in: .update)
    {
      return habit.advice(at: right.range)
    }
    if left.kind == .number, right.kind == .name, Unit.isOne(second) {
      return Unit.advice(number: first, second, at: both)
    }
    if left.kind == .number, right.kind == .name, !Unit.maybeOne(second), !isInList || isAfterComma {
      return .init(
        "a product is written \("\(first)*\(second)".quoted)",
        fix: .init(replacing: both, with: "\(first)*\(second)"))
    }
    return .init(hint(between: left, and: right))
  }

  private func hint(between left: Token, and right: Token) -> String {
    let (first, second) = (text(of: left), text(of: right))
    if let sum = hintAtSumWithIndex { return sum }
    if openBracket?.kind == .symbol(.openBracket), left.kind == .number, right.kind == .number {
      return "the values of a list have commas between them: \("[\(first), \(second)]".quoted)"
    }
    if left.kind == .number, right.kind == .number {
      return
        "two values have a comma between them, in a list: \("[\(first), \(second)]".quoted); the decimal sign is a point"
    }
    if left.kind == .number, right.kind == .name, Unit.maybeOne(second) {
      return "a product is written \("\(first)*\(second)".quoted); a unit is left out"
    }
    if left.kind == .name, FunctionWords.ofFamilies.contains(functionName(spelled: first)) {
      return "what a function is given stands in parentheses: \("\(first)(\(namesUpToEnd ?? "…"))".quoted)"
    }
    if left.kind == .name, StatementWord(spelled: first) != nil {
      return "\(first.quoted) begins a statement, which is a line of its own and no value"
    }
    if left.kind == .name, FunctionWords.all.contains(functionName(spelled: first)) {
      let isAlone = !next.kind.goesOnWithValue || next.kind == .symbol(.plus) || next.kind == .symbol(.minus)
      return
        "what a function is given stands in parentheses: \((isAlone && right.kind.isPlainValue ? "\(first)(\(second))" : "\(first)(…)").quoted)"
    }
    if isCheck, left.kind == .name, ["check", "assert"].contains(first) {
      return "leave out \(first.quoted): every line of this cell is a check"
    }
    if left.kind == .name, let habit = StatementHabit.hint(for: first) { return habit }
    let isPlain = left.kind.isPlainValue && right.kind.isPlainValue
    if isInList { return hintInList(left, right) }
    if let product = hintAtProduct(left, right) { return product }
    guard isPlain else { return "a product is written with `*`" }
    // A word that is no value is hardly a factor.
    let areValues = [left, right].allSatisfy { $0.kind != .name || known?.isValue(text(of: $0)) != false }
    return areValues
      ? "a product is written \("\(first)*\(second)".quoted)"
      : "between two values stands an operator: `+`, `-`, `*`, `/`, `^` or `@`"
  }

  /// Whether the innermost bracket is that of a list, and not of an index.
  private var isInList: Bool {
    guard let openBracket, openBracket.kind == .symbol(.openBracket) else { return false }
    return readTokens.last { $0.range.lowerBound < openBracket.range.lowerBound }?.kind != .name
  }

  /// Whether what was read last is the first token of an entry of a list.
  private var isAfterComma: Bool {
    let before = readTokens.dropLast().last?.kind
    return before == .symbol(.openBracket) || before == .symbol(.comma)
  }

  /// `[x a]`, where a comma may be missing as well as a sign.
  private func hintInList(_ left: Token, _ right: Token) -> String {
    let rule = "the values of a list have commas between them"
    let isWhole =
      left.kind.isPlainValue && right.kind.isPlainValue && isAfterComma
      && (next.kind == .symbol(.comma) || next.kind == .symbol(.closeBracket))
    return isWhole ? "\(rule): \("[\(text(of: left)), \(text(of: right))]".quoted)" : rule
  }

  /// `W V`, `u v` and `(W)(V)`: of families there are two products; `nil` where no family is known to stand there.
  private func hintAtProduct(_ left: Token, _ right: Token) -> String? {
    let rule = "of families a product of each element is written with `*`, and that of matrices with `@`"
    let (first, second) = (text(of: left), text(of: right))
    guard left.kind == .name, right.kind == .name else {
      let isOfGroup = left.kind.bracketCount != 0 || right.kind.bracketCount != 0
      let isOfMatrix = statementTokens.contains {
        $0.kind == .name && known?.bounds(text(of: $0))?.count == 2
      }
      return isOfGroup && isOfMatrix ? rule : nil
    }
    guard let one = known?.bounds(first), let two = known?.bounds(second),
      !next.kind.goesOnWithIndex
    else { return nil }
    if one.count == 1, two.count == 1 {
      return one == two
        ? "of each element a product is `\(first)*\(second)`, and their sum `dot(\(first), \(second))`" : rule
    }
    guard one.count <= 2, two.count <= 2, one.last == two.first else { return rule }
    return one == two
      ? "the product of matrices is `\(first) @ \(second)`, and that of each element `\(first)*\(second)`"
      : "a product with a matrix is written `\(first) @ \(second)`"
  }

  /// What stands from here to the end, where that is names and numbers with commas between them.
  private var namesUpToEnd: String? {
    let names = rest.prefix { $0.kind != .end }
    let isWhole = rest.dropFirst(names.count).allSatisfy { $0.kind == .end }
    guard let first = names.first, let last = names.last, isWhole,
      names.enumerated().allSatisfy({ $0 % 2 == 0 ? $1.kind.isPlainValue : $1.kind == .symbol(.comma) })
    else { return nil }
    return file[first.range.union(last.range)]
  }

  /// Whether a number is three digits, as those behind another in `1 000`.
  func isGroup(_ text: String) -> Bool {
    text.prefix { $0 != "." }.count == 3 && text.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension Token.Kind {
  /// Whether an index or arguments stand in it.
  fileprivate var goesOnWithIndex: Bool { bracketCount == 1 }
}
