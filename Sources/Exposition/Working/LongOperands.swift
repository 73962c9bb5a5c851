package import Algebra
import Engine
import LessonProgram

/// The long sums, products and calls of a formula, for derivatives by many names: of a sum of ten thousand terms, one name
/// is in few.
///
/// To differentiate such a formula by each of its names would be to go through all terms for each name. The terms that do
/// not mention the name are held fixed, so that one stand-in is as good as all of them.
package struct LongOperands {
  private let formula: Formula
  private let outline: Outline

  /// A name that no lesson can have, for the operands that are left out.
  package static let rest = Name("0")
  /// It is not worth it for no more operands.
  private static let few = 16

  /// A part of the formula, as far as there is anything long in it.
  private indirect enum Outline {
    /// There is nothing.
    case plain
    /// There is something in some operand.
    case operands([Outline])
    /// This is long itself; `places` says in which operands a name is. It may be a shorthand.
    case long([Formula], [Outline], places: [Name: [Int]], LongShorthand?)
  }

  /// A long shorthand, and what takes its place: to look that up takes as long as it is, and is done once for all names.
  private final class LongShorthand {
    let exponents: [Formula]
    /// By what stands in front of the exponents.
    var inItsPlace: [[Formula]: Formula] = [:]

    init(_ exponents: [Formula]) { self.exponents = exponents }
  }

  /// Looks the formula through once.
  package init(of formula: Formula) {
    self.formula = formula
    self.outline = LongOperands.outline(of: formula)
  }

  private static func outline(of formula: Formula) -> Outline {
    let operands = formula.differentiatedOperands
    let outlines = operands.map { outline(of: $0) }
    if operands.count > few {
      var places: [Name: [Int]] = [:]
      for (place, operand) in operands.enumerated() {
        for name in operand.names { places[name, default: []].append(place) }
      }
      var shorthand: LongShorthand?
      if case .call(let function, let arguments) = formula, function.isShorthand {
        shorthand = LongShorthand(Array(arguments.dropFirst(function.argumentsBeforeExponents)))
      }
      return .long(operands, outlines, places: places, shorthand)
    }
    let isPlain = outlines.allSatisfy { if case .plain = $0 { true } else { false } }
    return isPlain ? .plain : .operands(outlines)
  }
}

// MARK: - Derivatives

extension LongOperands {
  /// The one-link derivative by `name`, with the name of the `output` in the place of its formula; `nil` for an
  /// expression, which has no name. Where it mentions operands that are held fixed, `rest` stands for them.
  ///
  /// Cost: that of the operands that mention the name, however many others there are.
  func outlineOfDerivative(of output: Name?, by name: Name) -> Formula {
    LongOperands.derivative(of: output, as: LongOperands.shortened(formula, outline, for: name), by: name)
  }

  /// A derivative by `name` with whole shorthands in the places of those in which `rest` stands.
  ///
  /// - Parameter whole: what takes the place of a whole shorthand, always the same.
  func withWholeShorthands(_ derivative: Formula, by name: Name, _ whole: (Formula) -> Formula?) -> Formula {
    var shorthands: [[Formula]: LongShorthand] = [:]
    LongOperands.collect(formula, outline, by: name, into: &shorthands)
    return derivative.writtenOut { shorthand in
      guard case .call(let function, let arguments) = shorthand else { return nil }
      let first = function.argumentsBeforeExponents
      guard let long = shorthands[Array(arguments.dropFirst(first))] else { return whole(shorthand) }
      let own = Array(arguments.prefix(first))
      if let known = long.inItsPlace[own] { return known }
      let restored = Formula.call(function, own + long.exponents)
      let inItsPlace = whole(restored) ?? restored.writtenOut()
      long.inItsPlace[own] = inItsPlace
      return inItsPlace
    }
  }

  /// The shorthands that are shortened for `name`, by the exponents that they have then.
  private static func collect(
    _ formula: Formula, _ outline: Outline, by name: Name, into shorthands: inout [[Formula]: LongShorthand]
  ) {
    switch outline {
    case .plain: return
    case .operands(let outlines):
      for (operand, outline) in zip(formula.differentiatedOperands, outlines) {
        collect(operand, outline, by: name, into: &shorthands)
      }
    case .long(let all, let outlines, let places, let shorthand):
      let mentioning = places[name] ?? []
      for place in mentioning { collect(all[place], outlines[place], by: name, into: &shorthands) }
      guard let shorthand, mentioning.count < all.count,
        case .call(let function, let shortened) = shortened(formula, outline, for: name)
      else { return }
      shorthands[Array(shortened.dropFirst(function.argumentsBeforeExponents))] = shorthand
    }
  }

