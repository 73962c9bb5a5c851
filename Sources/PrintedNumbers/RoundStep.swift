package import Algebra

/// A distance between round numbers: 1, 2 or 5 times a power of ten.
///
/// Its multiples are worked out in digits, so that 0.3 is 0.3 and not 0.1 + 0.1 + 0.1.
package struct RoundStep {
  /// 1, 2 or 5.
  package let digit: Int
  /// The exponent of the power of ten.
  package let exponent: Int

  /// The distance.
  package var value: Double { Double("\(digit)e\(exponent)") ?? 0 }

  /// The next larger step.
  package var next: RoundStep {
    switch digit {
    case 1: RoundStep(digit: 2, exponent: exponent)
    case 2: RoundStep(digit: 5, exponent: exponent)
    default: RoundStep(digit: 1, exponent: exponent + 1)
    }
  }

  /// Steps, the smallest first: a span has more than `count` of the first, and less than one of the last.
  package static func steps(within span: Double, count: Int) -> [RoundStep] {
    guard span > 0, span.isFinite else { return [] }
    let exponent = DecimalDigits(span).pointPosition
    let countDigits = DecimalDigits(Double(count)).pointPosition
    let first = RoundStep(digit: 1, exponent: exponent - countDigits - 2)
    return Array(sequence(first: first, next: \.next).prefix { $0.exponent <= exponent })
      .filter { $0.value > 0 && $0.value.isFinite }
  }

  /// Which multiple of the step a value is, as a number that need not be whole; what is within a millionth of a whole
  /// number is that number.
  package func multiple(_ value: Double) -> Double {
    let quotient = value / self.value
    return abs(quotient - quotient.rounded()) < 1e-6 ? quotient.rounded() : quotient
  }

  /// The digits of the `index`th multiple.
  package func digits(_ index: Int) -> DecimalDigits {
    DecimalDigits(text: "\(index * digit)e\(exponent)") ?? DecimalDigits(0)
  }
}

extension [DecimalDigits] {
  /// The numbers as they are written at an axis: all with an exponent where that makes them shorter than a few digits.
  package var axisNumbers: [Number] {
    let fixed = map { $0.fixedText() }
    let scientific = map { $0.digits.isEmpty ? "0" : $0.scientificText() }
    let widest = fixed.map(\.utf8.count).max() ?? 0
    let isScientific = widest > 7 && scientific.allSatisfy { $0.utf8.count < widest }
    return (isScientific ? scientific : fixed).map { Number(Double($0) ?? .nan, text: $0) }
  }
}
