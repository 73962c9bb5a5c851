package import Diagnostics

/// Reads a list, a row at a time: a header that names its columns, in any order, and records below it.
///
/// Columns that no list needs are left alone. What is wrong is told with its place, in the words of what a row is: a claim,
/// a word. Cost: O(n).
package struct RecordTable<Column: RecordColumn> {
  /// What a row is called.
  private let rowName: String
  private var scanner: RecordScanner
  private var found: [Diagnostic] = []
  /// Where each column stands in a row.
  private var columns: [Column: Int] = [:]
  private var columnCount = 0
  private var hasHeader = false

  /// A row of a list.
  package struct Row {
    private let fields: [RecordScanner.Field]
    private let columns: [Column: Int]

    fileprivate init(_ fields: [RecordScanner.Field], _ columns: [Column: Int]) {
      self.fields = fields
      self.columns = columns
    }

    /// Where the row stands.
    package var range: SourceRange { fields.range }

    /// What stands in a column; empty where the list lacks it.
    package func text(_ column: Column) -> String { columns[column].map { fields[$0].text } ?? "" }

    /// Where that stands; the whole row where the list lacks the column.
    package func range(_ column: Column) -> SourceRange { columns[column].map { fields[$0].range } ?? range }
  }

  /// The list in `file`, of which a row is called `rowName`.
  package init(_ file: SourceFile, ofEach rowName: String) {
    self.rowName = rowName
    scanner = RecordScanner(file)
    readHeader()
  }

  /// What is wrong with the list so far.
  package var diagnostics: [Diagnostic] { found + scanner.diagnostics }

  /// What is wrong with the list, in the order of the file, at most 100 of it.
  package var diagnosticsInOrder: [Diagnostic] {
    let inOrder = diagnostics.sorted { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    return Array(inOrder.prefix(Diagnostic.maxPerFile))
  }

  /// Notes what is wrong with a row in the eyes of who reads it.
  package mutating func report(_ diagnostic: Diagnostic) { found.append(diagnostic) }

  /// All rows that have as many fields as the header; none where the header cannot be read.
  ///
  /// - Parameter take: what is done with each, while there is not more wrong than anyone reads.
  package mutating func forEachRow(_ take: (inout RecordTable, Row) -> Void) {
    guard hasHeader else { return }
    var rowCount = 0
    while diagnostics.count < Diagnostic.maxPerFile, let fields = scanner.next() {
      rowCount += 1
      if let row = row(fields) { take(&self, row) }
    }
    if rowCount == 0 {
      found.append(
        Diagnostic(
          "this list has no \(rowName)", at: headerRange, hint: "each row below the header is one"))
    }
  }

  // MARK: The header

  private var headerRange = SourceRange(0, 0)

  /// Reads the names of the columns.
  private mutating func readHeader() {
    guard let fields = scanner.next() else {
      found.append(
        Diagnostic(
          "this list of \(rowName)s has no header", at: SourceRange(0, 0),
          hint: "its first line names its columns: \(Column.names)"))
      return
    }
    columnCount = fields.count
    headerRange = fields.range
    if fields.count == 1, let separator = [";", "\t"].first(where: fields[0].text.contains) {
      found.append(
        Diagnostic(
          "the columns of this list are separated by \(separator == ";" ? "semicolons" : "tabs")",
          at: fields[0].range, hint: "save it as CSV with commas"))
      return
    }
    take(fields)
    hasHeader = found.isEmpty
  }

  private mutating func take(_ fields: [RecordScanner.Field]) {
    var others: [RecordScanner.Field] = []
    for (index, field) in fields.enumerated() {
      guard let column = Column(rawValue: field.text) else {
        others.append(field)
        continue
      }
      if let first = columns.updateValue(index, forKey: column) {
        found.append(
          Diagnostic(
            "there is a second column `\(column.rawValue)`", at: field.range, hint: "keep one of the two",
            notes: [.init("the first one stands", at: fields[first].range)]))
      }
    }
    let missing = Column.allCases.filter { columns[$0] == nil }
    let names = missing.map(\.rawValue)
    // A column of the team's own may be called anything but almost like one that the list lacks.
    let meant = others.compactMap { field in
      Diagnostic.Advice.nearest(to: field.text, among: names, at: field.range).map { (field, $0) }
    }
    for (field, advice) in meant {
      found.append(Diagnostic("there is no column `\(field.text)`", at: field.range, advice: advice))
    }
    if meant.isEmpty, let first = missing.first(where: { !$0.isOptional }) {
      found.append(
        Diagnostic(
          "the column `\(first.rawValue)` is missing", at: headerRange,
          hint: "a list of \(rowName)s has the columns \(Column.names)"))
    }
  }

  // MARK: Rows

  private mutating func row(_ fields: [RecordScanner.Field]) -> Row? {
    if fields.count == columnCount { return Row(fields, columns) }
    // What an open quotation mark has swallowed is told there.
    if scanner.diagnostics.isEmpty {
      found.append(
        Diagnostic(
          "this row has \(fields.count == 1 ? "1 field" : "\(fields.count) fields"), and the header has "
            + "\(columnCount)",
          at: fields.range,
          hint: fields.count > columnCount
            ? "a field with a comma in it stands between quotation marks"
            : "a comma stands between all columns, also where a field is empty"))
    }
    return nil
  }
}

extension [RecordScanner.Field] {
  /// Where all of them stand.
  fileprivate var range: SourceRange {
    guard let first, let last else { return SourceRange(0, 0) }
    return first.range.union(last.range)
  }
}
