import Diagnostics

/// What to say of signs and forms of other languages, by what stands around them.
extension Parser {
  /// What to say of the fault at which it stands, where its surroundings tell more than its text.
  func advice(for fault: LexicalFault) -> Diagnostic.Advice? {
    let text = text(of: current)
    switch fault {
    case .sign: return advice(atSign: text)
    case .dottedName: return .init(hint: hintAtDottedName)
    case .command where text == "\\sqrt" && next.kind == .symbol(.openBracket):
      return .init("another root than that of the square is a power with a fraction, as in `x^(1/3)`")
    case .subscriptInBraces, .smallSubscript: return .init(hint: hintAtIndexBelow)
    case .quotation where isBehindValue && text == "'": return adviceAtApostrophe
    case .character where text.unicodeScalars.first?.ofSuperscript != nil: return adviceAtSuperscript
    case .command where isBehindValue && known?.isValue(String(text.dropFirst())) == true:
      return .init(
        "a backslash neither divides nor begins a name; a quotient is written with `/`, its divisor behind it"
      )
    case .character: return .init(hint: characterHint(text))
    default: return nil
    }
  }

  /// `W_{11}` and `u₁`, of a family with as many indices as there are signs.
  private var hintAtIndexBelow: String? {
    let text = text(of: current).withPlainSubscripts
    let index = text.drop { $0 != "{" }.filter { $0 != "{" && $0 != "}" && $0 != "," && $0 != " " }
    let stem = String(text.prefix { $0 != "{" }.dropLast())
    guard !index.isEmpty, let bounds = known?.bounds(stem), bounds.count == index.count else { return nil }
    let isOutside = zip(bounds, index).contains { bounds, sign in
      Int(String(sign)).map { !bounds.contains($0) } ?? false
    }
    return isOutside
      ? nil : "an element is written `\(stem)[\(index.map { "\($0)" }.joined(separator: ", "))]`"
  }

  /// What to write in the place of a sign of blackboards, with what stands around it.
  private func characterHint(_ sign: String) -> String? {
    switch sign {
    case "‖", "∥": return isBehindValue ? nil : lengthHint(sign)
    case "⟨": return hint("it is written", with: "dot", upTo: "⟩") { "dot(\($0))" }
    case "⌊":
      let isNearest = rest.first { ["⌋", "⌉"].contains(self.text(of: $0)) }.map { self.text(of: $0) } == "⌉"
      return isNearest
        ? hint("the nearest whole number is written", with: "floor", upTo: "⌉") {
          "floor(\(ProposedForm.operand($0)) + 0.5)"
        }
        : hint("rounding down is written", with: "floor", upTo: "⌋") { "floor(\($0))" }
    case "⌈":
      return hint("rounding up is written", with: "floor", upTo: "⌉") {
        "-floor(-\(ProposedForm.operand($0)))"
      }
    case "√":
      return operandBehind.map { "a root is written \("sqrt(\($0))".quoted)" }
        ?? "a root is written with `sqrt`"
    case "½", "¼", "¾": return hintAtHalf(sign)
    case "∏": return hintAtSum("product")
    case "∑": return hintAtSum("sum")
    case "∇":
      guard next.kind == .name else { return nil }
      let cost = self.text(of: next)
      return
        "a derivative is written \("∂\(cost)/∂w".quoted); all are worked out by \("backward \(cost)".quoted)"
    case "°":
      guard let previous, previous.kind.isPlainValue else { return nil }
      let form = ProposedForm.inPlace(
        of: previous.range.union(current.range), in: file, "\(self.text(of: previous))*pi/180")
      return "an angle in degrees is written \(form.quoted)"
    default: return nil
    }
  }

