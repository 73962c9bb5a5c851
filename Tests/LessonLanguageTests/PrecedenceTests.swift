import Diagnostics
import LessonLanguage
import TestSupport
import Testing

/// A random arithmetic tree and how it is written, made without the parser.
private indirect enum Arithmetic {
  case number(Int)
  case negative(Arithmetic)
  case binary(Character, Arithmetic, Arithmetic)

  init(depth: Int, using generator: inout SplitMix64) {
    if depth == 0 || Int.random(in: 0..<6, using: &generator) == 0 {
      self = .number(Int.random(in: 1...3, using: &generator))
    } else if Int.random(in: 0..<4, using: &generator) == 0 {
      self = .negative(Arithmetic(depth: depth - 1, using: &generator))
    } else {
      let sign: [Character] = ["+", "-", "*", "/", "^"]
      self = .binary(
        sign[Int.random(in: 0..<5, using: &generator)], Arithmetic(depth: depth - 1, using: &generator),
        Arithmetic(depth: depth - 1, using: &generator))
    }
  }

  /// The table of the lesson format, loosest first.
  private var tightness: Int {
    switch self {
    case .binary("+", _, _), .binary("-", _, _): 1
    case .binary("*", _, _), .binary("/", _, _): 2
    case .negative: 3
    case .binary: 4
    case .number: 5
    }
  }

  /// With parentheses around everything.
  var full: String {
    switch self {
    case .number(let number): "\(number)"
    case .negative(let operand): "(-\(operand.full))"
    case .binary(let sign, let left, let right): "(\(left.full)\(sign)\(right.full))"
    }
  }

  /// With the parentheses that the table asks for.
  var least: String {
    switch self {
    case .number(let number): return "\(number)"
    case .negative(let operand): return "-" + operand.least(atLeast: 3)
    case .binary("^", let base, let exponent):
      return base.least(atLeast: 5) + "^" + exponent.least(atLeast: 3)
    case .binary(let sign, let left, let right):
      return "\(left.least(atLeast: tightness)) \(sign) \(right.least(atLeast: tightness + 1))"
    }
  }

  private func least(atLeast bound: Int) -> String { tightness >= bound ? least : "(\(least))" }

  var value: Double {
    switch self {
    case .number(let number): return Double(number)
    case .negative(let operand): return -operand.value
    case .binary(let sign, let left, let right): return apply(sign, left.value, right.value)
    }
  }
}

@Suite("Precedence")
struct PrecedenceTests {
  private func value(_ text: String) throws -> Double {
    let file = SourceFile(name: "lesson.md", text: text)
    let (expression, diagnostics) = parseExpression(file, file.whole)
    #expect(diagnostics == [], "\(text)")
    return try #require(expression).value
  }

  private func isSame(_ x: Double, _ y: Double) -> Bool { x == y || (x.isNaN && y.isNaN) }

  @Test("a random expression has the same value with all and with the least parentheses", arguments: 0..<20)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let arithmetic = Arithmetic(depth: 6, using: &generator)
      #expect(isSame(try value(arithmetic.full), arithmetic.value), "\(arithmetic.full)")
      #expect(isSame(try value(arithmetic.least), arithmetic.value), "\(arithmetic.least)")
    }
  }

  @Test(
    "the table's own examples",
    arguments: [
      ("-2^2", -4.0), ("(-2)^2", 4), ("2^3^2", 512), ("2^-1", 0.5), ("2^-2^2", 0.0625), ("-2^-2", -0.25),
      ("1 - 2 - 3", -4), ("8/4/2", 1), ("8/4*2", 4), ("2*-3", -6), ("2 - -3", 5), ("--2", 2),
      ("2 + 3*4^2/8 - 1", 7),
    ])
  func example(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }
}
