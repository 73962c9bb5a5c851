internal import Algebra
internal import Transcript

extension TextArea {
  /// The shades, from light to dark, where there are so many of them; a space is a gap.
  private static let shades: [[Character]] = [".", ".#", ".=#", ".:=#", ".:=#@", ".:-=#@"].map(Array.init)
  /// The shades below points: none is as dark as a letter.
  private static let lightShades: [[Character]] = [".", ".=", ".-=", ".:-=", ".:-=+", ".,:-=+"].map(
    Array.init)
  /// The marks of the classes of points, in order: letters, which no shade is.
  private static let pointMarks: [Character] = ["O", "X", "A", "V", "H", "S"]
  /// A character is about twice as high as it is wide: half as many rows as columns make a square.
  private static let maxColumns = 33
  private static let maxRows = 17

  /// Values over a plane: a shade for each place, and the points on top.
  func lines(of map: Plot.HeatMap) -> [TextLine] {
    let frame = PlotFrame(horizontal: map.horizontal, vertical: map.vertical)
    guard map.classes.count <= Self.pointMarks.count else {
      return withoutPicture(because: "there are marks for \(Self.pointMarks.count) classes only")
    }
    guard (1...Self.shades.count).contains(map.shades.count) else {
      return withoutPicture(because: "there are 1 to \(Self.shades.count) shades")
    }
    let width = map.values.first?.count ?? 0
    guard frame.isDrawable, width > 1, map.values.count > 1, map.values.allSatisfy({ $0.count == width })
    else { return withoutPicture(because: "there are no values over a plane") }
    guard frame.minPageColumns <= self.width else { return withoutPicture(of: frame) }
    let shades = (map.points.isEmpty ? Self.shades : Self.lightShades)[map.shades.count - 1]
    let room = min(frame.room(in: self.width), Self.maxColumns)
    let block = map.areBlocks ? block(of: map, upTo: room) : nil
    let wanted = block.map { min($0.columns * width, room) } ?? cellCount(for: width, upTo: room)
    guard let columns = frame.columns(wanted, upTo: room, width: self.width) else {
      return withoutPicture(of: frame)
    }
    let rows =
      block.map { min($0.rows * map.values.count, Self.maxRows) }
      ?? cellCount(for: map.values.count, upTo: (columns + 1) / 2)
    var grid = PlotGrid(columns: columns, rows: rows)
    grid.draw(map.values, asBlocks: map.areBlocks) { map.shade(of: $0).map { shades[$0] } }
    let hasGaps = grid.rows.joined().contains(" ")
    grid.draw(map.points, Self.pointMarks, in: frame)
    return legend(of: map, shades, hasGaps: hasGaps)
      + legend(ofPoints: map, areSeveral: grid.rows.joined().contains(PlotLegendItem.several))
      + title(above: frame) + frame.lines(around: grid, width: self.width)
      + title(below: frame, columns: columns)
  }

  /// The characters of one element of a matrix: about a square.
  private func block(of map: Plot.HeatMap, upTo room: Int) -> (columns: Int, rows: Int) {
    let most = room / max(1, map.values.first?.count ?? 1)
    let rows = max(1, min(Self.maxRows / max(1, map.values.count), most / 2))
    return (max(1, min(most, 2 * rows)), rows)
  }

  private func legend(of map: Plot.HeatMap, _ shades: [Character], hasGaps: Bool) -> [TextLine] {
    let meanings: [[Phrase]] =
      switch map.shades {
      case .between(let bounds):
        zip(bounds, bounds.dropFirst()).map {
          [.formula(.number($0)), .words("to"), .formula(.number($1))]
        }
      case .of(let values): values.map { [.formula(.number($0))] }
      }
    let items = zip(shades, meanings).map { fragments(of: $1).prefixedFirst(with: "   \($0) ") }
    let gaps = hasGaps ? [words("blank: no value").prefixedFirst(with: .spaces(3))] : []
    let pieces = (items + gaps).map { $0.joined() }
    return filled(fragments(of: [.formula(map.label), .words(":")]) + pieces, width: width, hanging: 2)
      .map { TextLine($0) }
  }

  private func legend(ofPoints map: Plot.HeatMap, areSeveral: Bool) -> [TextLine] {
    let classes = zip(Self.pointMarks, map.classes).map { PlotLegendItem(mark: $0, meaning: $1) }
    let several = PlotLegendItem(mark: PlotLegendItem.several, meaning: [.words("several")])
    return legend(classes + (areSeveral ? [several] : []))
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
  /// Draws the value nearest to each cell, or that of the block in which it lies.
  fileprivate mutating func draw(
    _ values: [[Double?]], asBlocks: Bool, shade: (Double) -> Character?
  ) {
    let place = asBlocks ? block(of:of:among:) : nearest(to:of:among:)
    for row in rows.indices {
      let line = values[place(row, rows.count, values.count)]
      for column in 0..<columns {
        let value = line[place(column, columns, line.count)]
        self[column, row] = value.flatMap(shade) ?? " "
      }
    }
  }

  fileprivate mutating func draw(_ points: [Plot.HeatMap.Point], _ marks: [Character], in frame: PlotFrame) {
    var drawn = PlotGrid(columns: columns, rows: rows.count)
    for point in points {
      guard marks.indices.contains(point.classIndex),
        let column = frame.horizontal.cell(of: point.x, among: columns),
        let row = frame.vertical.cell(of: point.y, among: rows.count)
      else { continue }
      let mark = marks[point.classIndex]
      let isFree = drawn[column, row] == " " || drawn[column, row] == mark
      drawn[column, row] = isFree ? mark : PlotLegendItem.several
      self[column, row] = drawn[column, row]
    }
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
