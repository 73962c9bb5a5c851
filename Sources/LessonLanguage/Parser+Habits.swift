import Diagnostics

/// What to say of signs and forms of other languages, by what stands around them.
extension Parser {
  /// What to say of the fault at which it stands, where its surroundings tell more than its text.
  func hint(for fault: LexicalFault) -> String? {
    let text = text(of: current)
    switch fault {
    case .sign: return signHint(text)
    case .quotation where isBehindValue && text == "'": return apostropheHint
    case .character where text.unicodeScalars.first?.ofSuperscript != nil: return superscriptHint
    case .character: return characterHint(text)
    default: return nil
    }
  }

  /// What to write in the place of a sign of blackboards, with what stands around it.
  private func characterHint(_ sign: String) -> String? {
    switch sign {
    case "‖", "∥": return isBehindValue ? nil : lengthHint(sign)
    case "⟨": return "it is written \("dot(\(textUpTo("⟩", or: "u, v")))".quoted)"
    case "⌊": return "rounding down is written \("floor(\(textUpTo("⌋")))".quoted)"
    case "⌈":
      let inside = textUpTo("⌉")
      let isPlain = inside.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      return "rounding up is written \("-floor(-\(isPlain ? inside : "(\(inside))"))".quoted)"
    case "√": return operandBehind.map { "a root is written \("sqrt(\($0))".quoted)" }
    case "∏": return reduction("product").map { "a product is written \($0.quoted)" }
    case "∑": return reduction("sum").map { "a sum is written \($0.quoted)" }
    case "∇":
      guard next.kind == .name else { return nil }
      let cost = self.text(of: next)
      return
        "a derivative is written \("∂\(cost)/∂w".quoted); all are worked out by \("backward \(cost)".quoted)"
    case "°":
      guard let previous, previous.kind.isPlainValue else { return nil }
      return "an angle in degrees is written \("\(self.text(of: previous))*pi/180".quoted)"
    default: return nil
    }
  }

  /// `‖v‖`, `||v||`
  private func lengthHint(_ sign: String) -> String {
    let inside = textUpTo(sign, or: "v")
    return "the length of a family is \("sqrt(dot(\(inside), \(inside)))".quoted)"
  }

  /// What stands behind here, as far as it is one value: a name with its indices or its arguments, a number, a group.
  private var operandBehind: String? {
    let tokens = rest.dropFirst()
    guard let first = tokens.first else { return nil }
    var last = first
    if first.kind == .symbol(.openParenthesis) {
      let inside = tokens.dropFirst().prefixInBracket
      return inside.endIndex < tokens.endIndex ? self.text(of: inside) : nil
    }
    guard first.kind.isPlainValue else { return nil }
    if tokens.dropFirst().first?.kind.bracketCount == 1 {
      let inside = tokens.dropFirst(2).prefixInBracket
      guard inside.endIndex < tokens.endIndex else { return nil }
      last = tokens[inside.endIndex]
    }
    return self.text(of: tokens.prefix { $0.range.upperBound <= last.range.upperBound })
  }

  /// A sum or a product of what stands behind here, up to a sign of a sum: of families, or of elements over ranges.
  private func reduction(_ word: String) -> String? {
    let tokens = rest.dropFirst().prefixOfSummand
    guard let summand = self.text(of: tokens) else { return nil }
    let ranges = rest.dropFirst(tokens.count + 1)
    if ranges.first?.kind == .reserved(.for), let written = self.text(of: ranges) {
      return "\(word)(\(summand) \(written))"
    }
    // An index that is the same everywhere goes over all elements.
    let indices = tokens.indices.filter { tokens[$0].kind == .symbol(.openBracket) }
      .map { tokens[($0 + 1)...].prefixInBracket }
    guard let first = indices.first else { return "\(word)(\(summand))" }
    let isPlain = indices.allSatisfy {
      $0.count == 1 && $0.first?.kind == .name && self.text(of: $0) == self.text(of: first)
    }
    let brackets = indices.compactMap { index -> SourceRange? in
      guard index.startIndex > tokens.startIndex, index.endIndex < tokens.endIndex else { return nil }
      return tokens[index.startIndex - 1].range.union(tokens[index.endIndex].range)
    }
    guard isPlain, let whole = self.text(of: tokens, replacing: brackets.map { ($0, "") }) else {
      return "\(word)(\(summand) for i in 1...3)"
    }
    return "\(word)(\(whole))"
  }

