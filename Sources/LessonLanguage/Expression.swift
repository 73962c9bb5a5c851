public import Diagnostics

/// An expression as it is written, each part with its place.
///
/// Sums and products are flat lists, so that the number of their terms is no nesting; every other form nests,
/// and the parser bounds how deep.
public struct Expression: Hashable, Sendable {
  /// What is written.
  public let form: Form
  /// Where it stands; parentheses around it are part of it.
  public let range: SourceRange

  /// The forms of an expression.
  public indirect enum Form: Hashable, Sendable {
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
    /// `base^exponent`
    case power(base: Expression, exponent: Expression)
    /// `function(argument, …)`; whether there is such a function is for the runtime to say.
    case call(function: Identifier, arguments: [Expression])
    /// `∂numerator/∂denominator` or `grad(numerator, denominator)`.
    case derivative(of: Expression, by: Identifier)
    /// `local(output, name)`
    case local(Identifier, by: Identifier)
  }

  /// An expression with its place.
  public init(_ form: Form, at range: SourceRange) {
    self.form = form
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
