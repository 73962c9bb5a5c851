internal import Algebra

extension TeXFormulaWriter {
  /// The longest numerator and denominator, as typed, that make a fraction.
  private static let longestInFraction = 48

  private var isLinear: Bool { style == .linear || style == .brittle }

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
    let isTall = self.isTall(formula)
    return [
      .text(opening(isTall: isTall)), .lastResort, .formula(formula, .alone), .text(closing(isTall: isTall)),
    ]
  }

  private func pieces(of formula: Formula, isFirst: Bool) -> [Piece] {
    switch formula {
    case .number(let number): [.text(text(of: number))]
    case .name(let name): pieces(ofName: name.text)
    case .negation(let operand): [.text(minus), .formula(operand, .negated)]
    case .sum(let terms): pieces(ofSum: terms, isFirst: isFirst)
    case .product(let factors): pieces(ofProduct: factors, isFirst: isFirst)
    case .power(let base, let exponent): [.formula(base, .base)] + raised(exponent)
    case .call(let function, let arguments): pieces(ofCall: function, arguments)
    case .element(let family, let indices):
      [.hold] + pieces(ofName: family) + [.text(TeXText("[", width: 0.3))]
        + list(indices, breaks: .lastResort)
        + [.text(TeXText("]", width: 0.3)), .release]
    case .conditional(let condition, let first, let second): pieces(ofChoice: condition, first, second)
    case .derivative(let numerator, let name): pieces(ofDerivative: numerator, name)
    case .local(let output, let name):
      [.text(upright("local")), .text(opening(isTall: false))] + pieces(ofName: output.text) + [.text(comma)]
        + pieces(ofName: name.text) + [.text(closing(isTall: false))]
    case .overRows(let function, let formula, let data):
      [
        .hold, .text(upright(function.rawValue)), .text(opening(isTall: false)), .lastResort,
        .formula(formula, .alone), .lastResort, .text(words(" over ")),
      ] + pieces(ofName: data.text) + [.text(closing(isTall: false)), .release]
    }
  }

  // MARK: Signs

  private var minus: TeXText { TeXText("-", width: 0.8) }
  private var comma: TeXText { TeXText(", ", width: 0.5) }

  private func opening(isTall: Bool) -> TeXText {
    TeXText(isTall ? "\\Bigl(" : "(", width: isTall ? 0.65 : 0.41)
  }
  private func closing(isTall: Bool) -> TeXText {
    TeXText(isTall ? "\\Bigr)" : ")", width: isTall ? 0.65 : 0.41)
  }

  private func upright(_ word: String) -> TeXText {
    let parts = word.split(separator: "_", omittingEmptySubsequences: false)
    let text =
      dialect == .latex ? parts.joined(separator: "\\_") : parts.joined(separator: "\\rule{0.5em}{0.06em}")
    return TeXText("\\mathrm{" + text + "}", width: TeXWidths.width(of: word))
  }

  /// Words between formulas; what stands behind them is the beginning of a formula.
  private func words(_ words: String) -> TeXText {
    TeXText("\\text{" + words + "}\\mathopen{}", width: TeXWidths.width(of: words))
  }

  private func text(of number: Number) -> TeXText {
    // A rule of its own: underscores would be set as what stands below.
    if number.isBlank { return TeXText("\\rule{5em}{0.04em}", width: 5) }
    let sign = number.isNegative ? "-" : ""
    let digits = number.magnitude.digits
    let width = TeXWidths.width(of: digits) + (number.isNegative ? 0.8 : 0)
    if digits == "pi" { return TeXText(sign + "\\pi ", width: width) }
    // `-4.92e-05` is in one piece, as it is typed.
    let isPlain = digits.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    return TeXText(sign + (isPlain ? digits : "\\text{" + dialect.escapedInText(digits) + "}"), width: width)
  }

  private func pieces(ofName name: String) -> [Piece] {
    let pieces = dialect.pieces(ofName: name)
    return pieces.enumerated().flatMap { $0 == 0 ? [.text($1)] : [.lastResort, .text($1)] }
  }

  private func list(_ formulas: [Formula], breaks: Piece) -> [Piece] {
    formulas.enumerated().flatMap { offset, formula -> [Piece] in
      offset == 0 ? [.formula(formula, .alone)] : [.text(comma), breaks, .formula(formula, .alone)]
    }
  }

  // MARK: Sums and products

  private func pieces(ofSum terms: [Formula.Term], isFirst: Bool) -> [Piece] {
    terms.enumerated().flatMap { offset, term -> [Piece] in
      let formula = Piece.formula(term.formula, .term(isFirst: isFirst && offset == 0))
      guard offset > 0 else { return [formula] }
      return [.breakOpportunity, .text(TeXText(term.sign == .plus ? " + " : " - ", width: 1.25)), formula]
    }
  }

  private func pieces(ofProduct factors: [Formula.Factor], isFirst: Bool) -> [Piece] {
    var rest = factors[...]
    var pieces: [Piece] = []
    if let half = half(opening: factors, isFirst: isFirst) {
      pieces = [.text(half)]
      rest = rest.dropFirst(2)
    } else if let divisor = fractionEnd(factors) {
      let numerator = Formula.product(of: Array(factors[..<divisor]))
      pieces = [
        .open(.fraction), .formula(numerator, .alone), .bar, .formula(factors[divisor].formula, .alone),
        .close,
      ]
      rest = rest.dropFirst(divisor + 1)
    }
    for (offset, factor) in zip(rest.indices, rest) {
      switch factor.operation {
      case .times:
        if offset > 0 { pieces += [.breakOpportunity, .text(TeXText(" \\cdot ", width: 0.75))] }
        pieces.append(.formula(factor.formula, .factor(isFirst: isFirst && offset == 0)))
      case .over:
        pieces += [.breakOpportunity, .text(TeXText("/", width: 0.55)), .formula(factor.formula, .divisor)]
      }
    }
    return pieces
  }

  /// `½` for a product that begins with 1/2 and goes on with a factor.
  private func half(opening factors: [Formula.Factor], isFirst: Bool) -> TeXText? {
    guard factors.count > 2, factors[2].operation == .times, factors[1].operation == .over,
      factors[1].formula.digits == "2"
    else { return nil }
    let half = TeXText("\\tfrac{1}{2}", width: 0.7)
    if factors[0].formula.digits == "1" { return half }
    let isMinusOne =
      if case .negation(let one) = factors[0].formula { one.digits == "1" } else {
        factors[0].formula.digits == "-1"
      }
    guard isMinusOne else { return nil }
    return isFirst ? minus + half : TeXText("(") + minus + half + TeXText(")", width: 0.8)
  }

  /// The place of what a product is divided by, where that is short and nothing else divides it.
  private func fractionEnd(_ factors: [Formula.Factor]) -> Int? {
    guard style == .display, canStack, factors.count < 8,
      let divisor = factors.firstIndex(where: { $0.operation == .over }),
      divisor > 0, factors.count(where: { $0.operation == .over }) == 1
    else { return nil }
    let parts = [Formula.product(of: Array(factors[..<divisor])), factors[divisor].formula]
    let areShort = parts.allSatisfy { part in
      part.text(.unicode).unicodeScalars.count <= Self.longestInFraction && !part.isChoice
    }
    return areShort ? divisor : nil
  }

  /// Whether the formula has a fraction, as far as that is seen at once.
  private func isTall(_ formula: Formula) -> Bool {
    switch formula {
    case .derivative: style == .display && canStack
    case .product(let factors):
      half(opening: factors, isFirst: true) == nil && fractionEnd(factors) != nil
        || factors.contains {
          if case .derivative = $0.formula { style == .display && canStack } else { false }
        }
    case .negation(.product(let factors)): fractionEnd(factors) != nil
    case .sum(let terms):
      terms.count < 50 && terms.contains { if case .sum = $0.formula { false } else { isTall($0.formula) } }
    default: false
    }
  }

  // MARK: Powers and calls

  private func raised(_ exponent: Formula) -> [Piece] {
    if isLinear {
      return [
        .text(TeXText("\\wedge ", width: 0.7)), .text(opening(isTall: false)), .lastResort,
        .formula(exponent, .alone), .text(closing(isTall: false)),
      ]
    }
    // As it is typed behind a name.
    let said =
      dialect == .latex ? String(Formula.power(.name(Name("x")), exponent).text(notation).dropFirst()) : ""
    return [.openScript(saying: said), .formula(exponent, .alone), .close]
  }

  private func pieces(ofCall function: Function, _ arguments: [Formula]) -> [Piece] {
    if notation.isPowerOfE(function), arguments.count == 1 {
      return [.text(TeXText("e", width: 0.5))] + raised(arguments[0])
    }
    let name = notation.name(of: function)
    if name == "√", arguments.count == 1 {
      if !isLinear { return [.open(.root), .formula(arguments[0], .alone), .close] }
      return [.text(TeXText("\\surd ", width: 0.9)), .text(opening(isTall: false)), .lastResort]
        + [.formula(arguments[0], .alone), .text(closing(isTall: false))]
    }
    let symbol = name.unicodeScalars.count == 1 ? name.unicodeScalars.first.flatMap(TeXSymbols.command) : nil
    let isTall = arguments.contains { self.isTall($0) }
    return [.text(symbol ?? upright(name)), .text(opening(isTall: isTall)), .lastResort]
      + list(arguments, breaks: .breakOpportunity) + [.text(closing(isTall: isTall))]
  }

  private func pieces(ofDerivative numerator: Formula, _ name: Name) -> [Piece] {
    let sign = TeXText("\\partial ", width: 0.62)
    let isName = if case .name = numerator { true } else { false }
    let top: [Piece] =
      [.text(sign)] + (isName ? [] : [.text(opening(isTall: false)), .lastResort]) + [
        .formula(numerator, .alone)
      ]
      + (isName ? [] : [.text(closing(isTall: false))])
    let bottom = [.text(sign)] + pieces(ofName: name.text)
    guard style == .display, canStack else {
      return [.hold] + top + [.lastResort, .text(TeXText("/", width: 0.55))] + bottom + [.release]
    }
    return [.open(.fraction)] + top + [.bar] + bottom + [.close]
  }

  // MARK: Conditions

  private func pieces(ofChoice condition: Condition, _ first: Formula, _ second: Formula) -> [Piece] {
    [
      .text(words("if ")), .condition(condition, within: .conditional),
      .breakOpportunity, .text(words(" then ")), .formula(first, .clause),
      .breakOpportunity, .text(words(" else ")), .formula(second, .alone),
    ]
  }

  /// What a condition is made of.
  func pieces(of condition: Condition, within outer: Operator.Precedence) -> [Piece] {
    guard condition.needsParentheses(within: outer) else { return pieces(of: condition) }
    return [.text(opening(isTall: false)), .lastResort] + pieces(of: condition) + [
      .text(closing(isTall: false))
    ]
  }

  private func pieces(of condition: Condition) -> [Piece] {
    switch condition {
    case .comparison(let left, let comparison, let right):
      [
        .formula(left, .clause), .breakOpportunity,
        .text(TeXText(" \(dialect.sign(comparison)) ", width: 1.6)),
        .formula(right, .clause),
      ]
    case .all(let parts): pieces(of: parts, joinedBy: " and ", .and)
    case .any(let parts): pieces(of: parts, joinedBy: " or ", .or)
    case .not(let condition): [.text(words("not ")), .condition(condition, within: .not)]
    }
  }

  private func pieces(
    of parts: [Condition], joinedBy word: String, _ precedence: Operator.Precedence
  ) -> [Piece] {
    parts.enumerated().flatMap { offset, part -> [Piece] in
      let condition = Piece.condition(part, within: precedence)
      return offset == 0 ? [condition] : [.breakOpportunity, .text(words(word)), condition]
    }
  }
}

extension TeXDialect {
  /// The sign of a comparison.
  fileprivate func sign(_ comparison: Condition.Comparison) -> String {
    switch comparison {
    case .less: self == .latex ? "<" : "\\lt"
    case .lessOrEqual: "\\le"
    case .greater: self == .latex ? ">" : "\\gt"
    case .greaterOrEqual: "\\ge"
    case .equal: "=="
    case .unequal: "\\ne"
    }
  }

  /// Words for `\text{…}`.
  func escapedInText(_ text: String) -> String {
    self == .latex ? LaTeXText.escaped(text) : MarkdownText.inMathematics(text)
  }
}

extension Formula {
  /// The digits of a number; `nil` for anything else.
  fileprivate var digits: String? {
    if case .number(let number) = self { number.digits } else { nil }
  }

  fileprivate var isChoice: Bool {
    if case .conditional = self { true } else { false }
  }
}
