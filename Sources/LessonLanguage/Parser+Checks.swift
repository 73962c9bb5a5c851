import Diagnostics

/// `EXPRESSION = NUMBER ± TOLERANCE -- note`
extension Parser {
  /// Reads a whole check.
  mutating func check() throws(Diagnostic) -> CheckStatement {
    isCheck = true
    if let word = statementWord, next.kind.isPlainValue || next.kind == .end {
      throw Diagnostic(
        "a check cell holds no statement such as `\(word.rawValue)`", at: current.range,
        hint: "statements stand in calc cells")
    }
    if isAtBlock || isAtEnd {
      throw Diagnostic(
        "a check cell holds no statement such as \(text(of: current).quoted)", at: current.range,
        hint: "statements stand in calc cells")
    }
    let expression = try expression()
    let isSlip = current.kind == .symbol(.unequal)
    guard accept(.equals) || accept(.unequal) else { throw missingNumber(of: expression) }
    let printed = try checkNumber()
    let tolerance = try tolerance()
    let range = range(from: expression.range)
    let note = try note()
    return CheckStatement(
      expression: expression, isSlip: isSlip, printed: printed, tolerance: tolerance,
      note: note.map { file[$0] },
      noteRange: note, at: range)
  }

  private func missingNumber(of value: Expression) -> Diagnostic {
    let isComparison = if case .symbol(let sign) = current.kind { sign.comparison != nil } else { false }
    switch current.kind {
    case .symbol(.equalTo): return Diagnostic("a check is written with one `=`", at: current.range)
    case .symbol(.tilde),
      .fault(.sign) where text(of: current) == "~=" || text(of: current) == "≈":
      return Diagnostic(
        "a check is written with `=`", at: current.range,
        hint: "a tolerance stands behind the number: `y = 0.667 ± 0.001`")
    case .note where text(of: current).contains("="):
      return missing("`= NUMBER`", hint: "`--` begins a note; a minus before a minus stands in parentheses")
    case .end where openBracket == nil, .note where openBracket == nil:
      return missing("`= NUMBER`", hint: "a check is written `out = 0.41`")
    case .symbol where isComparison, .reserved(.in), .reserved(.and), .reserved(.or):
      return Diagnostic(
        "a check says which number comes out, and \(text(of: current).quoted) says something else",
        at: current.range,
        hint: "it has `=` and that number, and where need be a tolerance behind it, with `±`")
    case .number where isReference(value):
      return Diagnostic(
        "`=` is missing between \(file[value.range].quoted) and \(text(of: current).quoted)",
        at: current.range,
        hint: "a check is written \("\(file[value.range]) = \(text(of: current))".quoted)")
    default: return leftover()
    }
  }

  private func isReference(_ value: Expression) -> Bool {
    switch value.kind {
    case .name, .element, .derivative: true
    default: false
    }
  }

  /// Reads the printed number, with its sign.
  private mutating func checkNumber() throws(Diagnostic) -> PrintedNumber {
    guard isAtPrintedNumber else { throw noPrintedNumber() }
    let sign = current.kind == .number ? nil : advance()
    let digits = try number()
    guard let sign else { return digits }
    let isNegative = sign.kind == .symbol(.minus)
    return PrintedNumber(
      text: (isNegative ? "-" : "") + digits.text, value: isNegative ? -digits.value : digits.value,
      at: sign.range.union(digits.range))
  }

  /// Whether nothing but a printed number stands between here and the tolerance, the note or the end.
  private var isAtPrintedNumber: Bool {
    let tokens = rest.prefix { $0.kind != .note }
    let isSigned = current.kind == .symbol(.minus) || current.kind == .symbol(.plus)
    let unsigned = isSigned ? tokens.dropFirst() : tokens
    guard unsigned.first?.kind == .number else { return false }
    let behind = unsigned.dropFirst()
    return behind.isEmpty || behind.first?.kind == .symbol(.plusOrMinus) || Parser.isPlusMinus(behind)
  }

