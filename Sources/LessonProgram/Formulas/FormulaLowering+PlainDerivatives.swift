import Algebra
import Diagnostics
package import LessonLanguage

// `dE/dw5`: how derivatives are written where `∂` cannot be.
//
// It reads like a quotient of two names, and is one where `dE` is a name. So what it means is decided here, where the
// names are known; and as `∂E/∂w5` it is one unit, whatever stands around it: `a*dE/dw^2` is `a*(∂E/∂w)^2`.

extension FormulaLowering {
  /// The factors of a product, each `dE` with the `/dw5` behind it taken for the derivative that it means.
  package func withDerivatives(_ factors: [SignedFactor]) -> [SignedFactor] {
    guard factors.count > 1, factors.contains(where: { $0.isDivisor }) else { return factors }
    var found: [SignedFactor] = []
    for factor in factors {
      if factor.isDivisor, let last = found.last,
        let derivative = derivative(endingOf: last.expression, over: factor.expression)
      {
        found[found.count - 1] = SignedFactor(isDivisor: last.isDivisor, derivative)
      } else {
        found.append(factor)
      }
    }
    return found
  }

  /// The derivative that the end of one factor and the beginning of the next one make, with all that is around it.
  private func derivative(endingOf left: Expression, over right: Expression) -> Expression? {
    let range = left.range.union(right.range)
    // A power whose exponent ends so, or a minus before it, is around the whole.
    if case .power(let base, let exponent) = left.kind, exponent.range.upperBound == left.range.upperBound {
      return derivative(endingOf: exponent, over: right).map {
        Expression(.power(base: base, exponent: $0), at: range)
      }
    }
    if case .negation(let inner) = left.kind, inner.range.upperBound == left.range.upperBound {
      return derivative(endingOf: inner, over: right).map { Expression(.negation($0), at: range) }
    }
    if case .power(let base, let exponent) = right.kind, base.range.lowerBound == right.range.lowerBound {
      return derivative(endingOf: left, over: base).map {
        Expression(.power(base: $0, exponent: exponent), at: range)
      }
    }
    guard let name = denominator(right) else { return nil }
    // Where `dw` can only mean one thing, `dE` is meant likewise, also where there is no `E`.
    let isMeant = !isKnown("d" + name.name.text) && isSomewhere(name.name.text)
    guard let numerator = numerator(left, isMeant: isMeant) else { return nil }
    return Expression(.derivative(of: numerator, by: name), at: range)
  }

  /// What stands behind the `d` of `dE`, `dh[1]` or `d(…)`, where that is not the name of something itself.
  private func numerator(_ expression: Expression, isMeant: Bool) -> Expression? {
    switch expression.kind {
    case .name(let text):
      guard !isKnown(text), isAlone(expression, text), let output = text.behindD,
        isMeant || isSomewhere(output)
      else { return nil }
      return Expression(.name(output), at: expression.range)
    case .element(let family, let indices):
      guard !isKnown(family.text), let output = family.behindD, isSomewhere(output.text) else { return nil }
      return Expression(.element(output, indices: indices), at: expression.range)
    case .call(let function, let arguments):
      guard function.text == "d", arguments.count == 1, scope.functions[Name("d")] == nil else { return nil }
      return arguments[0]
    default: return nil
    }
  }

  /// What stands behind the `d` of `dw5` or `dW[1,2]`.
  private func denominator(_ expression: Expression) -> Reference? {
    switch expression.kind {
    case .name(let text):
      guard isAlone(expression, text), let name = Identifier(text, at: expression.range).behindD else {
        return nil
      }
      return Reference(name, at: expression.range)
    case .element(let family, let indices):
      guard let name = family.behindD else { return nil }
      return Reference(name, indices: indices, at: expression.range)
    default: return nil
    }
  }

  /// Whether there is something of that name here.
  private func isKnown(_ text: String) -> Bool {
    let name = Name(text)
    return bindings[name] != nil || scope[name] != nil || scope.families[name] != nil || name == definedName
  }

  /// Whether there is something of that name here, or further down.
  private func isSomewhere(_ text: String) -> Bool { isKnown(text) || comesLater?(Name(text)) == true }

  /// Whether a name has no parentheses around it.
  private func isAlone(_ expression: Expression, _ text: String) -> Bool {
    expression.range.upperBound - expression.range.lowerBound == text.utf8.count
  }
}

extension String {
  /// What stands behind the `d` that it begins with; `nil` where that is none, or nothing.
  fileprivate var behindD: String? { hasPrefix("d") && unicodeScalars.count > 1 ? String(dropFirst()) : nil }
}

extension Identifier {
  fileprivate var behindD: Identifier? { text.behindD.map { Identifier($0, at: range) } }
}
