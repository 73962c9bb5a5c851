extension NormalForms {
  /// The formula that a teacher would write for `form`.
  func formula(of form: NormalForm) -> Formula {
    var written = Array(repeating: Formula.whole(1), count: form.part.index + 1)
    for part in parts(of: form.part) {
      written[part.index] = formula(of: part) { written[$0.index] }
    }
    return signed(form) { written[$0.index] }
  }

  /// The formula of a part, from those of its operands.
  private func formula(of part: Part, _ inner: (Part) -> Formula) -> Formula {
    switch self[part] {
    case .unit: 1
    case .leaf(let formula): formula
    case .sum(let terms): sum(terms, inner)
    case .product: product(NormalForm(.one, part), inner)
    case .power(let base, let exponent): .power(signed(base, inner), signed(exponent, inner))
    case .call(let function, let arguments): .call(function, arguments.map { signed($0, inner) })
    case .kept(let kept): kept.formula
    case .conditional(let symbols, let comparands, let first, let second):
      .conditional(
        Condition(symbols, comparands: comparands.map { signed($0, inner) }),
        then: signed(first, inner), otherwise: signed(second, inner))
    }
  }

  private func sum(_ terms: [NormalForm], _ inner: (Part) -> Formula) -> Formula {
    .sum(
      of: terms.enumerated().map { place, term in
        if !term.coefficient.isNegative { return Formula.Term(.plus, product(term, inner)) }
        let magnitude = product(term.times(-1), inner)
        return place == 0 ? Formula.Term(.plus, magnitude.negated) : Formula.Term(.minus, magnitude)
      })
  }

  /// A form that stands alone, not as a term of a sum. A minus is taken up by a difference where there is one:
  /// `−(a − b)` is `b − a`.
  private func signed(_ form: NormalForm, _ inner: (Part) -> Formula) -> Formula {
    guard form.coefficient.isNegative else { return product(form, inner) }
    if case .sum(let terms) = self[form.part], form.coefficient.isUnit {
      return sum(turned(terms), inner)
    }
    let magnitude = form.times(-1)
    guard let (base, terms) = difference(in: form.part) else { return product(magnitude, inner).negated }
    return product(magnitude) { $0 == base ? sum(turned(terms), inner) : inner($0) }
  }

  /// The terms with their signs changed, a positive one first if there is one.
  private func turned(_ terms: [NormalForm]) -> [NormalForm] {
    var terms = terms.map { $0.times(-1) }
    if let leader = terms.firstIndex(where: { !$0.coefficient.isNegative }) {
      terms.insert(terms.remove(at: leader), at: 0)
    }
    return terms
  }

  /// The first factor of a part that is a difference. One that begins with a number, such as `1 − out`, is better left as
  /// it is, unless it is the only factor.
  private func difference(in part: Part) -> (base: Part, terms: [NormalForm])? {
    let over = factors(of: part).over
    for power in over where power.count == 1 {
      guard case .sum(let terms) = self[power.base], terms.contains(where: \.coefficient.isNegative) else {
        continue
      }
      if over.count == 1 || terms[0].constant == nil { return (power.base, terms) }
    }
    return nil
  }

  /// The formula of a form that is not negative: the coefficient, what is multiplied, and over one line what is divided
  /// by.
  private func product(_ form: NormalForm, _ inner: (Part) -> Formula) -> Formula {
    let (over, under) = factors(of: form.part)
    var factors = over.map { Formula.Factor(.times, $0.formula(inner)) }
    // A quotient to divide by is not multiplied with other divisors: it would be opened, and its own divisor lost.
    let quotients = under.filter { isQuotient($0) }.map { Formula.Factor(.over, $0.formula(inner)) }
    var divisors = under.filter { !isQuotient($0) }.map { $0.formula(inner) }

    let coefficient = form.coefficient
    let decimal = coefficient.isDecimal || under.isEmpty ? coefficient.shownNumber : nil
    if let decimal {
      if !coefficient.isOne || factors.isEmpty { factors.insert(.init(.times, .number(decimal)), at: 0) }
    } else if under.isEmpty {
      let fraction = [
        Formula.Factor(.times, .whole(coefficient.numerator)), .init(.over, .whole(coefficient.denominator)),
      ]
      factors.insert(contentsOf: fraction, at: 0)
    } else {
      if coefficient.numerator != 1 || factors.isEmpty {
        factors.insert(.init(.times, .whole(coefficient.numerator)), at: 0)
      }
      if coefficient.denominator != 1 { divisors.insert(.whole(coefficient.denominator), at: 0) }
    }
    if !divisors.isEmpty {
      factors.append(.init(.over, .product(of: divisors.map { .init(.times, $0) })))
    }
    return .product(of: factors + quotients)
  }

  private func isQuotient(_ divisor: Power) -> Bool {
    guard divisor.count == 1, case .product(_, let under) = self[divisor.base] else { return false }
    return !under.isEmpty
  }
}

extension Power {
  /// The formula of the power, with the formula of its base.
  fileprivate func formula(_ inner: (Part) -> Formula) -> Formula {
    count == 1 ? inner(base) : .power(inner(base), .whole(count))
  }
}

extension Rational {
  /// The one number that shows a fraction: as typed, as a whole number or a decimal. There is none for thirds, and a half
  /// that was written without a point stays a half.
  fileprivate var shownNumber: Number? {
    if let literal { return literal }
    if numerator == 1, denominator == 2, !isDecimal { return nil }
    return decimal
  }
}

extension Formula {
  /// The formula with a minus, which goes to the first factor of a product: `−a·b`.
  fileprivate var negated: Formula {
    guard case .product(let factors) = self else { return .negation(self) }
    return .product([Factor(.times, .negation(factors[0].formula))] + factors.dropFirst())
  }
}
