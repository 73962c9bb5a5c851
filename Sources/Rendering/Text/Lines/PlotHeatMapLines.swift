internal import Algebra
internal import Transcript

extension TextArea {
  /// A picture has so many shades at most.
  private static let maxShades = 6
  /// The marks of the classes of points, in order: letters, which no shade is.
  static let pointMarks: [Character] = ["O", "X", "A", "V", "H", "S"]
  /// A character is about twice as high as it is wide: half as many rows as columns make a square.
  private static let maxColumns = 33
  private static let maxRows = 17
  /// The same in a window that has as many lines.
  private static let maxRowsOfWindow = 33

  /// Values over a plane: a shade for each place, and the points on top. In a window it grows with the lines that there are, as wide
  /// as they let a square be.
  func lines(of map: Plot.HeatMap, maxRows: Int) -> [TextLine] {
    let frame = PlotFrame(horizontal: map.horizontal, vertical: map.vertical)
    guard map.classes.count <= Self.pointMarks.count else {
      return withoutPicture(because: "there are marks for \(Self.pointMarks.count) classes only")
    }
    guard (1...Self.maxShades).contains(map.shades.count) else {
      return withoutPicture(because: "there are 1 to \(Self.maxShades) shades")
    }
    let width = map.values.first?.count ?? 0
    guard frame.isDrawable, width > 1, map.values.count > 1, map.values.allSatisfy({ $0.count == width })
    else { return withoutPicture(because: "there are no values over a plane") }
    guard frame.minPageColumns <= self.width else { return withoutPicture(of: frame) }
    let maxRows = min(maxRows, height == nil ? Self.maxRows : Self.maxRowsOfWindow)
    let room = min(frame.room(in: self.width), max(Self.maxColumns, 2 * maxRows - 1))
    let block = map.areBlocks ? block(of: map, upTo: room, maxRows: maxRows) : nil
    let wanted = block.map { min($0.columns * width, room) } ?? cellCount(for: width, upTo: room)
    guard let columns = frame.columns(wanted, upTo: room, width: self.width) else {
      return withoutPicture(of: frame)
    }
    let rows =
      block.map { min($0.rows * map.values.count, height == nil ? Self.maxRows : maxRows) }
      ?? cellCount(for: map.values.count, upTo: min((columns + 1) / 2, maxRows))
    var grid = PlotGrid(columns: columns, rows: rows)
    canvas.draw(map, on: &grid)
    let hasGaps = grid.hasGaps
    grid.draw(map.points, Self.pointMarks, in: frame)
    return legend(of: map, hasGaps: hasGaps) + legend(ofPoints: map, on: grid) + title(above: frame)
      + frame.lines(around: grid, canvas.axisSigns, width: self.width)
      + title(below: frame, columns: columns)
  }

  /// The characters of one element of a matrix: about a square.
  private func block(of map: Plot.HeatMap, upTo room: Int, maxRows: Int) -> (columns: Int, rows: Int) {
    let most = room / max(1, map.values.first?.count ?? 1)
    let rows = max(1, min(maxRows / max(1, map.values.count), most / 2))
    return (max(1, min(most, 2 * rows)), rows)
  }

  private func legend(of map: Plot.HeatMap, hasGaps: Bool) -> [TextLine] {
    let name = fragments(of: [.formula(map.label), .words(":")])
    let pieces =
      canvas.key(of: map).map { piece(for: $0, isFirst: false) }
      + (hasGaps ? [RunningText(String.spaces(3) + "blank: no value")] : [])
    return RunningText([RunningText(name.joined())] + pieces)
      .lines(filled(name + pieces.map(\.text), width: width, hanging: 2))
  }

  private func legend(ofPoints map: Plot.HeatMap, on grid: PlotGrid) -> [TextLine] {
    let classes = zip(Self.pointMarks, map.classes).enumerated().map { index, pair in
      PlotLegendItem(cells: [.init(character: pair.0, role: .series(index))], meaning: pair.1)
    }
    return legend(classes + legendOfSeveral(on: grid))
  }
}

/// How many characters show `count` values, `most` at most: as many for each, or each second value, third and so on where
/// that leaves most of the room in use; else any number, and each character shows the value nearest to it.
private func cellCount(for count: Int, upTo most: Int) -> Int {
  let intervals = count - 1
  if count <= most { return (most - 1) / intervals * intervals + 1 }
  let thinned = (2...max(2, intervals)).first { intervals % $0 == 0 && intervals / $0 < most }
  if let thinned, intervals / thinned + 1 >= most * 2 / 3 { return intervals / thinned + 1 }
  return most
}

extension PlotGrid {
  /// Points on top, in the colour of their class where the picture has none.
  mutating func draw(_ points: [Plot.HeatMap.Point], _ marks: [Character], in frame: PlotFrame) {
    var drawn = PlotGrid(columns: columns, rows: rows.count)
    for point in points {
      guard marks.indices.contains(point.classIndex),
        let column = frame.horizontal.cell(of: point.x, among: columns),
        let row = frame.vertical.cell(of: point.y, among: rows.count)
      else { continue }
      let mark = Cell(character: marks[point.classIndex], role: .series(point.classIndex))
      let isFree = drawn[column, row] == .empty || drawn[column, row] == mark
      drawn[column, row] = isFree ? mark : PlotLegendItem.several
      self[column, row] = Cell(
        character: drawn[column, row].character,
        role: self[column, row].role.ofMark ?? drawn[column, row].role)
    }
  }
}
