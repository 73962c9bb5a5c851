import Diagnostics

/// What to say of a token that is not the one that belongs here.
extension Parser {
  /// Something is missing behind what was read last: `what` is missing behind `+`.
  func missing(_ what: String, hint: String? = nil) -> Diagnostic {
    if let known = faultOrAbsence() { return known }
    guard let previous else {
      return Diagnostic(
        "\(what) is missing before \(text(of: current).quoted)", at: current.range, hint: hint)
    }
    let place = current.kind == .end ? previous : current
    return Diagnostic("\(what) is missing behind \(text(of: previous).quoted)", at: place.range, hint: hint)
  }

  /// A name is missing behind what was read last.
  func missingName() -> Diagnostic {
    if case .reserved(let word) = current.kind { return reserved(word) }
    guard case .number = current.kind else { return missing("a name") }
    return Diagnostic("a name belongs here, not the number \(text(of: current).quoted)", at: current.range)
  }

  /// A value is missing behind what was read last.
  func missingValue() -> Diagnostic {
    if case .reserved(let word) = current.kind, word != .if, word != .not { return reserved(word) }
    if current.kind == .symbol(.plus), let value = rest.dropFirst().first, value.kind.beginsValue {
      return Diagnostic("a value has no `+` before it", at: current.range, hint: "leave the `+` out")
    }
    guard current.kind == .end, previous == nil else { return missing("a value") }
    return Diagnostic("a value is missing", at: current.range)
  }

  /// The current token cannot stand behind what was read, which is complete.
  func leftover(hint: String? = nil) -> Diagnostic {
    if let known = faultOrAbsence() { return known }
    if let openBracket, isClosingMissing { return unclosed(openBracket) }
    if current.kind.beginsValue, let previous { return missingOperator(behind: previous) }
    switch current.kind {
    case .symbol(.closeParenthesis) where openBracket == nil:
      return Diagnostic("this `)` closes no bracket", at: current.range)
    case .symbol(.ellipsis): return .absent("a range of numbers, written with `...`,", at: current.range)
    default:
      let quoted = text(of: current).quoted
      return Diagnostic(
        "\(quoted) has no place here", at: current.range, hint: isAtDecimalComma ? .decimalComma : hint)
    }
  }

  /// What is wrong with the current token wherever it stands: that it is none, that the line ends inside a
  /// bracket, or that it belongs to a part of the format that is still to come.
  func faultOrAbsence() -> Diagnostic? {
    switch current.kind {
    case .fault(let fault): fault.diagnostic(text: text(of: current), at: current.range)
    case .end: openBracket.map { unclosed($0) }
    case .reserved(let word) where word.isAbsent: .absent(text(of: current).quoted, at: current.range)
    case .symbol(.openBracket):
      .absent(
        "a family, written with `[`,", at: current.range,
        hint: "give each number a name of its own, such as `w1`")
    case .symbol(.less), .symbol(.lessOrEqual), .symbol(.greater), .symbol(.greaterOrEqual),
      .symbol(.equalTo), .symbol(.unequal), .symbol(.tilde):
      .absent(text(of: current).quoted, at: current.range)
    default: nil
    }
  }

  /// The reserved word at which the parser stands is used as a name.
  func reserved(_ word: ReservedWord) -> Diagnostic {
    Diagnostic("`\(word.rawValue)` is a reserved word and cannot be a name", at: current.range)
  }

  private func unclosed(_ bracket: Token) -> Diagnostic {
    Diagnostic("this \(text(of: bracket).quoted) is never closed", at: bracket.range)
  }

  /// Whether the rest of the statement closes fewer brackets than are open.
  private var isClosingMissing: Bool {
    let closed = rest.count { $0.kind == .symbol(.closeParenthesis) }
    let opened = rest.count { $0.kind == .symbol(.openParenthesis) }
    return closed - opened < openBrackets.count
  }

  /// Whether it stands at the comma of `0,5`.
  var isAtDecimalComma: Bool {
    current.kind == .symbol(.comma) && next.kind == .number && previous?.kind == .number
      && previous?.range.upperBound == current.range.lowerBound
      && next.range.lowerBound == current.range.upperBound
  }

  private func missingOperator(behind previous: Token) -> Diagnostic {
    let (left, right) = (text(of: previous), text(of: current))
    let isPlain = previous.kind.isPlainValue && current.kind.isPlainValue
    return Diagnostic(
      "an operator is missing between \(left.quoted) and \(right.quoted)", at: current.range,
      hint: isPlain ? "a product is written \("\(left)*\(right)".quoted)" : "a product is written with `*`")
  }
}

extension String {
  /// The hint at a comma between two digits.
  static var decimalComma: String { "a number has no comma in it: its decimal sign is a point" }
}

extension Diagnostic {
  /// Something that the format describes is not there yet.
  static func absent(_ subject: String, at range: SourceRange, hint: String? = nil) -> Diagnostic {
    Diagnostic("\(subject) is not part of this version of Longhand", at: range, hint: hint)
  }
}

extension ReservedWord {
  /// Whether the part of the format that the word belongs to is still to come.
  var isAbsent: Bool {
    switch self {
    case .if, .and, .or, .not, .for, .from, .over: true
    case .then, .else, .in, .of, .to, .with, .end, .pi, .all: false
    }
  }
}

extension Token.Kind {
  /// Whether an operand may begin with it.
  var beginsValue: Bool {
    isPlainValue || self == .symbol(.openParenthesis) || self == .symbol(.derivative)
  }

  /// Whether it is a whole operand.
  var isPlainValue: Bool { self == .number || self == .name || self == .reserved(.pi) }
}