  /// About how many parts the derivative by `name` has, as far as long operands make it many: that of a product has as
  /// many terms as factors mention the name, each of as many factors.
  func sizeOfDerivative(by name: Name) -> Int { LongOperands.size(formula, outline, by: name) }

  private static func size(_ formula: Formula, _ outline: Outline, by name: Name) -> Int {
    switch outline {
    case .plain:
      return 0
    case .operands(let outlines):
      return zip(formula.differentiatedOperands, outlines).reduce(0) { $0 + size($1.0, $1.1, by: name) }
    case .long(let all, let outlines, let places, _):
      let mentioning = places[name] ?? []
      let isSum = if case .sum = formula { true } else { false }
      let own = mentioning.count * (isSum ? 1 : mentioning.count)
      return mentioning.reduce(own) { $0 + size(all[$1], outlines[$1], by: name) }
    }
  }

  /// That derivative with all that it mentions.
  package static func derivative(of output: Name?, as formula: Formula, by name: Name) -> Formula {
    guard let output else { return formula.derivative(by: name) }
    return .localDerivative(of: output, as: formula, by: name)
  }

  /// The formula with `rest` in the place of the operands of what is long that do not mention `name`.
  private static func shortened(_ formula: Formula, _ outline: Outline, for name: Name) -> Formula {
    switch outline {
    case .plain:
      return formula
    case .operands(let outlines):
      let operands = zip(formula.differentiatedOperands, outlines).map { shortened($0, $1, for: name) }
      return formula.with(operands)
    case .long(let all, let outlines, let places, _):
      let mentioning = places[name] ?? []
      guard mentioning.count < all.count else { return formula }
      return formula.keeping(mentioning, mentioning.map { shortened(all[$0], outlines[$0], for: name) })
    }
  }
}

extension Function {
  /// How many arguments of a shorthand are none of those that are compared.
  fileprivate var argumentsBeforeExponents: Int { self == .softmax ? 1 : 0 }
}

extension Formula {
  /// The operands by which the formula changes; what stands in conditions and indices is as it is.
  fileprivate var differentiatedOperands: [Formula] {
    switch self {
    case .number, .name, .element, .conditional, .derivative, .local, .overRows: []
    case .negation(let inner): [inner]
    case .sum(let terms): terms.map(\.formula)
    case .product(let factors): factors.map(\.formula)
    case .power(let base, let exponent): [base, exponent]
    case .call(_, let arguments): arguments
    }
  }

  /// The formula with other operands.
  fileprivate func with(_ operands: [Formula]) -> Formula {
    switch self {
    case .number, .name, .element, .conditional, .derivative, .local, .overRows: self
    case .negation: .negation(operands[0])
    case .sum(let terms): .sum(of: zip(terms, operands).map { Term($0.sign, $1) })
    case .product(let factors): .product(of: zip(factors, operands).map { Factor($0.operation, $1) })
    case .power: .power(operands[0], operands[1])
    case .call(let function, _): .call(function, operands)
    }
  }

  /// The formula with the given operands at `places`, and `rest` in the place of the others.
  fileprivate func keeping(_ places: [Int], _ operands: [Formula]) -> Formula {
    let rest = Formula.name(LongOperands.rest)
    switch self {
    case .sum(let terms):
      return .sum(of: [Term(.plus, rest)] + zip(places, operands).map { Term(terms[$0].sign, $1) })
    case .product(let factors):
      let kept = zip(places, operands).map { Factor(factors[$0].operation, $1) }
      return .product(of: [Factor(.times, rest)] + kept)
    case .call(let function, let arguments) where function.isShorthand:
      // The first operand of a softmax is none of those that are compared.
      let isSoftmax = function == .softmax
      let first = isSoftmax ? [places.first == 0 ? operands[0] : arguments[0]] : []
      return .call(function, first + [rest] + operands.dropFirst(isSoftmax && places.first == 0 ? 1 : 0))
    case .call(let function, let arguments):
      // Which of equal arguments is taken depends on their order: of each gap one of the others is there.
      var kept: [Formula] = []
      var next = 0
      for (place, operand) in zip(places, operands) {
        if place > next { kept.append(rest) }
        kept.append(operand)
        next = place + 1
      }
      return .call(function, next < arguments.count ? kept + [rest] : kept)
    default:
      return self
    }
  }
}
