public import Diagnostics

/// An expression as it is written, each part with its place.
///
/// Sums and products are flat lists, those of matrices too, so that the number of their terms is no nesting; every other form nests,
/// and the parser bounds how deep.
public struct Expression: Hashable, Sendable {
  /// What is written.
  public let kind: Kind
  /// Where it stands; parentheses around it are part of it.
  public let range: SourceRange

  /// The forms of an expression.
  public indirect enum Kind: Hashable, Sendable {
    /// A number, with its digits as they are written: `0.5`, `1e-8`.
    case number(value: Double, text: String)
    /// The constant `pi`.
    case pi
    /// A named value.
    case name(String)
    /// `-x`
    case negation(Expression)
    /// Terms in order; the first is added.
    case sum([SignedTerm])
    /// Factors in order; the first is multiplied.
    case product([SignedFactor])
    /// `A @ B @ x`: two or more factors of a product of matrices, from the left to the right.
    case matrixProduct([Expression])
    /// `base^exponent`
    case power(base: Expression, exponent: Expression)
    /// `W[1,2]`: an element of a family.
    case element(Identifier, indices: [Expression])
    /// `[a, b, c]`: a family written out, as the whole right side of a statement; lists in it are its rows.
    case list([Expression])
    /// `if condition then first else second`
    case conditional(Condition, then: Expression, otherwise: Expression)
    /// `sum(body for i in 1...3, j in 1...2)` and its kin.
    case reduction(function: Identifier, of: Expression, over: [NamedRange])
    /// `mean(body over xor)` and its kin: of the body on every row of a data cell.
    case overRows(function: Identifier, of: Expression, data: Identifier)
    /// `function(argument, …)`; whether there is such a function is for the runtime to say.
    case call(function: Identifier, arguments: [Expression])
    /// `correction: 1`: an argument of a call with its label.
    case setting(Identifier, Expression)
    /// `∂numerator/∂denominator` or `grad(numerator, denominator)`.
    case derivative(of: Expression, by: Reference)
    /// `local(output, name)`
    case local(Reference, by: Reference)
  }

  /// An expression with its place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A term of a sum, and whether it is subtracted.
public struct SignedTerm: Hashable, Sendable {
  /// Whether the term stands behind a minus.
  public let isSubtracted: Bool
  /// The term.
  public let expression: Expression

  /// A term of a sum.
  public init(isSubtracted: Bool, _ expression: Expression) {
    self.isSubtracted = isSubtracted
    self.expression = expression
  }
}

/// A factor of a product, and whether the product is divided by it.
public struct SignedFactor: Hashable, Sendable {
  /// Whether the factor stands behind a `/`.
  public let isDivisor: Bool
  /// The factor.
  public let expression: Expression

  /// A factor of a product.
  public init(isDivisor: Bool, _ expression: Expression) {
    self.isDivisor = isDivisor
    self.expression = expression
  }
}

/// A name as it is written, with its place.
public struct Identifier: Hashable, Sendable {
  /// The name.
  public let text: String
  /// Where it stands.
  public let range: SourceRange

  /// A name with its place.
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A name, or an element of a family, where only such a one may stand: `w5`, `W[1,2]`.
public struct Reference: Hashable, Sendable {
  /// The name, or that of the family.
  public let name: Identifier
  /// The indices; empty for a plain name.
  public let indices: [Expression]
  /// Where the whole stands.
  public let range: SourceRange

  /// A reference with its place.
  public init(_ name: Identifier, indices: [Expression] = [], at range: SourceRange) {
    self.name = name
    self.indices = indices
    self.range = range
  }
}

/// `i in 1...8 step 2`, `q in [0, 0.5, 5]`: the values that a `for` name takes, in order.
public struct NamedRange: Hashable, Sendable {
  /// The `for` name.
  public let name: Identifier
  /// What stands behind `in`.
  public let values: Values

  /// What stands behind the `in` of a range.
  public enum Values: Hashable, Sendable {
    /// `1...8 step 2`: from where to where, and the distance of two values; 1 when it is not written.
    case span(Span, step: Expression?)
    /// `[0, 0.5, 5]`: the numbers one by one, and where the list stands.
    case list([Expression], at: SourceRange)
  }

  /// A range with its name.
  public init(name: Identifier, _ values: Values) {
    self.name = name
    self.values = values
  }

  /// A range from a first value to a last.
  public init(name: Identifier, span: Span, step: Expression? = nil) {
    self.init(name: name, .span(span, step: step))
  }

  /// Where its values stand.
  public var range: SourceRange {
    switch values {
    case .span(let span, _): span.range
    case .list(_, let range): range
    }
  }

  /// All expressions in it.
  public var expressions: [Expression] {
    switch values {
    case .span(let span, let step): [span.first, span.last] + (step.map { [$0] } ?? [])
    case .list(let items, _): items
    }
  }
}

/// `1...8`, both ends included.
public struct Span: Hashable, Sendable {
  /// The first value.
  public let first: Expression
  /// The last value.
  public let last: Expression

  /// A span from `first` to `last`.
  public init(_ first: Expression, _ last: Expression) {
    self.first = first
    self.last = last
  }

  /// Where it stands.
  public var range: SourceRange { first.range.union(last.range) }
}

/// What an `if` asks.
public struct Condition: Hashable, Sendable {
  /// What is asked.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// The forms of a condition.
  public indirect enum Kind: Hashable, Sendable {
    /// `a <= b`
    case comparison(Expression, Comparison, Expression)
    /// `a and b and c`
    case all([Condition])
    /// `a or b or c`
    case any([Condition])
    /// `not a`
    case not(Condition)
  }

  /// A condition with its place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// How two numbers are compared.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  /// `<`
  case less = "<"
  /// `<=`
  case lessOrEqual = "<="
  /// `>`
  case greater = ">"
  /// `>=`
  case greaterOrEqual = ">="
  /// `==`
  case equal = "=="
  /// `!=`
  case unequal = "!="
}
