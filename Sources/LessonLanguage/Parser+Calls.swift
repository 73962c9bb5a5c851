import Diagnostics

/// Elements, calls and derivatives; the loop that reads expressions asks for them piece by piece.
extension Parser {
  // MARK: Names and elements

  /// Reads a name or an element, of which the indices are not read yet.
  mutating func reference(for use: ReferenceUse) throws(Diagnostic) -> Piece {
    let name = try name()
    guard current.kind == .symbol(.openBracket) else {
      return try take(Reference(name, at: name.range), for: use)
    }
    try open()
    return .opened(.indices(of: name, for: use))
  }

  /// Reads what stands behind `reference`, now complete.
  mutating func take(_ reference: Reference, for use: ReferenceUse) throws(Diagnostic) -> Piece {
    switch use {
    case .value: return .operand(reference.expression)
    case .numerator(let sign): return try denominator(of: reference.expression, sign: sign)
    case .denominator(let numerator, let sign):
      return .operand(Expression(.derivative(of: numerator, by: reference), at: range(from: sign)))
    case .gradient(let word, let numerator):
      guard current.kind == .symbol(.closeParenthesis) else { throw wrongGradient() }
      try close()
      return .operand(Expression(.derivative(of: numerator, by: reference), at: range(from: word.range)))
    case .localOutput(let word):
      guard accept(.comma) else { throw wrongLocal() }
      return try self.reference(for: .local(word, of: reference))
    case .local(let word, let output):
      guard current.kind == .symbol(.closeParenthesis) else { throw wrongLocal() }
      try close()
      return .operand(Expression(.local(output, by: reference), at: range(from: word.range)))
    }
  }

  // MARK: Calls

  /// Reads `f(`, `grad(` or `local(out`.
  mutating func call() throws(Diagnostic) -> Piece {
    let word = try name()
    try open()
    switch word.text {
    case "local": return try reference(for: .localOutput(word))
    case "grad": return .opened(.gradient(word))
    default:
      return current.kind == .symbol(.closeParenthesis) ? try closeCall(of: word, []) : .opened(.call(word))
    }
  }

  /// Reads the `)` behind the last argument, or the `for` behind the only one.
  mutating func closeCall(of function: Identifier, _ arguments: [Expression]) throws(Diagnostic) -> Piece {
    switch current.kind {
    case .reserved(.for): return try reduction(function, arguments)
    case .reserved(.over):
      return try overRows(function, arguments)
    default:
      try close()
      return .operand(
        Expression(.call(function: function, arguments: arguments), at: range(from: function.range)))
    }
  }

  private mutating func reduction(
    _ function: Identifier, _ arguments: [Expression]
  ) throws(Diagnostic) -> Piece {
    guard ReductionWord(spelled: function.text) != nil else {
      if let unknown = unknownFunction(function, arguments) { throw unknown }
      throw Diagnostic(
        "\(function.text.quoted) takes no `for`", at: current.range, hint: hintAtFor(in: function, arguments))
    }
    guard let body = arguments.first, arguments.count == 1 else {
      throw Diagnostic("\("\(function.text)(… for …)".quoted) takes one expression", at: current.range)
    }
    advance()
    return .opened(.reduction(function, of: body, firstName: try rangeName()))
  }

  private mutating func overRows(
    _ function: Identifier, _ arguments: [Expression]
  ) throws(Diagnostic) -> Piece {
    guard ReductionWord(spelled: function.text)?.takesRows == true else {
      throw Diagnostic(
        "\(function.text.quoted) takes no `over`", at: current.range,
        hint: hintAtOver(in: function, arguments))
    }
    guard let body = arguments.first, arguments.count == 1 else {
      throw Diagnostic("\("\(function.text)(… over …)".quoted) takes one expression", at: current.range)
    }
    advance()
    let data = try name()
    try close()
    return .operand(
      Expression(.overRows(function: function, of: body, data: data), at: range(from: function.range)))
  }

  // MARK: Derivatives

  /// Reads the rest of `grad(expression, name)`, behind the expression.
  mutating func closeGradient(_ word: Identifier, of numerator: Expression) throws(Diagnostic) -> Piece {
    guard accept(.comma) else { throw wrongGradient() }
    return try reference(for: .gradient(word, of: numerator))
  }

  private func wrongGradient() -> Diagnostic {
    fault()
      ?? Diagnostic(
        "`grad` takes an expression and a name", at: current.range, hint: "write it like `grad(E, w)`")
  }

  private func wrongLocal() -> Diagnostic {
    fault()
      ?? Diagnostic("`local` takes two names", at: current.range, hint: "write it like `local(out, sum)`")
  }

  /// Reads `∂E`, or `∂(` before a numerator that is more than a name or an element.
  mutating func derivative() throws(Diagnostic) -> Piece {
    let sign = advance().range
    switch current.kind {
    case .symbol(.openParenthesis): return .opened(.numerator(sign: sign, bracket: try open().range))
    case .reserved(let word): throw reserved(word)
    case .name: return try reference(for: .numerator(sign: sign))
    default: throw missing("a name or `(`")
    }
  }

  /// Reads `/∂w` behind a numerator; the derivative begins at `sign`.
  mutating func denominator(of numerator: Expression, sign: SourceRange) throws(Diagnostic) -> Piece {
    let example = "a derivative is written `∂E/∂w`"
    guard accept(.divide) else {
      let isCall = current.kind == .symbol(.openParenthesis)
      throw missing(
        "`/∂`",
        hint: isCall ? "what is more than a name stands in parentheses: `∂(sigmoid(z))/∂z`" : example)
    }
    guard accept(.derivative) else { throw missing("`∂`", hint: example) }
    return try reference(for: .denominator(of: numerator, sign: sign))
  }
}

extension Reference {
  /// The value that it names.
  fileprivate var expression: Expression {
    Expression(indices.isEmpty ? .name(name.text) : .element(name, indices: indices), at: range)
  }
}
