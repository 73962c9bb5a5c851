import Diagnostics
import Prose

/// Cuts spans of running text into words, and finds the place of each in the file.
///
/// Spans do not carry places, but their words stand in the file in the same order, with marks between them.
struct WordReader {
  /// The words so far.
  private(set) var words: [PlacedWord] = []
  /// The file, with blanks for its comments.
  private let bytes: [UInt8]
  /// Where what is read ends.
  private let end: Int
  /// Behind what has been found.
  private var cursor: Int
  /// Whether the next piece belongs to the last word.
  private var isOpen = false

  /// How far a word is looked for: marks and blanks are shorter. Keeps the work within bounds.
  private static let reach = 2000

  /// A reader of what stands in `range` of `bytes`.
  init(_ bytes: [UInt8], in range: SourceRange) {
    self.bytes = bytes
    end = range.upperBound
    cursor = range.lowerBound
  }

  /// The words of `spans`.
  static func words(of spans: [ProseSpan<SourceRange>], _ bytes: [UInt8], in range: SourceRange)
    -> [PlacedWord]
  {
    var reader = WordReader(bytes, in: range)
    reader.read(spans)
    return reader.words
  }

  /// Reads spans that follow what has been read; they begin a word of their own.
  mutating func read(_ spans: [ProseSpan<SourceRange>]) {
    isOpen = false
    add(spans, isEmphasised: false)
  }

  /// Takes back all words, and goes on in the file.
  mutating func takeWords() -> [PlacedWord] {
    defer { words = [] }
    return words
  }

  private mutating func add(_ spans: [ProseSpan<SourceRange>], isEmphasised: Bool) {
    for span in spans {
      switch span {
      case .text(let text): add(text, isEmphasised)
      case .code(let code):
        let start = place(of: [UInt8(ascii: "`")])?.lowerBound ?? cursor
        add(
          String(PlacedWord.codeMark), isEmphasised,
          at: SourceRange(start, min(end, max(cursor, start + code.utf8.count + 2))))
      case .value(let range):
        let start = min(max(cursor, range.lowerBound - 3), range.upperBound)
        add(String(PlacedWord.codeMark), isEmphasised, at: SourceRange(start, range.upperBound))
      case .emphasis(let spans), .strong(let spans): add(spans, isEmphasised: true)
      case .link(let spans, _): add(spans, isEmphasised: isEmphasised)
      case .lineBreak: isOpen = false
      }
    }
  }

  private mutating func add(_ text: String, _ isEmphasised: Bool) {
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        isOpen = false
        rest = rest.drop(while: \.isWhitespace)
        continue
      }
      let piece = rest.prefix { !$0.isWhitespace }
      rest = rest[piece.endIndex...]
      add(String(piece), isEmphasised, at: place(of: Array(piece.utf8)) ?? SourceRange(cursor, cursor))
    }
  }

  private mutating func add(_ piece: String, _ isEmphasised: Bool, at range: SourceRange) {
    cursor = max(cursor, range.upperBound)
    if isOpen, let last = words.popLast() {
      // The signs behind an emphasised word belong to the sentence.
      let isWord = piece.contains { $0.isLetter || $0.isNumber }
      words.append(
        PlacedWord(
          text: last.text + piece, range: last.range.union(range),
          isEmphasised: isWord ? last.isEmphasised && isEmphasised : last.isEmphasised))
    } else {
      words.append(PlacedWord(text: piece, range: range, isEmphasised: isEmphasised))
      isOpen = true
    }
  }

  /// The next place of `piece`; `nil` where it is written in another way.
  private func place(of piece: [UInt8]) -> SourceRange? {
    guard let first = piece.first else { return nil }
    var index = cursor
    let last = min(end, cursor + Self.reach)
    while index + piece.count <= last {
      if bytes[index] == first, bytes[index..<index + piece.count].elementsEqual(piece) {
        return SourceRange(index, index + piece.count)
      }
      index += 1
    }
    return nil
  }
}
