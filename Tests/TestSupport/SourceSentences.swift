import Foundation

/// A sentence in the sources of the program: a string literal of several words, cut where values are put in.
public struct SourceSentence: Sendable {
  /// The file, below the folder `Sources`.
  public let file: String
  /// The line on which it begins.
  public let line: Int
  /// What stands before, between and behind the values.
  public let parts: [String]
  /// The calls in whose arguments it stands, outermost first: `throw`, `report`, `Diagnostic`.
  public let calls: [String]

  /// The sentence with `…` for the values.
  public var text: String { parts.joined(separator: "…") }

  /// Whether it stands in `line`, whatever the values are; the backquotes around code do not count.
  public func stands(in line: String) -> Bool {
    Self.stand(parts.map(Self.withoutBackquotes), in: Self.withoutBackquotes(line))
  }

  /// The bytes of a text but backquotes.
  public static func withoutBackquotes(_ text: String) -> [UInt8] {
    let backquote = UInt8(ascii: "`")
    return text.utf8.filter { $0 != backquote }
  }

  /// Whether the parts stand in the line one behind the other.
  public static func stand(_ parts: [[UInt8]], in line: [UInt8]) -> Bool {
    var place = 0
    for part in parts where !part.isEmpty {
      guard let end = self.end(of: part, in: line, from: place) else { return false }
      place = end
    }
    return true
  }

  /// Where the first `part` from a place on ends.
  private static func end(of part: [UInt8], in line: [UInt8], from place: Int) -> Int? {
    var start = place
    while start + part.count <= line.count {
      var count = 0
      while count < part.count, line[start + count] == part[count] { count += 1 }
      if count == part.count { return start + count }
      start += 1
    }
    return nil
  }

  /// The sentences of the files below `folder` of `Sources`, in order.
  public static func all(in folder: String, source: StaticString = #filePath) throws -> [SourceSentence] {
    let sources = URL(filePath: "\(source)").deletingLastPathComponent()
      .appending(path: "../../Sources").standardized
    let path = sources.appending(path: folder).path(percentEncoded: false)
    let files = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
    return try files.sorted().flatMap { file in
      let url = sources.appending(path: folder).appending(path: file)
      return SentenceReader(try String(contentsOf: url, encoding: .utf8), file: "\(folder)/\(file)")
        .sentences()
    }
  }
}

/// Reads the string literals of a source file, without knowing more of the language than that takes.
private struct SentenceReader {
  private let text: [UInt8]
  private let file: String
  private var offset = 0
  private var line = 1
  private var calls: [String] = []
  private var found: [SourceSentence] = []

  init(_ text: String, file: String) {
    self.text = Array(text.utf8)
    self.file = file
  }

  consuming func sentences() -> [SourceSentence] {
    readCode()
    return found.filter { sentence in
      let words = sentence.parts.flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 1 }
      return words.count > 1 && sentence.text.contains(" ")
    }
  }

  /// Reads code up to the parenthesis that closes what is open, or to the end.
  private mutating func readCode() {
    var word = ""
    while offset < text.count {
      if isAt("//") {
        while offset < text.count, text[offset] != UInt8(ascii: "\n") { offset += 1 }
        continue
      }
      let character = text[offset]
      switch character {
      case UInt8(ascii: "\""):
        readLiteral()
        word = ""
        continue
      case UInt8(ascii: "("):
        advance()
        calls.append(word)
        word = ""
        readCode()
        calls.removeLast()
        continue
      case UInt8(ascii: ")"):
        advance()
        return
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.unicodeScalars.append(Unicode.Scalar(character))
      default: word = ""
      }
      advance()
    }
  }

  private mutating func readLiteral() {
    let quote = isAt("\"\"\"") ? "\"\"\"" : "\""
    let start = line
    var parts: [[UInt8]] = [[]]
    for _ in quote { advance() }
    while offset < text.count, !isAt(quote) {
      if isAt("\\(") {
        advance()
        advance()
        readCode()
        parts.append([])
        continue
      }
      if text[offset] == UInt8(ascii: "\\") { advance() }
      parts[parts.count - 1].append(text[offset])
      advance()
    }
    for _ in quote { advance() }
    found.append(
      SourceSentence(
        file: file, line: start, parts: parts.map { String(decoding: $0, as: UTF8.self) }, calls: calls))
  }

  private mutating func advance() {
    guard offset < text.count else { return }
    if text[offset] == UInt8(ascii: "\n") { line += 1 }
    offset += 1
  }

  private func isAt(_ word: String) -> Bool {
    text[offset...].starts(with: word.utf8)
  }
}
