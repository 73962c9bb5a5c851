import Diagnostics

/// Calls and derivatives.
extension Parser {
  /// Reads `function(argument, …)`; `grad` and `local` are derivatives.
  mutating func call() throws(Diagnostic) -> Expression {
    let function = try name()
    try open()
    switch function.text {
    case "grad": return try gradient(function)
    case "local": return try local(function)
    default: return try call(of: function)
    }
  }

  private mutating func call(of function: Identifier) throws(Diagnostic) -> Expression {
    var arguments: [Expression] = []
    if current.kind != .symbol(.closeParenthesis) {
      repeat { arguments.append(try expression()) } while accept(.comma)
    }
    if case .reserved(let word) = current.kind, word == .for || word == .over {
      let subject = "\(function.text)(… \(word.rawValue) …)".quoted
      throw Diagnostic.absent(subject, at: current.range)
    }
    try close()
    return Expression(.call(function: function, arguments: arguments), at: range(from: function.range))
  }

  /// Reads the rest of `grad(expression, name)`.
  private mutating func gradient(_ word: Identifier) throws(Diagnostic) -> Expression {
    let numerator = try expression()
    guard accept(.comma) else { throw wrongGradient() }
    let denominator = try name()
    guard current.kind == .symbol(.closeParenthesis) else { throw wrongGradient() }
    try close()
    return Expression(.derivative(of: numerator, by: denominator), at: range(from: word.range))
  }

  /// Reads the rest of `local(output, name)`.
  private mutating func local(_ word: Identifier) throws(Diagnostic) -> Expression {
    let output = try name()
    guard accept(.comma) else { throw wrongLocal() }
    let denominator = try name()
    guard current.kind == .symbol(.closeParenthesis) else { throw wrongLocal() }
    try close()
    return Expression(.local(output, by: denominator), at: range(from: word.range))
  }

  private func wrongGradient() -> Diagnostic {
    faultOrAbsence()
      ?? Diagnostic(
        "`grad` takes an expression and a name", at: current.range, hint: "write it like `grad(E, w)`")
  }

  private func wrongLocal() -> Diagnostic {
    faultOrAbsence()
      ?? Diagnostic("`local` takes two names", at: current.range, hint: "write it like `local(out, sum)`")
  }

  /// Reads `∂numerator/∂denominator`.
  mutating func derivative() throws(Diagnostic) -> Expression {
    let sign = advance()
    let numerator = try derivativeNumerator(sign)
    guard current.kind == .symbol(.divide) else {
      if current.kind == .symbol(.openParenthesis) {
        throw missing("`/∂`", hint: "what is more than a name stands in parentheses: `∂(sigmoid(z))/∂z`")
      }
      throw missing("`/∂`", hint: "a derivative is written `∂E/∂w`")
    }
    advance()
    guard accept(.derivative) else { throw missing("`∂`", hint: "a derivative is written `∂E/∂w`") }
    let denominator = try name()
    return Expression(.derivative(of: numerator, by: denominator), at: range(from: sign.range))
  }

  /// Reads a name, or anything in parentheses; the level is the derivative's own.
  private mutating func derivativeNumerator(_ sign: Token) throws(Diagnostic) -> Expression {
    if current.kind == .symbol(.openParenthesis) { return try parenthesised(from: open()) }
    guard current.kind == .name else { throw missing("a name or `(`") }
    let numerator = advance()
    return Expression(.name(text(of: numerator)), at: numerator.range)
  }
}
