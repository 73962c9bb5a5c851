/// The text of a file, with its name and the places of its lines.
///
/// Offsets are UTF-8 offsets into `bytes`, the file as it was read: a byte-order mark and carriage returns are part
/// of it, so that writing `bytes` gives the same file back.
public struct SourceFile: Sendable {
  /// The name under which messages speak of the file.
  public let name: String
  /// The file as it was read; always UTF-8.
  public let bytes: [UInt8]
  /// The range of each line without its ending, which is LF, CRLF or CR. There is always at least one line.
  public let lines: [SourceRange]

  /// A file of the given text.
  public init(name: String, text: String) {
    self.init(name: name, unicode: Array(text.utf8))
  }

  /// A file of the given bytes.
  ///
  /// - Throws: a diagnostic that says on which line the first byte stands that is not UTF-8.
  public init(name: String, bytes: [UInt8]) throws(Diagnostic) {
    if let fault = SourceFile.offsetOfFirstFault(in: bytes) {
      let line = SourceFile.lines(of: Array(bytes[..<fault])).count
      throw Diagnostic(
        "this file is not UTF-8 text: line \(line) has a byte that is no part of a character", at: nil,
        hint: "save the file as UTF-8")
    }
    self.init(name: name, unicode: bytes)
  }

  private init(name: String, unicode bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lines = SourceFile.lines(of: bytes)
  }

  /// The text in `range`.
  public subscript(range: SourceRange) -> String {
    String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  /// The index of the line that holds `offset`, from 0. Cost: O(log n).
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line and column of `offset`, as a person counts; a byte-order mark is not counted.
  ///
  /// Far into a line of absurd length, code points are counted rather than characters, so that it costs no time.
  public func location(of offset: Int) -> SourceLocation {
    let index = lineIndex(of: offset)
    var start = lines[index].lowerBound
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = max(start, min(offset, lines[index].upperBound))
    let before = bytes[start..<end]
    let count =
      if before.count > 10_000 {
        before.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      } else {
        String(decoding: before, as: UTF8.self).count
      }
    return SourceLocation(line: index + 1, column: count + 1)
  }

  private static func lines(of bytes: [UInt8]) -> [SourceRange] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [SourceRange] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte <= carriageReturn, byte == lineFeed || byte == carriageReturn else { continue }
      lines.append(SourceRange(start, index - 1))
      if byte == carriageReturn, index < bytes.count, bytes[index] == lineFeed { index += 1 }
      start = index
    }
    lines.append(SourceRange(start, bytes.count))
    return lines
  }

  /// The offset of the first byte that is not part of UTF-8 text.
  private static func offsetOfFirstFault(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    // Rare and final, so a simple search will do: the longest prefix that is text, up to a cut character.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count)
  }
}
