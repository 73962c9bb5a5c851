internal import Algebra
internal import Transcript

/// The cells of a picture, in rows from bottom to top.
struct PlotGrid {
  /// A cell: a character, and what it is.
  struct Cell: Hashable {
    var character: Character
    var role = Role.plain

    /// Nothing is to be seen.
    static let empty = Cell(character: " ")

    /// Whether part of the ground is to be seen in a picture that covers it.
    var hasGap: Bool {
      guard case .painted(_, on: nil) = role else { return self == .empty }
      return true
    }
  }

  /// The cells from left to right.
  private(set) var rows: [[Cell]]

  /// A grid of empty cells.
  init(columns: Int, rows: Int) {
    self.rows = Array(repeating: Array(repeating: .empty, count: columns), count: rows)
  }

  /// How many cells a row has.
  var columns: Int { rows.first?.count ?? 0 }

  /// A cell, which must be in the grid.
  subscript(column: Int, row: Int) -> Cell {
    get { rows[row][column] }
    set { rows[row][column] = newValue }
  }

  /// Whether some cell has the character.
  func contains(_ character: Character) -> Bool {
    rows.contains { $0.contains { $0.character == character } }
  }

  /// Whether something is left blank in a picture that covers the grid.
  var hasGaps: Bool { rows.contains { $0.contains(where: \.hasGap) } }
}

extension RunningText {
  /// Cells side by side: those of one role are one stretch.
  init(_ cells: some Sequence<PlotGrid.Cell>) {
    var text = RunningText()
    var (piece, role) = ("", Role.plain)
    for cell in cells {
      if cell.role != role {
        text.append(piece, role)
        (piece, role) = ("", cell.role)
      }
      piece.append(cell.character)
    }
    text.append(piece, role)
    self = text
  }
}

extension Plot.Axis {
  /// Where a value stands among `count` cells, the outer two of them on the ends of the axis: the middle of the first is at
  /// 0; `nil` beyond half a cell from the ends. Ends beyond the ticks are the edges of the outer two cells.
  ///
  /// A billionth of a cell is rounded away, as the last bits may differ from machine to machine.
  func place(of value: Double, among count: Int) -> Double? {
    guard let position = position(of: value) else { return nil }
    let billionth = 1e-9
    let exact = ends == nil ? position * Double(count - 1) : position * Double(count) - 0.5
    let place = (exact / billionth).rounded() * billionth
    return -0.5 <= place && place < Double(count) - 0.5 ? place : nil
  }

  /// Which of `count` cells is nearest to a value; one half-way between two cells belongs to the upper one.
  func cell(of value: Double, among count: Int) -> Int? {
    place(of: value, among: count).map { Int(($0 + 0.5).rounded(.down)) }
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
