import Diagnostics

/// `w1...w8 in -0.9...0.9 step 0.1`, `eta in [0.1, 0.5, 1]` and `such that w5 != w7`
extension Parser {
  /// A line of a vary cell.
  enum VaryLine {
    case drawn(VaryCell.Drawn)
    case condition(Condition)
  }

  /// Reads a whole line of a vary cell.
  mutating func varyLine() throws(Diagnostic) -> VaryLine {
    if isAtSuch {
      advance()
      guard isAtWord("that") else { throw missing("`that`", hint: .conditionExample) }
      advance()
      if current.kind == .end { throw missing("a condition", hint: .conditionExample) }
      let condition = try condition()
      try finish()
      return .condition(condition)
    }
    if statementWord != nil, next.kind.isPlainValue || next.kind == .end {
      throw Diagnostic(
        "a vary cell holds no statement such as \(text(of: current).quoted)", at: current.range,
        hint: "statements stand in calc cells")
    }
    let names = try variedNames()
    guard accept(.reserved(.in)) else {
      if current.kind == .symbol(.equals) || current.kind == .symbol(.tilde) {
        throw Diagnostic(
          "what may be drawn stands behind `in`, not behind \(text(of: current).quoted)", at: current.range,
          hint: .drawnExample)
      }
      let isComparison = if case .symbol(let sign) = current.kind { sign.comparison != nil } else { false }
      throw missing("`in`", hint: isComparison ? .conditionExample : .drawnExample)
    }
    let first = current.range
    let source = try variedSource()
    let range = range(from: first)
    try finish()
    return .drawn(VaryCell.Drawn(names: names, source: source, sourceRange: range))
  }

  /// Whether a condition begins here, and no name that is called `such`.
  private var isAtSuch: Bool {
    isAtWord("such") && ![.reserved(.in), .symbol(.comma), .symbol(.ellipsis)].contains(next.kind)
  }

  private mutating func variedNames() throws(Diagnostic) -> [NameListItem] {
    var items: [NameListItem] = []
    repeat {
      if current.kind == .reserved(.all) {
        throw Diagnostic(
          "a vary cell names what it draws, and has no `all`", at: current.range,
          hint: "write the names: `w1...w8`, `W` for a whole family, `W[1,2]` for an element")
      }
      items.append(try nameListItem())
    } while accept(.comma)
    return items
  }

  private mutating func variedSource() throws(Diagnostic) -> VaryCell.Source {
    if current.kind == .symbol(.openBracket) {
      try open()
      var numbers: [PrintedNumber] = []
      repeat { numbers.append(try typedNumber()) } while accept(.comma)
      try close()
      return .list(numbers)
    }
    let first = try typedNumber()
    guard accept(.ellipsis) else {
      throw isAtDecimalComma ? leftover() : missing("`...`", hint: .drawnExample)
    }
    let last = try typedNumber()
    guard isAtWord("step") else {
      throw missing("`step`", hint: "it says how far apart the numbers are: \("step 0.1".quoted)")
    }
    advance()
    return .steps(first, last, step: try typedNumber())
  }

  /// Reads a number with its sign.
  private mutating func typedNumber() throws(Diagnostic) -> PrintedNumber {
    let start = current
    let isNegative = accept(.minus)
    guard current.kind == .number else {
      if let fault = fault() { throw fault }
      if current.kind == .end { throw missing("a number", hint: .drawnExample) }
      throw Diagnostic(
        "a typed number belongs here, not \(text(of: current).quoted)", at: current.range,
        hint: .drawnExample)
    }
    let digits = try number()
    if case .symbol(let symbol) = current.kind, [.plus, .minus, .times, .divide, .power].contains(symbol) {
      throw Diagnostic(
        "what is drawn from are typed numbers, and nothing is computed here", at: current.range,
        hint: .drawnExample)
    }
    guard isNegative else { return digits }
    return PrintedNumber(
      text: "-" + digits.text, value: -digits.value, at: start.range.union(digits.range))
  }
}

extension String {
  /// The hint where a line that draws is not complete.
  fileprivate static var drawnExample: String {
    "write it like `w1, w2 in 0.1...0.9 step 0.1` or `eta in [0.1, 0.5, 1]`"
  }

  /// The hint where a condition is not complete.
  fileprivate static var conditionExample: String { "write it like `such that w1 != w2`" }
}
