import Diagnostics
import LessonLanguage
import TestSupport
import Testing

/// A random value with cases and how it is written, made without the parser.
private indirect enum Value {
  case number(Int)
  case negative(Value)
  case sum(Value, Value)
  case product(Value, Value)
  case conditional(Logic, Value, Value)

  init(depth: Int, using generator: inout SplitMix64) {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<6, using: &generator)
    self =
      switch kind {
      case 0: .number(Int.random(in: 0...3, using: &generator))
      case 1: .negative(Value(depth: depth - 1, using: &generator))
      case 2: .sum(Value(depth: depth - 1, using: &generator), Value(depth: depth - 1, using: &generator))
      case 3: .product(Value(depth: depth - 1, using: &generator), Value(depth: depth - 1, using: &generator))
      default:
        .conditional(
          Logic(depth: depth - 1, using: &generator), Value(depth: depth - 1, using: &generator),
          Value(depth: depth - 1, using: &generator))
      }
  }

  /// With parentheses around everything.
  var full: String {
    switch self {
    case .number(let number): "\(number)"
    case .negative(let operand): "(-\(operand.full))"
    case .sum(let left, let right): "(\(left.full) + \(right.full))"
    case .product(let left, let right): "(\(left.full)*\(right.full))"
    case .conditional(let logic, let first, let second):
      "(if \(logic.full) then \(first.full) else \(second.full))"
    }
  }

  /// With the parentheses that the table of the lesson format asks for.
  func least(atLeast bound: Int = 0) -> String {
    let (tightness, text) =
      switch self {
      case .conditional(let logic, let first, let second):
        (0, "if \(logic.least()) then \(first.least()) else \(second.least())")
      case .sum(let left, let right): (1, left.least(atLeast: 1) + " + " + right.least(atLeast: 2))
      case .product(let left, let right): (2, left.least(atLeast: 2) + "*" + right.least(atLeast: 3))
      case .negative(let operand): (3, "-" + operand.least(atLeast: 3))
      case .number(let number): (4, "\(number)")
      }
    return tightness >= bound ? text : "(\(text))"
  }

  var value: Double {
    switch self {
    case .number(let number): Double(number)
    case .negative(let operand): -operand.value
    case .sum(let left, let right): left.value + right.value
    case .product(let left, let right): left.value * right.value
    case .conditional(let logic, let first, let second): logic.holds ? first.value : second.value
    }
  }
}

/// A random condition and how it is written.
private indirect enum Logic {
  case comparison(Value, String, Value)
  case and(Logic, Logic)
  case or(Logic, Logic)
  case not(Logic)

  init(depth: Int, using generator: inout SplitMix64) {
    let kind = depth <= 0 ? 0 : Int.random(in: 0..<5, using: &generator)
    let signs = ["<", "<=", "≤", ">", ">=", "≥", "==", "!=", "≠"]
    self =
      switch kind {
      case 0, 1:
        .comparison(
          Value(depth: max(0, depth - 1), using: &generator),
          signs[Int.random(in: 0..<signs.count, using: &generator)],
          Value(depth: max(0, depth - 1), using: &generator))
      case 2: .and(Logic(depth: depth - 1, using: &generator), Logic(depth: depth - 1, using: &generator))
      case 3: .or(Logic(depth: depth - 1, using: &generator), Logic(depth: depth - 1, using: &generator))
      default: .not(Logic(depth: depth - 1, using: &generator))
      }
  }

  /// With parentheses around everything.
  var full: String {
    switch self {
    case .comparison(let left, let sign, let right): "(\(left.full) \(sign) \(right.full))"
    case .and(let left, let right): "(\(left.full) and \(right.full))"
    case .or(let left, let right): "(\(left.full) or \(right.full))"
    case .not(let operand): "(not \(operand.full))"
    }
  }

  /// With the parentheses that `or`, `and`, `not`, comparison, loosest first, ask for.
  func least(atLeast bound: Int = 0) -> String {
    let (tightness, text) =
      switch self {
      case .or(let left, let right): (1, left.least(atLeast: 1) + " or " + right.least(atLeast: 2))
      case .and(let left, let right): (2, left.least(atLeast: 2) + " and " + right.least(atLeast: 3))
      case .not(let operand): (3, "not " + operand.least(atLeast: 3))
      case .comparison(let left, let sign, let right):
        (4, left.least(atLeast: 1) + " \(sign) " + right.least(atLeast: 1))
      }
    return tightness >= bound ? text : "(\(text))"
  }

  var holds: Bool {
    switch self {
    case .comparison(let left, let sign, let right): compare(left.value, sign, right.value)
    case .and(let left, let right): left.holds && right.holds
    case .or(let left, let right): left.holds || right.holds
    case .not(let operand): !operand.holds
    }
  }
}

@Suite("Precedence of conditions")
struct ConditionPrecedenceTests {
  @Test("a random value with cases is the same with all and with the least parentheses", arguments: 0..<20)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: 3000 + seed)
    for _ in 0..<50 {
      let value = Value(depth: 5, using: &generator)
      for text in [value.full, value.least()] {
        let file = SourceFile(name: "lesson.md", text: text)
        let (expression, diagnostics) = parseExpression(file, file.whole)
        #expect(diagnostics == [], "\(text)")
        #expect(try #require(expression).value == value.value, "\(text)")
      }
    }
  }
}
