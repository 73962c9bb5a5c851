internal import Algebra
internal import PlainText

extension MathMLWriter {
  /// The longest numerator, denominator, base and exponent that are kept in one piece: in leaves, and in columns.
  private static let mostLeaves = 5
  private static let mostColumns = 22

  /// Whether a formula is kept in one piece, even where the page is narrow.
  private func isSmall(_ formula: Formula) -> Bool {
    formula.isSmall(Self.mostLeaves) && displayWidth(formula.text(notation)) <= Self.mostColumns
  }

  /// What a formula is made of.
  func pieces(of formula: Formula, at position: SyntacticPosition) -> [Piece] {
    if case .call(let function, let arguments) = formula, function.isShorthand,
      let expansion = function.expansion(of: arguments)
    {
      return pieces(of: expansion, at: position)
    }
    guard formula.needsParentheses(at: position, in: notation) else {
      return pieces(of: formula, isFirst: position.isFirst)
    }
    return [.token(.opening, "("), .formula(formula, .alone), .token(.closing, ")")]
  }

  private func pieces(of formula: Formula, isFirst: Bool) -> [Piece] {
    switch formula {
    // Written at once by who asks, and here only so that nothing is left out.
    case .number, .name: [.formula(formula, .alone)]
    case .negation(let operand): [.token(.prefix, "−"), .formula(operand, .negated)]
    case .sum(let terms): pieces(ofSum: terms, isFirst: isFirst)
    case .product(let factors): pieces(ofProduct: factors, isFirst: isFirst)
    case .power(let base, let exponent): pieces(ofPower: base, exponent)
    case .call(let function, let arguments): pieces(ofCall: function, arguments)
    case .element(let family, let indices):
      [.hold, .token(.name, family + "[")] + list(indices, ",", breaks: false) + [
        .token(.name, "]"), .release,
      ]
    case .conditional(let condition, let first, let second):
      [
        .token(.words, "if\u{A0}"), .condition(condition, within: .conditional),
        .breakOpportunity(isApart: true), .token(.words, "then\u{A0}"), .formula(first, .clause),
        .breakOpportunity(isApart: true), .token(.words, "else\u{A0}"), .formula(second, .alone),
      ]
    case .derivative(let numerator, let name):
      [.token(.name, "∂"), .token(.opening, "("), .formula(numerator, .alone), .token(.closing, ")")]
        + [.breakOpportunity(isApart: false), .token(.infix, "/"), .token(.name, "∂\(name.text)")]
    case .local(let output, let name): [.token(.name, "local(\(output), \(name))")]
    case .overRows(let function, let formula, let data):
      [
        .token(.words, function.rawValue), .token(.opening, "("), .formula(formula, .alone),
        .breakOpportunity(isApart: true), .token(.words, "over\u{A0}\(data)"), .token(.closing, ")"),
      ]
    }
  }

  private func list(_ formulas: [Formula], _ comma: String, breaks: Bool) -> [Piece] {
    formulas.enumerated().flatMap { offset, formula -> [Piece] in
      let opening: [Piece] =
        offset == 0 ? [] : [.token(.separator, comma)] + (breaks ? [.breakOpportunity(isApart: true)] : [])
      return opening + [.formula(formula, .alone)]
    }
  }

  // MARK: Sums and products

  private func pieces(ofSum terms: [Formula.Term], isFirst: Bool) -> [Piece] {
    terms.enumerated().flatMap { offset, term -> [Piece] in
      let formula = Piece.formula(term.formula, .term(isFirst: isFirst && offset == 0))
      guard offset > 0 else { return [formula] }
      return [.breakOpportunity(isApart: true), .token(.infix, term.sign == .plus ? "+" : "−"), formula]
    }
  }

  private func pieces(ofProduct factors: [Formula.Factor], isFirst: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var rest = factors[...]
    if let half = factors.openingHalf(isFirst: isFirst) {
      pieces = [.token(.name, half)]
      rest = rest.dropFirst(2)
    } else if let divisor = fractionEnd(factors) {
      let numerator = Formula.product(of: Array(factors[..<divisor]))
      pieces = [
        .hold, .open("mfrac"), .open("mrow"), .formula(numerator, .alone), .close("mrow"), .open("mrow"),
        .formula(factors[divisor].formula, .alone), .close("mrow"), .close("mfrac"), .release,
      ]
      rest = rest.dropFirst(divisor + 1)
    }
    for (offset, factor) in zip(rest.indices, rest) {
      switch factor.operation {
      case .times:
        if offset > 0 { pieces += [.breakOpportunity(isApart: false), .token(.infix, "·")] }
        pieces.append(.formula(factor.formula, .factor(isFirst: isFirst && offset == 0)))
      case .over:
        pieces += [
          .breakOpportunity(isApart: false), .token(.infix, "/"), .formula(factor.formula, .divisor),
        ]
      }
    }
    return pieces
  }

