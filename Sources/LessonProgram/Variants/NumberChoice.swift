package import Algebra
import PrintedNumbers

/// The numbers from which one is drawn, all equally likely.
package enum NumberChoice: Hashable, Sendable {
  /// Decimals of equal distance.
  case steps(DecimalSteps)
  /// Numbers as they were typed; at least one.
  case list([Number])

  /// How many there are.
  package var count: Int {
    switch self {
    case .steps(let steps): steps.count
    case .list(let numbers): numbers.count
    }
  }

  /// The number at a place from 0, with its digits as a person types them.
  package subscript(index: Int) -> Number {
    switch self {
    case .steps(let steps): steps[index]
    case .list(let numbers): numbers[index]
    }
  }

  /// Numbers like the one that was typed as `text`: of its sign, with as many digits behind the point and before it as it has from
  /// its first one that is not 0. 0 and 1, typed without a point, are counts and classes, and have none.
  package init?(like text: String) {
    let typed = DecimalSteps.decimals(of: text)
    guard let digits = DecimalDigits(text: text), let number = DecimalSteps.whole(text, decimals: typed),
      number.magnitude > 1 || typed > 0, number != 0
    else { return nil }
    let places = max(1, digits.pointPosition + typed)
    let lowest = (1..<places).reduce(1) { power, _ in 10 * power }
    let first = number < 0 ? 1 - 10 * lowest : lowest
    self = .steps(DecimalSteps(first: first, step: 1, count: 9 * lowest, decimals: typed))
  }
}

/// Decimals of equal distance: whole numbers, divided by a power of ten.
///
/// They are worked out in whole numbers, so that the third behind 0.1 is 0.4 and never a neighbour of it.
package struct DecimalSteps: Hashable, Sendable {
  /// The first, the step and how many there are, the digits behind the point counted in.
  let first: Int
  let step: Int
  /// How many there are.
  let count: Int
  /// How many digits stand behind the point.
  let decimals: Int

  /// The most digits of a number.
  package static let maxDigits = 15
  /// The most numbers of a range.
  package static let maxCount = 1_000_000

  /// The number at a place from 0.
  subscript(index: Int) -> Number {
    let text = text(of: first + index * step)
    return Number(Double(text) ?? .nan, text: text)
  }

  /// The digits of a whole number with the point in them, without zeros at the end.
  private func text(of number: Int) -> String {
    let digits = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    return (number < 0 ? "-" : "") + padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// How many digits of a typed number stand behind its point.
  static func decimals(of text: String) -> Int { max(0, NumberRule.printedDecimals(of: text) ?? 0) }

  /// A typed number times the power of ten of so many decimals; `nil` where it has too many digits.
  static func whole(_ text: String, decimals: Int) -> Int? {
    guard let number = DecimalDigits(text: text), decimals <= maxDigits else { return nil }
    let places = number.pointPosition + decimals
    guard places <= maxDigits, number.digits.count <= max(0, places) else { return nil }
    let padding = Array(repeating: UInt8(0), count: max(0, places - number.digits.count))
    let magnitude = (number.digits + padding).reduce(0) { 10 * $0 + Int($1) }
    return text.hasPrefix("-") ? -magnitude : magnitude
  }
}
