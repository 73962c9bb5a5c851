import Algebra
import Engine
import Exposition
import LessonProgram
import PrintedNumbers
import Transcript

/// What may have led to a number that is not the one asked for.
///
/// Everything is true as it is worded: where that is done, the number comes out. It gives hints, never the answer.
struct MistakeSearch {
  private let wanted: Double
  /// How many decimals are asked for.
  private let digits: Int
  /// What is asked for; a name one level deeper.
  private let asked: Formula
  /// The paths of a derivative that is asked for.
  private let paths: PathMistakes?
  private let environment: Environment
  private let others: () -> [LikelyMistake]

  /// What may have led to another number where `formula` is asked for, at the current values.
  ///
  /// - Parameters:
  ///   - key: the number that is asked for, with its digits.
  ///   - formula: what is asked for.
  ///   - environment: the values, on which all is worked out.
  ///   - others: numbers that are not yet, and numbers of other things.
  init(
    for key: NumberKey, asked formula: Formula, in environment: Environment,
    others: @escaping () -> [LikelyMistake]
  ) throws(Fault) {
    wanted = key.wanted
    digits = key.digits
    self.environment = environment
    self.others = others
    var asked = formula
    if case .name(let name) = formula, let written = environment.written(name) { asked = written }
    self.asked = try environment.resolve(asked).formula
    paths =
      if case .derivative(let output, let input) = self.asked, output.atoms.isEmpty {
        try PathMistakes(of: output, by: input, in: environment)
      } else {
        nil
      }
  }

  /// The mistakes of a group, the likelier ones first.
  func mistakes(_ group: LikelyMistake.Group) throws(Fault) -> [LikelyMistake] {
    let found: [LikelyMistake]
    switch group {
    case .plain:
      let own = Alterations(of: asked)
      found =
        try [wrongSign] + (paths?.leftOut ?? []) + rows() + altered(own.leftOut) + (paths?.signs ?? [])
        + altered(own.signs) + multiples
    case .subtle: found = try paths?.subtle() ?? []
    case .rounded: found = try rounded()
    case .other: found = others()
    }
    return found.distinct(from: wanted)
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
  private func rounded() throws(Fault) -> [LikelyMistake] {
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
