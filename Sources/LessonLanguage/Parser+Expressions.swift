import Diagnostics

/// Expressions, loosest first: `+ -`; `* /`; unary `-`; `^`; calls, parentheses, derivatives.
///
/// Only what `enter` counts recurses. Terms and factors are read in loops and kept in flat lists.
extension Parser {
  /// Reads terms with `+` and `-` between them.
  mutating func expression() throws(Diagnostic) -> Expression {
    let first = try product()
    guard current.kind == .symbol(.plus) || current.kind == .symbol(.minus) else { return first }
    var terms = [SignedTerm(isSubtracted: false, first)]
    while true {
      let isSubtracted = current.kind == .symbol(.minus)
      guard accept(.plus) || accept(.minus) else { break }
      terms.append(SignedTerm(isSubtracted: isSubtracted, try product()))
    }
    return Expression(.sum(terms), at: range(from: first.range))
  }

  /// Reads factors with `*` and `/` between them.
  private mutating func product() throws(Diagnostic) -> Expression {
    let first = try negation()
    guard current.kind == .symbol(.times) || current.kind == .symbol(.divide) else { return first }
    var factors = [SignedFactor(isDivisor: false, first)]
    while true {
      let isDivisor = current.kind == .symbol(.divide)
      guard accept(.times) || accept(.divide) else { break }
      factors.append(SignedFactor(isDivisor: isDivisor, try negation()))
    }
    return Expression(.product(factors), at: range(from: first.range))
  }

  /// Reads any number of minus signs and what they stand before.
  private mutating func negation() throws(Diagnostic) -> Expression {
    guard current.kind == .symbol(.minus) else { return try power() }
    var signs: [SourceRange] = []
    while current.kind == .symbol(.minus) {
      try enter(current)
      signs.append(advance().range)
    }
    var expression = try power()
    leave(signs.count)
    for sign in signs.reversed() {
      expression = Expression(.negation(expression), at: sign.union(expression.range))
    }
    return expression
  }

  /// Reads an operand and perhaps its exponent, which may carry minus signs and an exponent of its own.
  private mutating func power() throws(Diagnostic) -> Expression {
    let base = try operand()
    guard current.kind == .symbol(.power) else { return base }
    try enter(current)
    advance()
    let exponent = try negation()
    leave()
    return Expression(.power(base: base, exponent: exponent), at: base.range.union(exponent.range))
  }

  private mutating func operand() throws(Diagnostic) -> Expression {
    let token = current
    switch token.kind {
    case .number: return try number()
    case .reserved(.pi):
      advance()
      return Expression(.pi, at: token.range)
    case .name where next.kind == .symbol(.openParenthesis): return try call()
    case .name:
      advance()
      return Expression(.name(text(of: token)), at: token.range)
    case .symbol(.openParenthesis):
      try open()
      return try parenthesised(from: token)
    case .symbol(.derivative): return try derivative()
    default: throw missingValue()
    }
  }

  /// Reads what stands behind the `(` that was read, and its `)`, which become part of the range.
  mutating func parenthesised(from bracket: Token) throws(Diagnostic) -> Expression {
    let inner = try expression()
    try close()
    return Expression(inner.form, at: range(from: bracket.range))
  }

  private mutating func number() throws(Diagnostic) -> Expression {
    let number = try printedNumber()
    return Expression(.number(value: number.value, text: number.text), at: number.range)
  }

  /// Reads a number without a sign.
  mutating func printedNumber() throws(Diagnostic) -> PrintedNumber {
    let token = advance()
    let written = text(of: token)
    // Transcripts print a minus in exponents that no other program reads.
    let digits = String(String.UnicodeScalarView(written.unicodeScalars.map { $0 == "−" ? "-" : $0 }))
    guard let value = Double(digits), value.isFinite else {
      throw Diagnostic(
        "the number \(written.quoted) is too large", at: token.range, hint: "the largest is about 1.8e308")
    }
    let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
    guard value != 0 || mantissa.allSatisfy({ $0 == "0" || $0 == "." }) else {
      throw Diagnostic(
        "the number \(written.quoted) is too small to be told from 0", at: token.range,
        hint: "the smallest is about 4.9e-324")
    }
    return PrintedNumber(text: digits, value: value, at: token.range)
  }
}
