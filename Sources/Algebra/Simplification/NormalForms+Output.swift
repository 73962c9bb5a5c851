extension NormalForms {
  /// `form` with `output` in the place of the output's own formula, `definition`, wherever that occurs: as a part, or as
  /// some of the factors of a product.
  mutating func replacing(_ definition: NormalForm, in form: NormalForm, with output: Name) -> NormalForm {
    guard !isPlain(definition.part) else { return form }
    let (over, under) = factors(of: definition.part)
    let replacement = Replacement(of: definition, over: over, under: under, by: leaf(.name(output)))
    var replaced = Array(repeating: NormalForm.one, count: form.part.index + 1)
    for part in parts(of: form.part) {
      replaced[part.index] = rebuilt(part, replacement) { replaced[$0.index] }
    }
    return rebuilt(form, replacement) { replaced[$0.index] }
  }

  /// Whether the part is a name or a number or a product of such: a reader is not helped by a name for a piece of it.
  private func isPlain(_ part: Part) -> Bool {
    let (over, under) = factors(of: part)
    return (over + under).allSatisfy { power in
      if case .leaf = self[power.base] { true } else { false }
    }
  }

  /// A part, replaced itself or with its operands replaced. What became of these is known to `inner`.
  private mutating func rebuilt(
    _ part: Part, _ replacement: Replacement, _ inner: (Part) -> NormalForm
  ) -> NormalForm {
    if let output = replacement.whole(part) { return output }
    switch self[part] {
    case .unit, .leaf:
      return NormalForm(.one, part)
    case .sum(let terms):
      return sum(terms.map { rebuilt($0, replacement, inner) })
    case .product(let over, let under):
      let isBare = replacement.definition.coefficient.isOne
      let count = isBare ? replacement.count(over: over, under: under) : 0
      return product(over: over, under: under, replacement, count: count, inner)
    case .power(let base, let exponent):
      return power(rebuilt(base, replacement, inner), rebuilt(exponent, replacement, inner))
    case .call(let function, let arguments):
      let arguments = arguments.map { rebuilt($0, replacement, inner) }
      return NormalForm(.one, self.part(.call(function, arguments)))
    case .kept(let kept):
      let replaced = rebuilt(kept.form, replacement, inner)
      return replaced == kept.form ? NormalForm(.one, part) : replaced
    case .conditional(let symbols, let comparands, let first, let second):
      let comparands = comparands.map { rebuilt($0, replacement, inner) }
      let first = rebuilt(first, replacement, inner)
      return conditional(symbols, comparands, then: first, otherwise: rebuilt(second, replacement, inner))
    }
  }

  /// A form with its part replaced. Of a definition with a coefficient, such as `2*exp(x)`, whole multiples are found.
  private mutating func rebuilt(
    _ form: NormalForm, _ replacement: Replacement, _ inner: (Part) -> NormalForm
  ) -> NormalForm {
    let (over, under) = factors(of: form.part)
    if let ratio = replacement.multiple(form.coefficient), replacement.count(over: over, under: under) > 0 {
      let rest = product(over: over, under: under, replacement, count: 1, inner)
      return product([(.times, NormalForm(ratio, .unit)), (.times, rest)])
    }
    return product([(.times, NormalForm(form.coefficient, .unit)), (.times, inner(form.part))])
  }

  /// A product with `count` times the definition's factors taken out, and the output in the place of the first of them.
  private mutating func product(
    over: [Power], under: [Power], _ replacement: Replacement, count: Int, _ inner: (Part) -> NormalForm
  ) -> NormalForm {
    let output = power(replacement.output, NormalForm(Rational(count), .unit))
    var product = ProductCollector()
    var isPlaced = false
    func place() {
      if !isPlaced { multiply(&product, by: output) }
      isPlaced = true
    }
    if replacement.over.isEmpty { place() }
    for factor in over {
      let taken = count * replacement.over[factor.base, default: 0]
      if taken > 0 { place() }
      multiply(&product, by: power(inner(factor.base), NormalForm(Rational(factor.count - taken), .unit)))
    }
    for factor in under {
      let taken = count * replacement.under[factor.base, default: 0]
      divide(&product, by: power(inner(factor.base), NormalForm(Rational(factor.count - taken), .unit)))
    }
    return form(of: product)
  }
}

/// An output's formula, taken apart for looking it up, and the output.
private struct Replacement {
  let definition: NormalForm
  let over: [Part: Int]
  let under: [Part: Int]
  let output: NormalForm

  init(of definition: NormalForm, over: [Power], under: [Power], by output: NormalForm) {
    self.definition = definition
    self.output = output
    func counts(_ powers: [Power]) -> [Part: Int] {
      powers.reduce(into: [:]) { $0[$1.base, default: 0] += $1.count }
    }
    self.over = counts(over)
    self.under = counts(under)
  }

  /// The output, if it is `part` but for the sign.
  func whole(_ part: Part) -> NormalForm? {
    guard part == definition.part, definition.coefficient.isUnit else { return nil }
    return output.times(definition.coefficient.numerator)
  }

  /// How many of the definition a coefficient makes, if the definition has one and it goes into that evenly.
  func multiple(_ coefficient: Rational) -> Rational? {
    guard !definition.coefficient.isUnit, let inverse = definition.coefficient.inverse,
      let ratio = coefficient.multiplied(by: inverse), ratio.whole != nil
    else { return nil }
    return ratio
  }

  /// How often the definition's factors are all among those of a product.
  func count(over: [Power], under: [Power]) -> Int {
    min(count(self.over, among: over), count(self.under, among: under))
  }

  private func count(_ wanted: [Part: Int], among powers: [Power]) -> Int {
    var found = 0
    var count = Int.max
    for power in powers {
      guard let each = wanted[power.base] else { continue }
      found += 1
      count = min(count, power.count / each)
    }
    return found == wanted.count ? count : 0
  }
}
