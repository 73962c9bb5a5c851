public import Diagnostics

/// Reads the rows of a data cell whose text is `body`: CSV as RFC 4180 has it, with a header.
///
/// A cell with a mistake is `nil`, and every mistake is told, each with its line and column, the first 100 of them.
/// Cost: O(n).
public func parseData(
  _ file: SourceFile, _ body: SourceRange
) -> (rows: DataRows?, diagnostics: [Diagnostic]) {
  fatalError()
}

/// The rows of a data cell: under each name of the header a number in each row.
public struct DataRows: Hashable, Sendable {
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
