import Diagnostics

/// What to say of signs and forms of other languages, by what stands around them.
extension Parser {
  /// What to say of the fault at which it stands, where its surroundings tell more than its text.
  func advice(for fault: LexicalFault) -> Diagnostic.Advice? {
    let text = text(of: current)
    switch fault {
    case .sign: return advice(atSign: text)
    case .dottedName: return .init(hint: hintAtDottedName)
    case .quotation where isBehindValue && text == "'": return adviceAtApostrophe
    case .character where text.unicodeScalars.first?.ofSuperscript != nil: return adviceAtSuperscript
    case .character: return .init(hint: characterHint(text))
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
    case "∏": return hintAtSum("product")
    case "∑": return hintAtSum("sum")
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

  private func advice(atSign sign: String) -> Diagnostic.Advice? {
    if let operation = ForeignSign.operatorOfChange(sign), let name = onlyName {
      let terms = rest.dropFirst()
      let value = terms.first.flatMap { first in terms.last.map { file[first.range.union($0.range)] } }
      let term = value ?? (sign == "++" ? "1" : "…")
      let needsParentheses = terms.contains { $0.kind == .symbol(.plus) || $0.kind == .symbol(.minus) }
      let change = "\(name) <- \(name) \(operation) \(needsParentheses ? "(\(term))" : term)"
      let whole = (readTokens.first ?? current).range.union((terms.last ?? current).range)
      return .init(
        "write \(change.quoted)", fix: term == "…" ? nil : Diagnostic.Fix(replacing: whole, with: change))
    }
    switch sign {
    case "||" where isBehindValue:
      return .init("conditions are joined by `or`", fix: .init(replacing: current.range, with: " or "))
    case "!" where isBehindValue: return factorial
    case "%": return percentage
    default: return .init(hint: hint(atSign: sign))
    }
  }

  private func hint(atSign sign: String) -> String? {
    switch sign {
    case "|": return barHint
    case "||": return lengthHint(sign)
    case "{":
      if previous?.kind == .symbol(.power) {
        return "an exponent stands in parentheses: \("^(\(textUpTo("}")))".quoted)"
      }
      if readTokens.contains(where: { $0.kind == .reserved(.if) }) {
        return "it is written `if a > 0 then 1 else 0`, without braces"
      }
      return isBehindValue ? nil : "a list is written \("[\(textUpTo("}"))]".quoted)"
    case "%*%": return matrixHint
    case "//": return isBehindValue && !isAtLineEnd ? nil : "a comment begins with `#`"
    case ";" where openBracket?.kind == .symbol(.openBracket):
      return "the rows of a matrix are lists: `[[1, 2], [3, 4]]`"
    case ";" where openBracket != nil: return "arguments have commas between them"
    default: return nil
    }
  }

  /// `x!`
  private var factorial: Diagnostic.Advice {
    let number = previous.flatMap { $0.kind.isPlainValue ? $0 : nil }
    let form = "factorial(\(number.map { text(of: $0) } ?? "n"))"
    return .init(
      "a factorial is written \(form.quoted)",
      fix: number.map { Diagnostic.Fix(replacing: $0.range.union(current.range), with: form) })
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
  private var adviceAtApostrophe: Diagnostic.Advice {
    guard let previous, previous.kind == .number, next.kind == .number, isGroup(text(of: next)) else {
      return .init(hintAtTransposed ?? "a derivative is written `∂E/∂w`")
    }
    let number = text(of: previous) + text(of: next)
    return .init(
      "a number has no mark in it: \(number.quoted)",
      fix: .init(replacing: previous.range.union(next.range), with: number))
  }

  /// `W'`, of a family.
  private var hintAtTransposed: String? {
    guard let previous, previous.kind == .name, let bounds = known?.bounds(text(of: previous)) else {
      return nil
    }
    return bounds.count == 2
      ? "rows and columns are exchanged by `transpose(\(text(of: previous)))`"
      : "what has one index has no rows and columns to be exchanged"
  }

  /// `q = W %*% v`: the product with the names that are written.
  private var matrixHint: String? {
    guard let previous, previous.kind == .name, next.kind == .name else { return nil }
    return FunctionHabit.named("matmul")?.hint(givenTo: [text(of: previous), text(of: next)])
  }

  private var percentage: Diagnostic.Advice? {
    guard isBehindValue else { return .init("a comment begins with `#`") }
    guard let number = previous, number.kind == .number,
      rest.count == 1 || rest.dropFirst().first?.kind.beginsValue == false
    else { return nil }
    let written = text(of: number).asPercentage
    return .init(
      "a percentage is written as a number: \((written ?? "\(text(of: number))/100").quoted)",
      fix: written.map { Diagnostic.Fix(replacing: number.range.union(current.range), with: $0) })
  }

  /// `x²`: the whole exponent.
  private var adviceAtSuperscript: Diagnostic.Advice? {
    let signs = rest.prefix { token in
      guard case .fault(.character) = token.kind else { return false }
      return text(of: token).unicodeScalars.first?.ofSuperscript != nil
    }
    let digits = String(signs.compactMap { text(of: $0).unicodeScalars.first?.ofSuperscript })
    let power = digits.count == 1 ? "^\(digits)" : "^(\(digits))"
    let whole = signs.reduce(current.range) { $0.union($1.range) }
    return .init("a power is written \(power.quoted)", fix: .init(replacing: whole, with: power))
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
    if let called = hintAtCalledIf { return called }
    if let made = hintAtTuple { return made }
    return "a list is written `[1, 2, 3]`; the decimal sign of a number is a point"
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
  /// Whether a function is called so, as far as the text alone tells.
  static func areKnown(_ name: String) -> Bool {
    all.contains(name) || ofFamilies.contains(name) || ofWholeFamilies.contains(name)
  }
  /// Those of a whole family that take no range.
  static let ofWholeFamilies: Set<String> = [
    "softmax", "logsumexp", "variance", "deviation", "transpose", "dot", "count",
  ]
}
