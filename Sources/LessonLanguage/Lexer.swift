import Diagnostics

/// Cuts calc text into tokens, line ends and comments included.
///
/// Every byte but blanks belongs to a token, and no text is refused here: what has no meaning becomes a token
/// that says so, for the parser to tell when it comes to it. Cost: O(n).
struct Lexer {
  private let bytes: [UInt8]
  private let end: Int
  private let readsNotes: Bool
  private var offset: Int

  /// A lexer of `range`; `readsNotes` lets `--` begin a note, as it does in checks.
  init(_ file: SourceFile, _ range: SourceRange, readsNotes: Bool = false) {
    self.bytes = file.bytes
    self.offset = range.lowerBound
    self.end = range.upperBound
    self.readsNotes = readsNotes
  }

  /// The most words, numbers and signs that a cell may have: a million of numbers with their commas take much room.
  static let maxTokens = 1_500_000

  /// All tokens, in order, or those up to the bound.
  consuming func tokens(upTo most: Int = Lexer.maxTokens) -> [Token] {
    var tokens: [Token] = []
    while tokens.count <= most, let token = nextToken() { tokens.append(token) }
    return tokens
  }

  /// All tokens of a cell, in order.
  ///
  /// - Throws: that there are more than the bound allows.
  consuming func tokensOfCell(upTo most: Int = Lexer.maxTokens) throws(Diagnostic) -> [Token] {
    let tokens = tokens(upTo: most)
    guard tokens.count <= most else {
      throw Diagnostic(
        "this cell has more than 1,500,000 words, numbers and signs, which is the bound",
        at: tokens[most].range)
    }
    return tokens
  }

  private mutating func nextToken() -> Token? {
    skipBlanks()
    guard offset < end else { return nil }
    let start = offset
    let kind = readKind()
    return Token(kind: kind, range: SourceRange(start, offset))
  }

  private mutating func skipBlanks() {
    // The byte-order mark of a whole file is no text; elsewhere it is a character like any other.
    if offset == 0, let (scalar, width) = scalar(at: 0), scalar == "\u{FEFF}" { offset += width }
    while offset < end, bytes[offset] == 0x20 { offset += 1 }
    while let (scalar, width) = scalar(at: offset), scalar.isBlank { offset += width }
  }

  /// Reads one token and stands behind it afterwards; always moves on.
  private mutating func readKind() -> Token.Kind {
    // Most of a cell is names.
    if Unicode.Scalar.isLetter(bytes[offset]) { return readName() }
    switch bytes[offset] {
    case UInt8(ascii: "\n"): return take(1, as: .lineEnd)
    case UInt8(ascii: "\r"): return take(byte(at: offset + 1) == UInt8(ascii: "\n") ? 2 : 1, as: .lineEnd)
    case UInt8(ascii: "#"): return readLine(as: .comment)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return readNumber()
    case UInt8(ascii: ".") where pointCount(at: offset) == 1 && isDigit(at: offset + 1): return readNumber()
    case UInt8(ascii: "-") where readsNotes && byte(at: offset + 1) == UInt8(ascii: "-"):
      return readLine(as: .note)
    default: break
    }
    if let (scalar, width) = scalar(at: offset) {
      if scalar.isLetter { return readName() }
      // `√(x)` and `∑(x)` are calls; without parentheses it is not clear how far such a sign reaches.
      if scalar == "√" || scalar == "∑", byte(at: offset + width) == UInt8(ascii: "(") {
        return take(width, as: .name)
      }
    }
    if let fault = readFault() { return fault }
    for spelling in Symbol.spellings(beginningWith: bytes[offset]) where isAtText(spelling.bytes) {
      return take(spelling.bytes.count, as: .symbol(spelling.symbol))
    }
    return take(scalar(at: offset)?.width ?? 1, as: .fault(.character))
  }

  private mutating func take(_ count: Int, as kind: Token.Kind) -> Token.Kind {
    offset += count
    return kind
  }

