import Diagnostics

/// Why a piece of text is no token.
enum LexicalFault: Hashable, Sendable {
  /// A character without a meaning in calc.
  case character
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
  /// `math.exp`, `x.sum`, `x.sum()`
  case dottedName
  /// `x_{1}`
  case subscriptInBraces
  /// `x₁`
  case smallSubscript
  /// `\frac`
  case command
  /// `"text"`, or a mark alone
  case quotation
  /// A sign that another language has: `**`, `;`, `+=`.
  case sign

  /// What to tell about `text`, which has this fault and stands in `range`, whatever stands around it.
  func diagnostic(text: String, at range: SourceRange) -> Diagnostic {
    let quoted = text.quoted
    return switch self {
    case .character: LexicalFault.unknown(text, at: range)
    case .missingFractionDigits:
      Diagnostic(
        "a digit is missing behind the point of \(quoted)", at: range,
        hint:
          "write \(String(text.prefix { $0 != "." }).quoted) or \("\(text.prefix { $0 != "." }).0".quoted)")
    case .secondPoint:
      Diagnostic("\(quoted) is no number: it has more than one point", at: range)
    case .groupedDigits:
      Diagnostic(
        "a number has no `_` in it", at: range, advice: .write(text.filter { $0 != "_" }, at: range))
    case .otherBase: Diagnostic("\(quoted) is no number: numbers are decimal", at: range)
    case .numberThenName: LexicalFault.glued(text, at: range)
    case .longName:
      Diagnostic(
        "the name `\(text.prefix(20))…` is longer than \(Lexer.longestName) bytes, the most that a name has",
        at: range)
    case .leadingUnderscore:
      Diagnostic(
        "a name begins with a letter, not with `_`", at: range,
        advice: text.first { $0 != "_" }?.isLetter == true
          ? .write(String(text.drop { $0 == "_" }), at: range) : nil)
    case .dottedName:
      Diagnostic("\(quoted) is no name: a name has no point in it", at: range, hint: DottedName(text).hint)
    case .subscriptInBraces: LexicalFault.braced(text, at: range)
    case .smallSubscript: LexicalFault.lowered(text, at: range)
    case .command:
      Diagnostic("\(quoted) means nothing in calc", at: range, hint: Command.hint(for: text))
    case .quotation:
      Diagnostic("\(quoted) means nothing in calc", at: range, hint: "a value is a number, never a text")
    case .sign:
      Diagnostic(
        "\(quoted) means nothing in calc", at: range, hint: ForeignSign.hint(for: text),
        fix: ForeignSign.sign(inPlaceOf: text).map { Diagnostic.Fix(replacing: range, with: $0) })
    }
  }

  private static func unknown(_ text: String, at range: SourceRange) -> Diagnostic {
    guard let character = text.unicodeScalars.first else { return Diagnostic("there is no text", at: range) }
    let subject = character.isVisible ? "`\(character)` (\(character.codePoint))" : character.codePoint
    if character.isCombiningMark {
      return Diagnostic("the mark \(subject) stands behind no letter", at: range)
    }
    let power = character.ofSuperscript.map { $0 == "-" ? "^(-1)" : "^\($0)" }
    return Diagnostic(
      "the character \(subject) means nothing in calc", at: range,
      advice: (power ?? character.calcSpelling).map { Diagnostic.Advice.write($0, at: range) }
        ?? (character.isVisible
          ? nil
          : .init(
            "it cannot be seen, and often comes along with pasted text: take it out",
            fix: .init(replacing: range, with: ""))))
  }

  private static func glued(_ text: String, at range: SourceRange) -> Diagnostic {
    let bytes = Array(text.utf8)
    let end = NumberShape(of: bytes, from: 0, to: bytes.count).end
    let number = String(decoding: bytes[..<end], as: UTF8.self)
    let name = String(decoding: bytes[end...], as: UTF8.self)
    if Unit.isOne(name) {
      return Diagnostic(
        "\(text.quoted) is no number", at: range, advice: Unit.advice(number: number, name, at: range))
    }
    return Diagnostic(
      "\(text.quoted) is neither a number nor a name", at: range,
      hint: "a product is written \("\(number)*\(name)".quoted), and a name begins with a letter",
      fix: .init(replacing: range, with: "\(number)*\(name)"))
  }

  /// `x_{1}` of LaTeX: a name of its own, or an element.
  private static func braced(_ text: String, at range: SourceRange) -> Diagnostic {
    let stem = text.prefix { $0 != "{" }.dropLast()
    let index = text.drop { $0 != "{" }.dropFirst().dropLast()
    return Diagnostic(
      "\(text.quoted) is no name", at: range, hint: indexHint(String(stem), String(index)))
  }

  /// `x₁` of print.
  private static func lowered(_ text: String, at range: SourceRange) -> Diagnostic {
    let stem = text.unicodeScalars.prefix { !$0.isSubscript }
    let index = text.unicodeScalars.compactMap(\.ofSubscript)
    return Diagnostic("\(text.quoted) is no name", at: range, hint: indexHint(String(stem), String(index)))
  }

  private static func indexHint(_ stem: String, _ index: String) -> String {
    let isPlain = !index.isEmpty && index.unicodeScalars.allSatisfy(\.isNamePart)
    let element = "\(stem)[\(index)]".quoted
    guard isPlain else { return "write \(element)" }
    return index.unicodeScalars.count == 1
      ? "write \((stem + index).quoted), or \(element) for an element of a family"
      : "write \((stem + index).quoted); an element of a family has its indices in brackets, with commas between them"
  }
}
