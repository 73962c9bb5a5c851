import Diagnostics
import Prose

/// A line of a table, cut into cells.
struct TableRow {
  /// The cells, each as the pieces that stand between `\|`, which is how a cell shows a bar.
  let cells: [[SourceRange]]

  /// The first `limit` cells of `line`.
  init(_ line: SourceRange, limit: Int, in file: SourceFile) {
    var cells: [[SourceRange]] = []
    var pieces: [SourceRange] = []
    let line = line.trimmed(in: file)
    var index = line.lowerBound
    if index < line.upperBound, file.bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < line.upperBound, cells.count < limit {
      let byte = file.bytes[index]
      let next = index + 1 < line.upperBound ? file.bytes[index + 1] : 0
      if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "|") {
        pieces.append(SourceRange(start, index))
        start = index + 1
        index += 2
      } else if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "\\") {
        index += 2
      } else if byte == UInt8(ascii: "|") {
        cells.append(pieces + [SourceRange(start, index)])
        pieces = []
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    if start < line.upperBound, cells.count < limit {
      cells.append(pieces + [SourceRange(start, line.upperBound)])
    }
    self.cells = cells.map { TableRow.trimmed($0, in: file) }
  }

  /// How each column is aligned, when the line ahead is what stands below a table's header: `|---|:--:|`.
  static func alignments(below cursor: LineCursor, in file: SourceFile) -> [ColumnAlignment?]? {
    let line = cursor.rest(in: file)
    var hasBar = false
    for byte in file.bytes[line.lowerBound..<line.upperBound] {
      if byte == UInt8(ascii: "|") { hasBar = true } else if !"-: \t".utf8.contains(byte) { return nil }
    }
    guard hasBar else { return nil }
    var alignments: [ColumnAlignment?] = []
    for pieces in TableRow(line, limit: .max, in: file).cells {
      guard pieces.count == 1, let cell = pieces.first else { return nil }
      var dashes = file.bytes[cell.lowerBound..<cell.upperBound]
      let isLeft = dashes.first == UInt8(ascii: ":")
      if isLeft { dashes.removeFirst() }
      let isRight = dashes.last == UInt8(ascii: ":")
      if isRight { dashes.removeLast() }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : nil)
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// `pieces` without white space at the beginning of the first and the end of the last.
  private static func trimmed(_ pieces: [SourceRange], in file: SourceFile) -> [SourceRange] {
    var pieces = pieces
    if let last = pieces.popLast() {
      var end = last.upperBound
      while end > last.lowerBound, file.bytes[end - 1].isBlank { end -= 1 }
      pieces.append(SourceRange(last.lowerBound, end))
    }
    if let first = pieces.first {
      var start = first.lowerBound
      while start < first.upperBound, file.bytes[start].isBlank { start += 1 }
      pieces[0] = SourceRange(start, first.upperBound)
    }
    return pieces
  }
}
