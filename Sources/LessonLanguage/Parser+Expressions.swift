import Diagnostics

/// Expressions, loosest first: `+ -`; `* /`; unary `-`; `^`; calls, parentheses, derivatives.
///
/// What is open waits on a stack of its own rather than on the program's: nothing here recurses, however deep
/// an expression nests, and terms and factors are kept in flat lists.
extension Parser {
  /// Reads an expression as far as it goes.
  mutating func expression() throws(Diagnostic) -> Expression {
    var open: [UnfinishedExpression] = []
    var last = UnfinishedExpression(in: .statement)
    operands: while true {
      while current.kind == .symbol(.minus) {
        try enter(current)
        last.takeSign(at: advance().range)
      }
      if let surrounding = try surrounding() {
        open.append(last)
        last = UnfinishedExpression(in: surrounding)
        continue
      }
      var operand = try leaf()
      // An operand may complete what it stands in, which is then an operand itself.
      while true {
        if try takeOperator(behind: operand, into: &last) { continue operands }
        leave(last.prefixCount)
        let whole = last.finish(with: operand)
        if case .call = last.surrounding, accept(.comma) {
          last.takeArgument(whole)
          continue operands
        }
        guard let outer = open.popLast() else { return whole }
        operand = try close(last, with: whole)
        last = outer
      }
    }
  }

  /// Reads the operator behind `operand`, if there is one, and lets the two wait for what follows.
  private mutating func takeOperator(
    behind operand: Expression, into last: inout UnfinishedExpression
  ) throws(Diagnostic) -> Bool {
    guard case .symbol(let symbol) = current.kind else { return false }
    switch symbol {
    case .power:
      try enter(current)
      last.takeBase(operand)
    case .times, .divide:
      leave(last.prefixCount)
      last.takeFactor(operand, isBeforeDivisor: symbol == .divide)
    case .plus, .minus:
      leave(last.prefixCount)
      last.takeTerm(operand, isBeforeSubtracted: symbol == .minus)
    default: return false
    }
    advance()
    return true
  }

  /// Reads `(`, `f(`, `grad(` or `∂(`, if one of them stands here and an expression follows.
  private mutating func surrounding() throws(Diagnostic) -> UnfinishedExpression.Surrounding? {
    let isBracketNext = next.kind == .symbol(.openParenthesis)
    switch current.kind {
    case .symbol(.openParenthesis): return .parentheses(bracket: try open().range)
    case .symbol(.derivative) where isBracketNext:
      let sign = advance().range
      return .numerator(sign: sign, bracket: try open().range)
    case .name where isBracketNext: return try callSurrounding()
    default: return nil
    }
  }

  /// Reads what stands behind `whole`, now complete, to the end of what it stands in, which is an operand.
  private mutating func close(
    _ inner: UnfinishedExpression, with whole: Expression
  ) throws(Diagnostic) -> Expression {
    switch inner.surrounding {
    case .statement: return whole
    case .parentheses(let bracket):
      try close()
      return Expression(whole.form, at: range(from: bracket))
    case .call(let function): return try closeCall(of: function, inner.arguments(with: whole))
    case .gradient(let word): return try closeGradient(word, of: whole)
    case .numerator(let sign, let bracket):
      try close()
      return try denominator(of: Expression(whole.form, at: range(from: bracket)), from: sign)
    }
  }

  /// Reads an operand that holds no expression.
  private mutating func leaf() throws(Diagnostic) -> Expression {
    let token = current
    switch token.kind {
    case .number:
      let number = try number()
      return Expression(.number(value: number.value, text: number.text), at: number.range)
    case .reserved(.pi):
      advance()
      return Expression(.pi, at: token.range)
    case .name where next.kind == .symbol(.openParenthesis): return try leafCall()
    case .name:
      advance()
      return Expression(.name(text(of: token)), at: token.range)
    case .symbol(.derivative): return try derivativeOfName()
    default: throw missingValue()
    }
  }

  /// Reads a number without a sign.
  mutating func number() throws(Diagnostic) -> PrintedNumber {
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
