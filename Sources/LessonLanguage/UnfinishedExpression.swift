import Diagnostics

/// An expression of which more is to be read, and what it stands in.
///
/// It waits in five places, loosest first: complete terms, complete factors of the last term, those of a product of
/// matrices that is a factor, and before the operand that is to come, minus signs and bases of powers in the order in which they are written. The last
/// are folded from the right, and that alone makes `-x^2` be `-(x^2)`, `a^b^c` be `a^(b^c)`, and `a^-b*c` be
/// `(a^-b)*c`.
struct UnfinishedExpression {
  /// What waits for the operand behind it.
  private enum Prefix {
    case minus(SourceRange)
    case base(Expression)
  }

  /// What the expression stands in.
  let surrounding: Surrounding
  /// The condition that it is a part of, where it stands in one.
  var condition = UnfinishedCondition()
  /// The ranges that it is a bound of, where it stands in a reduction.
  var ranges: UnfinishedRanges?
  /// The arguments, indices or items before this one.
  private var items: [Expression] = []
  private var terms: [SignedTerm] = []
  private var isSubtracted = false
  private var factors: [SignedFactor] = []
  private var isDivisor = false
  /// The factors before the operand of a product of matrices.
  private var matrices: [Expression] = []
  /// How many signs `@` have been read: each may be a level of its own.
  private(set) var matrixCount = 0
  /// The label of the argument that is being read: `correction` in `correction: 1`.
  var label: Identifier?
  private var prefixes: [Prefix] = []

  /// An expression of which nothing has been read.
  init(in surrounding: Surrounding) {
    self.surrounding = surrounding
    if case .reduction(_, _, let name) = surrounding { ranges = UnfinishedRanges(name) }
  }

  /// How many levels the operand that is to come nests in this expression.
  var prefixCount: Int { prefixes.count }

  /// Whether an operand that comes now is the first of the expression.
  var isAtFirstOperand: Bool {
    terms.isEmpty && factors.isEmpty && matrices.isEmpty && prefixes.isEmpty && !condition.isComparing
  }

  /// Whether it stands where a comparison may.
  var mayBeCompared: Bool {
    switch surrounding {
    case .condition, .until: true
    case .parentheses(_, let mayHoldCondition): mayHoldCondition
    default: false
    }
  }

  /// Whether a list may begin here.
  var mayBeList: Bool {
    guard isAtFirstOperand else { return false }
    return switch surrounding {
    case .statement(let mayBeList): mayBeList
    case .list: true
    case .reduction: ranges?.awaited == .first
    default: false
    }
  }

  /// Whether an `if` may begin here: it is the loosest of all forms.
  var mayBeConditional: Bool {
    switch surrounding {
    case .condition, .until: return false
    default: return isAtFirstOperand && !condition.isBegun
    }
  }

  /// Takes a minus sign before an operand.
  mutating func takeSign(at range: SourceRange) { prefixes.append(.minus(range)) }

  /// Takes an operand, behind which stands `^`.
  mutating func takeBase(_ operand: Expression) { prefixes.append(.base(operand)) }

  /// Takes an operand, behind which stands `*` or `/`.
  mutating func takeFactor(_ operand: Expression, isBeforeDivisor: Bool) {
    factors.append(SignedFactor(isDivisor: isDivisor, foldMatrices(before: operand)))
    isDivisor = isBeforeDivisor
  }

  /// Takes an operand, behind which stands `@`: what is written before it is the left side.
  mutating func takeMatrix(_ operand: Expression) {
    matrixCount += 1
    if factors.isEmpty {
      matrices.append(foldPrefixes(before: operand))
    } else {
      matrices = [foldFactors(before: operand)]
    }
  }

  /// Takes an operand, behind which stands `+` or `-`.
  mutating func takeTerm(_ operand: Expression, isBeforeSubtracted: Bool) {
    terms.append(SignedTerm(isSubtracted: isSubtracted, foldFactors(before: operand)))
    isSubtracted = isBeforeSubtracted
  }

  /// Takes `item`, which is complete and ends in a comma, so that the next one can be read.
  mutating func takeItem(_ item: Expression) { items.append(labelled(item)) }

  private mutating func labelled(_ item: Expression) -> Expression {
    guard let name = label.take() else { return item }
    return Expression(.setting(name, item), at: name.range.union(item.range))
  }

  /// All arguments, indices or items, of which `item` is the last.
  consuming func items(with item: Expression) -> [Expression] {
    items.append(labelled(item))
    return items
  }

  /// The whole expression, of which `operand` is the last.
  mutating func finish(with operand: Expression) -> Expression {
    let last = foldFactors(before: operand)
    matrixCount = 0
    guard let first = terms.first else { return last }
    terms.append(SignedTerm(isSubtracted: isSubtracted, last))
    defer { (terms, isSubtracted) = ([], false) }
    return Expression(.sum(terms), at: first.expression.range.union(last.range))
  }

  private mutating func foldFactors(before operand: Expression) -> Expression {
    let last = foldMatrices(before: operand)
    guard let first = factors.first else { return last }
    factors.append(SignedFactor(isDivisor: isDivisor, last))
    defer { (factors, isDivisor) = ([], false) }
    return Expression(.product(factors), at: first.expression.range.union(last.range))
  }

  private mutating func foldMatrices(before operand: Expression) -> Expression {
    let last = foldPrefixes(before: operand)
    guard let first = matrices.first else { return last }
    defer { matrices = [] }
    return Expression(.matrixProduct(matrices + [last]), at: first.range.union(last.range))
  }

  private mutating func foldPrefixes(before operand: Expression) -> Expression {
    var expression = operand
    while let prefix = prefixes.popLast() {
      expression =
        switch prefix {
        case .minus(let range): Expression(.negation(expression), at: range.union(expression.range))
        case .base(let base):
          Expression(.power(base: base, exponent: expression), at: base.range.union(expression.range))
        }
    }
    return expression
  }
}
