package import Diagnostics

/// Cuts a file of comma-separated values into records and fields, as RFC 4180 says; lines may end as they like.
package struct RecordScanner {
  /// What is wrong with the file so far.
  package private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private var offset: Int

  /// What stands between two commas.
  package struct Field {
    /// The text, without the quotation marks around it.
    package let text: String
    /// Where it stands, with them.
    package let range: SourceRange
  }

  /// A scanner of `file`, a byte-order mark at the beginning of which does not count.
  package init(_ file: SourceFile) {
    self.file = file
    offset = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// How many fields are read as one record: more than any list has. What stands behind them is read as a further one.
  private static let maxFields = 1000

  /// The fields of the next record that is not an empty line; `nil` at the end of the file.
  package mutating func next() -> [Field]? {
    while offset < file.bytes.count {
      var fields: [Field] = []
      repeat {
        fields.append(field())
      } while fields.count < RecordScanner.maxFields && accept(UInt8(ascii: ","))
      _ = accept(UInt8(ascii: "\r"))
      _ = accept(UInt8(ascii: "\n"))
      if fields.count > 1 || !(fields.first?.range.isEmpty ?? true) { return fields }
    }
    return nil
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard offset < file.bytes.count, file.bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func field() -> Field {
    let start = offset
    skipBlanks()
    if offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\"") { return quotedField() }
    skipToFieldEnd()
    let range = SourceRange(start, offset).withoutBlanks(in: file)
    return Field(text: file[range], range: range)
  }

  /// A field between quotation marks, in which two of them stand for one, and commas and line ends are text.
  private mutating func quotedField() -> Field {
    let start = offset
    var bytes: [UInt8] = []
    offset += 1
    while offset < file.bytes.count {
      let byte = file.bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\""), !accept(UInt8(ascii: "\"")) {
        let range = SourceRange(start, offset)
        skipToFieldEnd()
        let behind = SourceRange(range.upperBound, offset).withoutBlanks(in: file)
        if !behind.isEmpty {
          diagnostics.append(
            Diagnostic(
              "text stands behind the quotation mark that ends this field", at: behind,
              hint: "a quotation mark that belongs to the text is written twice"))
        }
        return Field(text: String(decoding: bytes, as: UTF8.self), range: range)
      }
      bytes.append(byte)
    }
    diagnostics.append(
      Diagnostic(
        "this quotation mark is not closed", at: SourceRange(start, start + 1),
        hint: "a field that begins with a quotation mark ends with one"))
    return Field(text: String(decoding: bytes, as: UTF8.self), range: SourceRange(start, start + 1))
  }

  private mutating func skipBlanks() {
    while offset < file.bytes.count, file.bytes[offset].isBlank { offset += 1 }
  }

  private mutating func skipToFieldEnd() {
    while offset < file.bytes.count, !file.bytes[offset].isFieldEnd { offset += 1 }
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether a field without quotation marks ends before it.
  fileprivate var isFieldEnd: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
}

extension SourceRange {
  /// Whether nothing is in it.
  fileprivate var isEmpty: Bool { lowerBound == upperBound }

  /// The range without the spaces and tabs at its ends.
  fileprivate func withoutBlanks(in file: SourceFile) -> SourceRange {
    var (low, high) = (lowerBound, upperBound)
    while high > low, file.bytes[high - 1].isBlank { high -= 1 }
    while low < high, file.bytes[low].isBlank { low += 1 }
    return SourceRange(low, high)
  }
}