  private func noPrintedNumber() -> Diagnostic {
    let written = rest.prefix { $0.kind != .note }
    if current.kind == .number, next.kind == .name {
      return Diagnostic(
        "`--` is missing behind \(text(of: current).quoted)", at: next.range,
        hint: .noteHint)
    }
    if let fault = written.first(where: { if case .fault = $0.kind { true } else { false } }),
      case .fault(let kind) = fault.kind
    {
      let said = kind.diagnostic(text: text(of: fault), at: fault.range)
      let isNote = ["—", "–"].contains(text(of: fault)) && fault.range == written.dropFirst().first?.range
      if isNote { return Diagnostic(said.message, at: fault.range, hint: .noteHint) }
      if text(of: fault) == "?" {
        return Diagnostic(said.message, at: fault.range, hint: "leave it out: a check is an equation")
      }
      guard text(of: fault) == "%", written.count == 2, let number = text(of: current).asPercentage else {
        return said
      }
      return Diagnostic(
        said.message, at: fault.range, hint: "a percentage is written as a number: \(number.quoted)")
    }
    let signs = written.dropFirst().prefix(3).map(\.kind)
    if signs == [.symbol(.plus), .symbol(.divide), .symbol(.minus)] {
      return Diagnostic(
        "`+/-` means nothing in calc", at: next.range, hint: "a tolerance is written `± 0.01` or `+- 0.01`")
    }
    guard let first = written.first, let last = written.last else { return missing("a printed number") }
    let range = first.range.union(last.range)
    if written.map(\.kind).prefix(3) == [.number, .symbol(.minus), .name] {
      return Diagnostic(
        "the number of a check is a printed number, not an expression", at: range, hint: .noteHint)
    }
    guard hasDecimalComma(written) else {
      return Diagnostic(
        "the number of a check is a printed number, not an expression", at: range,
        hint: "write its digits, as in `out = 0.41`")
    }
    let whole = written.suffix(3).first.map { file[$0.range] } ?? ""
    let isThousands = !whole.hasPrefix("0") && whole.count <= 3 && file[last.range].count == 3
    return Diagnostic(
      "a number has no comma in it", at: range,
      hint: isThousands
        ? "a thousand is written `1000`; where the comma is a decimal sign, it is a point"
        : "its decimal sign is a point")
  }

  /// Whether `written` is a number such as `0,5`.
  private func hasDecimalComma(_ written: ArraySlice<Token>) -> Bool {
    written.map(\.kind).suffix(3) == [.number, .symbol(.comma), .number]
  }

  private mutating func tolerance() throws(Diagnostic) -> PrintedNumber? {
    if Parser.isPlusMinus(rest) {
      advance()
      advance()
    } else if !accept(.plusOrMinus) {
      return nil
    }
    guard current.kind == .number else {
      let isSign = current.kind == .symbol(.minus) || current.kind == .symbol(.plus)
      throw isSign
        ? Diagnostic("a tolerance has no sign", at: current.range) : missing("a number")
    }
    return try number()
  }

  private mutating func note() throws(Diagnostic) -> SourceRange? {
    guard current.kind == .note else {
      try finish()
      return nil
    }
    let token = advance()
    let written = text(of: token).dropFirst(2)
    let note = written.trimmingBlanks()
    guard !note.isEmpty else { return nil }
    let blanks = Substring(written.unicodeScalars.prefix(while: \.isBlank))
    let start = token.range.lowerBound + 2 + blanks.utf8.count
    return SourceRange(start, start + note.utf8.count)
  }

  /// Whether `tokens` begin with `+-`, which is `±` when nothing stands between the two.
  private static func isPlusMinus(_ tokens: ArraySlice<Token>) -> Bool {
    guard let plus = tokens.first, let minus = tokens.dropFirst().first else { return false }
    return plus.kind == .symbol(.plus) && minus.kind == .symbol(.minus)
      && plus.range.upperBound == minus.range.lowerBound
  }
}

extension String {
  fileprivate static var noteHint: String { "a note begins with `--`, a comment with `#`" }
}
