import Diagnostics

/// Reads the header and the rows of a data cell.
///
/// A right row costs little: what is wrong with a row is found out, in `DataCellReader+Errors`, once it is known that
/// something is.
struct DataCellReader {
  /// The file that the cell stands in.
  let file: SourceFile
  /// The fields of the record that was read last.
  private(set) var fields: [DataCellField] = []
  private let body: SourceRange
  private let maxNumbers: Int
  /// Whether the rows are a file of their own, and stand in no cell.
  let isFile: Bool
  /// The columns that are read; `nil` for all.
  private let wanted: Set<String>?
  /// Which fields of a record are read.
  private(set) var isRead: [Bool] = []
  private var scanner: DataCellScanner
  private var diagnostics: [Diagnostic] = []
  /// What has been found of fields that are no numbers, by column.
  private var texts: [Int: TextsOfColumn] = [:]

  /// A reader of the cell whose text is `body`, which may have so many numbers.
  ///
  /// With `wanted` it reads these columns alone: what else stands in a row may be anything.
  init(
    _ file: SourceFile, _ body: SourceRange, maxNumbers: Int, isFile: Bool = false,
    wanted: Set<String>? = nil
  ) {
    self.wanted = wanted
    self.file = file
    self.body = body
    self.maxNumbers = maxNumbers
    self.isFile = isFile
    self.scanner = DataCellScanner(file, body)
  }

  /// Reads the cell: its rows, or what is wrong with it.
  consuming func read() -> (rows: DataRows?, diagnostics: [Diagnostic]) {
    guard readHeaderRecord() else {
      if diagnostics.isEmpty { report([emptyCell(at: body.lowerBound)]) }
      return (nil, diagnostics)
    }
    guard fields.count <= maxNumbers else { return (nil, [tooManyColumns(at: fields[maxNumbers].range)]) }
    let header = recordRange
    if let separator = otherSeparator {
      report([separatedOtherwise(by: separator, at: header)])
      return (nil, diagnostics)
    }
    isRead = fields.map { field in wanted.map { $0.contains(file[field.text]) } ?? true }
    // Where a column is missing, the header tells it, and the rows need not be looked at.
    let isIncomplete = wanted.map { !$0.isSubset(of: fields.map { file[$0.text] }) } ?? false
    if isIncomplete { isRead = fields.map { mistake(inName: $0) == nil } }
    let columns = columns()
    if isIncomplete, !columns.isEmpty, diagnostics.isEmpty {
      return (DataRows(columns: columns, rows: []), [])
    }
    let rows = readRows(fieldCount: fields.count)
    if rows.isEmpty, diagnostics.isEmpty { report([missingRows(at: header)]) }
    return diagnostics.isEmpty ? (DataRows(columns: columns, rows: rows), []) : (nil, diagnostics)
  }

  private mutating func report(_ mistakes: [Diagnostic]) {
    diagnostics += mistakes.prefix(Diagnostic.maxPerFile - diagnostics.count)
  }

  private mutating func readRecord() -> Bool {
    diagnostics.count < Diagnostic.maxPerFile && scanner.read(into: &fields, most: maxNumbers)
  }

  /// Where the fields of the record stand.
  var recordRange: SourceRange {
    guard let first = fields.first, let last = fields.last else { return body }
    return first.range.union(last.range)
  }

  // MARK: The header

  /// Reads the first record that is no comment; those before it are told.
  private mutating func readHeaderRecord() -> Bool {
    while readRecord() {
      guard let comment, comment.lowerBound == recordRange.lowerBound else { return true }
      report([misplacedComment(at: comment)])
    }
    return false
  }

  /// The names in the header, as far as they are right.
  private mutating func columns() -> [Identifier] {
    if fields.allSatisfy({ number(in: $0) != nil }) {
      report([missingHeader()])
      return []
    }
    if let comment {
      report([misplacedComment(at: comment)])
      return []
    }
    var columns: [Identifier] = []
    var known: Set<String> = []
    for (field, isRead) in zip(fields, isRead) where isRead {
      if let mistake = mistake(inName: field) {
        report([mistake])
        guard diagnostics.count < Diagnostic.maxPerFile else { break }
        continue
      }
      let name = file[field.text]
      if known.insert(name).inserted {
        columns.append(Identifier(name, at: field.text))
      } else {
        report([secondColumn(name, at: field.text)])
      }
    }
    return columns
  }

  // MARK: The rows

  private mutating func readRows(fieldCount: Int) -> [[PrintedNumber]] {
    var rows: [[PrintedNumber]] = []
    var count = 0
    // Rows that are cut alike have one mistake.
    var told: Set<Int> = [fieldCount]
    let header = fields
    var textRowCount = 0
    // Of decimal commas the first says it all.
    var isCommaTold = false
    while readRecord() {
      count += fields.count
      if count > maxNumbers {
        report([tooManyNumbers(at: fields[fields.count - (count - maxNumbers)].range)])
        break
      }
      if fields.count == fieldCount, let row = row() {
        rows.append(row)
      } else if fields.count == fieldCount || told.insert(fields.count).inserted || hasMisplacedText {
        for (column, mistake) in mistakes(inRowOf: fieldCount, most: Diagnostic.maxPerFile) {
          if mistake.hint == .decimalComma {
            guard !isCommaTold else { continue }
            isCommaTold = true
          }
          if let column { texts[column, default: .init()].add(mistake) } else { report([mistake]) }
        }
        textRowCount += 1
      }
    }
    for (column, texts) in texts.sorted(by: { $0.key < $1.key }) {
      report(texts.mistakes(in: file[header[column].text], of: rows.count + textRowCount))
    }
    diagnostics.sort { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    return rows
  }

  /// The numbers of the record; `nil` when one is wrong.
  private func row() -> [PrintedNumber]? {
    var row: [PrintedNumber] = []
    row.reserveCapacity(fields.count)
    for (field, isRead) in zip(fields, isRead) where isRead {
      guard let number = number(in: field) else { return nil }
      row.append(number)
    }
    return row
  }
}
