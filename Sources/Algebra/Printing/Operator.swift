/// An operator of the formula language: an entry of the table `Operator.all`.
public struct Operator: Hashable, Sendable {
  /// The sign in calc notation; that of a choice is its words.
  public let sign: String
  /// How firmly it holds its operands together.
  public let precedence: Precedence
  /// How several of it in a row are read.
  public let associativity: Associativity
  /// How it is written: `a + b`.
  public let usage: String
  /// What it is, in a line.
  public let summary: String
  private let unicode: String

  /// How firmly an operator holds its operands together, loosest first.
  public enum Precedence: Comparable, Sendable, CaseIterable {
    /// `if C then A else B`
    case conditional
    /// `or`
    case or
    /// `and`
    case and
    /// `not`
    case not
    /// `<` and its kin.
    case comparison
    /// `+` and `-`
    case sum
    /// `*` and `/`
    case product
    /// `-` before an operand.
    case minus
    /// `^`
    case power
    /// `∂E/∂w`, one unit but for what is written behind it: `(∂E/∂w)^2`.
    case derivative
    /// A number, a name, an element, a call, or anything in parentheses.
    case unit
  }

  /// How several operators of one precedence in a row are read.
  public enum Associativity: Hashable, Sendable {
    /// `a - b - c` is `(a - b) - c`.
    case left
    /// `a^b^c` is `a^(b^c)`.
    case right
    /// It stands before its operand.
    case prefix
    /// There are none in a row: `a < b < c` is an error.
    case none
  }

  private init(
    _ sign: String, unicode: String? = nil, _ precedence: Precedence, _ associativity: Associativity,
    usage: String? = nil, summary: String
  ) {
    self.sign = sign
    self.unicode = unicode ?? sign
    self.precedence = precedence
    self.associativity = associativity
    self.usage = usage ?? "a \(sign) b"
    self.summary = summary
  }
}

extension Operator {
  /// Every operator, loosest first.
  public static let all: [Operator] =
    [choice, or, and, not] + Condition.Comparison.allCases.map(comparing) + [plus, minus, times, over]
    + [negative, power]

  static let choice = Operator(
    "if then else", .conditional, .prefix, usage: "if C then a else b",
    summary: "a where the condition C holds, else b; only that one is worked out")
  static let or = Operator(
    "or", .or, .left, usage: "C or D", summary: "one of the conditions holds, or both do")
  static let and = Operator("and", .and, .left, usage: "C and D", summary: "both conditions hold")
  static let not = Operator("not", .not, .prefix, usage: "not C", summary: "the condition does not hold")
  static let plus = Operator("+", .sum, .left, summary: "sum")
  static let minus = Operator("-", unicode: "−", .sum, .left, summary: "difference")
  static let times = Operator("*", unicode: "·", .product, .left, usage: "a*b", summary: "product")
  static let over = Operator("/", .product, .left, usage: "a/b", summary: "quotient")
  static let negative = Operator(
    "-", unicode: "−", .minus, .prefix, usage: "-a", summary: "a with its sign changed; -a^2 is -(a^2)")
  static let power = Operator(
    "^", .power, .right, usage: "a^b", summary: "a to the power b; 1 wherever b is 0")

  /// The operator of a comparison.
  static func comparing(_ comparison: Condition.Comparison) -> Operator {
    let (unicode, summary): (String?, String) =
      switch comparison {
      case .less: (nil, "a is less than b")
      case .lessOrEqual: ("≤", "a is less than b or equal to it")
      case .greater: (nil, "a is greater than b")
      case .greaterOrEqual: ("≥", "a is greater than b or equal to it")
      case .equal: (nil, "a is equal to b")
      case .unequal: ("≠", "a is not equal to b")
      }
    return Operator(comparison.rawValue, unicode: unicode, .comparison, .none, summary: summary)
  }

  /// The sign in a notation.
  func sign(in notation: Notation) -> String { notation.kind == .unicode ? unicode : sign }
}
