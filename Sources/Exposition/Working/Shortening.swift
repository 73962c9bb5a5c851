package import Algebra
import Engine
import LessonProgram
import Transcript

// Long sums, products and calls are shortened for show: the first few parts, what the others come to, and the last.

extension Formula {
  /// A sum, product or call with more parts than this is shortened.
  static let maxShownParts = 12
  /// How many parts stand before what is left out.
  fileprivate static let leadingParts = 3

  /// What stands for the parts that are left out.
  package static let ellipsis = Formula.name(Name("…", ascii: "..."))

  /// How many parts each sum, product and call that is shown leaves out when the formula is shortened.
  private var leftOutCounts: [Int] {
    guard partCount > Self.maxShownParts else { return parts.flatMap(\.leftOutCounts) }
    return parts.shownParts.reduce([partCount - Self.leadingParts - 1]) { $0 + $1.leftOutCounts }
  }

  /// Whether anything is left out when the formula is shortened.
  package var isLong: Bool { partCount > Self.maxShownParts || parts.contains(where: \.isLong) }

  /// What is said beside a formula that is shortened: how much is left out, and how to see it.
  package func leftOutSentence(inFull explained: Formula?) -> String {
    let counts = leftOutCounts
    let most = counts.max() ?? 0
    let count = Set(counts).count > 1 ? "up to \(most)" : "\(most)"
    return "… is \(count) more; in full: explain" + (explained.map { " " + $0.text(.calc) } ?? "")
  }

  /// The formula shortened; `ellipsis` stands for what is left out, or its number where the parts are numbers.
  package func shortened(withNumbers: Bool) -> Formula {
    switch self {
    case .number, .name, .element, .derivative, .local, .overRows:
      return self
    case .conditional(let condition, let first, let second):
      return .conditional(
        condition.replacingComparands { $0.shortened(withNumbers: withNumbers) },
        then: first.shortened(withNumbers: withNumbers), otherwise: second.shortened(withNumbers: withNumbers)
      )
    case .negation(let inner):
      return .negation(inner.shortened(withNumbers: withNumbers))
    case .power(let base, let exponent):
      return .power(base.shortened(withNumbers: withNumbers), exponent.shortened(withNumbers: withNumbers))
    case .sum(let terms):
      let kept = terms.shownParts.map { Term($0.sign, $0.formula.shortened(withNumbers: withNumbers)) }
      guard let rest = terms.leftOut else { return .sum(of: kept) }
      let leading = rest[0].sign == .plus ? rest : [Term(.plus, .number(Number(0)))] + rest
      return .sum(
        of: kept.inserting(
          Term(.plus, withNumbers ? .number(Number(Formula.sum(of: leading).value)) : .ellipsis)))
    case .product(let factors):
      let kept = factors.shownParts.map {
        Factor($0.operation, $0.formula.shortened(withNumbers: withNumbers))
      }
      guard let rest = factors.leftOut else { return .product(of: kept) }
      let leading = rest[0].operation == .times ? rest : [Factor(.times, .number(Number(1)))] + rest
      return .product(
        of: kept.inserting(
          Factor(.times, withNumbers ? .number(Number(Formula.product(of: leading).value)) : .ellipsis)))
    case .call(let function, let arguments):
      let kept = arguments.shownParts.map { $0.shortened(withNumbers: withNumbers) }
      guard let rest = arguments.leftOut else { return .call(function, kept) }
      return .call(
        function,
        kept.inserting(withNumbers ? .number(Number(Formula.call(function, rest).value)) : .ellipsis))
    }
  }

  private var partCount: Int {
    switch self {
    case .sum(let terms): terms.count
    case .product(let factors): factors.count
    case .call(_, let arguments): arguments.count
    default: 0
    }
  }

  private var parts: [Formula] {
    switch self {
    case .number, .name, .element, .derivative, .local, .overRows: []
    case .conditional(let condition, let first, let second): condition.comparands + [first, second]
    case .negation(let inner): [inner]
    case .power(let base, let exponent): [base, exponent]
    case .sum(let terms): terms.map(\.formula)
    case .product(let factors): factors.map(\.formula)
    case .call(_, let arguments): arguments
    }
  }
}

extension Array {
  /// The parts that are shown.
  fileprivate var shownParts: [Element] {
    count > Formula.maxShownParts ? self[..<Formula.leadingParts] + [self[count - 1]] : self
  }

  /// The parts that are left out.
  package var leftOut: [Element]? {
    count > Formula.maxShownParts ? Array(self[Formula.leadingParts..<(count - 1)]) : nil
  }

  /// How many parts are left out.
  var leftOutCount: Int { leftOut?.count ?? 0 }

  /// The parts with one that stands for those that are left out.
  package func shortened(by element: Element) -> [Element] { shownParts.inserting(element) }

  /// The shown parts with what stands for the others before the last.
  fileprivate func inserting(_ element: Element) -> [Element] { dropLast() + [element] + suffix(1) }
}