  /// The place of what a product is divided by, where both sides are short and nothing else divides it.
  private func fractionEnd(_ factors: [Formula.Factor]) -> Int? {
    guard factors.count <= Self.mostLeaves, factors.count(where: { $0.operation == .over }) == 1,
      let divisor = factors.firstIndex(where: { $0.operation == .over }),
      isSmall(.product(of: Array(factors[..<divisor]))), isSmall(factors[divisor].formula)
    else { return nil }
    return divisor
  }

  // MARK: Powers and calls

  private func pieces(ofPower base: Formula, _ exponent: Formula) -> [Piece] {
    guard isSmall(exponent) else {
      return [.formula(base, .base), .token(.infix, "^"), .token(.opening, "("), .formula(exponent, .alone)]
        + [.token(.closing, ")")]
    }
    let raised: [Piece] = [
      .open("mrow"), .formula(exponent, .alone), .close("mrow"), .close("msup"), .release,
    ]
    guard !base.needsParentheses(at: .base, in: notation) || isSmall(base) else {
      // The exponent stands beside the closing parenthesis: lines may be broken inside.
      return [.token(.opening, "("), .formula(base, .alone), .hold, .open("msup"), .token(.closing, ")")]
        + raised
    }
    return [.hold, .open("msup"), .open("mrow"), .formula(base, .base), .close("mrow")] + raised
  }

  private func pieces(ofCall function: Function, _ arguments: [Formula]) -> [Piece] {
    if notation.isPowerOfE(function), arguments.count == 1 {
      if isSmall(arguments[0]) {
        return [
          .hold, .open("msup"), .token(.name, "e"), .open("mrow"), .formula(arguments[0], .alone),
          .close("mrow"), .close("msup"), .release,
        ]
      }
      return [
        .token(.name, "e^"), .token(.opening, "("), .formula(arguments[0], .alone), .token(.closing, ")"),
      ]
    }
    let name = notation.name(of: function)
    return [.token(name.unicodeScalars.count == 1 ? .name : .words, name), .token(.opening, "(")]
      + list(arguments, ",", breaks: true) + [.token(.closing, ")")]
  }

  // MARK: Conditions

  /// What a condition is made of.
  func pieces(of condition: Condition, within outer: Operator.Precedence) -> [Piece] {
    guard condition.needsParentheses(within: outer) else { return pieces(of: condition) }
    return [.token(.opening, "(")] + pieces(of: condition) + [.token(.closing, ")")]
  }

  private func pieces(of condition: Condition) -> [Piece] {
    switch condition {
    case .comparison(let left, let comparison, let right):
      [
        .formula(left, .clause), .breakOpportunity(isApart: true), .token(.infix, comparison.sign),
        .formula(right, .clause),
      ]
    case .all(let parts): pieces(of: parts, joinedBy: "and", .and)
    case .any(let parts): pieces(of: parts, joinedBy: "or", .or)
    case .not(let condition): [.token(.words, "not\u{A0}"), .condition(condition, within: .not)]
    }
  }

  private func pieces(of parts: [Condition], joinedBy word: String, _ precedence: Operator.Precedence)
    -> [Piece]
  {
    parts.enumerated().flatMap { offset, part -> [Piece] in
      let condition = Piece.condition(part, within: precedence)
      return offset == 0
        ? [condition] : [.breakOpportunity(isApart: true), .token(.words, word + "\u{A0}"), condition]
    }
  }
}

extension Formula {
  /// Whether it has at most so many leaves. Cost: O(the number of leaves).
  fileprivate func isSmall(_ most: Int) -> Bool {
    var waiting = [self]
    var leaves = 0
    while let part = waiting.popLast() {
      let operands = part.operands
      if operands.isEmpty { leaves += 1 }
      if case .conditional = part { return false }
      guard leaves + waiting.count + operands.count <= most else { return false }
      waiting += operands
    }
    return true
  }

  fileprivate var digits: String? { if case .number(let number) = self { number.digits } else { nil } }
}

extension [Formula.Factor] {
  /// `½` for a product that begins with 1/2 and goes on with a factor.
  fileprivate func openingHalf(isFirst: Bool) -> String? {
    guard count > 2, self[2].operation == .times, self[1].operation == .over, self[1].formula.digits == "2"
    else {
      return nil
    }
    if self[0].formula.digits == "1" { return "½" }
    let isMinusOne =
      if case .negation(let one) = self[0].formula { one.digits == "1" } else {
        self[0].formula.digits == "-1"
      }
    return isMinusOne ? (isFirst ? "−½" : "(−½)") : nil
  }
}

extension Condition.Comparison {
  /// The sign between its sides.
  fileprivate var sign: String {
    switch self {
    case .less, .greater, .equal: rawValue
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .unequal: "≠"
    }
  }
}
