extension NormalForms {
  /// The product of `factors`: inner products are opened, coefficients multiplied, equal factors collected as powers.
  mutating func product(_ factors: [(Formula.Factor.Operation, NormalForm)]) -> NormalForm {
    var collector = ProductCollector()
    for (operation, factor) in factors {
      switch operation {
      case .times: multiply(&collector, by: factor)
      case .over: divide(&collector, by: factor)
      }
    }
    return form(of: collector)
  }

  mutating func multiply(_ product: inout ProductCollector, by factor: NormalForm) {
    multiply(&product, by: factor.coefficient)
    switch self[factor.part] {
    case .unit: break
    case .product(let over, let under):
      for power in over { product.over.add(power) }
      for power in under { product.under.add(power) }
    case .leaf, .sum, .power, .call, .kept, .conditional:
      product.over.add(Power(base: factor.part, count: 1))
    }
  }

  mutating func divide(_ product: inout ProductCollector, by divisor: NormalForm) {
    guard let inverse = divisor.coefficient.inverse else {
      product.under.add(Power(base: leaf(0).part, count: 1))
      return
    }
    multiply(&product, by: inverse)
    switch self[divisor.part] {
    case .unit: break
    case .product(let over, let under) where under.isEmpty:
      for power in over { product.under.add(power) }
    case .leaf, .sum, .product, .power, .call, .kept, .conditional:
      product.under.add(Power(base: divisor.part, count: 1))
    }
  }

  private mutating func multiply(_ product: inout ProductCollector, by coefficient: Rational) {
    if let total = product.coefficient.multiplied(by: coefficient) {
      product.coefficient = total
      return
    }
    // A product beyond bounds is not worked out: the new coefficient becomes factors like any other.
    product.coefficient = product.coefficient.times(coefficient.isNegative ? -1 : 1)
    if let literal = coefficient.literal {
      product.over.add(Power(base: leaf(.number(literal)).part, count: 1))
      return
    }
    let (numerator, denominator) = (abs(coefficient.numerator), coefficient.denominator)
    if numerator != 1 { product.over.add(Power(base: leaf(.whole(numerator)).part, count: 1)) }
    if denominator != 1 { product.under.add(Power(base: leaf(.whole(denominator)).part, count: 1)) }
  }

  mutating func form(of product: ProductCollector) -> NormalForm {
    let over = product.over.powers
    var (coefficient, under) = (product.coefficient, product.under.powers)
    if let zero = under.first(where: { self[$0.base] == .leaf(0) }) {
      // What is divided by 0 has no value, by whatever else it is divided.
      under = [Power(base: zero.base, count: 1)]
      coefficient = Rational(coefficient.numerator.signum())
    } else if coefficient.isZero {
      return .zero
    }
    if over.isEmpty, under.isEmpty { return NormalForm(coefficient, .unit) }
    if over.count == 1, over[0].count == 1, under.isEmpty { return NormalForm(coefficient, over[0].base) }
    return NormalForm(coefficient, part(.product(over: over, under: under)))
  }

  /// What is multiplied and what is divided by in a part.
  func factors(of part: Part) -> (over: [Power], under: [Power]) {
    switch self[part] {
    case .unit: ([], [])
    case .product(let over, let under): (over, under)
    case .leaf, .sum, .power, .call, .kept, .conditional: ([Power(base: part, count: 1)], [])
    }
  }

  /// `base^exponent`; an exponent that is a positive whole number is a count of equal factors.
  mutating func power(_ base: NormalForm, _ exponent: NormalForm) -> NormalForm {
    guard let count = exponent.constant?.whole, count >= 0 else {
      if base.isOne { return .one }
      if let value = base.constant, let count = exponent.constant?.whole, let power = value.raised(to: count)
      {
        return NormalForm(power, .unit)
      }
      return NormalForm(.one, part(.power(base, exponent)))
    }
    if count == 0 { return .one }
    if count == 1 { return base }
    guard let coefficient = base.coefficient.raised(to: count) else {
      return NormalForm(.one, part(.power(base, exponent)))
    }
    var product = ProductCollector()
    product.coefficient = coefficient
    if case .product(let over, let under) = self[base.part], under.isEmpty, over.count == 1 {
      let (total, overflows) = over[0].count.multipliedReportingOverflow(by: count)
      guard !overflows, total <= Rational.bound else { return NormalForm(.one, part(.power(base, exponent))) }
      product.over.add(Power(base: over[0].base, count: total))
    } else if base.part != .unit {
      product.over.add(Power(base: base.part, count: count))
    }
    return form(of: product)
  }
}

/// A product in the making.
struct ProductCollector {
  var coefficient = Rational.one
  var over = PowerList()
  var under = PowerList()
}

/// Powers in the order of first mention, those with the same base as one.
struct PowerList {
  private(set) var powers: [Power] = []
  private var places: [Part: Int] = [:]

  mutating func add(_ power: Power) {
    if let place = places[power.base], powers[place].count + power.count <= Rational.bound {
      powers[place] = Power(base: power.base, count: powers[place].count + power.count)
    } else {
      if places[power.base] == nil { places[power.base] = powers.count }
      powers.append(power)
    }
  }
}
