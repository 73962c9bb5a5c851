import Algebra
package import Transcript

/// What of a transcript is not true as printed: every right side of an equation is worked out again from the digits that it shows.
///
/// Nothing is shared with the code that chose the digits. Sums, products and whole powers are worked out exactly, in decimal
/// arithmetic; the rest in binary, where what binary rounding leaves open is let pass.
package struct PrintedTruth {
  /// The equations that are not true, as text.
  package private(set) var lies: [String] = []
  /// How many right sides were worked out.
  package private(set) var linkCount = 0
  /// How many of them were worked out exactly.
  package private(set) var exactCount = 0
  /// How many of them are printed with `≈`.
  package private(set) var approximateCount = 0

  package init(of transcript: Transcript) {
    for case .step(let step) in transcript.parts {
      for line in step.lines {
        if case .equation(let equation) = line.content { read(equation) }
      }
    }
  }

  private mutating func read(_ equation: Equation) {
    guard case .result(let result, _)? = equation.rightSides.last?.content else { return }
    var isEqual = true
    var following = Formula.number(result)
    for (index, side) in equation.rightSides.enumerated().dropLast().reversed() {
      guard let formula = side.content.formula else { continue }
      linkCount += 1
      // A line is what follows, and the result as far as only equals signs stand between the two.
      if case .approximates = equation.rightSides[index + 1].relation {
        isEqual = false
        approximateCount += 1
      } else if !gives(formula, following) || (isEqual && !gives(formula, .number(result))) {
        lies.append(equation.text)
      }
      following = formula
    }
  }

  /// Whether a line gives the one that follows it, term by term.
  private mutating func gives(_ line: Formula, _ next: Formula) -> Bool {
    if case .number(let number) = next { return isShown(line, as: number.text ?? "") }
    switch (line, next) {
    case (.negation(let one), .negation(let other)):
      return gives(one, other)
    case (.sum(let terms), .sum(let others)):
      return terms.map(\.sign) == others.map(\.sign)
        && zip(terms, others).allSatisfy { gives($0.formula, $1.formula) }
    case (.product(let factors), .product(let others)):
      return factors.map(\.operation) == others.map(\.operation)
        && zip(factors, others).allSatisfy { gives($0.formula, $1.formula) }
    case (.power(let base, let exponent), .power(let otherBase, let otherExponent)):
      return gives(base, otherBase) && gives(exponent, otherExponent)
    case (.call(let function, let arguments), .call(let other, let others)):
      return function == other && arguments.count == others.count
        && zip(arguments, others).allSatisfy { gives($0, $1) }
    default:
      return false
    }
  }

  private mutating func isShown(_ formula: Formula, as digits: String) -> Bool {
    if case .number(let number) = formula, number.text == digits { return true }
    if let exact = formula.exactValue {
      exactCount += 1
      return PrintedTruth.shows(digits, exact)
    }
    let evaluation = formula.value(of: { _ in .nan }, atoms: { _ in .nan })
    return PrintedTruth.mayShow(digits, evaluation.value, largest: evaluation.largest)
  }

  /// Whether `digits` are what is shown of `value`: that, first rounded to fourteen digits, rounded or cut off at the digits
  /// shown; without point or exponent it is exact.
  package static func shows(_ digits: String, _ value: ExactDecimal) -> Bool {
    guard let shown = ExactDecimal(digits) else { return false }
    guard let decimals = decimals(of: digits) else {
      guard let distance = value.adding(shown.negated)?.magnitude.double else { return false }
      return distance <= 1e-9 * max(1, shown.magnitude.double)
    }
    let compared = value.shortened(toDecimals: 14 - value.wholeDigits, isRounded: true)
    // Of a longer number, fourteen digits are compared.
    for isRounded in [true, false]
    where shown.shortened(toDecimals: 14 - shown.wholeDigits, isRounded: isRounded) == compared {
      return true
    }
    if compared.shortened(toDecimals: decimals, isRounded: true) == shown { return true }
    return !shown.isZero && compared.shortened(toDecimals: decimals, isRounded: false) == shown
  }

  /// Whether `digits` may be what is shown of `value`, which binary arithmetic with numbers up to `largest` has given.
  package static func mayShow(_ digits: String, _ value: Double, largest: Double) -> Bool {
    guard let shown = Double(digits), value.isFinite else { return false }
    guard let decimals = decimals(of: digits) else { return abs(value - shown) <= 1e-9 * max(1, abs(shown)) }
    // So small a number has fewer digits in binary than are compared.
    if abs(value) < 1e-290 { return abs(shown) < 1e-289 }
    var unit = 1.0
    for _ in 0..<abs(decimals) { unit = decimals < 0 ? unit * 10 : unit / 10 }
    let noise = 1e-15 * largest + 1e-13 * abs(value)
    let distance = value < 0 ? shown - value : value - shown
    return distance >= -(unit / 2 + noise) && distance <= (shown == 0 ? unit / 2 : unit) + noise
  }

  /// Behind the point of the plain number, where the last digit stands; `nil` where there is neither point nor exponent.
  private static func decimals(of digits: String) -> Int? {
    let parts = digits.lowercased().split(separator: "e")
    let point = parts[0].split(separator: ".")
    if parts.count == 1 && point.count == 1 { return nil }
    return (point.count > 1 ? point[1].count : 0) - (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  }
}

// MARK: - Working out

extension Formula {
  /// What a formula of numbers gives, exactly; `nil` where that has too many digits, or a quotient or a function in it.
  fileprivate var exactValue: ExactDecimal? {
    switch self {
    case .number(let number): number.text.flatMap { ExactDecimal($0) }
    case .negation(let inner): inner.exactValue?.negated
    case .sum(let terms):
      terms.reduce(ExactDecimal(0)) { sum, term in
        term.formula.exactValue.flatMap { sum?.adding(term.sign == .plus ? $0 : $0.negated) }
      }
    case .product(let factors):
      factors.reduce(ExactDecimal(1)) { product, factor in
        guard factor.operation == .times else { return nil }
        return factor.formula.exactValue.flatMap { product?.multiplied(by: $0) }
      }
    case .power(let base, .number(let exponent)) where [1, 2, 3].contains(exponent.value):
      Formula.product(of: (0..<Int(exponent.value)).map { _ in .init(.times, base) }).exactValue
    case .power, .call, .name, .element, .conditional, .derivative, .local, .overRows: nil
    }
  }
}

extension Equation.Content {
  /// The formula of a right side of numbers.
  fileprivate var formula: Formula? {
    switch self {
    case .names, .result: nil
    case .numbers(let formula): formula
    case .factors(let factors): Formula.product(of: factors.map { .init(.times, $0) })
    }
  }
}

extension Equation {
  /// The equation on one line.
  fileprivate var text: String {
    rightSides.reduce(subject?.text(.calc) ?? "") { text, side in
      let content: String =
        switch side.content {
        case .names(let formula), .numbers(let formula): formula.text(.calc)
        case .factors(let factors): factors.map { $0.text(.calc) }.joined(separator: " · ")
        case .result(let number, _): number.text ?? "no digits"
        }
      return "\(text) \(side.relation) \(content)"
    }
  }
}