  /// `‖v‖`, `||v||`, `‖v‖₁`
  private func lengthHint(_ sign: String) -> String {
    let rule = "the length of a family is written with `sqrt` and `dot`"
    guard let inside = textUpTo(sign), let norm = FunctionHabit.named("norm") else { return rule }
    let behind = rest.dropFirst().drop { text(of: $0) != sign }.dropFirst().first
    let ranges = (known?.bounds(inside) ?? []).map { "\($0.lowerBound)...\($0.upperBound)" }
    let order = behind.flatMap { token -> String? in
      guard case .fault = token.kind else { return nil }
      let text = text(of: token).unicodeScalars
      return String(String.UnicodeScalarView(text.filter { $0 != "_" })).withPlainSubscripts
    }
    return norm.hint(givenTo: [inside] + (order.map { [$0] } ?? []), over: ranges)
  }

  /// `½`, and `2½`, which is one number.
  private func hintAtHalf(_ sign: String) -> String? {
    let decimals = ["½": ".5", "¼": ".25", "¾": ".75"]
    guard let previous, previous.range.upperBound == current.range.lowerBound, let decimals = decimals[sign],
      previous.kind == .number, text(of: previous).allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return "write `\(text(of: previous))\(decimals)`"
  }

  /// What stands behind here, as far as it is one value: a name with its indices or its arguments, a number, a group.
  private var operandBehind: String? {
    let sign = rest.dropFirst().prefix { $0.kind == .symbol(.minus) }.count
    let tokens = rest.dropFirst(1 + sign)
    guard let first = tokens.first, sign <= 1 else { return nil }
    var last = first
    if first.kind == .symbol(.openParenthesis), sign == 0 {
      let inside = tokens.dropFirst().prefixInBracket
      return inside.endIndex < tokens.endIndex ? self.text(of: inside) : nil
    }
    guard first.kind.isPlainValue else { return nil }
    if tokens.dropFirst().first?.kind.bracketCount == 1 {
      let inside = tokens.dropFirst(2).prefixInBracket
      guard inside.endIndex < tokens.endIndex else { return nil }
      last = tokens[inside.endIndex]
    }
    return self.text(of: rest.dropFirst().prefix { $0.range.upperBound <= last.range.upperBound })
  }

  private func advice(atSign sign: String) -> Diagnostic.Advice? {
    if let operation = ForeignSign.operatorOfChange(sign), let name = onlyName {
      return adviceAtChange(operation, of: name, sign)
    }
    switch sign {
    case "||" where isBehindValue:
      return .init("conditions are joined by `or`", fix: .init(replacing: current.range, with: " or "))
    case "!" where isBehindValue && text(of: next) == "!":
      return .init("there is no double factorial; a factorial is written with `factorial`")
    case "!" where isBehindValue: return factorial
    case "%": return percentage
    default: return .init(hint: hint(atSign: sign))
    }
  }

