package import Engine
package import Transcript

/// Of a long table the first rows and the last ones are shown.
package enum ShownRows {
  /// How many stand before those that are left out.
  package static let leading = 90
  /// How many stand behind them.
  package static let trailing = 10

  /// The first and the last of so many rows, with a row of ellipses for those between.
  package static func rows(
    _ count: Int, columns: Int, _ row: (Int) throws(Fault) -> [Table.Cell]
  ) throws(Fault) -> [[Table.Cell]] {
    guard count > leading + trailing else { return try (0..<count).map(row) }
    return try (0..<leading).map(row) + [ellipsis(columns)] + ((count - trailing)..<count).map(row)
  }

  /// The row that stands for those that are left out.
  package static func ellipsis(_ columns: Int) -> [Table.Cell] { (0..<columns).map { _ in .words("…") } }
}
