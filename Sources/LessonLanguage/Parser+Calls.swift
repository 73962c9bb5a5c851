import Diagnostics

/// Calls and derivatives; the loop that reads expressions asks for them piece by piece.
extension Parser {
  // MARK: Calls

  /// Reads `f(` or `grad(` if an expression follows; `f()` and `local(…)` are operands that hold none.
  mutating func callSurrounding() throws(Diagnostic) -> UnfinishedExpression.Surrounding? {
    let word = Identifier(text(of: current), at: current.range)
    if word.text == "local" { return nil }
    if word.text != "grad", secondNext.kind == .symbol(.closeParenthesis) { return nil }
    advance()
    try open()
    return word.text == "grad" ? .gradient(word) : .call(word)
  }

  /// Reads `f()` or `local(output, name)`.
  mutating func leafCall() throws(Diagnostic) -> Expression {
    let word = try name()
    try open()
    return word.text == "local" ? try closeLocal(word) : try closeCall(of: word, [])
  }

  /// Reads the `)` behind the last argument.
  mutating func closeCall(of function: Identifier, _ arguments: [Expression]) throws(Diagnostic) -> Expression
  {
    if case .reserved(let word) = current.kind, word == .for || word == .over {
      throw Diagnostic.absent("\(function.text)(… \(word.rawValue) …)".quoted, at: current.range)
    }
    try close()
    return Expression(.call(function: function, arguments: arguments), at: range(from: function.range))
  }

  // MARK: Derivatives

  /// Reads the rest of `grad(expression, name)`, behind the expression.
  mutating func closeGradient(_ word: Identifier, of numerator: Expression) throws(Diagnostic) -> Expression {
    guard accept(.comma) else { throw wrongGradient() }
    let denominator = try name()
    guard current.kind == .symbol(.closeParenthesis) else { throw wrongGradient() }
    try close()
    return Expression(.derivative(of: numerator, by: denominator), at: range(from: word.range))
  }

  private func wrongGradient() -> Diagnostic {
    faultOrAbsence()
      ?? Diagnostic(
        "`grad` takes an expression and a name", at: current.range, hint: "write it like `grad(E, w)`")
  }

  /// Reads the rest of `local(output, name)`, behind the bracket.
  private mutating func closeLocal(_ word: Identifier) throws(Diagnostic) -> Expression {
    let output = try name()
    guard accept(.comma) else { throw wrongLocal() }
    let denominator = try name()
    guard current.kind == .symbol(.closeParenthesis) else { throw wrongLocal() }
    try close()
    return Expression(.local(output, by: denominator), at: range(from: word.range))
  }

  private func wrongLocal() -> Diagnostic {
    faultOrAbsence()
      ?? Diagnostic("`local` takes two names", at: current.range, hint: "write it like `local(out, sum)`")
  }

  /// Reads `∂E/∂w`, whose numerator is a name.
  mutating func derivativeOfName() throws(Diagnostic) -> Expression {
    let sign = advance()
    if case .reserved(let word) = current.kind { throw reserved(word) }
    guard current.kind == .name else { throw missing("a name or `(`") }
    let numerator = advance()
    return try denominator(of: Expression(.name(text(of: numerator)), at: numerator.range), from: sign.range)
  }

  /// Reads `/∂w` behind a numerator; the derivative begins at `sign`.
  mutating func denominator(
    of numerator: Expression, from sign: SourceRange
  ) throws(Diagnostic) -> Expression {
    let example = "a derivative is written `∂E/∂w`"
    guard accept(.divide) else {
      let isCall = current.kind == .symbol(.openParenthesis)
      throw missing(
        "`/∂`",
        hint: isCall ? "what is more than a name stands in parentheses: `∂(sigmoid(z))/∂z`" : example)
    }
    guard accept(.derivative) else { throw missing("`∂`", hint: example) }
    let denominator = try name()
    return Expression(.derivative(of: numerator, by: denominator), at: range(from: sign))
  }
}
