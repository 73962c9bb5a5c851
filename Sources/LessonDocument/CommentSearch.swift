import Diagnostics

/// Finds the ends of HTML comments that are blocks of their own, looking at no byte twice.
struct CommentSearch {
  private let file: SourceFile
  /// The end of the last `-->` that was found, and whether nothing follows it on its line.
  private var found: (end: Int, isAlone: Bool)?
  /// Whether there are no more.
  private var isExhausted = false

  /// A search in `file`.
  init(_ file: SourceFile) {
    self.file = file
  }

  /// The end of the comment that stands ahead, or `nil`; a comment that is not closed is none.
  ///
  /// Places must be asked for in reading order.
  mutating func end(ahead cursor: LineCursor) -> Int? {
    let rest = cursor.rest(in: file)
    guard file.bytes[rest.lowerBound..<rest.upperBound].starts(with: "<!--".utf8) else { return nil }
    let start = rest.lowerBound + 4
    if let found, found.end >= start + 3 { return found.isAlone ? found.end : nil }
    guard !isExhausted, let end = file.bytes[start...].endOfComment else {
      isExhausted = true
      return nil
    }
    let lineEnd = file.lines[file.lineIndex(of: end)].upperBound
    let isAlone = file.bytes[end..<lineEnd].allSatisfy(\.isBlank)
    found = (end, isAlone)
    return isAlone ? end : nil
  }
}

extension ArraySlice<UInt8> {
  /// The index behind the first `-->`.
  var endOfComment: Int? {
    var dashes = 0
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ">") where dashes >= 2: return index + 1
      default: dashes = 0
      }
    }
    return nil
  }
}
