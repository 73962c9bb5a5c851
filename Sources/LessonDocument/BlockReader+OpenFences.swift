import Diagnostics

// What was meant where a fence is not closed.

extension BlockReader {
  /// The line behind which an open cell was to be closed: that before the first one which can only be prose, or else the
  /// last one.
  func lastLine(ofCell kind: LessonDocument.Cell.Kind, from start: Int) -> SourceRange? {
    guard start < contentEnd else { return nil }
    var last: Int?
    for index in file.lineIndex(of: start)...file.lineIndex(of: contentEnd - 1) {
      let line = file.lines[index].trimmed(in: file)
      if line.isEmpty { continue }
      let isBehindEmpty = last.map { $0 < index } ?? false
      if isBehindEmpty, kind != .ask, isProse(line, in: kind) { break }
      last = index + 1
    }
    return last.map { file.lines[$0 - 1].trimmed(in: file) }
  }

  /// The line that has too few marks to close a fence.
  func shortClosing(of fence: Fence, from start: Int) -> SourceRange? {
    guard start < contentEnd else { return nil }
    let lines = file.lineIndex(of: start)...file.lineIndex(of: contentEnd - 1)
    return lines.map { file.lines[$0].trimmed(in: file) }.first { line in
      let signs = file.bytes[line.lowerBound..<line.upperBound]
      guard signs.count >= 2, let mark = signs.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
      else { return false }
      return signs.allSatisfy { $0 == mark }
    }
  }

  /// Whether a line behind an empty one is none of a cell: a heading, an item of a list, a sentence.
  private func isProse(_ line: SourceRange, in kind: LessonDocument.Cell.Kind) -> Bool {
    let cursor = LineCursor(line)
    if Fence(cursor, in: file) != nil || cursor.isQuotation(in: file) { return true }
    if let heading = Heading(cursor, in: file), heading.level > 1 || kind == .data { return true }
    let text = file[line]
    if text.contains("=") || text.contains("<-") || text.contains("~") { return false }
    if kind == .data { return !text.contains(",") && text.contains(" ") }
    let words = text.split(separator: " ")
    return words.count > 1 && text.first?.isUppercase == true && words[1].first?.isLetter == true
  }
}
