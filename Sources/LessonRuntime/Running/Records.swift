import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
import Transcript

/// What the `record` statements of a loop have written down, a table for each of them.
package struct Records {
  /// The rows of one `record` statement.
  struct Recording {
    fileprivate let place: Int
    fileprivate let formulas: [Formula]
    fileprivate var first: [[Table.Cell]] = []
    /// The last rows, those written earliest at `oldest`.
    fileprivate var last: [[Table.Cell]] = []
    fileprivate var oldest = 0
    fileprivate var columns: [RecordedCurve]
  }

  /// The tables, in the order in which they were begun.
  private(set) var tables: [Recording] = []

  /// A loop records no more rows.
  static let mostRows = 1_000_000

  private let limit: Int

  /// No rows yet; only tests set a lower bound, to meet it at once.
  init(mostRows: Int = Records.mostRows) { limit = mostRows }

  /// What is said of a loop that does.
  static let tooManyRows = Fault.bound("a loop records at most 1,000,000 rows, and this one records more")

  /// Writes a row down.
  mutating func add(
    _ cells: [Table.Cell], _ numbers: [Double], under formulas: [Formula], at place: SourceRange
  ) throws(Fault) {
    let index: Int
    if let known = tables.firstIndex(where: { $0.place == place.lowerBound }) {
      index = known
    } else {
      index = tables.count
      tables.append(
        Recording(place: place.lowerBound, formulas: formulas, columns: formulas.map { _ in RecordedCurve() })
      )
    }
    guard (tables[index].columns.first?.count ?? 0) < limit else {
      throw Self.tooManyRows
    }
    tables[index].add(cells, numbers)
  }
}

extension Records.Recording {
  fileprivate mutating func add(_ cells: [Table.Cell], _ numbers: [Double]) {
    for (column, number) in numbers.enumerated() { columns[column].append(number) }
    if first.count < ShownRows.leading {
      first.append(cells)
    } else if last.count < ShownRows.trailing {
      last.append(cells)
    } else {
      last[oldest] = cells
      oldest = (oldest + 1) % ShownRows.trailing
    }
  }

  /// The rows that are shown, and in their midst how many are not.
  var table: Table {
    let all = columns.first?.count ?? 0
    let tail = last[oldest...] + last[..<oldest]
    let hidden = all - first.count - tail.count
    return Table(
      header: formulas.map { .formula($0) },
      rows: first + (hidden > 0 ? [ShownRows.ellipsis(formulas.count)] : []) + tail)
  }

  /// The numbers of each column, for plots.
  var curves: [Formula: RecordedCurve] { Dictionary(zip(formulas, columns)) { $1 } }
}
