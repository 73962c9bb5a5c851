import Diagnostics

/// Cuts a data cell into records, and these into fields.
///
/// A record is a line, unless a quoted field goes on in the next one. No text is refused here.
struct DataCellScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  /// A scanner of the text in `body`.
  init(_ file: SourceFile, _ body: SourceRange) {
    self.bytes = file.bytes
    self.offset = body.lowerBound
    self.end = body.upperBound
  }

  /// Puts the fields of the next record that is not blank into `fields`; false at the end of the cell.
  ///
  /// Of a record that has more than `most` fields it reads one more than these, and stands behind that afterwards.
  mutating func read(into fields: inout [DataCellField], most: Int) -> Bool {
    while offset < end {
      fields.removeAll(keepingCapacity: true)
      repeat { fields.append(readField()) } while fields.count <= most && accept(UInt8(ascii: ","))
      accept(UInt8(ascii: "\r"))
      accept(UInt8(ascii: "\n"))
      if fields.count > 1 || fields.contains(where: { !$0.isEmpty || $0.isQuoted }) { return true }
    }
    return false
  }

  @discardableResult
  private mutating func accept(_ byte: UInt8) -> Bool {
    guard offset < end, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Reads up to the comma or the line end behind the field.
  private mutating func readField() -> DataCellField {
    let start = offset
    skipBlanks()
    if offset < end, bytes[offset] == UInt8(ascii: "\"") { return readQuotedField() }
    skipToFieldEnd()
    let text = trimmed(SourceRange(start, offset))
    let isBlank = text.lowerBound == text.upperBound
    return DataCellField(
      range: isBlank ? SourceRange(start, offset) : text, text: text, isQuoted: false,
      fault: nil)
  }

  private mutating func readQuotedField() -> DataCellField {
    let start = offset
    var hasLineBreak = false
    offset += 1
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { hasLineBreak = true }
      // A doubled quote is one that belongs to the text.
      if byte == UInt8(ascii: "\""), !accept(UInt8(ascii: "\"")) {
        return closedField(from: start, hasLineBreak: hasLineBreak)
      }
    }
    // What stands in the lines below is not lost to a forgotten quote.
    offset = start
    skipToLineEnd()
    return DataCellField(
      range: SourceRange(start, start + 1), text: SourceRange(start + 1, offset), isQuoted: true,
      fault: .unclosed)
  }

  /// The field that begins at `start` and whose second quote has just been read.
  private mutating func closedField(from start: Int, hasLineBreak: Bool) -> DataCellField {
    let range = SourceRange(start, offset)
    let text = trimmed(SourceRange(start + 1, offset - 1))
    skipToFieldEnd()
    let behind = trimmed(SourceRange(range.upperBound, offset))
    let hasTextBehind = behind.lowerBound < behind.upperBound
    return DataCellField(
      range: range, text: text, isQuoted: true,
      fault: hasTextBehind ? .textBehind(behind) : hasLineBreak ? .lineBreak : nil)
  }

  private mutating func skipToFieldEnd() {
    while offset < end, !bytes[offset].isFieldEnd { offset += 1 }
  }

  private mutating func skipToLineEnd() {
    while offset < end, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") {
      offset += 1
    }
  }

  // MARK: Blanks

  private mutating func skipBlanks() {
    offset = offsetBehindBlanks(from: offset, to: end)
  }

  /// `range` without the blanks at its ends; where there is nothing else, an empty range at its end.
  private func trimmed(_ range: SourceRange) -> SourceRange {
    let start = offsetBehindBlanks(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while end > start, let width = widthOfBlank(endingAt: end, notBefore: start) { end -= width }
    return SourceRange(start, end)
  }

  private func offsetBehindBlanks(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        offset += 1
      } else if byte >= 0x80, let scalar = scalar(from: offset, to: end), scalar.isBlank {
        offset += UTF8.width(scalar)
      } else {
        break
      }
    }
    return offset
  }

  private func widthOfBlank(endingAt end: Int, notBefore start: Int) -> Int? {
    let byte = bytes[end - 1]
    if byte < 0x80 { return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") ? 1 : nil }
    var first = end - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return scalar(from: first, to: end)?.isBlank == true ? end - first : nil
  }

  private func scalar(from start: Int, to end: Int) -> Unicode.Scalar? {
    var iterator = bytes[start..<min(end, start + 4)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}

extension UInt8 {
  /// Whether an unquoted field ends before it.
  fileprivate var isFieldEnd: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
}
