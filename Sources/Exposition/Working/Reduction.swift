import Algebra
import LessonProgram
import PrintedNumbers

// How a formula of numbers is worked out on paper: line by line, from the inside out.
//
// A sum shows its products and a function its inner value before the result. What a reader works out in one go is one line: a
// sum of numbers, a product of numbers and of sums in parentheses, a power of numbers, a function of a number.

extension Formula {
  /// The next line on the way to the result; `nil` when the result itself is next. Numbers that are worked out have their
  /// digits open.
  func reduced() -> Formula? {
    isWorkedOutInOneGo ? nil : reducedParts()
  }

  /// Whether it is a number, with a minus or without.
  var isNumber: Bool {
    switch self {
    case .number: true
    case .negation(let inner): inner.isNumber
    default: false
    }
  }

  private var isSumOfNumbers: Bool {
    if case .sum(let terms) = self { terms.allSatisfy(\.formula.isNumber) } else { false }
  }

  private var isPowerOfNumbers: Bool {
    if case .power(let base, let exponent) = self { base.isNumber && exponent.isNumber } else { false }
  }

  private var isWorkedOutInOneGo: Bool {
    switch self {
    case .number, .name, .element, .conditional, .derivative, .local, .overRows: true
    case .negation(let inner): inner.isWorkedOutInOneGo
    case .sum: isSumOfNumbers
    case .product(let factors): factors.allSatisfy(\.formula.isPlainFactor)
    case .power: isPowerOfNumbers
    case .call(_, let arguments): arguments.allSatisfy(\.isNumber)
    }
  }

  private var isPlainFactor: Bool {
    if case .negation(let inner) = self { return inner.isPlainFactor }
    return isNumber || isSumOfNumbers || isPowerOfNumbers
  }

  private func reducedParts() -> Formula {
    switch self {
    case .number, .name, .element, .conditional, .derivative, .local, .overRows:
      self
    case .negation(let inner):
      .negation(inner.reducedParts())
    case .sum(let terms):
      .sum(of: terms.map { Term($0.sign, $0.formula.reducedPart(keeping: \.isNumber)) })
    case .product(let factors):
      .product(of: factors.map { Factor($0.operation, $0.formula.reducedPart(keeping: \.isPlainFactor)) })
    case .power(let base, let exponent):
      .power(base.reducedPart(keeping: \.isNumber), exponent.reducedPart(keeping: \.isNumber))
    case .call(let function, let arguments):
      .call(function, arguments.map { $0.reducedPart(keeping: \.isNumber) })
    }
  }

  /// A part of a formula on its next line: as it is, its result, or reduced itself.
  private func reducedPart(keeping isKept: (Formula) -> Bool) -> Formula {
    if isKept(self) { return self }
    return isWorkedOutInOneGo ? .number(outcome) : reducedParts()
  }
}