  /// Reads to the end of the line; a note ends at a comment, too.
  private mutating func readLine(as kind: Token.Kind) -> Token.Kind {
    while let byte = byte(at: offset), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      if kind == .note, byte == UInt8(ascii: "#") { break }
      offset += 1
    }
    return kind
  }

  /// A name has no more bytes.
  static let longestName = 200

  private mutating func readName() -> Token.Kind {
    let start = offset
    skipName()
    if let fault = readEndOfForeignName() { return .fault(fault) }
    // Names are compared as Unicode does, which takes the square of the marks behind a letter.
    guard offset - start <= Lexer.longestName else { return .fault(.longName) }
    let name = bytes[start..<offset]
    guard ReservedWord.shapes.mayBe(name) else { return .name }
    return ReservedWord(spelled: String(decoding: name, as: UTF8.self)).map { .reserved($0) } ?? .name
  }

  /// Reads what makes a name one of another language: `.exp`, `.sum()`, `{1}` behind `_`, `₁`.
  private mutating func readEndOfForeignName() -> LexicalFault? {
    var fault: LexicalFault?
    while byte(at: offset) == UInt8(ascii: "."), let (scalar, _) = scalar(at: offset + 1), scalar.isLetter {
      fault = .dottedName
      offset += 1
      skipName()
    }
    if fault != nil {
      // The call of something without arguments is a part of what is to be written otherwise.
      if byte(at: offset) == UInt8(ascii: "("), byte(at: offset + 1) == UInt8(ascii: ")") { offset += 2 }
      return fault
    }
    if byte(at: offset) == UInt8(ascii: "{"), bytes[offset - 1] == UInt8(ascii: "_"),
      let end = bytes[offset..<end].prefix(Lexer.longestName).firstIndex(of: UInt8(ascii: "}"))
    {
      offset = end + 1
      return .subscriptInBraces
    }
    while let (scalar, width) = scalar(at: offset), scalar.isSubscript {
      offset += width
      fault = .smallSubscript
    }
    if fault != nil { skipName() }
    return fault
  }

  /// Skips letters with their marks, digits and `_`.
  private mutating func skipName() {
    var allowsMark = false
    while let (scalar, width) = scalar(at: offset) {
      let isMark = scalar.isCombiningMark
      guard isMark ? allowsMark : scalar.isNamePart else { return }
      if !isMark { allowsMark = scalar.isLetter }
      offset += width
    }
  }

  // MARK: Numbers

  private mutating func readNumber() -> Token.Kind {
    let start = offset
    offset = NumberShape(of: bytes, from: start, to: end).end
    let pointCount = byte(at: offset) == UInt8(ascii: ".") ? pointCount(at: offset) : 0
    if pointCount == 1 {
      let isSecond = bytes[start..<offset].contains(UInt8(ascii: "."))
      offset += 1
      skipNumberRest()
      return .fault(isSecond ? .secondPoint : .missingFractionDigits)
    }
    let behindNumber = offset
    skipName()
    guard offset > behindNumber else { return .number }
    return .fault(LexicalFault(gluedNumber: bytes[start..<offset]))
  }

  /// Skips whatever would be taken for a part of the same broken number.
  private mutating func skipNumberRest() {
    skipName()
    while byte(at: offset) == UInt8(ascii: "."), pointCount(at: offset) == 1 {
      offset += 1
      skipName()
    }
  }

  private func pointCount(at start: Int) -> Int {
    var count = 0
    while count < 3, byte(at: start + count) == UInt8(ascii: ".") { count += 1 }
    return count
  }

  // MARK: Faults

  /// Reads a text that people write by habit and that calc has not.
  private mutating func readFault() -> Token.Kind? {
    switch bytes[offset] {
    case UInt8(ascii: "_"):
      skipName()
      return .fault(.leadingUnderscore)
    case UInt8(ascii: "\\"):
      offset += 1
      skipName()
      return .fault(.command)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return readQuotation()
    default:
      // What calc itself writes comes first: `...` begins with `..`, and `!=` with `!`.
      let signs = ForeignSign.spellings(beginningWith: bytes[offset])
      if signs.isEmpty { return nil }
      let symbol = Symbol.spellings(beginningWith: bytes[offset]).first { isAtText($0.bytes) }
      for sign in signs where isAtText(sign) {
        return sign.count > symbol?.bytes.count ?? 0 ? take(sign.count, as: .fault(.sign)) : nil
      }
      return nil
    }
  }

  /// Reads a text in quotation marks, or the mark alone where the line does not close it.
  private mutating func readQuotation() -> Token.Kind {
    let mark = bytes[offset]
    let line = bytes[(offset + 1)..<end].prefix(1000).prefix {
      $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
    }
    guard let closing = line.firstIndex(of: mark) else { return take(1, as: .fault(.quotation)) }
    return take(closing + 1 - offset, as: .fault(.quotation))
  }

  // MARK: Bytes

  private func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  private func isDigit(at offset: Int) -> Bool {
    byte(at: offset).map { Unicode.Scalar($0).isASCIIDigit } ?? false
  }

  private func isAtText(_ text: [UInt8]) -> Bool {
    guard offset + text.count <= end else { return false }
    for index in 0..<text.count where bytes[offset + index] != text[index] { return false }
    return true
  }

  /// The character at `offset` and its number of bytes; `nil` at the end.
  private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard let byte = byte(at: offset) else { return nil }
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    var iterator = bytes[offset..<min(end, offset + 4)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }
}

extension LexicalFault {
  /// The fault of a number and a name without anything between them.
  fileprivate init(gluedNumber text: ArraySlice<UInt8>) {
    let base = text.dropFirst().first
    let isOtherBase =
      text.first == UInt8(ascii: "0") && text.count > 2
      && [UInt8(ascii: "x"), UInt8(ascii: "b"), UInt8(ascii: "o"), UInt8(ascii: "X")].contains(base)
      && text.dropFirst(2).first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } == true
    if isOtherBase {
      self = .otherBase
    } else if text.allSatisfy({ $0 < 0x80 && !Unicode.Scalar($0).isLetter }) {
      self = .groupedDigits
    } else {
      self = .numberThenName
    }
  }
}
