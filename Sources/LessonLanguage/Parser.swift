import Diagnostics

/// Reads the tokens of one statement from the left to the right.
///
/// This file is the reader itself: where it stands, what it expects, how deep it is. The grammar is in the
/// extensions, one file a part of it. Every function that reads throws the first thing that is wrong; whoever
/// called for the statement goes on with the next one.
struct Parser {
  /// How deep blocks and expressions may nest.
  static let nestingBound = 200

  /// The file that the ranges belong to.
  let file: SourceFile
  private let tokens: [Token]
  private let end: Token
  private var position = 0
  private(set) var openBrackets: [Token] = []
  private var depth: Int
  /// What is known of the names around the statement, for hints.
  var known: NamesAround?
  /// Whether it reads a check, in which `=` stands before a number.
  var isCheck = false

  /// A parser of one statement's tokens, which stands `depth` blocks deep; `place` is where messages point
  /// when there are none.
  init(_ file: SourceFile, _ tokens: [Token], at place: SourceRange, depth: Int = 0) {
    self.file = file
    self.tokens = tokens
    self.depth = depth
    let offset = tokens.last?.range.upperBound ?? place.lowerBound
    self.end = Token(kind: .end, range: SourceRange(offset, offset))
  }

  // MARK: Where it stands

  /// The token that is to be read.
  var current: Token { position < tokens.count ? tokens[position] : end }

  /// The token behind the current one.
  var next: Token { position + 1 < tokens.count ? tokens[position + 1] : end }

  /// The token that was read last.
  var previous: Token? { position > 0 ? tokens[position - 1] : nil }

  /// The tokens that are still to be read.
  var rest: ArraySlice<Token> { tokens[min(position, tokens.count)...] }

  /// The tokens that were read.
  var readTokens: ArraySlice<Token> { tokens[..<min(position, tokens.count)] }

  /// The range from `start` to the token that was read last.
  func range(from start: SourceRange) -> SourceRange {
    previous.map { start.union($0.range) } ?? start
  }

  /// What the author wrote for `token`.
  func text(of token: Token) -> String { file[token.range] }

  /// Whether the current token is the name `word`, which need not be a reserved one.
  func isAtWord(_ word: String) -> Bool { current.kind == .name && text(of: current) == word }

  // MARK: Reading

  /// Reads the current token, whatever it is.
  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < tokens.count { position += 1 }
    return token
  }

  /// Reads the current token if it is `symbol`.
  mutating func accept(_ symbol: Symbol) -> Bool { accept(.symbol(symbol)) }

  /// Reads the current token if it is of `kind`.
  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// Reads a name.
  mutating func name() throws(Diagnostic) -> Identifier {
    guard current.kind == .name else { throw missingName() }
    let token = advance()
    return Identifier(text(of: token), at: token.range)
  }

  /// Reads a number without a sign.
  mutating func number() throws(Diagnostic) -> PrintedNumber {
    let token = advance()
    let written = text(of: token)
    // Transcripts print a minus in exponents that no other program reads.
    let isASCII = written.utf8.allSatisfy { $0 < 0x80 }
    var digits =
      isASCII
      ? written : String(String.UnicodeScalarView(written.unicodeScalars.map { $0 == "−" ? "-" : $0 }))
    if digits.utf8.first == UInt8(ascii: ".") { digits = "0" + digits }
    guard let value = Double(digits), value.isFinite else {
      throw Diagnostic(
        "the number \(written.quoted) is too large", at: token.range, hint: "the largest is about 1.8e308")
    }
    let mantissa = digits.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    guard value != 0 || mantissa.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }) else {
      throw Diagnostic(
        "the number \(written.quoted) is too small to be told from 0", at: token.range,
        hint: "the smallest is about 4.9e-324")
    }
    return PrintedNumber(text: digits, value: value, at: token.range)
  }

  /// Makes sure that nothing is left to read.
  func finish() throws(Diagnostic) {
    if current.kind != .end { throw leftover() }
  }

  // MARK: Nesting

  /// Goes one level deeper, which `token` asks for.
  ///
  /// Reading does not recurse, but whoever works with the tree does: it is refused before there is one.
  mutating func enter(_ token: Token) throws(Diagnostic) {
    guard depth < Parser.nestingBound else {
      throw Diagnostic(
        "this nests deeper than \(Parser.nestingBound) levels", at: token.range,
        hint: "give a part of it a name of its own in a formula above")
    }
    depth += 1
  }

  /// Comes back from `count` levels.
  mutating func leave(_ count: Int = 1) { depth -= count }

  /// Reads the opening bracket at which it stands, one level deeper.
  @discardableResult
  mutating func open() throws(Diagnostic) -> Token {
    try enter(current)
    openBrackets.append(current)
    return advance()
  }

  /// Reads the end of the bracket that was opened last.
  mutating func close() throws(Diagnostic) {
    guard let openBracket, let end = openBracket.kind.closingBracket, accept(end) else { throw leftover() }
    openBrackets.removeLast()
    leave()
  }

  /// The innermost bracket that is not closed yet.
  var openBracket: Token? { openBrackets.last }
}
