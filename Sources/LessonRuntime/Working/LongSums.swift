import Algebra

/// The long sums of a formula, for derivatives by many names: of a sum of ten thousand terms, one name is in few.
///
/// To differentiate such a formula by each of its names would be to go through all terms for each name. The terms that do
/// not mention the name are held fixed, so that one stand-in is as good as all of them.
struct LongSums {
  private let formula: Formula
  private let outline: Outline

  /// A name that no lesson can have, for the terms that are left out.
  static let rest = Name("0")
  /// Sums of no more terms are not worth it.
  private static let fewTerms = 16

  /// A part of the formula, as far as there are long sums in it.
  private indirect enum Outline {
    /// There is none.
    case plain
    /// There is one in some operand.
    case operands([Outline])
    /// This is one; `places` says in which terms a name is.
    case long(terms: [Outline], places: [Name: [Int]])
  }

  /// Looks the formula through once.
  init(of formula: Formula) {
    self.formula = formula
    self.outline = LongSums.outline(of: formula)
  }

  /// The formula with `rest` in the place of the terms of long sums that do not mention `name`.
  func shortened(for name: Name) -> Formula { LongSums.shortened(formula, outline, for: name) }

  private static func outline(of formula: Formula) -> Outline {
    switch formula {
    case .number, .name, .element, .conditional, .derivative, .local, .overRows:
      return .plain
    case .negation(let inner):
      return outline(ofOperands: [inner])
    case .sum(let terms) where terms.count > fewTerms:
      var places: [Name: [Int]] = [:]
      for (place, term) in terms.enumerated() {
        for name in term.formula.names { places[name, default: []].append(place) }
      }
      return .long(terms: terms.map { outline(of: $0.formula) }, places: places)
    case .sum(let terms):
      return outline(ofOperands: terms.map(\.formula))
    case .product(let factors):
      return outline(ofOperands: factors.map(\.formula))
    case .power(let base, let exponent):
      return outline(ofOperands: [base, exponent])
    case .call(_, let arguments):
      return outline(ofOperands: arguments)
    }
  }

  private static func outline(ofOperands operands: [Formula]) -> Outline {
    let outlines = operands.map { outline(of: $0) }
    let isPlain = outlines.allSatisfy { if case .plain = $0 { true } else { false } }
    return isPlain ? .plain : .operands(outlines)
  }

  private static func shortened(_ formula: Formula, _ outline: Outline, for name: Name) -> Formula {
    switch (outline, formula) {
    case (.long(let outlines, let places), .sum(let terms)):
      let mentioning = places[name] ?? []
      guard mentioning.count < terms.count else { return formula }
      let kept = mentioning.map {
        Formula.Term(terms[$0].sign, shortened(terms[$0].formula, outlines[$0], for: name))
      }
      return .sum(of: [.init(.plus, .name(rest))] + kept)
    case (.operands(let outlines), .negation(let inner)):
      return .negation(shortened(inner, outlines[0], for: name))
    case (.operands(let outlines), .sum(let terms)):
      return .sum(of: zip(terms, outlines).map { .init($0.sign, shortened($0.formula, $1, for: name)) })
    case (.operands(let outlines), .product(let factors)):
      return .product(
        of: zip(factors, outlines).map { .init($0.operation, shortened($0.formula, $1, for: name)) })
    case (.operands(let outlines), .power(let base, let exponent)):
      return .power(shortened(base, outlines[0], for: name), shortened(exponent, outlines[1], for: name))
    case (.operands(let outlines), .call(let function, let arguments)):
      return .call(function, zip(arguments, outlines).map { shortened($0, $1, for: name) })
    default:
      return formula
    }
  }
}

extension LongSums {
  /// The one-link derivative by `name`, with the name of the `output` in the place of its formula; `nil` for an
  /// expression, which has no name.
  func derivative(of output: Name?, by name: Name) -> Formula {
    let short = LongSums.derivative(of: output, as: shortened(for: name), by: name)
    // A derivative that needs the other terms, as that of a square does, is taken of the whole.
    guard short.names.contains(LongSums.rest) else { return short }
    return LongSums.derivative(of: output, as: formula, by: name)
  }

  private static func derivative(of output: Name?, as formula: Formula, by name: Name) -> Formula {
    guard let output else { return formula.derivative(by: name) }
    return .localDerivative(of: output, as: formula, by: name)
  }
}
