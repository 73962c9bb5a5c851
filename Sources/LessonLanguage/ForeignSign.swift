import Diagnostics

/// Signs of other languages, with what calc writes in their place.
///
/// None of them is a part of any text that calc can read, so that each is told as a whole, wherever it stands.
enum ForeignSign {
  /// The signs, longer ones before those that they begin with, and what to say of each where nothing better is known.
  private static let hints: [(sign: String, hint: String)] = [
    ("..<", .range), ("..=", .range), ("..", .range),
    ("===", "two values are compared with `==`"), ("!==", "two values that differ are compared with `!=`"),
    ("**=", .change), ("+=", .change), ("-=", .change), ("−=", .change), ("*=", .change), ("/=", .change),
    ("^=", .change), ("++", .change),
    ("**", .power), ("^^", .power), (".^", .power),
    (":=", "a formula is written with `=`, and a number is changed with `<-`"),
    ("<<-", .arrow), ("->", .arrow), ("→", .arrow), ("⇒", .arrow), ("|>", "a function is called as `f(x)`"),
    ("=>", "at least is written `>=`"), ("=<", "at most is written `<=`"), ("<>", "unequal is written `!=`"),
    ("~=", "unequal is written `!=`"),
    ("&&", .and), ("&", .and), ("||", .bars), ("|", .bars),
    ("//", "a comment begins with `#`; a quotient without remainder is `floor(a/b)`"),
    ("/*", "a comment begins with `#`"),
    ("%*%", .matrix), ("%%", .remainder), ("%", .remainder),
    (".*", "a product is written `*`, of families element by element: `y = a*b`"),
    ("./", "a quotient is written `/`, of families element by element: `y = a/b`"),
    ("⊙", .elements), ("∘", .elements), ("⊗", .outer),
    (";", "write each statement on a line of its own"),
    ("!", "a condition is turned around with `not`"),
    ("?", .twoCases),
    ("{", .braces), ("}", .braces),
    (
      "≈",
      "a formula is written with `=`; in a check a tolerance stands behind the number: `y = 0.667 ± 0.001`"
    ),
    ("≡", "a formula is written with `=`"), ("∝", "a formula is written with `=`"),
    ("∞", "no value is infinite"), ("′", "a derivative is written `∂E/∂w`"),
    (
      "∫",
      "an integral is written as a sum: `sum(s^2*0.01 for s in 0.005...0.995 step 0.01)`, here of `s` from 0 to 1"
    ),
    ("$", .mark), ("€", .mark), ("£", .mark), ("‰", "write a quotient: `5/1000`"),
    ("“", .text), ("”", .text), ("„", .text), ("‘", .text), ("’", .text),
    ("⋯", .range), ("∀", "a formula for each is written `y = x^2`, or `y[i] = x[i]^2 for i in 1...3`"),
  ]

  private static let spellings: [[[UInt8]]] = {
    var spellings = [[[UInt8]]](repeating: [], count: 256)
    for sign in hints.map({ Array($0.sign.utf8) }).sorted(by: { $0.count > $1.count }) {
      spellings[Int(sign[0])].append(sign)
    }
    return spellings
  }()

  /// The signs that begin with `byte`, longer ones first.
  static func spellings(beginningWith byte: UInt8) -> [[UInt8]] { spellings[Int(byte)] }

  /// What to write in the place of `sign`.
  static func hint(for sign: String) -> String? { hints.first { $0.sign == sign }?.hint }

  /// The sign of calc that has the meaning of a foreign one wherever that stands; `nil` where there is no such.
  static func sign(inPlaceOf sign: String) -> String? {
    switch sign {
    case "**", "^^", ".^": "^"
    case "..", "..=": "..."
    case "===": "=="
    case "!==", "<>", "~=": "!="
    case "=>": ">="
    case "=<": "<="
    case "&&": " and "
    case "||": " or "
    case ":=", "≡": "="
    case "<<-": "<-"
    case "%*%": "@"
    case ".*", "⊙", "∘": "*"
    case "./": "/"
    default: nil
    }
  }

  /// The operator of a sign such as `+=`.
  static func operatorOfChange(_ sign: String) -> String? {
    switch sign {
    case "+=", "++": "+"
    case "-=", "−=": "-"
    case "*=": "*"
    case "/=": "/"
    case "^=", "**=": "^"
    default: nil
    }
  }
}

