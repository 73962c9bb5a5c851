import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

/// The numbers that a run shows, to be found by their digits.
struct ComputedNumbers {
  /// A number that is shown.
  struct Shown {
    /// What has the value, where the page says so.
    var subject: Formula?
    let digits: DecimalDigits
    /// Whether it was given, not computed.
    let isGiven: Bool
  }

  /// In reading order.
  private var numbers: [Shown] = []
  /// Where numbers stand in `numbers`, by the first digits and their size.
  private var places: [Key: [Int]] = [:]
  /// The given numbers, by their names.
  private var givens: [String: [DecimalDigits]] = [:]

  /// The first digits of a number and its size, whatever its sign.
  private struct Key: Hashable {
    var digits: Int
    var pointPosition: Int
  }

  /// Fewer digits than these are shared by too many numbers to say anything.
  private static let minDigits = 3

  /// The numbers that a transcript shows.
  init(of transcript: Transcript) {
    for part in transcript.parts {
      switch part {
      case .prose: break
      case .step(let step): for line in step.lines { add(line.content) }
      case .question(let question): add(question)
      }
    }
  }

  /// A number that is shown and equals the one typed as `text` at the digits that both have; a short one must be the whole
  /// of a computed number. Where several do, the first that has a name.
  func match(of text: String) -> Shown? {
    guard let typed = DecimalDigits(text: text)?.magnitude,
      let decimals = NumberRule.printedDecimals(of: text),
      typed.digits.count >= 2
    else { return nil }
    let key = Self.key(of: typed)
    let near = (key.digits - 1...key.digits + 1).flatMap {
      places[Key(digits: $0, pointPosition: key.pointPosition)] ?? []
    }
    let equal = near.sorted().filter { Self.agree(typed, decimals, numbers[$0]) }
    return (equal.first { numbers[$0].subject != nil } ?? equal.first).map { numbers[$0] }
  }

  /// The given number `name`, if it is the one typed as `text`.
  func match(of text: String, called name: String) -> Shown? {
    guard let typed = DecimalDigits(text: text)?.magnitude,
      !typed.digits.isEmpty, givens[name]?.contains(typed) == true
    else { return nil }
    return Shown(subject: .name(Name(name)), digits: typed, isGiven: true)
  }

  private static func agree(_ typed: DecimalDigits, _ decimals: Int, _ shown: Shown) -> Bool {
    let shared = min(decimals, shown.digits.decimals)
    if shown.digits == typed { return typed.digits.count >= minDigits || !shown.isGiven }
    return [DecimalDigits.Shortening.rounded, .cutOff].contains { way in
      let digits = typed.shortened(toDecimals: shared, way)
      return digits.pointPosition + shared >= minDigits
        && (digits == shown.digits.shortened(toDecimals: shared, .rounded)
          || digits == shown.digits.shortened(toDecimals: shared, .cutOff))
    }
  }

  private static func key(of digits: DecimalDigits) -> Key {
    let first = (0..<minDigits).reduce(0) { number, place in
      10 * number + (place < digits.digits.count ? Int(digits.digits[place]) : 0)
    }
    return Key(digits: first, pointPosition: digits.pointPosition)
  }

  // MARK: What is shown

  private mutating func add(_ number: Number, of subject: Formula?, isGiven: Bool = false) {
    guard number.value.isFinite, let text = number.text,
      let digits = DecimalDigits(text: text)?.magnitude, digits.digits.count >= 2
    else { return }
    places[Self.key(of: digits), default: []].append(numbers.count)
    numbers.append(Shown(subject: subject, digits: digits, isGiven: isGiven))
  }

  private mutating func add(_ content: Line.Content) {
    switch content {
    case .equation(let equation): add(equation)
    case .givens(let given):
      for item in given.rows.flatMap(\.items) {
        add(item.number, of: item.subject, isGiven: true)
        if let digits = item.number.text.flatMap({ DecimalDigits(text: $0) }) {
          givens[item.subject.text(.calc), default: []].append(digits.magnitude)
        }
      }
    case .results(let results, remark: _):
      for item in results { add(item.number, of: item.subject) }
    case .matrix(let matrix, remark: _, otherwise: _):
      for number in matrix.rows.joined() { add(number, of: nil) }
    case .network(let network, otherwise: _):
      for node in network.nodes {
        if let number = node.number { add(number, of: node.name) }
      }
    case .table(let table):
      for case .number(let number) in table.rows.joined() { add(number, of: nil) }
    case .check, .path, .plot, .remark, .comment, .blank: break
    }
  }

  private mutating func add(_ equation: Equation) {
    for side in equation.rightSides {
      switch side.content {
      case .result(let number, was: _): add(number, of: equation.subject)
      case .numbers(let formula): add(numbersOf: formula)
      case .factors(let factors): for factor in factors { add(numbersOf: factor) }
      case .names: break
      }
    }
  }

  /// Adds the numbers of a right side, some of which may be given ones.
  private mutating func add(numbersOf formula: Formula) {
    for number in formula.numbers { add(number, of: nil, isGiven: true) }
  }

  private mutating func add(_ question: Question) {
    guard case .number(let answer) = question.kind else { return }
    for (formula, value) in [(answer.formula, answer.value)] + answer.mistakes.map({ ($0.formula, $0.value) })
    {
      add(
        Number(value, text: NumberStyle(decimals: 12, shortening: .rounded).number(value).text), of: formula)
    }
  }
}
