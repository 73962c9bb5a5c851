import Algebra
import Engine
import LessonProgram
import Transcript

// Rows, as the page shows them.

extension StepWriter {
  /// As many rows of data are shown; of more the first ones.
  private static var maxShownRows: Int { 24 }
  /// Of rows that are made, as many are shown: they are too many to be read, and a picture says more.
  private static var maxMadeRows: Int { 5 }

  /// The rows of a data cell, or of rows that are made the first.
  func step(showing set: DataSet, madeBy call: String?) -> Step {
    var lines = draft.lines
    let most = call == nil ? Self.maxShownRows : Self.maxMadeRows
    let count = "\(set.rows.count) row\(set.rows.count == 1 ? "" : "s")"
    let origin = call.map { " of \($0), seed \(environment.seed)" } ?? set.source.map { " from \($0)" } ?? ""
    lines.append(Line(.remark([.words("data \(set.name): \(count)\(origin)")])))
    let rows = set.rows.prefix(most).map { row in row.map { Table.Cell.number(style.shown($0)) } }
    lines.append(
      Line(.table(Table(header: set.columns.map { .formula(.name($0)) }, rows: Array(rows))), level: 1))
    if set.rows.count > most {
      let columns = set.columns.map(\.text).joined(separator: ", ")
      lines.append(
        Line(
          .remark([.words("… \(set.rows.count - most) more: table \(columns) over \(set.name)")]), level: 1))
    }
    return Step(name: "data \(set.name)", lines: lines)
  }
}
