import Diagnostics

/// What to say of a data cell that is wrong as a whole, and of a row.
extension DataCellReader {
  /// What the rows stand in.
  private var subject: String { isFile ? "this file" : "this data cell" }

  /// The cell has no record that begins at `offset` or behind.
  func emptyCell(at offset: Int) -> Diagnostic {
    Diagnostic(
      "\(subject) is empty", at: SourceRange(offset, offset),
      hint: "its first line names the columns, as in `x1, x2, t`, and each further line is a row of numbers")
  }

  /// The first record is a row.
  func missingHeader() -> Diagnostic {
    Diagnostic(
      "a line with the names of the columns is missing before the first row", at: recordRange,
      hint: "a header is written `x1, x2, t`")
  }

  /// There is nothing below the header.
  func missingRows(at header: SourceRange) -> Diagnostic {
    Diagnostic("\(subject) has no rows below its header", at: header)
  }

  /// The header alone passes the bound.
  func tooManyColumns(at range: SourceRange) -> Diagnostic {
    Diagnostic("\(subject) has more than 1,000,000 columns, which is the bound", at: range)
  }

  /// The cell passes the bound.
  func tooManyNumbers(at range: SourceRange) -> Diagnostic {
    Diagnostic("\(subject) has more than 1,000,000 numbers, which is the bound", at: range)
  }

  /// What is wrong with the record, which is to have a number in each of `fieldCount` fields; the first `most`
  /// mistakes.
  ///
  /// A row that is not cut as its author means it is told for that alone. A field with a text has its column with it:
  /// where all of a column are such, that is one mistake.
  func mistakes(inRowOf fieldCount: Int, most: Int) -> [(column: Int?, Diagnostic)] {
    if let comment { return [(nil, misplacedComment(at: comment))] }
    let quoting = Array(fields.lazy.compactMap { self.mistake(inQuotesOf: $0, "number") }.prefix(most))
    if !quoting.isEmpty { return quoting.map { (nil, $0) } }
    if fields.count != fieldCount { return [(nil, unequalRow(of: fieldCount))] }
    let read = zip(fields.indices, isRead).filter(\.1).map(\.0)
    let wrong = read.lazy.compactMap { column in
      self.mistake(inNumber: fields[column]).map { (isText(fields[column]) ? column : nil, $0) }
    }
    return Array(wrong.prefix(most))
  }

  /// Whether something stands in the record that is told wherever it stands: a comment, or text behind a quote.
  var hasMisplacedText: Bool {
    comment != nil || fields.contains { mistake(inQuotesOf: $0, "number") != nil }
  }

  // MARK: Separators

  /// The sign that stands between the names of a header which has no comma.
  var otherSeparator: String? {
    guard fields.count == 1, let field = fields.first, !field.isQuoted else { return nil }
    let text = file[field.text]
    for (sign, name) in [(";" as Character, "`;`"), ("\t", "tabs"), ("|", "`|`")]
    where text.utf8.contains(sign.asciiValue ?? 0) {
      let names = text.split(separator: sign)
      if names.count > 1, names.allSatisfy({ name in name.contains { $0.isLetter } }) { return name }
    }
    let words = text.split(separator: " ")
    let areNames = words.allSatisfy { $0.unicodeScalars.allSatisfy(\.isNamePart) }
    return words.count > 1 && areNames && !isFile && rowsHaveBlanks(words.count) ? "blanks" : nil
  }

  /// Whether the line below the header has so many words.
  private func rowsHaveBlanks(_ count: Int) -> Bool {
    let rest = file.bytes[recordRange.upperBound...].prefix(1000)
    let line = rest.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }
      .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return line.split(separator: UInt8(ascii: " ")).count == count
  }

  /// The rows are not cut at commas.
  func separatedOtherwise(by separator: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "the columns seem to be parted by \(separator)", at: range,
      hint: "write commas between them, and numbers with a decimal point")
  }

  private func unequalRow(of fieldCount: Int) -> Diagnostic {
    let hint: String? =
      if fields.count == 1, let last = fields.last, isSeparatedOtherwise(last) {
        .commasBetweenFields(not: file[last.text])
      } else if fields.count == fieldCount + 1, fields.last?.isEmpty == true {
        "leave out the comma at its end"
      } else if fields.count == 2 * fieldCount || fields.count > fieldCount && hasDecimalComma {
        .decimalComma
      } else {
        nil
      }
    return Diagnostic(
      "this row has \(fields.count.counting("field")), and the header has \(fieldCount)", at: recordRange,
      hint: hint)
  }

  // MARK: Comments

  /// The comment in the record, for which there is no place; where it stands.
  var comment: SourceRange? {
    guard let last = fields.last else { return nil }
    for field in fields {
      guard let text = field.unquoted else { continue }
      let bytes = file.bytes[text.lowerBound..<text.upperBound]
      guard let start = bytes.firstIndex(of: UInt8(ascii: "#")) else { continue }
      return SourceRange(start, max(text.upperBound, last.range.upperBound))
    }
    return nil
  }

  /// A comment stands where none can.
  func misplacedComment(at range: SourceRange) -> Diagnostic {
    isFile
      ? Diagnostic("rows of numbers have no comments", at: range, hint: "leave it out")
      : Diagnostic(
        "a data cell has no comments", at: range, hint: "say it in the text before or behind the cell")
  }
}

extension String {
  /// The hint where columns are parted by something else.
  ///
  /// - Parameter row: a row, or a header, that is parted otherwise.
  static func commasBetweenFields(not row: String) -> String {
    let names = [(";", "`;`"), ("|", "`|`"), ("\t", "tabs")]
    let separator = names.first { row.contains($0.0) }?.1 ?? "blanks"
    return "the fields seem to be parted by \(separator): write commas between them"
  }
}

extension Int {
  fileprivate func counting(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
