import Algebra
import LessonLanguage

/// Rows of numbers under names: what a data cell holds, or a maker has made.
struct DataSet: Sendable {
  /// The name under which the lesson speaks of it.
  let name: Name
  /// The names of the columns, in order.
  let columns: [Name]
  /// The rows, in order; each has a number for each column.
  let rows: [[Number]]
  /// The file that they are read from in place of the lesson's own; `nil` for those.
  var source: String?

  /// Rows under the names of their columns.
  init(name: Name, columns: [Name], rows: [[Number]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The rows of a data cell, with their digits as they are typed.
  init(name: Name, _ written: DataRows) {
    self.init(
      name: name, columns: written.columns.map { Name($0.text) },
      rows: written.rows.map { row in
        row.map { Number($0.value, text: NumberStyle.typed($0.text, value: $0.value)) }
      })
  }
}
