internal import Transcript

/// The values of a heat map at the cells of a picture, and between them.
struct PlotPlane {
  private let values: [[Double?]]
  private let width: Int
  private let height: Int
  private let columns: Int
  private let rows: Int
  /// Whether each value is that of a block.
  private let areBlocks: Bool
  /// Whether there are values on the way from one to the next.
  private let areBetween: Bool

  /// The values of a map in a picture of so many cells, the outer ones at the ends of the axes.
  init(_ map: Plot.HeatMap, columns: Int, rows: Int) {
    values = map.values
    width = map.values.first?.count ?? 0
    height = map.values.count
    self.columns = columns
    self.rows = rows
    areBlocks = map.areBlocks
    areBetween = if case .between = map.shades { !map.areBlocks } else { false }
  }

  /// The value nearest to a cell, or that of the block in which it lies.
  func value(inColumn column: Int, row: Int) -> Double? {
    let place = areBlocks ? block(of:of:among:) : nearest(to:of:among:)
    let line = values[place(row, rows, height)]
    return line[place(column, columns, line.count)]
  }

  /// The value at a place, cells counted from the middle of the first: on the way from each value to its neighbours, unless
  /// values are blocks or there are few of them.
  func value(atColumn x: Double, row y: Double) -> Double? {
    guard areBetween else {
      return value(
        inColumn: min(max(0, Int((x + 0.5).rounded(.down))), columns - 1),
        row: min(max(0, Int((y + 0.5).rounded(.down))), rows - 1))
    }
    let (column, row) = (share(of: x, columns, width), share(of: y, rows, height))
    return between(
      between(known(column.index, row.index), known(column.index + 1, row.index), column.part),
      between(known(column.index, row.index + 1), known(column.index + 1, row.index + 1), column.part),
      row.part)
  }

  private func known(_ column: Int, _ row: Int) -> Double? {
    values[min(row, height - 1)][min(column, width - 1)]
  }

  /// Before which of `count` values a place lies, and how far on the way to the next.
  private func share(of place: Double, _ cells: Int, _ count: Int) -> (index: Int, part: Double) {
    let last = Double(count - 1)
    let exact = min(max(0, place / Double(max(1, cells - 1)) * last), last)
    let index = exact.rounded(.down)
    return (Int(index), exact - index)
  }

  /// Both halves apart, as the difference of huge numbers is more than a number can hold; what has no value does not matter
  /// where all of the way is left, or none.
  private func between(_ low: Double?, _ high: Double?, _ part: Double) -> Double? {
    if part == 0 { return low }
    guard let low, let high else { return nil }
    return low * (1 - part) + high * part
  }

  /// Which of `count` values, the outer two of them in the outer two of `cells`, is nearest to a cell.
  private func nearest(to cell: Int, of cells: Int, among count: Int) -> Int {
    let steps = max(1, cells - 1)
    return (2 * cell * (count - 1) + steps) / (2 * steps)
  }

  /// In which of `count` blocks of `cells` a cell lies.
  private func block(of cell: Int, of cells: Int, among count: Int) -> Int {
    (2 * cell + 1) * count / (2 * cells)
  }
}
