import Algebra
import Engine
import Exposition
import LessonProgram
import PrintedNumbers
import Transcript

/// Looks for what has led to a number that is not the one asked for.
///
/// Everything found is true as it is worded: the learner's number is, by the number rule, what comes out where that is
/// done. It gives hints, never the answer.
struct MistakeSearch {
  private let reply: NumberReply
  private let wanted: Double
  /// How many decimals are asked for.
  private let digits: Int
  /// What is asked for; a name one level deeper.
  private let asked: Formula
  private let environment: Environment

  /// As much is said to one reply.
  private static let maxRemarks = 2

  /// What may have led to `reply` where `formula` is asked for, at the current values.
  init(
    to reply: NumberReply, wanted: Double, digits: Int, asked formula: Formula, in environment: Environment
  ) throws(Fault) {
    self.reply = reply
    self.wanted = wanted
    self.digits = digits
    self.environment = environment
    var asked = formula
    if case .name(let name) = formula, let written = environment.written(name) { asked = written }
    self.asked = try environment.resolve(asked).formula
  }

  /// The first that lead to the reply: definite ones, the plain before the subtle, and last the right way with too few
  /// digits; or else that it is near, and what only has the same number.
  ///
  /// - Parameter others: further ones, which are looked for only where nothing definite is found, and the reply is not
  ///   the number of all and everything.
  func found(others: () -> [LikelyMistake]) throws(Fault) -> [LikelyMistake] {
    let paths = try paths()
    let own = Alterations(of: asked)
    let plain = leadingToReply(
      try [wrongSign] + (paths?.leftOut ?? []) + rows() + altered(own.leftOut) + (paths?.signs ?? [])
        + altered(own.signs) + multiples)
    if !plain.isEmpty { return plain }
    let subtle = leadingToReply(try paths?.subtle() ?? [])
    if !subtle.isEmpty { return subtle }
    let rounded = leadingToReply(try rounded(paths))
    if let first = rounded.first { return [first] }
    return Array((nearness + leadingToReply(reply.isTelling ? others() : [])).prefix(Self.maxRemarks))
  }

  /// Those that lead to the reply, each number once.
  private func leadingToReply(_ mistakes: [LikelyMistake]) -> [LikelyMistake] {
    var found: [LikelyMistake] = []
    for mistake in mistakes where reply.agrees(with: mistake.value) {
      if !found.contains(where: { $0.value == mistake.value }) { found.append(mistake) }
      if found.count == Self.maxRemarks { break }
    }
    return found
  }

  // MARK: One by one

  private var wrongSign: LikelyMistake {
    LikelyMistake(value: -wanted, words: [.words("is right but for its sign")])
  }

  private var multiples: [LikelyMistake] {
    [
      LikelyMistake(value: 2 * wanted, words: [.words("is twice what is asked for")]),
      LikelyMistake(value: wanted / 2, words: [.words("is half of what is asked for")]),
    ]
  }

  private func altered(_ alterations: [Alteration]) throws(Fault) -> [LikelyMistake] {
    let numbers = LeafNumbers(in: environment)
    return try alterations.map { alteration throws(Fault) in
      LikelyMistake(try numbers.value(of: alteration.formula), with: alteration.words)
    }
  }

  private func paths() throws(Fault) -> PathMistakes? {
    guard case .derivative(let output, let input) = asked, output.atoms.isEmpty else { return nil }
    return try PathMistakes(of: output, by: input, in: environment)
  }

  /// Of what is made of all rows: their sum in place of their mean, one row alone.
  private func rows() throws(Fault) -> [LikelyMistake] {
    let numbers: [Double]
    let function: Formula.RowFunction
    switch asked {
    case .overRows(let made, let formula, let data):
      (function, numbers) = (made, try environment.numbers(of: formula, onRowsOf: data))
    case .derivative(.overRows(let made, let formula, let data), let name):
      (function, numbers) = (
        made, try environment.derivatives(of: formula, onRowsOf: data, by: name).map(\.derivative)
      )
    default:
      return []
    }
    guard function == .mean || function == .sum else { return [] }
    let sum = numbers.reduce(0, +)
    let all =
      function == .mean
      ? LikelyMistake(value: sum, words: [.words("is the sum of the rows, not their mean")])
      : LikelyMistake(
        value: sum / Double(numbers.count), words: [.words("is the mean of the rows, not their sum")])
    return [all]
      + numbers.enumerated().map { index, number in
        LikelyMistake(value: number, words: [.words("is that of row \(index + 1) alone")])
      }
  }

  // MARK: Rounding

  /// The right way, with numbers on it shortened; the likeliest first.
  private func rounded(_ paths: PathMistakes?) throws(Fault) -> [LikelyMistake] {
    let numbers = LeafNumbers(in: environment)
    var mistakes: [LikelyMistake] = []
    for count in [digits, digits + 1] + (1..<max(digits, 1)).reversed() where count > 0 {
      for shortening in [DecimalDigits.Shortening.rounded, .cutOff] {
        var found = paths?.shortened(toDecimals: count, shortening) ?? []
        found.append(try numbers.shortened(asked, toDecimals: count, shortening).value)
        found += try asked.shortenedOperands(numbers, toDecimals: count, shortening).map { [$0.value] } ?? []
        let way = shortening == .rounded ? "rounded to" : "cut off after"
        let words =
          "with the numbers on the way \(way) \(count) decimal\(count == 1 ? "" : "s"): keep more digits"
        mistakes += found.map { LikelyMistake($0, with: [.words(words)]) }
      }
    }
    return mistakes
  }

  /// That the reply is near: within a few units of the last digit that is asked for, or one in a hundred.
  private var nearness: [LikelyMistake] {
    let distance = abs(reply.value - wanted)
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    let isNear =
      distance <= min((digits == 0 ? 2.01 : 3.01) * unit, abs(wanted) / 3) || distance <= abs(wanted) / 100
    guard isNear else { return [] }
    // Where the answer ends with the digits that are asked for, it is hardly rounding that has missed it.
    let isShort = wanted.shortened(toDecimals: digits, .cutOff) == wanted.shortened(toDecimals: 14, .rounded)
    let advice = isShort ? "" : ": keep more digits on the way"
    return [LikelyMistake(value: reply.value, words: [.words("is near, but not it\(advice)")])]
  }
}

extension Formula {
  /// The formula with the values of its outermost operands, each shortened to so many decimals; `nil` for what has none.
  fileprivate func shortenedOperands(
    _ numbers: LeafNumbers, toDecimals count: Int, _ shortening: DecimalDigits.Shortening
  ) throws(Fault) -> Formula? {
    func short(_ operand: Formula) throws(Fault) -> Formula {
      .number(Number(try numbers.value(of: operand).shortened(toDecimals: count, shortening)))
    }
    switch self {
    case .sum(let terms):
      return .sum(of: try terms.map { term throws(Fault) in Term(term.sign, try short(term.formula)) })
    case .product(let factors):
      return .product(
        of: try factors.map { factor throws(Fault) in Factor(factor.operation, try short(factor.formula)) })
    case .power(let base, let exponent):
      return .power(try short(base), try short(exponent))
    case .call(let function, let arguments):
      return .call(function, try arguments.map(short))
    case .negation(let inner):
      return try inner.shortenedOperands(numbers, toDecimals: count, shortening).map { .negation($0) }
    case .number, .name, .element, .conditional, .derivative, .local, .overRows:
      return nil
    }
  }
}
