import Diagnostics

/// The smallest piece of calc text that has a meaning of its own.
struct Token: Hashable, Sendable {
  /// What the piece is.
  let kind: Kind
  /// Where it stands.
  let range: SourceRange

  /// The kinds of tokens.
  enum Kind: Hashable, Sendable {
    case number
    case name
    case reserved(ReservedWord)
    case symbol(Symbol)
    /// From `#` to the end of the line.
    case comment
    /// From `--` to the end of the line or to a comment; only in checks.
    case note
    /// LF, CRLF or CR.
    case lineEnd
    /// Behind the last token of a statement; it takes no room.
    case end
    /// Text that has no meaning; whether it is told depends on the parser's coming to it.
    case fault(LexicalFault)
  }
}

/// A sign with a meaning of its own; the raw value is how calc writes it first of all.
enum Symbol: String, Hashable, Sendable, CaseIterable {
  case ellipsis = "..."
  case equalTo = "=="
  case unequal = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case arrow = "<-"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case matrix = "@"
  case power = "^"
  case equals = "="
  case less = "<"
  case greater = ">"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case comma = ","
  case colon = ":"
  case tilde = "~"
  case derivative = "∂"
  case plusOrMinus = "±"

  /// How the symbol compares two numbers, if it does.
  var comparison: Comparison? { Comparison(rawValue: rawValue) }

  /// A way to write a symbol.
  struct Spelling: Sendable {
    let bytes: [UInt8]
    let symbol: Symbol
  }

  /// The spellings that begin with `byte`, longer ones before those that they begin with.
  static func spellings(beginningWith byte: UInt8) -> [Spelling] { spellings[Int(byte)] }

  /// The signs that transcripts print, from where learners copy, and those of keyboards and books that can mean
  /// nothing else.
  private static let otherSpellings: [(String, Symbol)] = [
    ("−", .minus), ("·", .times), ("←", .arrow), ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .unequal),
    ("×", .times), ("⋅", .times), ("∙", .times), ("∗", .times), ("÷", .divide), ("∕", .divide), ("⟵", .arrow),
  ]

  /// Every spelling under its first byte.
  private static let spellings: [[Spelling]] = {
    let written = allCases.map { ($0.rawValue, $0) } + otherSpellings
    var spellings = [[Spelling]](repeating: [], count: 256)
    for (text, symbol) in written {
      let spelling = Spelling(bytes: Array(text.utf8), symbol: symbol)
      spellings[Int(spelling.bytes[0])].append(spelling)
    }
    return spellings
  }()
}

extension Token.Kind {
  /// Whether a statement goes on in the next line when this is the last token of a line.
  var continuesLine: Bool {
    switch self {
    case .symbol(let symbol):
      switch symbol {
      case .plus, .minus, .times, .divide, .matrix, .power, .equals, .arrow, .comma, .plusOrMinus,
        .equalTo, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde:
        true
      case .ellipsis, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .colon,
        .derivative:
        false
      }
    case .reserved(let word): [.then, .else, .and, .or, .not].contains(word)
    case .number, .name, .comment, .note, .lineEnd, .end, .fault: false
    }
  }
}

extension Token.Kind {
  /// 1 for an opening bracket, -1 for a closing one, 0 for anything else.
  var bracketCount: Int {
    switch self {
    case .symbol(.openParenthesis), .symbol(.openBracket): 1
    case .symbol(.closeParenthesis), .symbol(.closeBracket): -1
    default: 0
    }
  }
}

extension Token.Kind {
  /// The bracket that closes this one.
  var closingBracket: Symbol? {
    switch self {
    case .symbol(.openParenthesis): .closeParenthesis
    case .symbol(.openBracket): .closeBracket
    default: nil
    }
  }
}

extension ArraySlice<Token> {
  /// What stands behind the name, or the element of a family such as `W[1, 2]`, with which the tokens begin;
  /// `nil` where they begin otherwise, or where the line ends inside of the brackets.
  var kindBehindReference: Token.Kind? {
    guard first?.kind == .name else { return nil }
    let behindName = dropFirst()
    guard behindName.first?.kind == .symbol(.openBracket) else { return behindName.first?.kind }
    var openBracketCount = 0
    let end = behindName.firstIndex { token in
      openBracketCount += token.kind.bracketCount
      return openBracketCount == 0 || token.kind == .lineEnd
    }
    guard let end, self[end].kind != .lineEnd else { return nil }
    return suffix(from: end + 1).first?.kind
  }
}
