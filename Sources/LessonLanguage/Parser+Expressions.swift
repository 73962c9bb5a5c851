import Diagnostics

/// Expressions, loosest first: `if C then A else B`; `+ -`; `* / @`; unary `-`; `^`; calls, parentheses, indices,
/// derivatives.
///
/// What is open waits on a stack of its own rather than on the program's: nothing here recurses, however deep
/// an expression nests, and terms and factors are kept in flat lists.
extension Parser {
  /// What has been read of an expression.
  enum Piece {
    /// A value, behind which an operator may stand.
    case operand(Expression)
    /// A list or an `if`, which no operator binds to.
    case whole(Expression)
    /// A condition in parentheses.
    case condition(Condition)
    /// The beginning of something that holds an expression.
    case opened(Surrounding)
  }

  /// What stands in something that holds an expression, when it is complete.
  enum Content {
    case value(Expression)
    case condition(Condition)
  }

  /// Reads an expression as far as it goes; `mayBeList` allows `[1, 2]` in its place.
  mutating func expression(mayBeList: Bool = false) throws(Diagnostic) -> Expression {
    switch try content(of: .statement(mayBeList: mayBeList)) {
    case .value(let value): return value
    case .condition: throw leftover()
    }
  }

  /// Reads what stands in `surrounding`, which nothing else surrounds.
  mutating func content(of surrounding: Surrounding) throws(Diagnostic) -> Content {
    var open: [UnfinishedExpression] = []
    var last = UnfinishedExpression(in: surrounding)
    var piece = try piece(of: &last)
    while true {
      if case .opened(let surrounding) = piece {
        open.append(last)
        last = UnfinishedExpression(in: surrounding)
        piece = try self.piece(of: &last)
        continue
      }
      guard let content = try take(piece, into: &last) else {
        piece = try self.piece(of: &last)
        continue
      }
      // What is complete completes what it stands in, and that is a piece of what it stands in itself.
      guard let outer = open.popLast() else { return content }
      piece = try close(last, with: content)
      last = outer
    }
  }

  // MARK: Pieces

  /// Reads signs, and then a value that holds no expression or the beginning of one that does.
  private mutating func piece(of last: inout UnfinishedExpression) throws(Diagnostic) -> Piece {
    if case .call(let function) = last.surrounding, SettingWords.all.contains(function.text),
      last.isAtFirstOperand, last.label == nil, current.kind == .name,
      next.kind == .symbol(.colon)
    {
      last.label = try name()
      advance()
    }
    while current.kind == .reserved(.not), last.mayBeCompared, last.isAtFirstOperand {
      try enter(current)
      last.condition.takeNot(at: advance().range)
    }
    while current.kind == .symbol(.minus) {
      try enter(current)
      last.takeSign(at: advance().range)
    }
    switch current.kind {
    case .symbol(.openParenthesis):
      let mayHoldCondition = last.mayBeCompared && last.isAtFirstOperand
      return .opened(.parentheses(bracket: try open().range, mayHoldCondition: mayHoldCondition))
    case .symbol(.openBracket):
      guard last.mayBeList else { throw listInExpression() }
      return .opened(.list(bracket: try open().range))
    case .reserved(.if):
      guard last.mayBeConditional else { throw misplacedIf() }
      try enter(current)
      return .opened(.condition(word: advance().range))
    case .symbol(.derivative): return try derivative()
    case .name where next.kind == .symbol(.openParenthesis): return try call()
    case .name: return try reference(for: .value)
    case .number:
      let number = try number()
      return .operand(Expression(.number(value: number.value, text: number.text), at: number.range))
    case .reserved(.pi): return .operand(Expression(.pi, at: advance().range))
    default: throw missingValue()
    }
  }

  /// Takes `piece` and what stands behind it; `nil` when another piece follows, else what is complete by it.
  private mutating func take(
    _ piece: Piece, into last: inout UnfinishedExpression
  ) throws(Diagnostic) -> Content? {
    switch piece {
    case .opened: return nil
    case .condition(let condition):
      if isAtOperator { throw conditionAsValue(condition) }
      return try take(condition, into: &last)
    case .whole(let value):
      if isAtOperator, last.mayBeCompared || value.kind.isList { throw operatorBehind(value) }
      return try takesMore(behind: value, into: &last) ? nil : .value(value)
    case .operand(let operand):
      if try takeOperator(behind: operand, into: &last) { return nil }
      leave(last.prefixCount + last.matrixCount)
      let value = last.finish(with: operand)
      guard last.mayBeCompared else {
        return try takesMore(behind: value, into: &last) ? nil : .value(value)
      }
      return try takeSide(value, into: &last)
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
    case .matrix:
      leave(last.prefixCount)
      try enter(current)
      last.takeMatrix(operand)
    case .plus, .minus:
      leave(last.prefixCount)
      last.takeTerm(operand, isBeforeSubtracted: symbol == .minus)
    default: return false
    }
    advance()
    return true
  }

  /// Reads what stands between `value` and another one beside it, if there is such.
  private mutating func takesMore(
    behind value: Expression, into last: inout UnfinishedExpression
  ) throws(Diagnostic) -> Bool {
    switch last.surrounding {
    case .call, .indices, .list:
      guard accept(.comma) else { return false }
      last.takeItem(value)
      return true
    case .reduction:
      guard var ranges = last.ranges.take() else { return false }
      let isMore = try takeBound(value, into: &ranges)
      last.ranges = ranges
      return isMore
    default: return false
    }
  }

  // MARK: What is complete

  /// Reads what stands behind `content`, now complete, to the end of what it stands in.
  private mutating func close(
    _ inner: UnfinishedExpression, with content: Content
  ) throws(Diagnostic) -> Piece {
    switch content {
    case .value(let value): return try close(inner, with: value)
    case .condition(let condition): return try close(inner.surrounding, with: condition)
    }
  }

  private mutating func close(
    _ inner: UnfinishedExpression, with value: Expression
  ) throws(Diagnostic) -> Piece {
    switch inner.surrounding {
    case .statement, .condition, .until: throw leftover()
    case .parentheses(let bracket, _):
      try close()
      return .operand(Expression(value.kind, at: range(from: bracket)))
    case .list(let bracket):
      try close()
      return .whole(Expression(.list(inner.items(with: value)), at: range(from: bracket)))
    case .indices(let family, let use):
      try close()
      let range = range(from: family.range)
      return try take(Reference(family, indices: inner.items(with: value), at: range), for: use)
    case .call(let function): return try closeCall(of: function, inner.items(with: value))
    case .reduction(let function, let body, _):
      try close()
      let ranges = inner.ranges?.complete ?? []
      return .operand(
        Expression(.reduction(function: function, of: body, over: ranges), at: range(from: function.range)))
    case .gradient(let word): return try closeGradient(word, of: value)
    case .numerator(let sign, let bracket):
      try close()
      return try denominator(of: Expression(value.kind, at: range(from: bracket)), sign: sign)
    case .branch(let word, let condition):
      guard accept(.reserved(.else)) else { throw missingInConditional(.else) }
      return .opened(.otherwise(word: word, condition, then: value))
    case .otherwise(let word, let condition, let first):
      leave()
      return .whole(
        Expression(.conditional(condition, then: first, otherwise: value), at: word.union(value.range)))
    }
  }
}
