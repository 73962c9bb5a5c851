internal import PlainText

/// The lines that `fragments` make when none may be wider than `width` columns; those after the first are indented by
/// `hanging`.
///
/// A line may be broken before every fragment. It is broken before one that begins with a space (a term, a word)
/// rather than within such a term; within a fragment only where that alone is too wide, and inside a number only where
/// the number alone is. A fragment at the beginning of a line loses the spaces that it begins with. There is always at
/// least one line.
///
/// - Parameter keepsParentheses: whether what stands in parentheses is one term, as in a formula: it is broken only where
///   it is too wide for a line of its own.
func filled(_ fragments: [String], width: Int, hanging: Int = 0, keepsParentheses: Bool = true) -> [String] {
  // Nothing must be broken for the sake of the indentation.
  let hanging = hanging == 0 ? 0 : min(hanging, width - widestWhole(in: fragments, upTo: width))
  var lines = LineFiller(width: width, hanging: hanging)
  for term in terms(of: fragments, keepsParentheses) { lines.append(term: term) }
  return lines.finished
}

/// The lines that `text` makes when it is cut wherever `width` columns are full.
func cut(_ text: String, width: Int) -> [String] {
  var lines = [""]
  var used = 0
  for character in text {
    let columns = displayWidth(character)
    if used + columns > width {
      lines.append("")
      used = 0
    }
    lines[lines.count - 1].append(character)
    used += columns
  }
  return lines
}

/// The lines that running text makes when none may be wider than `width` columns; a line feed ends its line.
///
/// Unlike a wrapping that knows of words alone, it keeps the numbers in them whole, and code with `codeSpace` in it: that is
/// broken only where it is too wide for a line of its own, and then before an operator, outside of parentheses first.
func filled(_ text: String, width: Int) -> [String] {
  guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == codeSpace.asciiValue }) else {
    return filledLine(text, width: width)
  }
  return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
    filledLine($0, width: width).map(\.withPlainSpaces)
  }
}

/// Stands for a space within code until lines are filled: no text that is printed has this character.
let codeSpace: Character = "\u{1}"

extension String {
  /// The text with spaces where it has `codeSpace`.
  var withPlainSpaces: String {
    utf8.contains { $0 == codeSpace.asciiValue } ? replacing(String(codeSpace), with: " ") : self
  }
}

/// The lines that running text without a line feed makes.
private func filledLine(_ text: some StringProtocol, width: Int) -> [String] {
  filled(ascii: Array(text.utf8), width: width) ?? filled(words(text), width: width, keepsParentheses: false)
}

/// The lines of a text of which each byte is a character of one column; `nil` where it has others, or a word is too wide
/// for a line.
private func filled(ascii bytes: [UInt8], width: Int) -> [String]? {
  let space = UInt8(ascii: " ")
  var lines: [String] = []
  var line: [UInt8] = []
  var start = 0
  for end in 0...bytes.count {
    if end < bytes.count, bytes[end] != space {
      guard bytes[end] > space, bytes[end] < 0x7F else { return nil }
      continue
    }
    if end > start {
      guard end - start <= width else { return nil }
      if !line.isEmpty, line.count + 1 + end - start > width {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      }
      if !line.isEmpty { line.append(space) }
      line += bytes[start..<end]
    }
    start = end + 1
  }
  return lines + [String(decoding: line, as: UTF8.self)]
}

/// The words of a text as fragments.
func words(_ text: some StringProtocol) -> [String] {
  let bytes = Array(text.utf8)
  guard bytes.allSatisfy({ $0 < 0x80 }) else {
    let words = text.split(separator: " ")
    return words.enumerated().map { ($0 == 0 ? "" : " ") + $1 }
  }
  // In ASCII a byte is a character, and the space before a word is there already.
  var words: [String] = []
  var start = 0
  for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
    if end > start {
      words.append(String(decoding: bytes[(words.isEmpty ? start : start - 1)..<end], as: UTF8.self))
    }
    start = end + 1
  }
  return words
}

