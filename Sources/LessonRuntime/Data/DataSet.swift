import Algebra

/// The rows of a data cell, or rows that are made.
struct DataSet: Sendable {
  /// Its name.
  let name: Name
  /// The names of the columns, in order.
  let columns: [Name]
  /// The rows, in order, a number for each column; those of a data cell with their digits.
  let rows: [[Number]]
}
