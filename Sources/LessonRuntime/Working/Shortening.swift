import Algebra
import Transcript

// Long sums, products and calls are shortened for show: the first few parts, what the others come to, and the last.

extension Formula {
  /// A sum, product or call with more parts than this is shortened.
  static let mostShownParts = 12
  /// How many parts stand before what is left out.
  fileprivate static let leadingParts = 3

  /// What stands for the parts that are left out.
  static let ellipsis = Formula.name(Name("…", ascii: "..."))

  /// How many parts the longest sum, product or call of the formula leaves out when it is shortened.
  var leftOutCount: Int {
    let own = partCount > Self.mostShownParts ? partCount - Self.leadingParts - 1 : 0
    return parts.reduce(own) { max($0, $1.leftOutCount) }
  }

  /// What is said beside a formula that is shortened: how much is left out, and how to see it.
  func leftOutRemark(of subject: Formula?) -> Chain.Remark {
    .words("… is \(leftOutCount) more; in full: explain" + (subject.map { " " + $0.text(.calc) } ?? ""))
  }

  /// The formula shortened; `ellipsis` stands for what is left out, or its number where the parts are numbers.
  func shortened(withNumbers: Bool) -> Formula {
    switch self {
    case .number, .name, .element, .derivative, .local, .overRows, .conditional:
      return self
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
    case .number, .name, .element, .derivative, .local, .overRows, .conditional: []
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
    count > Formula.mostShownParts ? self[..<Formula.leadingParts] + [self[count - 1]] : self
  }

  /// The parts that are left out.
  fileprivate var leftOut: [Element]? {
    count > Formula.mostShownParts ? Array(self[Formula.leadingParts..<(count - 1)]) : nil
  }

  /// The shown parts with what stands for the others before the last.
  fileprivate func inserting(_ element: Element) -> [Element] { dropLast() + [element] + suffix(1) }
}