  private func signHint(_ sign: String) -> String? {
    if let operation = ForeignSign.operatorOfChange(sign), let name = onlyName {
      let terms = rest.dropFirst()
      let value = terms.first.flatMap { first in terms.last.map { file[first.range.union($0.range)] } }
      let term = value ?? (sign == "++" ? "1" : "…")
      let needsParentheses = terms.contains { $0.kind == .symbol(.plus) || $0.kind == .symbol(.minus) }
      return "write \("\(name) <- \(name) \(operation) \(needsParentheses ? "(\(term))" : term)".quoted)"
    }
    switch sign {
    case "|": return barHint
    case "||":
      return isBehindValue ? "conditions are joined by `or`" : lengthHint(sign)
    case "{":
      if previous?.kind == .symbol(.power) {
        return "an exponent stands in parentheses: \("^(\(textUpTo("}")))".quoted)"
      }
      if readTokens.contains(where: { $0.kind == .reserved(.if) }) {
        return "it is written `if a > 0 then 1 else 0`, without braces"
      }
      return isBehindValue ? nil : "a list is written \("[\(textUpTo("}"))]".quoted)"
    case "!":
      return isBehindValue ? factorialHint : nil
    case "%": return percentHint
    case "%*%": return matrixHint
    case "//": return isBehindValue && !isAtLineEnd ? nil : "a comment begins with `#`"
    case ";" where openBracket?.kind == .symbol(.openBracket):
      return "the rows of a matrix are lists: `[[1, 2], [3, 4]]`"
    case ";" where openBracket != nil: return "arguments have commas between them"
    default: return nil
    }
  }

  /// `x!`
  private var factorialHint: String {
    let number = previous.flatMap { $0.kind.isPlainValue ? text(of: $0) : nil } ?? "n"
    return "a factorial is written \("factorial(\(number))".quoted)"
  }

  /// `|x|`, `2|x|`, `ln|x|`.
  private var barHint: String? {
    let absolute = "abs(\(textUpTo("|")))"
    guard isBehindValue else { return "an absolute value is written \(absolute.quoted)" }
    guard let previous, previous.kind == .name, FunctionWords.all.contains(text(of: previous)) else {
      return nil
    }
    return "it is written \("\(text(of: previous))(\(absolute))".quoted)"
  }

  /// `1'000`, or else `f'`.
  private var apostropheHint: String {
    guard let previous, previous.kind == .number, next.kind == .number, isGroup(text(of: next)) else {
      return "a derivative is written `∂E/∂w`"
    }
    return "a number has no mark in it: \((text(of: previous) + text(of: next)).quoted)"
  }

  /// `q = W %*% v`: the product with the names that are written.
  private var matrixHint: String? {
    guard let previous, previous.kind == .name, next.kind == .name else { return nil }
    return FunctionHabit.named("matmul")?.hint(givenTo: [text(of: previous), text(of: next)])
  }

  private var percentHint: String? {
    guard isBehindValue else { return "a comment begins with `#`" }
    guard let number = previous, number.kind == .number,
      rest.count == 1 || rest.dropFirst().first?.kind.beginsValue == false
    else { return nil }
    return
      "a percentage is written as a number: \((text(of: number).asPercentage ?? "\(text(of: number))/100").quoted)"
  }

  /// `x²`: the whole exponent.
  private var superscriptHint: String? {
    let signs = rest.prefix { token in
      guard case .fault(.character) = token.kind else { return false }
      return text(of: token).unicodeScalars.first?.ofSuperscript != nil
    }
    let digits = String(signs.compactMap { text(of: $0).unicodeScalars.first?.ofSuperscript })
    return "a power is written \((digits.count == 1 ? "^\(digits)" : "^(\(digits))").quoted)"
  }

