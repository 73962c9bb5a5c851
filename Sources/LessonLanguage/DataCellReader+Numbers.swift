import Diagnostics

/// Reads the number of a field: digits as calc writes them, with a sign before them that may be missing.
extension DataCellReader {
  /// The number in `field`; `nil` when it holds anything else, or a number that is too large or too small.
  func number(in field: DataCellField) -> PrintedNumber? {
    guard field.fault == nil, let digits = digits(in: field.text) else { return nil }
    let written = (file.bytes[digits.lowerBound].isDigit ? "" : "0") + file[digits]
    var number = PrintedNumber(text: written, value: Double(written) ?? 0, at: digits)
    // Only for these are there rules beyond those of the standard library.
    if number.value == 0 || !number.value.isFinite {
      guard let checked = try? checkedNumber(at: digits) else { return nil }
      number = checked
    }
    let isNegative = file.bytes[field.text.lowerBound] != UInt8(ascii: "+") && digits != field.text
    return PrintedNumber(
      text: isNegative ? "-" + number.text : number.text, value: isNegative ? -number.value : number.value,
      at: field.text)
  }

  /// The number that stands without a sign in `digits`, as calc reads it.
  func checkedNumber(at digits: SourceRange) throws(Diagnostic) -> PrintedNumber {
    var parser = Parser(file, [Token(kind: .number, range: digits)], at: digits)
    return try parser.number()
  }

  /// The part of `text` behind its sign, if that is a number from its first digit to its end.
  func digits(in text: SourceRange) -> SourceRange? {
    let start = text.lowerBound + signLength(in: text)
    guard start < text.upperBound, beginsNumber(at: start, before: text.upperBound),
      NumberShape(of: file.bytes, from: start, to: text.upperBound).end == text.upperBound
    else { return nil }
    return SourceRange(start, text.upperBound)
  }

  /// Whether a digit stands at `offset`, or a point and a digit.
  private func beginsNumber(at offset: Int, before end: Int) -> Bool {
    if file.bytes[offset].isDigit { return true }
    return file.bytes[offset] == UInt8(ascii: ".") && offset + 1 < end && file.bytes[offset + 1].isDigit
  }

  /// The length of `+`, `-` or `−` at the beginning of `text`, or 0.
  private func signLength(in text: SourceRange) -> Int {
    let bytes = file.bytes[text.lowerBound..<text.upperBound]
    guard let first = bytes.first, !first.isDigit else { return 0 }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { return 1 }
    return bytes.starts(with: "−".utf8) ? "−".utf8.count : 0
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