extension String {
  fileprivate static var range: String { "a range is written `1...3`, with three points" }
  fileprivate static var change: String { "a given number is changed with an arrow, as in `w <- w + 0.1`" }
  fileprivate static var power: String { "a power is written `x^2`" }
  fileprivate static var arrow: String { "an arrow points to the left: `w <- 0.5`" }
  fileprivate static var and: String { "conditions are joined by `and`" }
  fileprivate static var bars: String { "conditions are joined by `or`; an absolute value is `abs(x)`" }
  fileprivate static var remainder: String {
    "a comment begins with `#`; the remainder of a division is `a - b*floor(a/b)`"
  }
  fileprivate static var elements: String {
    "a product element by element is written `y = a*b`"
  }
  /// The product of each element of one family with each of another.
  static var outer: String { "the product of each with each has two indices, and a `for` over both" }
  fileprivate static var mark: String {
    "leave it out: numbers have no units, and formulas no signs around them"
  }
  fileprivate static var text: String { "a value is a number, never a text" }
  fileprivate static var braces: String {
    "a list is written `[1, 2, 3]`, and parts of a formula stand in `( )`"
  }
  /// The product of a matrix and a vector, or of two matrices.
  static var matrix: String {
    "a product of matrices, or of a matrix and a vector, is written `W @ x`"
  }
}

/// Units of measurement, which calc does not have.
enum Unit {
  private static let all: Set<String> = [
    "kg", "mg", "cm", "mm", "km", "nm", "µm", "ms", "ns", "Hz", "kHz", "MHz", "GHz", "MB", "GB", "kB", "min",
    "sec", "px", "eur", "EUR", "USD", "percent", "degrees", "rad", "radians", "°C",
  ]

  /// Those that are as likely the names of values.
  private static let shortOnes: Set<String> = [
    "m", "s", "g", "h", "l", "L", "N", "J", "W", "V", "A", "K", "Pa", "mol",
  ]

  /// Whether a name behind a number may be that of a unit.
  static func maybeOne(_ name: String) -> Bool { shortOnes.contains(name) }

  /// Whether a name behind a number is that of a unit, and not likely one of a value.
  static func isOne(_ name: String) -> Bool { all.contains(name) }

  /// What to write in the place of a number with a unit, both at `range`.
  static func advice(number: String, _ unit: String, at range: SourceRange) -> Diagnostic.Advice {
    guard unit == "percent" else {
      return .init(
        "numbers have no units: write \(number.quoted)", fix: .init(replacing: range, with: number))
    }
    let written = number.asPercentage
    return .init(
      "a percentage is written as a number: \((written ?? "\(number)/100").quoted)",
      fix: written.map { Diagnostic.Fix(replacing: range, with: $0) })
  }
}

/// A word of LaTeX, which begins with a backslash.
enum Command {
  private static let forms: [String: String] = [
    "frac": "a quotient is written `a/b`", "dfrac": "a quotient is written `a/b`",
    "cdot": "a product is written `a*b`", "times": "a product is written `a*b`",
    "div": "a quotient is written `a/b`", "sqrt": "a root is written `sqrt(x)`",
    "sum": "a sum is written `sum(x[i] for i in 1...3)`",
    "prod": "a product is written `product(x[i] for i in 1...3)`",
    "partial": "a derivative is written `∂E/∂w`", "sigma": "the sigmoid is written `sigmoid(x)` or `σ(x)`",
    "left": "parentheses are written `(` and `)`", "right": "parentheses are written `(` and `)`",
    "le": "at most is written `<=`", "leq": "at most is written `<=`", "ge": "at least is written `>=`",
    "geq": "at least is written `>=`", "ne": "unequal is written `!=`", "neq": "unequal is written `!=`",
    "leftarrow": "a number is changed with `w <- 0.5`", "gets": "a number is changed with `w <- 0.5`",
    "log": "the natural logarithm is written `ln(x)`", "pm": "a tolerance is written `±`",
    "land": "conditions are joined by `and`", "lor": "conditions are joined by `or`",
    "cdots": "a range is written `1...3`", "ldots": "a range is written `1...3`",
    "dots": "a range is written `1...3`", "begin": "a matrix is written `[[1, 2], [3, 4]]`",
    "nabla": "a derivative is written `∂E/∂w`",
  ]

  /// What to write in the place of `text`, which begins with a backslash.
  static func hint(for text: String) -> String {
    let word = String(text.dropFirst())
    if let form = forms[word] { return form }
    return word.isEmpty
      ? "a line goes on in the next after an operator, a comma, and inside an open bracket"
      : "names and functions have no backslash: write \(word.quoted)"
  }
}
