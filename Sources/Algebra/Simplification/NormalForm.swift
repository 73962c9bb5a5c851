/// A simplified formula: an exact coefficient times a part that has none.
struct NormalForm: Hashable {
  let coefficient: Rational
  let part: Part

  static let zero = NormalForm(.zero, .unit)
  static let one = NormalForm(.one, .unit)

  init(_ coefficient: Rational, _ part: Part) {
    self.coefficient = coefficient
    self.part = part
  }

  var isZero: Bool { coefficient.isZero }
  var isOne: Bool { self == .one }
  /// The value, if it is a fraction and nothing else.
  var constant: Rational? { part == .unit ? coefficient : nil }
  /// With the coefficient's sign changed or kept, for a `sign` of −1 or 1.
  func times(_ sign: Int) -> NormalForm { NormalForm(coefficient.times(sign), part) }
}

/// Where a part stands in a table of normal forms. Equal parts stand at one place.
struct Part: Hashable {
  let index: Int

  /// The empty product, 1.
  static let unit = Part(index: 0)
}

/// What a part of a simplified formula is. It mentions parts that stand before it in the table, so that a loop over the
/// table meets them before it.
enum PartForm: Hashable {
  /// The empty product, 1.
  case unit
  /// A name, an element that is looked up, a derivative, or a number that is no fraction within bounds.
  case leaf(Formula)
  /// Two or more terms whose parts differ, none 0, the first with a positive coefficient, none of them a sum that could
  /// be opened.
  case sum([NormalForm])
  /// Powers of which none is itself a product to the first power, but for quotients below the line; the bases above the
  /// line differ, and so do those below it. What stands both above and below is not cancelled: it might be 0.
  case product(over: [Power], under: [Power])
  /// A power whose exponent is not a positive whole number.
  case power(NormalForm, NormalForm)
  /// A function of its arguments.
  case call(Function, [NormalForm])
  /// A formula that decides at a kink, as its author wrote it.
  case kept(KeptFormula)
  /// One of two forms that differ, by a condition on others: as it is written, and what it compares.
  case conditional([Condition.Symbol], [NormalForm], then: NormalForm, otherwise: NormalForm)

  /// The parts that it mentions.
  var operands: [Part] {
    switch self {
    case .unit, .leaf: []
    case .sum(let terms): terms.map(\.part)
    case .product(let over, let under): (over + under).map(\.base)
    case .power(let base, let exponent): [base.part, exponent.part]
    case .call(_, let arguments): arguments.map(\.part)
    case .kept(let kept): [kept.form.part]
    case .conditional(_, let comparands, let first, let second):
      comparands.map(\.part) + [first.part, second.part]
    }
  }
}

/// A formula that stays as its author wrote it: terms in another order are rounded otherwise, and might come out on the
/// other side of a kink.
struct KeptFormula: Hashable {
  let formula: Formula
  /// The simplified formula, as which it is differentiated.
  let form: NormalForm

  /// Whether both are; the simplified forms are asked first, as formulas that nest differ only at their innermost.
  static func == (one: KeptFormula, other: KeptFormula) -> Bool {
    one.form == other.form && one.formula == other.formula
  }

  /// Feeds the simplified form, which is a place in the table, and leaves the rest to equality: formulas that nest are
  /// not to be gone through again at every level.
  func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

/// A part to a positive whole power.
struct Power: Hashable {
  let base: Part
  let count: Int
}