  private func hint(atSign sign: String) -> String? {
    if isCheck, ["->", "→", "⇒", ":=", "≡", "=>"].contains(sign) { return "a check is written with `=`" }
    if isCheck, sign == "?" { return "leave it out: a check is an equation" }
    switch sign {
    case "|": return barHint
    case "||":
      let isLength =
        statementTokens.filter { $0.kind == .fault(.sign) && text(of: $0).contains("|") }
        .map { text(of: $0) } == ["||", "||"]
      return isLength ? lengthHint(sign) : "an absolute value is written with `abs`"
    case "{":
      if previous?.kind == .symbol(.power) {
        let rule = "an exponent stands in parentheses"
        guard let exponent = textUpTo("}") else { return rule }
        return hintAtPowerOfMatrix(exponent, before: readTokens.dropLast())
          ?? "\(rule): \("^(\(exponent))".quoted)"
      }
      if readTokens.contains(where: { $0.kind == .reserved(.if) }) {
        return "it is written `if a > 0 then 1 else 0`, without braces"
      }
      return isBehindValue ? nil : hintAtBraces
    case "?": return conditionalWithMark.map { "write \($0.quotedWhole)" } ?? .twoCases
    case "%*%": return matrixHint
    case "⊗":
      let form = previous.flatMap { previous in
        hintAtOuter(text(of: previous), text(of: next), at: previous.range.union(next.range))
      }
      return form ?? .outer
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

  /// `{1, 2}`, but not `{u[i] for i in 1...3}`.
  private var hintAtBraces: String {
    guard let inside = textUpTo("}"), !inside.contains(" for ") else {
      return
        "a list is written in brackets, and a family with its index before the `=` and a `for` behind the value"
    }
    return "a list is written \("[\(inside)]".quoted)"
  }

  /// `|x|`, `2|x|`, `ln|x|`, `|v|` of a family.
  private var barHint: String? {
    let isFunction = previous.map { $0.kind == .name && FunctionWords.all.contains(text(of: $0)) } ?? false
    if isBehindValue, !isFunction { return nil }
    let rule = "an absolute value is written with `abs`"
    // Where more than two bars stand, it is not plain which belong together.
    let bars = statementTokens.count { text(of: $0).contains("|") && $0.kind == .fault(.sign) }
    guard bars == 2, let inside = textUpTo("|") else { return rule }
    if isFunction, let previous { return "it is written \("\(text(of: previous))(abs(\(inside)))".quoted)" }
    let families = rest.dropFirst().prefix { text(of: $0) != "|" }.compactMap { token in
      token.kind == .name ? known?.bounds(text(of: token)) : nil
    }
    if families.contains(where: { $0.count == 2 }) {
      return "of each element it is \("abs(\(inside))".quoted); there is no determinant"
    }
    return families.isEmpty || inside.contains("[") || inside.contains("(")
      ? "an absolute value is written \("abs(\(inside))".quoted)"
      : "the length of a vector is \("sqrt(dot(\(inside), \(inside)))".quoted), and the absolute value of each element \("abs(\(inside))".quoted)"
  }

  /// `1'000`, or else `f'`.
  private var adviceAtApostrophe: Diagnostic.Advice {
    guard let previous, previous.kind == .number, next.kind == .number, isGroup(text(of: next)) else {
      let object = previous.flatMap { $0.kind == .name ? text(of: $0) : nil } ?? ""
      return .init(hintAtTransposed(object, before: rest.dropFirst()) ?? "a derivative is written `∂E/∂w`")
    }
    let number = text(of: previous) + text(of: next)
    return .init(
      "a number has no mark in it: \(number.quoted)",
      fix: .init(replacing: previous.range.union(next.range), with: number))
  }

  /// `q = W %*% v`: the product with the names that are written.
  private var matrixHint: String? {
    guard let previous, previous.kind == .name, next.kind == .name else { return nil }
    return FunctionHabit.named("matmul")?.hint(givenTo: [text(of: previous), text(of: next)])
  }

  private var percentage: Diagnostic.Advice? {
    guard isBehindValue else { return .init("a comment begins with `#`") }
    if isCheck,
      readTokens.contains(where: { $0.kind == .symbol(.plusOrMinus) })
        || readTokens.suffix(3).first?.kind == .symbol(.plus)
    {
      return .init("a tolerance is a number as the value is, and no part of it")
    }
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
    let signs = rest.prefix { isSuperscript($0) }
    let power = power(of: signs)
    let exponent = power.filter { !"^()".contains($0) }
    if let hint = hintAtPowerOfMatrix(exponent, before: readTokens) { return .init(hint) }
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

  /// What stands between here and the next `sign`, as it is written here; `nil` where that is not plain.
  private func textUpTo(_ sign: String) -> String? {
    let inside = rest.dropFirst().prefix { self.text(of: $0) != sign }
    guard inside.count + 1 < rest.count, let text = self.text(of: inside), text.count <= 40 else {
      return nil
    }
    return text
  }

  /// What is said of a pair of signs: the form with what stands between here and `sign`, in the place of both, or else what
  /// it is written with.
  private func hint(
    _ rule: String, with function: String, upTo sign: String, _ form: (String) -> String
  ) -> String {
    guard let inside = textUpTo(sign), let close = rest.dropFirst().first(where: { text(of: $0) == sign })
    else { return "\(rule) with `\(function)`" }
    let whole = current.range.union(close.range)
    return "\(rule) \(ProposedForm.inPlace(of: whole, in: file, form(inside)).quotedWhole)"
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
