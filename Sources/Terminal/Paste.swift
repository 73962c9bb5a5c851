/// Text on its way from the clipboard, between `ESC [ 200 ~` and `ESC [ 201 ~`.
struct Paste: Hashable {
  private var bytes: [UInt8] = []
  /// How many bytes of the end mark have come last.
  private var marked = 0

  private static let end = Array("\u{1B}[201~".utf8)

  /// Takes a byte of the text or of its end; `false` when that was the last.
  mutating func takes(_ byte: UInt8) -> Bool {
    if byte == Paste.end[marked] {
      marked += 1
      return marked < Paste.end.count
    }
    // Only its first byte is an escape: what looked like the end cannot hide another beginning of it.
    for kept in Paste.end.prefix(marked) { append(kept) }
    marked = byte == Paste.end[0] ? 1 : 0
    if marked == 0 { append(byte) }
    return true
  }

  /// The text so far; every line ends with a line feed.
  var text: String {
    let whole = bytes.count < KeyDecoder.pasteLimit ? bytes[...] : bytes.dropLast(bytes.unfinishedCount)
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: whole, as: UTF8.self).unicodeScalars {
      if scalar != "\n" || !isAfterReturn { result.append(scalar == "\r" ? "\n" : scalar) }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }

  private mutating func append(_ byte: UInt8) {
    if bytes.count < KeyDecoder.pasteLimit { bytes.append(byte) }
  }
}

extension [UInt8] {
  /// How many bytes at the end begin a UTF-8 sequence that more bytes may complete: 0 to 3.
  var unfinishedCount: Int {
    for count in 1...3 where count <= self.count {
      let first = self[self.count - count]
      if (0x80...0xBF).contains(first) { continue }
      guard let sequence = UTF8.sequence(beginningWith: first), count < sequence.count else { return 0 }
      return count == 1 || sequence.second.contains(self[self.count - count + 1]) ? count : 0
    }
    return 0
  }
}

extension UTF8 {
  /// How many bytes a sequence has, by its first, and which may be the second: the Unicode Standard, table 3-7.
  fileprivate static func sequence(beginningWith first: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
