internal import Algebra
internal import Transcript

/// The characters of a picture, in rows from bottom to top.
struct PlotGrid {
  /// The characters from left to right.
  private(set) var rows: [[Character]]

  /// A grid of spaces.
  init(columns: Int, rows: Int) {
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// How many characters a row has.
  var columns: Int { rows.first?.count ?? 0 }

  /// The character of a cell, which must be in the grid.
  subscript(column: Int, row: Int) -> Character {
    get { rows[row][column] }
    set { rows[row][column] = newValue }
  }
}

extension Plot.Axis {
  /// Which of `count` cells, the outer two of them on the ends of the axis, is nearest to a value; `nil` beyond half a
  /// cell from the ends. Ends beyond the ticks are the edges of the outer two cells.
  ///
  /// A value half-way between two cells belongs to the upper one, though its last bits may differ from machine to
  /// machine: a billionth of a cell is rounded away first.
  func cell(of value: Double, among count: Int) -> Int? {
    guard let position = position(of: value) else { return nil }
    let billionth = 1e-9
    let exact = ends == nil ? position * Double(count - 1) : position * Double(count) - 0.5
    let place = (exact / billionth).rounded() * billionth
    let cell = (place + 0.5).rounded(.down)
    return cell >= 0 && cell < Double(count) ? Int(cell) : nil
  }

  /// The most cells, no more than `most`, of which as many lie between any two ticks; all where ticks are unevenly apart, or
  /// where that would leave more than a quarter of the room empty.
  func cellCount(upTo most: Int) -> Int {
    let intervals = ticks.count - 1
    guard intervals > 0, isEven(ticks.map(\.value)) else { return most }
    let count = (most - 1) / intervals * intervals + 1
    return count * 4 >= most * 3 ? count : most
  }

  /// Whether values are as far apart as each other, the first and the last at the ends of the axis.
  func isEven(_ values: [Double]) -> Bool {
    let last = Double(values.count - 1)
    return values.indices.allSatisfy { index in
      guard let position = position(of: values[index]) else { return false }
      return abs(position * last - Double(index)) < 1e-6
    }
  }
}
