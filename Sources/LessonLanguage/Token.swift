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

  /// A way to write a symbol.
  struct Spelling: Sendable {
    let bytes: [UInt8]
    let symbol: Symbol
  }

  /// The spellings that begin with `byte`, longer ones before those that they begin with.
  static func spellings(beginningWith byte: UInt8) -> [Spelling] { spellings[Int(byte)] }

  /// Every spelling under its first byte.
  ///
  /// Beside the raw values these are the signs that transcripts print, because learners copy from there.
  private static let spellings: [[Spelling]] = {
    let written = allCases.map { ($0.rawValue, $0) } + [("−", .minus), ("·", .times), ("←", .arrow)]
    let spellings = written.map { Spelling(bytes: Array($0.0.utf8), symbol: $0.1) }
    return (UInt8.min...UInt8.max).map { byte in spellings.filter { $0.bytes.first == byte } }
  }()
}

extension Token.Kind {
  /// Whether a statement goes on in the next line when this is the last token of a line.
  var continuesLine: Bool {
    switch self {
    case .symbol(let symbol):
      switch symbol {
      case .plus, .minus, .times, .divide, .power, .equals, .arrow, .comma, .plusOrMinus,
        .equalTo, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
        true
      case .ellipsis, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .colon, .tilde,
        .derivative:
        false
      }
    case .reserved(let word): [.then, .else, .and, .or, .not].contains(word)
    case .number, .name, .comment, .note, .lineEnd, .end, .fault: false
    }
  }
}