  private var isAtLineEnd: Bool { rest.count == 1 }

  /// Whether a value stands right before it.
  var isBehindValue: Bool {
    guard let previous else { return false }
    return previous.kind.isPlainValue || previous.kind == .symbol(.closeParenthesis)
      || previous.kind == .symbol(.closeBracket)
  }

  /// The name, or the element, with which the statement begins, if nothing else has been read.
  private var onlyName: String? {
    readTokens.kindBehindReference == nil && readTokens.first?.kind == .name && isWholeReference
      ? readText : nil
  }

  private var isWholeReference: Bool {
    readTokens.count == 1 || readTokens.last?.kind == .symbol(.closeBracket) && openBracket == nil
  }

  private var readText: String? {
    guard let first = readTokens.first, let last = readTokens.last else { return nil }
    return file[first.range.union(last.range)]
  }

  /// What stands between here and the next `sign`, or `fallback` where there is none.
  private func textUpTo(_ sign: String, or fallback: String = "x") -> String {
    let inside = rest.dropFirst().prefix { self.text(of: $0) != sign }
    guard inside.count + 1 < rest.count, let text = self.text(of: inside), text.count <= 40 else {
      return fallback
    }
    return text
  }

  /// What to write in the place of a comma in parentheses that are no call.
  var hintAtComma: String? {
    guard openBracket?.kind == .symbol(.openParenthesis) else {
      return isAtDecimalComma ? .decimalComma : nil
    }
    return "a list is written `[1, 2, 3]`; the decimal sign of a number is a point"
  }

  // MARK: Two values without an operator

  /// What is missing between `left` and `right`, two values that stand side by side.
  func hint(between left: Token, and right: Token) -> String {
    let (first, second) = (text(of: left), text(of: right))
    if openBracket?.kind == .symbol(.openBracket), left.kind == .number, right.kind == .number {
      return "the values of a list have commas between them: \("[\(first), \(second)]".quoted)"
    }
    if left.kind == .number, right.kind == .number {
      // Each further group of three digits belongs to the same number.
      let groups = rest.prefix { $0.kind == .number && isGroup(text(of: $0)) }
      return isGroup(second) && first.count <= 3
        ? "a number has no blank in it: \((first + groups.map { text(of: $0) }.joined()).quoted)"
        : "two values have a comma between them, in a list: \("[\(first), \(second)]".quoted); the decimal sign is a point"
    }
    if left.kind == .number, right.kind == .name, Unit.isOne(second) {
      return Unit.hint(number: first, second)
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
    if left.kind == .name, let habit = StatementHabit.hint(for: first) { return habit }
    if readTokens.first.map({ text(of: $0) }) == StatementWord.plot.rawValue,
      let habit = clauseHabit(in: .update)
    {
      return habit.hint
    }
    let isPlain = left.kind.isPlainValue && right.kind.isPlainValue
    return isPlain ? "a product is written \("\(first)*\(second)".quoted)" : "a product is written with `*`"
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

  private func isGroup(_ text: String) -> Bool {
    text.prefix { $0 != "." }.count == 3 && text.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// The names of functions, for messages.
public enum FunctionWords {
  /// Those of one number; the parser itself does not look at names.
  public static let all: Set<String> = [
    "exp", "ln", "log", "log2", "log10", "sqrt", "abs", "sign", "sin", "cos", "tan", "tanh", "arctan", "sinh",
    "cosh", "sigmoid", "relu", "softplus", "step", "gelu", "erf", "floor", "factorial",
  ]
  /// Those of a family, or of several numbers.
  static let ofFamilies: Set<String> = ["sum", "mean", "product", "max", "min", "dot", "count"]
  /// Those of a whole family that take no range.
  static let ofWholeFamilies: Set<String> = [
    "softmax", "logsumexp", "variance", "deviation", "transpose", "dot", "count",
  ]
}