/// The columns of the widest of the fragments that are no wider than `limit`, and of the numbers in those that are.
func widestWhole(in fragments: [String], upTo limit: Int) -> Int {
  fragments.lazy.map { fragment in
    let columns = displayWidth(fragment.withoutLeadingSpaces)
    if columns <= limit { return columns }
    return pieces(of: fragment).map { displayWidth($0.word) }.filter { $0 <= limit }.max() ?? 0
  }.max() ?? 0
}

private func terms(of fragments: [String], _ keepsParentheses: Bool) -> [[String]] {
  var terms: [[String]] = []
  var openParentheses = 0
  for fragment in fragments {
    let isApart = openParentheses == 0 && fragment.utf8.first == UInt8(ascii: " ") && fragment.hasPrefix(" ")
    if terms.isEmpty || isApart {
      terms.append([fragment])
    } else {
      terms[terms.count - 1].append(fragment)
    }
    // Most fragments have none.
    guard keepsParentheses, fragment.utf8.contains(where: { $0 | 1 == UInt8(ascii: ")") }) else { continue }
    for character in fragment {
      if character == "(" { openParentheses += 1 }
      if character == ")" { openParentheses = max(0, openParentheses - 1) }
    }
  }
  return terms
}

private struct LineFiller {
  let width: Int
  let hanging: Int
  private var lines: [String] = []
  private var line = ""
  /// The columns of `line`.
  private var used = 0
  /// Whether there is nothing on the line but its indentation.
  private var isAtStart = true

  init(width: Int, hanging: Int) {
    self.width = width
    self.hanging = hanging
  }

  var finished: [String] { lines + [line] }

  mutating func append(term: [String]) {
    if place(term.joined()) { return }
    for fragment in term where !place(fragment) { append(code: fragment, breaking: CodeBreak.allCases[...]) }
  }

  /// Appends what is too wide for a line: code is broken in one way after the other, anything else into pieces.
  private mutating func append(code: String, breaking ways: ArraySlice<CodeBreak>) {
    if let way = ways.first {
      for part in way.parts(of: code) where !place(part) { append(code: part, breaking: ways.dropFirst()) }
      return
    }
    for piece in pieces(of: code) where !place(piece.text) {
      for character in piece.opening { force(String(character)) }
      if place(piece.word) { continue }
      force(word: piece.word)
    }
  }

  private mutating func force(_ character: String) {
    if !place(character) { append(character, displayWidth(character)) }
  }

  /// Puts a word that is too wide for a line at the end of the line and on as many others as it takes.
  private mutating func force(word: String) {
    let bytes = word.utf8
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      for character in word { force(String(character)) }
      return
    }
    // A byte is a character of one column.
    var rest = bytes[...]
    while !rest.isEmpty {
      let isFull = used >= width
      if isFull, !isAtStart, hanging < width { begin() }
      let count = max(1, min(width - used, rest.count))
      append(String(Substring(rest.prefix(count))), count)
      rest = rest.dropFirst(count)
    }
  }

  /// Begins another line.
  private mutating func begin() {
    lines.append(line)
    line = .spaces(hanging)
    used = hanging
    isAtStart = true
  }

  /// Puts the text at the end of the line, or on the next; `false` if it is too wide for both.
  private mutating func place(_ text: String) -> Bool {
    let trimmed = text.withoutLeadingSpaces
    let columns = displayWidth(trimmed)
    let spaces = isAtStart ? 0 : text.utf8.count - trimmed.utf8.count
    if used + spaces + columns <= width {
      append(isAtStart ? trimmed : text, spaces + columns)
      return true
    }
    guard !isAtStart, hanging + columns <= width else { return false }
    begin()
    append(trimmed, columns)
    return true
  }

  private mutating func append(_ text: String, _ columns: Int) {
    line += text
    used += columns
    isAtStart = isAtStart && text.isEmpty
  }
}

/// Where code is broken that is too wide for a line, the best ways first.
private enum CodeBreak: CaseIterable {
  /// Before operators that stand in no parentheses.
  case beforeOuterOperators
  /// Before all operators.
  case beforeOperators
  /// At all spaces.
  case atSpaces

