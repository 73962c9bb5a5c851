import Diagnostics

/// What an expression stands in while it is read.
enum Surrounding {
  /// The statement; a list may be its whole right side.
  case statement(mayBeList: Bool)
  /// `until …`, where a condition stands.
  case until
  /// `(…)`; in a condition a condition may stand in it.
  case parentheses(bracket: SourceRange, mayHoldCondition: Bool)
  /// `[…]`
  case list(bracket: SourceRange)
  /// `h[…]`
  case indices(of: Identifier, for: ReferenceUse)
  /// `f(…)`
  case call(Identifier)
  /// `sum(… for i in …)`
  case reduction(Identifier, of: Expression, firstName: Identifier)
  /// `grad(…, w)`
  case gradient(Identifier)
  /// `∂(…)/∂w`
  case numerator(sign: SourceRange, bracket: SourceRange)
  /// `if …`
  case condition(word: SourceRange)
  /// `if a > b then …`
  case branch(word: SourceRange, Condition)
  /// `if a > b then a else …`
  case otherwise(word: SourceRange, Condition, then: Expression)
}

/// What a name or an element is a part of.
enum ReferenceUse {
  /// `h[2]`: it is a value itself.
  case value
  /// `∂h`
  case numerator(sign: SourceRange)
  /// `∂E/∂w`
  case denominator(of: Expression, sign: SourceRange)
  /// `grad(E, w)`
  case gradient(Identifier, of: Expression)
  /// `local(out, …)`
  case localOutput(Identifier)
  /// `local(out, sum)`
  case local(Identifier, of: Reference)
}
