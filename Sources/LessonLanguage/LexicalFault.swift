import Diagnostics

/// Why a piece of text is no token.
enum LexicalFault: Hashable, Sendable {
  /// A character without a meaning in calc.
  case character
  /// `.5`
  case missingWholeDigits
  /// `5.`
  case missingFractionDigits
  /// `1.2.3`
  case secondPoint
  /// `1_000`
  case groupedDigits
  /// `0x1F`, `0b01`
  case otherBase
  /// `2x`
  case numberThenName
  /// A name that nobody would read.
  case longName
  /// `_x`
  case leadingUnderscore
  /// `1..8`
  case twoPoints
  /// `x**2`
  case twoStars
  /// `a; b`
  case semicolon
  /// `x!`
  case exclamationMark

  /// What to tell about `text`, which has this fault and stands in `range`.
  func diagnostic(text: String, at range: SourceRange) -> Diagnostic {
    let quoted = text.quoted
    return switch self {
    case .character: LexicalFault.unknown(text, at: range)
    case .missingWholeDigits:
      Diagnostic(
        "a digit is missing before the point of \(quoted)", at: range, hint: "write \("0\(text)".quoted)")
    case .missingFractionDigits:
      Diagnostic(
        "a digit is missing behind the point of \(quoted)", at: range,
        hint:
          "write \(String(text.prefix { $0 != "." }).quoted) or \("\(text.prefix { $0 != "." }).0".quoted)")
    case .secondPoint: Diagnostic("\(quoted) is no number: it has more than one point", at: range)
    case .groupedDigits:
      Diagnostic(
        "a number has no `_` in it", at: range, hint: "write \(text.filter { $0 != "_" }.quoted)")
    case .otherBase: Diagnostic("\(quoted) is no number: numbers are decimal", at: range)
    case .numberThenName: LexicalFault.glued(text, at: range)
    case .longName:
      Diagnostic(
        "the name `\(text.prefix(20))…` is longer than \(Lexer.longestName) bytes, the most that a name has",
        at: range)
    case .leadingUnderscore: Diagnostic("a name begins with a letter, not with `_`", at: range)
    case .twoPoints: Diagnostic("`..` means nothing in calc", at: range, hint: "a range is written `...`")
    case .twoStars: Diagnostic("`**` means nothing in calc", at: range, hint: "a power is written `x^2`")
    case .semicolon:
      Diagnostic("`;` means nothing in calc", at: range, hint: "write each statement on a line of its own")
    case .exclamationMark: Diagnostic("`!` means nothing in calc", at: range)
    }
  }

  private static func unknown(_ text: String, at range: SourceRange) -> Diagnostic {
    guard let character = text.unicodeScalars.first else { return Diagnostic("there is no text", at: range) }
    let subject = character.isVisible ? "`\(character)` (\(character.codePoint))" : character.codePoint
    if character.isCombiningMark {
      return Diagnostic("the mark \(subject) stands behind no letter", at: range)
    }
    return Diagnostic(
      "the character \(subject) means nothing in calc", at: range,
      hint: character.calcSpelling.map { "write `\($0)`" })
  }

  private static func glued(_ text: String, at range: SourceRange) -> Diagnostic {
    let bytes = Array(text.utf8)
    let end = NumberShape(of: bytes, from: 0, to: bytes.count).end
    let number = String(decoding: bytes[..<end], as: UTF8.self)
    let name = String(decoding: bytes[end...], as: UTF8.self)
    return Diagnostic(
      "\(text.quoted) is neither a number nor a name", at: range,
      hint: "a product is written \("\(number)*\(name)".quoted), and a name begins with a letter")
  }
}
