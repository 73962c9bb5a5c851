package import Algebra
package import DecimalArithmetic

// What a formula of numbers gives on paper: worked out from its digits in decimals, and not from its values in binary.

extension Formula {
  /// Bounds of what the digits of a formula of numbers give, worked out with so many digits; exact where these are enough.
  ///
  /// `nil` where it has no value for some number between the bounds of a part, and where a name is left in it.
  package func paperValue(digits: Int) -> Enclosure? {
    switch self {
    case .number(let number):
      return number.paperValue(digits: digits)
    case .name, .derivative, .local, .overRows, .element, .conditional:
      return nil
    case .negation(let inner):
      return inner.paperValue(digits: digits).map { -$0 }
    case .sum(let terms):
      return terms.reduce(Enclosure(DecimalFraction(0), digits: digits)) { sum, term in
        guard let sum, let value = term.formula.paperValue(digits: digits) else { return nil }
        return term.sign == .plus ? sum + value : sum - value
      }
    case .product(let factors):
      return factors.reduce(Enclosure(DecimalFraction(1), digits: digits)) { product, factor in
        guard let product, let value = factor.formula.paperValue(digits: digits) else { return nil }
        return factor.operation == .times ? product * value : product / value
      }
    case .power(let base, let exponent):
      guard let base = base.paperValue(digits: digits), let exponent = exponent.paperValue(digits: digits)
      else {
        return nil
      }
      return base.raised(to: exponent)
    case .call(let function, let arguments):
      let values = function.completed(arguments).compactMap { $0.paperValue(digits: digits) }
      guard values.count >= arguments.count else { return nil }
      return function.paperValue(of: values)
    }
  }
}

extension Number {
  /// What the digits are, or bounds of π.
  fileprivate func paperValue(digits: Int) -> Enclosure? {
    if text == "pi" { return Enclosure.pi(digits: digits) }
    guard value.isFinite, let shown = text.map({ DecimalDigits(text: $0) }) ?? DecimalDigits(value) else {
      return nil
    }
    return Enclosure(
      DecimalFraction(
        isNegative: shown.isNegative, digits: shown.digits, exponent: shown.pointPosition - shown.digits.count
      ),
      digits: digits)
  }
}

extension Function {
  /// Bounds of its value for arguments within theirs.
  fileprivate func paperValue(of arguments: [Enclosure]) -> Enclosure? {
    let x = arguments[0]
    let zero = Enclosure(DecimalFraction(0), digits: x.digits)
    let one = Enclosure(DecimalFraction(1), digits: x.digits)
    switch id {
    case .exp: return x.exponential()
    case .ln, .log: return x.naturalLogarithm()
    case .log2: return x.binaryLogarithm()
    case .log10: return x.decimalLogarithm()
    case .sqrt: return x.squareRoot()
    case .abs: return x.absolute()
    case .sign: return x.sign()
    case .sin: return x.sine()
    case .cos: return x.cosine()
    case .tan: return x.tangent()
    case .arctan: return x.inverseTangent()
    case .sinh: return x.hyperbolicSine()
    case .cosh: return x.hyperbolicCosine()
    case .tanh: return x.hyperbolicTangent()
    case .sigmoid: return x.logistic()
    case .softplus: return x.softplus()
    case .erf: return x.errorFunction()
    case .gelu: return x.gelu()
    case .floor: return x.floor()
    case .factorial: return x.factorial()
    case .relu: return x.chosen(fromZero: x, below: zero)
    case .step: return x.chosen(fromZero: one, below: zero)
    case .leakyRelu, .prelu: return (arguments[1] * x).map { x.chosen(fromZero: x, below: $0) }
    case .elu:
      if !x.isNegative, !x.mayBeZero { return x }
      return x.exponential().flatMap { arguments[1] * ($0 - one) }.map { x.chosen(fromZero: x, below: $0) }
    case .max: return arguments.dropFirst().reduce(x) { $0.larger($1) }
    case .min: return arguments.dropFirst().reduce(x) { $0.smaller($1) }
    // They are written out before anything is worked out on paper.
    case .softmax, .logsumexp: return nil
    }
  }
}
