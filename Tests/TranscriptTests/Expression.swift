import Foundation

/// A text that is no expression, and where it stops being one.
struct Unreadable: Error, CustomStringConvertible {
  let description: String
}

/// An expression as it stands in a transcript.
indirect enum Expression {
  case number(Numeral)
  /// `½`, which stands for 1/2.
  case half
  /// A number that has no digits on the page: `π`, the e of `e^x`.
  case sign(Double)
  /// A name, an element, or a derivative, which is one name whatever it is made of.
  case name(String)
  /// `…`, which stands for what has been left out.
  case rest
  case negation(Expression)
  case binary(Expression, Operator, Expression)
  case call(String, [Expression])
  case choice(Condition, Expression, Expression)

  /// What stands between two expressions.
  enum Operator: Character {
    case plus = "+"
    case minus = "−"
    case times = "·"
    case over = "/"
    case power = "^"
  }

  /// Reads `text`, all of it.
  init(_ text: String) throws(Unreadable) {
    self = try ExpressionReader.expression(text)
  }

  /// Whether `text` is an expression.
  static func canRead(_ text: String) -> Bool { (try? Expression(text)) != nil }

  /// The value, where all that it is made of has one.
  ///
  /// - Parameters:
  ///   - known: the value of a name.
  ///   - call: that of a call.
  func value(
    _ known: (String) -> Double? = { _ in nil },
    call: (String, [Double?]) -> Double? = { MathFunction.named($0)?.value($1) }
  ) -> Double? {
    switch self {
    case .number(let numeral): numeral.value
    case .half: 0.5
    case .sign(let value): value
    case .name(let name): known(name)
    case .rest: nil
    case .negation(let operand): operand.value(known, call: call).map { -$0 }
    case .binary(let left, let sign, let right):
      left.value(known, call: call).flatMap { left in
        right.value(known, call: call).map { sign.value(left, $0) }
      }
    case .call(let name, let arguments):
      call(name, arguments.map { $0.value(known, call: call) })
    case .choice(let condition, let first, let second):
      condition.verdict { $0.holds(known) }.flatMap { ($0.holds ? first : second).value(known, call: call) }
    }
  }

  /// Whether it is written without names.
  var isOfNumbers: Bool { value() != nil }

  /// The expression with nothing but the branches that are taken, what decided each of them appended to `reasons`;
  /// `nil` where nothing can be said about a condition.
  func taken(_ reasons: inout [Comparison], _ holds: (Comparison) -> Bool?) -> Expression? {
    switch self {
    case .number, .half, .sign, .name, .rest:
      return self
    case .negation(let operand):
      return operand.taken(&reasons, holds).map { .negation($0) }
    case .binary(let left, let sign, let right):
      guard let left = left.taken(&reasons, holds), let right = right.taken(&reasons, holds) else {
        return nil
      }
      return .binary(left, sign, right)
    case .call(let name, let arguments):
      let taken = arguments.compactMap { $0.taken(&reasons, holds) }
      return taken.count == arguments.count ? .call(name, taken) : nil
    case .choice(let condition, let first, let second):
      var inner: [Comparison] = []
      let verdict = condition.verdict { comparison in
        // A side of a comparison may have a condition of its own.
        _ = comparison.left.taken(&inner, holds)
        _ = comparison.right.taken(&inner, holds)
        return holds(comparison)
      }
      guard let verdict else { return nil }
      reasons += inner + verdict.reasons
      return (verdict.holds ? first : second).taken(&reasons, holds)
    }
  }

  /// The names and the numbers in the order in which they are written, signs aside.
  var leaves: [Leaf] {
    switch self {
    case .number(let numeral): [.number(numeral.text)]
    case .half: [.number("1"), .number("2")]
    case .sign: []
    case .name(let name): [.name(name)]
    case .rest: [.rest]
    case .negation(let operand): operand.leaves
    case .binary(let left, _, let right): left.leaves + right.leaves
    case .call(_, let arguments): arguments.flatMap(\.leaves)
    case .choice(let condition, let first, let second): condition.leaves + first.leaves + second.leaves
    }
  }
}

extension Expression {
  /// For each of the leaves, whether a minus stands right before it.
  var minuses: [Bool] {
    switch self {
    case .negation(let operand) where operand.leaves.count == 1 && operand.isLeaf || operand.isNegatedLeaf:
      operand.minuses.map { !$0 }
    case .negation(let operand): operand.minuses
    case .binary(let left, _, let right): left.minuses + right.minuses
    case .call(_, let arguments): arguments.flatMap(\.minuses)
    case .choice(let condition, let first, let second):
      condition.leaves.map { _ in false } + first.minuses + second.minuses
    case .number, .half, .sign, .name, .rest: leaves.map { _ in false }
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .number, .name: true
    default: false
    }
  }

  private var isNegatedLeaf: Bool {
    if case .negation(let operand) = self { operand.isLeaf || operand.isNegatedLeaf } else { false }
  }
}

/// A name or a number in an expression.
enum Leaf: Hashable {
  case name(String)
  case number(String)
  case rest
}

extension Expression.Operator {
  /// What it makes of two numbers.
  func value(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left / right
    case .power: pow(left, right)
    }
  }
}
