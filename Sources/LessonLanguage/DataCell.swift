public import Diagnostics

/// Reads the rows of a data cell whose text is `body`: CSV as RFC 4180 has it, with a header.
///
/// Blanks around fields and lines of nothing but blanks are passed over. There are no comments: the RFC has none, and a
/// row may not be lost to a mistyped `#`, so one is told like any other mistake. A number is written as in calc, and may
/// have a sign. A quoted field may hold a name or a number; nothing else that the RFC lets it hold has a meaning here.
///
/// A cell with a mistake is `nil`, and every mistake is told, each with its line and column, the first 100 of them.
/// Cost: O(n).
public func parseData(
  _ file: SourceFile, _ body: SourceRange
) -> (rows: DataRows?, diagnostics: [Diagnostic]) {
  parseData(file, body, maxNumbers: DataRows.maxNumbers)
}

/// Reads the rows of a file that holds nothing else, as a data cell has them; a byte-order mark is passed over.
///
/// Of the columns those in `columns` are read. What stands in the others need be no number.
public func parseData(file: SourceFile, columns: Set<String>) -> (rows: DataRows?, diagnostics: [Diagnostic])
{
  let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let body = SourceRange(start, file.bytes.count)
  return DataCellReader(file, body, maxNumbers: DataRows.maxNumbers, isFile: true, wanted: columns).read()
}

/// Reads the rows of a data cell that may have another number of numbers than the format's.
func parseData(
  _ file: SourceFile, _ body: SourceRange, maxNumbers: Int
) -> (rows: DataRows?, diagnostics: [Diagnostic]) {
  DataCellReader(file, body, maxNumbers: maxNumbers).read()
}

/// The rows of a data cell: under each name of the header a number in each row.
public struct DataRows: Hashable, Sendable {
  /// The numbers that a data cell may have.
  public static let maxNumbers = 1_000_000

  /// The names of the columns, in order.
  public let columns: [Identifier]
  /// The rows, in order; each has a number for each column.
  public let rows: [[PrintedNumber]]

  /// Rows under the names of their columns.
  public init(columns: [Identifier], rows: [[PrintedNumber]]) {
    self.columns = columns
    self.rows = rows
  }
}