  /// The parts of code; each but the first begins with the space before it.
  func parts(of code: String) -> [String] {
    guard code.utf8.contains(where: { $0 == codeSpace.asciiValue }) else { return [code] }
    var parts = [""]
    var openParentheses = 0
    var rest = code[...]
    while let character = rest.popFirst() {
      if "([{".contains(character) { openParentheses += 1 }
      if ")]}".contains(character) { openParentheses -= 1 }
      let breaksHere =
        switch self {
        case .beforeOuterOperators: openParentheses <= 0 && rest.beginsWithOperator
        case .beforeOperators: rest.beginsWithOperator
        case .atSpaces: true
        }
      if character == codeSpace, breaksHere {
        parts.append(" ")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}

extension Substring {
  /// Whether an operator begins here, with a space behind it: no minus of a number.
  fileprivate var beginsWithOperator: Bool {
    let signs = prefix { "=+-−*·/<>≤≥≠!←±@~^".contains($0) }
    return !signs.isEmpty && self[signs.endIndex...].first == codeSpace
  }
}

/// A piece of a fragment that is broken only when nothing else helps.
private struct Piece {
  /// Signs and parentheses, which stay with the word behind them.
  var opening: String
  /// A number with its sign and exponent, or a word.
  var word: String

  var text: String { opening + word }
}

private func pieces(of fragment: String) -> [Piece] {
  let bytes = Array(fragment.utf8)
  if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return pieces(ofASCII: bytes) }
  var pieces: [Piece] = []
  var rest = fragment[...]
  while !rest.isEmpty {
    let start = rest.indices.first { rest[$0...].beginsWithWord } ?? rest.endIndex
    let word = rest[start...]
    let end =
      word.first?.isLetter == true ? word.firstIndex { !$0.isWordPart } ?? word.endIndex : endOfNumber(word)
    pieces.append(Piece(opening: String(rest[..<start]), word: String(word[..<end])))
    rest = rest[end...]
  }
  return pieces
}

/// The same of a text of which each byte is a character.
private func pieces(ofASCII bytes: [UInt8]) -> [Piece] {
  let (minus, plus, point) = (UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."))
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  var pieces: [Piece] = []
  var reached = 0
  while reached < bytes.count {
    var start = reached
    while start < bytes.count, !bytes[start].isWordPart,
      !(bytes[start] == minus && start + 1 < bytes.count && bytes[start + 1].isDigit)
    {
      start += 1
    }
    var end = start
    if start < bytes.count, bytes[start].isLetter {
      while end < bytes.count, bytes[end].isWordPart { end += 1 }
    } else if start < bytes.count {
      end += 1
      while end < bytes.count {
        let isSign = bytes[end] == minus || bytes[end] == plus
        let isExponentSign = isSign && bytes[end - 1] == UInt8(ascii: "e")
        guard bytes[end].isWordPart || bytes[end] == point || isExponentSign else { break }
        end += 1
      }
    }
    pieces.append(Piece(opening: text(reached..<start), word: text(start..<end)))
    reached = end
  }
  return pieces
}

private func endOfNumber(_ text: Substring) -> Substring.Index {
  var rest = text.dropFirst()
  var previous = text.first
  while let next = rest.first {
    let isExponentSign = (next == "-" || next == "+" || next == "−") && previous == "e"
    guard next.isWordPart || next == "." || isExponentSign else { break }
    previous = next
    rest = rest.dropFirst()
  }
  return rest.startIndex
}

extension Substring {
  /// Whether a word begins here, or a number, with its sign.
  fileprivate var beginsWithWord: Bool {
    guard let first else { return false }
    return first.isWordPart || ((first == "-" || first == "−") && dropFirst().first?.isNumber == true)
  }
}

extension Character {
  fileprivate var isWordPart: Bool {
    guard let byte = utf8.first, byte < 0x80, utf8.count == 1 else { return isLetter || isNumber }
    return byte.isWordPart
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  fileprivate var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }

  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isWordPart: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}

extension String {
  fileprivate var withoutLeadingSpaces: String {
    guard utf8.first == UInt8(ascii: " ") else { return self }
    let rest = utf8.drop { $0 == UInt8(ascii: " ") }
    // What is no ASCII may be a mark that makes one character with the space before it.
    if let first = rest.first, first >= 0x80 { return String(drop { $0 == " " }) }
    return String(Substring(rest))
  }
}
