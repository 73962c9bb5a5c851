import Algebra
import Transcript

/// What of a transcript is not true as printed: every link of a chain is worked out again from the digits that it shows.
///
/// Nothing is shared with the code that chose the digits. Sums, products and whole powers are worked out exactly, in decimal
/// arithmetic; the rest in binary, where what binary rounding leaves open is let pass.
struct PrintedTruth {
  /// The chains that are not true, as text.
  private(set) var lies: [String] = []
  /// How many links were worked out.
  private(set) var linkCount = 0
  /// How many of them were worked out exactly.
  private(set) var exactCount = 0
  /// How many of them are printed with `≈`.
  private(set) var approximateCount = 0

  init(of transcript: Transcript) {
    for case .step(let step) in transcript.parts {
      for line in step.lines {
        if case .chain(let chain) = line.content { read(chain) }
      }
    }
  }

  private mutating func read(_ chain: Chain) {
    guard case .result(let result, _)? = chain.links.last?.content else { return }
    var isEqual = true
    for (index, link) in chain.links.enumerated().dropLast().reversed() {
      guard let formula = link.content.formula else { continue }
      // A line is the result as far as only equals signs stand between the two.
      if case .approximates = chain.links[index + 1].relation { isEqual = false }
      linkCount += 1
      guard isEqual else {
        approximateCount += 1
        continue
      }
      let digits = result.text ?? ""
      let isTrue: Bool
      if let exact = formula.exactValue {
        exactCount += 1
        isTrue = PrintedTruth.shows(digits, exact)
      } else {
        let evaluation = formula.value(of: { _ in .nan }, atoms: { _ in .nan })
        isTrue = PrintedTruth.mayShow(digits, evaluation.value, largest: evaluation.largest)
      }
      if !isTrue { lies.append(chain.text) }
    }
  }

  /// Whether `digits` are what is shown of `value`: that, first rounded to fourteen digits, rounded or cut off at the digits
  /// shown; without point or exponent it is exact.
  static func shows(_ digits: String, _ value: ExactDecimal) -> Bool {
    guard let shown = ExactDecimal(digits) else { return false }
    guard let decimals = decimals(of: digits) else {
      guard let distance = value.adding(shown.negated)?.magnitude.double else { return false }
      return distance <= 1e-9 * max(1, shown.magnitude.double)
    }
    let compared = value.shortened(toDecimals: 14 - value.wholeDigits, isRounded: true)
    if compared.shortened(toDecimals: decimals, isRounded: true) == shown { return true }
    return !shown.isZero && compared.shortened(toDecimals: decimals, isRounded: false) == shown
  }

  /// Whether `digits` may be what is shown of `value`, which binary arithmetic with numbers up to `largest` has given.
  static func mayShow(_ digits: String, _ value: Double, largest: Double) -> Bool {
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

extension Chain.Content {
  /// The formula of a link of numbers.
  fileprivate var formula: Formula? {
    switch self {
    case .names, .result: nil
    case .numbers(let formula): formula
    case .factors(let factors): Formula.product(of: factors.map { .init(.times, $0) })
    }
  }
}

extension Chain {
  /// The chain on one line.
  fileprivate var text: String {
    links.reduce(subject?.text(.calc) ?? "") { text, link in
      let content: String =
        switch link.content {
        case .names(let formula), .numbers(let formula): formula.text(.calc)
        case .factors(let factors): factors.map { $0.text(.calc) }.joined(separator: " · ")
        case .result(let number, _): number.text ?? "no digits"
        }
      return "\(text) \(link.relation) \(content)"
    }
  }
}
