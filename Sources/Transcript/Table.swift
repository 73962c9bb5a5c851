public import Algebra

/// A table: a header, and rows of the same length.
public struct Table: Hashable, Sendable {
  /// The heads of the columns.
  public var header: [Cell]
  /// The rows.
  public var rows: [[Cell]]

  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// A word.
    case words(String)
    /// A name or an expression.
    case formula(Formula)
    /// A number; the numbers of a column stand with their points under each other.
    case number(Number)
  }

  /// A table with all that it holds.
  public init(header: [Cell], rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }
}
