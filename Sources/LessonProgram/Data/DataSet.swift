package import Algebra
package import LessonLanguage
import PrintedNumbers

/// Rows of numbers under names: what a data cell holds, or a maker has made.
package struct DataSet: Sendable {
  /// The name under which the lesson speaks of it.
  package let name: Name
  /// The names of the columns, in order.
  package let columns: [Name]
  /// The rows, in order; each has a number for each column.
  package let rows: [[Number]]
  /// The file that they are read from in place of the lesson's own; `nil` for those.
  package var source: String?

  /// Rows under the names of their columns.
  package init(name: Name, columns: [Name], rows: [[Number]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The rows of a data cell, with their digits as they are typed.
  package init(name: Name, _ written: DataRows) {
    self.init(
      name: name, columns: written.columns.map { Name($0.text) },
      rows: written.rows.map { row in
        row.map { Number($0.value, text: NumberStyle.literalText($0.text, value: $0.value)) }
      })
  }
}
