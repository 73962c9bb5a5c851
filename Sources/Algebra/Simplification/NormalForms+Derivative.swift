extension NormalForms {
  /// The derivative of `form` by `name`; derivatives in it are held fixed. Every distinct part is differentiated once.
  mutating func derivative(of form: NormalForm, by name: Name) -> NormalForm {
    var derivatives = Array(repeating: NormalForm.zero, count: form.part.index + 1)
    for part in parts(of: form.part) {
      derivatives[part.index] = derivative(of: part, by: name) { derivatives[$0.index] }
    }
    return product([(.times, NormalForm(form.coefficient, .unit)), (.times, derivatives[form.part.index])])
  }

  /// The derivative of a part, from those of its operands.
  private mutating func derivative(
    of part: Part, by name: Name, inner: (Part) -> NormalForm
  ) -> NormalForm {
    switch self[part] {
    case .unit: .zero
    case .leaf(let formula): formula == .name(name) ? .one : .zero
    case .sum(let terms): sum(terms.map { scaled(inner($0.part), by: $0.coefficient) })
    case .product(let over, let under): derivative(over: over, under: under, inner)
    case .power(let base, let exponent): derivative(of: part, base, exponent, inner)
    case .call(let function, let arguments): derivative(of: part, function, arguments, inner)
    case .kept(let kept): scaled(inner(kept.form.part), by: kept.form.coefficient)
    case .conditional(let symbols, let comparands, let first, let second):
      conditional(
        symbols, comparands, then: scaled(inner(first.part), by: first.coefficient),
        otherwise: scaled(inner(second.part), by: second.coefficient))
    }
  }

  private mutating func scaled(_ form: NormalForm, by coefficient: Rational) -> NormalForm {
    product([(.times, NormalForm(coefficient, .unit)), (.times, form)])
  }

  /// The product rule: a term for each factor that varies, its derivative in its place. A factor below the line,
  /// `1/b^n`, becomes `−n·b′/b^(n + 1)`.
  private mutating func derivative(
    over: [Power], under: [Power], _ inner: (Part) -> NormalForm
  ) -> NormalForm {
    var terms: [NormalForm] = []
    for (place, varying) in over.enumerated() where !inner(varying.base).isZero {
      var product = ProductCollector()
      product.coefficient = Rational(varying.count)
      for (other, power) in over.enumerated() {
        guard other == place else {
          product.over.add(power)
          continue
        }
        let lowered = NormalForm(Rational(power.count - 1), .unit)
        multiply(&product, by: self.power(NormalForm(.one, power.base), lowered))
        multiply(&product, by: inner(power.base))
      }
      for power in under { product.under.add(power) }
      terms.append(form(of: product))
    }
    for varying in under where !inner(varying.base).isZero {
      var product = ProductCollector()
      product.coefficient = Rational(-varying.count)
      for power in over { product.over.add(power) }
      multiply(&product, by: inner(varying.base))
      for power in under { product.under.add(power) }
      product.under.add(Power(base: varying.base, count: 1))
      terms.append(form(of: product))
    }
    return sum(terms)
  }

  /// `(b^e)′ = e·b^(e − 1)·b′ + b^e·ln(b)·e′`, of which each half is there only if that operand varies.
  private mutating func derivative(
    of power: Part, _ base: NormalForm, _ exponent: NormalForm, _ inner: (Part) -> NormalForm
  ) -> NormalForm {
    let baseSlope = scaled(inner(base.part), by: base.coefficient)
    let exponentSlope = scaled(inner(exponent.part), by: exponent.coefficient)
    var terms: [NormalForm] = []
    if !baseSlope.isZero {
      let lowered = self.power(base, sum([exponent, NormalForm(Rational(-1), .unit)]))
      terms.append(product([(.times, exponent), (.times, lowered), (.times, baseSlope)]))
    }
    if !exponentSlope.isZero {
      let logarithm = NormalForm(.one, part(.call(.ln, [base])))
      terms.append(
        product([(.times, NormalForm(.one, power)), (.times, logarithm), (.times, exponentSlope)]))
    }
    return sum(terms)
  }

  /// The chain rule, with the table's derivative of the function by each argument that varies.
  private mutating func derivative(
    of call: Part, _ function: Function, _ arguments: [NormalForm], _ inner: (Part) -> NormalForm
  ) -> NormalForm {
    let fallbacks = function.fallbacks(behind: arguments.count).map { form(of: .number($0)) }
    let arguments = arguments + fallbacks
    let slopes = arguments.map { scaled(inner($0.part), by: $0.coefficient) }
    // Names that no lesson can have stand for the call, its arguments and their slopes, so that these are not gone
    // through again.
    let names = arguments.indices.map { (argument: Name(String($0 + 1)), slope: Name(String(-$0 - 1))) }
    let callName = Name("0")
    var standIns = [callName: NormalForm(.one, call)]
    for (index, name) in names.enumerated() {
      standIns[name.argument] = arguments[index]
      standIns[name.slope] = slopes[index]
    }
    let argumentNames = names.map { Formula.name($0.argument) }
    switch function.derivative {
    case .partial(let rule):
      var terms: [NormalForm] = []
      for (index, slope) in slopes.enumerated() where !slope.isZero {
        let outer = form(of: rule(.name(callName), argumentNames, index), standIns: standIns)
        terms.append(product([(.times, outer), (.times, slope)]))
      }
      return sum(terms)
    case .total(let rule):
      let slopeNames = zip(names, slopes).map { $1.isZero ? nil : Formula.name($0.slope) }
      return form(of: rule(argumentNames, slopeNames), standIns: standIns)
    }
  }
}
