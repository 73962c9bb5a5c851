/// Writes a formula from left to right, cut where a line may be broken.
///
/// What is still to be written waits on a stack of its own, so that depth costs none of the thread's.
struct FormulaWriter {
  /// What has been written.
  private(set) var fragments = [""]
  private let notation: Notation
  private var waiting: [Piece] = []
  /// How many exponents and derivatives are open, in which no line is broken.
  private var holds = 0

  /// A piece of a formula that is to be written.
  enum Piece {
    case formula(Formula, SyntacticPosition)
    case condition(Condition, within: Operator.Precedence)
    case text(String)
    case breakOpportunity
    case hold
    case release
  }

  init(_ notation: Notation) { self.notation = notation }

  /// Appends `formula`.
  mutating func write(_ formula: Formula) {
    write(.formula(formula, .alone))
  }

  /// Appends `condition`.
  mutating func write(_ condition: Condition) {
    write(.condition(condition, within: Operator.choice.precedence))
  }

  private mutating func write(_ piece: Piece) {
    waiting.append(piece)
    while let piece = waiting.popLast() {
      switch piece {
      case .formula(let formula, let position): waiting += pieces(of: formula, at: position).reversed()
      case .condition(let condition, let outer): waiting += pieces(of: condition, within: outer).reversed()
      case .text(let text): fragments[fragments.count - 1] += text
      case .breakOpportunity: if holds == 0 { fragments.append("") }
      case .hold: holds += 1
      case .release: holds -= 1
      }
    }
  }

  /// An operator's sign.
  func sign(_ operator: Operator) -> String { `operator`.sign(in: notation) }

  private func pieces(of formula: Formula, at position: SyntacticPosition) -> [Piece] {
    if case .call(let function, let arguments) = formula, function.isShorthand,
      let expansion = function.expansion(of: arguments)
    {
      return pieces(of: expansion, at: position)
    }
    guard formula.needsParentheses(at: position, in: notation) else {
      return pieces(of: formula, isFirst: position.isFirst)
    }
    return [.text("("), .formula(formula, .alone), .text(")")]
  }

  private func pieces(of formula: Formula, isFirst: Bool) -> [Piece] {
    switch formula {
    case .number(let number):
      [.text((number.isNegative ? sign(.negative) : "") + notation.digits(of: number.magnitude))]
    case .name(let name): [.text(notation.text(of: name))]
    case .negation(let operand): [.text(sign(.negative)), .formula(operand, .negated)]
    case .sum(let terms): pieces(ofSum: terms, isFirst: isFirst)
    case .product(let factors): pieces(ofProduct: factors, isFirst: isFirst)
    case .power(let base, let exponent): pieces(ofPower: base, exponent)
    case .call(let function, let arguments): pieces(ofCall: function, arguments)
    case .element(let family, let indices): pieces(ofElement: family, indices)
    case .conditional(let condition, let first, let second): pieces(ofChoice: condition, first, second)
    case .derivative(let numerator, let name): pieces(ofDerivative: numerator, name)
    case .local(let output, let name): [.text("local(\(output), \(name))")]
    case .overRows(let function, let formula, let data):
      [
        .hold, .text("\(function.rawValue)("), .formula(formula, .alone), .text(" over \(data))"), .release,
      ]
    }
  }

  private func pieces(ofSum terms: [Formula.Term], isFirst: Bool) -> [Piece] {
    terms.enumerated().flatMap { offset, term -> [Piece] in
      let formula = Piece.formula(term.formula, .term(isFirst: isFirst && offset == 0))
      guard offset > 0 else { return [formula] }
      return [.breakOpportunity, .text(" \(sign(term.sign == .plus ? .plus : .minus)) "), formula]
    }
  }

  private func pieces(ofProduct factors: [Formula.Factor], isFirst: Bool) -> [Piece] {
    let half = half(opening: factors, isFirst: isFirst)
    let opening: [Piece] = half.map { [.text($0)] } ?? []
    return opening
      + factors.enumerated().dropFirst(half == nil ? 0 : 2).flatMap { offset, factor -> [Piece] in
        switch factor.operation {
        case .times:
          let formula = Piece.formula(factor.formula, .factor(isFirst: isFirst && offset == 0))
          return offset == 0 ? [formula] : [.breakOpportunity, .text(sign(.times)), formula]
        case .over:
          return [.breakOpportunity, .text(sign(.over)), .formula(factor.formula, .divisor)]
        }
      }
  }

  /// `½` for a product that begins with 1/2 and goes on with a factor, if the notation has that sign.
  private func half(opening factors: [Formula.Factor], isFirst: Bool) -> String? {
    guard notation.kind == .unicode, factors.count > 2, factors[2].operation == .times,
      factors[1] == .init(.over, 2), factors[1].formula.hasDigits("2")
    else { return nil }
    if factors[0].formula.hasDigits("1") { return "½" }
    let isMinusOne =
      if case .negation(let one) = factors[0].formula { one.hasDigits("1") } else {
        factors[0].formula.hasDigits("-1")
      }
    return isMinusOne ? (isFirst ? "−½" : "(−½)") : nil
  }

  private func pieces(ofPower base: Formula, _ exponent: Formula) -> [Piece] {
    if let superscript = notation.superscript(exponent) {
      return [.formula(base, .base), .text(superscript)]
    }
    return [.formula(base, .base), .hold, .text(sign(.power)), .formula(exponent, .exponent), .release]
  }

  private func pieces(ofCall function: Function, _ arguments: [Formula]) -> [Piece] {
    if notation.isPowerOfE(function), arguments.count == 1 {
      return [.hold, .text("e^"), .formula(arguments[0], .exponent), .release]
    }
    let listed = arguments.enumerated().flatMap { offset, argument -> [Piece] in
      offset == 0
        ? [.formula(argument, .alone)]
        : [.text(","), .breakOpportunity, .text(" "), .formula(argument, .alone)]
    }
    return [.text(notation.name(of: function) + "(")] + listed + [.text(")")]
  }

  private func pieces(ofElement family: String, _ indices: [Formula]) -> [Piece] {
    let listed = indices.enumerated().flatMap { offset, index -> [Piece] in
      (offset == 0 ? [] : [.text(",")]) + [.formula(index, .alone)]
    }
    return [.hold, .text(family + "[")] + listed + [.text("]"), .release]
  }

  private func pieces(ofDerivative numerator: Formula, _ name: Name) -> [Piece] {
    let sign = notation.differential
    if case .name(let output) = numerator { return [.text("\(sign)\(output)/\(sign)\(name)")] }
    return [.hold, .text("\(sign)("), .formula(numerator, .alone), .text(")/\(sign)\(name)"), .release]
  }
}

extension Formula {
  /// Whether it is the number with these digits.
  fileprivate func hasDigits(_ digits: String) -> Bool {
    if case .number(let number) = self { number.digits == digits } else { false }
  }
}
