import Algebra
import Engine
import Exposition
import LessonProgram
import Transcript

/// The ways in which one part of a formula is left out or has its sign turned, from the outermost to the innermost.
struct Alterations {
  /// With a factor, a term, an exponent or a function left out.
  private(set) var leftOut: [Alteration] = []
  /// With the sign of a term turned.
  private(set) var signs: [Alteration] = []

  /// A formula of more parts is not looked through.
  private static let maxParts = 200

  /// The alterations of a formula as it stands at the current values: without conditionals and look-ups.
  init(of formula: Formula) {
    guard formula.size <= Self.maxParts else { return }
    var waiting: [(part: Formula, whole: (Formula) -> Formula)] = [(formula, { $0 })]
    var next = 0
    while next < waiting.count {
      let (part, whole) = waiting[next]
      next += 1
      switch part {
      case .number, .name, .element, .conditional, .derivative, .local, .overRows: break
      case .negation(let inner):
        add(whole(inner), sign: [.words("without the minus before"), .formula(inner)])
        waiting.append((inner, { whole(.negation($0)) }))
      case .sum(let terms):
        alter(terms, whole)
        for (index, term) in terms.enumerated() {
          waiting.append((term.formula, { whole(.sum(of: terms.replacing(index, .init(term.sign, $0)))) }))
        }
      case .product(let factors):
        alter(factors, whole)
        for (index, factor) in factors.enumerated() {
          waiting.append(
            (factor.formula, { whole(.product(of: factors.replacing(index, .init(factor.operation, $0)))) }))
        }
      case .power(let base, let exponent):
        add(whole(base), inPlaceOf: part, base)
        waiting.append((base, { whole(.power($0, exponent)) }))
        waiting.append((exponent, { whole(.power(base, $0)) }))
      case .call(let function, let arguments):
        if arguments.count == 1 { add(whole(arguments[0]), inPlaceOf: part, arguments[0]) }
        for (index, argument) in arguments.enumerated() {
          waiting.append((argument, { whole(.call(function, arguments.replacing(index, $0))) }))
        }
      }
    }
  }

  private mutating func alter(_ terms: [Formula.Term], _ whole: (Formula) -> Formula) {
    // The first term last: to turn its sign is mostly to turn the whole.
    for (index, term) in Array(terms.enumerated().dropFirst()) + terms.enumerated().prefix(1) {
      var others = terms
      others.remove(at: index)
      leftOut.append(
        Alteration(
          formula: whole(.sum(of: others.leading)),
          words: [.words("without the term"), .formula(term.formula)]))
      let turned = terms.replacing(index, .init(term.sign == .plus ? .minus : .plus, term.formula))
      add(
        whole(.sum(of: turned.leading)),
        sign: [.words("with the sign of"), .formula(term.formula), .words("turned")])
    }
  }

  private mutating func alter(_ factors: [Formula.Factor], _ whole: (Formula) -> Formula) {
    for (index, factor) in factors.enumerated() {
      var others = factors
      others.remove(at: index)
      let words = factor.operation == .times ? "without the factor" : "without dividing by"
      leftOut.append(
        Alteration(
          formula: whole(.product(of: others.leading)), words: [.words(words), .formula(factor.formula)],
          isSumForMean: factor.operation == .over && others.isSum(of: factor.formula)))
    }
  }

  private mutating func add(_ formula: Formula, inPlaceOf part: Formula, _ left: Formula) {
    leftOut.append(
      Alteration(
        formula: formula,
        words: [.words("with"), .formula(left), .words("in place of"), .formula(part)]))
  }

  private mutating func add(_ formula: Formula, sign words: [Phrase]) {
    signs.append(Alteration(formula: formula, words: words))
  }
}

extension Array {
  fileprivate func replacing(_ index: Int, _ element: Element) -> [Element] {
    var copy = self
    copy[index] = element
    return copy
  }
}

extension [Formula.Term] {
  /// The terms with one in front that is added.
  fileprivate var leading: [Formula.Term] {
    guard let first, first.sign == .minus else { return self }
    return [.init(.plus, .negation(first.formula))] + dropFirst()
  }
}

extension [Formula.Factor] {
  /// Whether they are one sum, of as many terms as the number says.
  fileprivate func isSum(of number: Formula) -> Bool {
    guard count == 1, case .sum(let terms) = self[0].formula, let count = number.literalNumber?.value else {
      return false
    }
    return terms.count > 1 && Double(terms.count) == count
  }

  /// The factors with one in front that is multiplied.
  fileprivate var leading: [Formula.Factor] {
    first?.operation == .over ? [.init(.times, .number(Number(1, text: "1")))] + self : self
  }
}
