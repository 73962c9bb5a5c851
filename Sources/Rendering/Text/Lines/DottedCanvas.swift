internal import Algebra
internal import Transcript

/// Draws curves in Braille dots, two by four a cell, and heat maps in blocks: for terminals with Unicode.
struct DottedCanvas: PlotCanvas {
  /// Whether each half of a cell can have any colour.
  let hasTints: Bool

  /// The shades, from light to dark, where there are so many of them; a space is a gap.
  private static let shades: [[Character]] = ["░", "░█", "░▒█", "░▒▓█", "·░▒▓█", "·:░▒▓█"].map(Array.init)

  let axisSigns = PlotAxisSigns(row: "│", rowTick: "┤", corner: "└", column: "─", columnTick: "┬")

  // MARK: Curves

  /// A line through the points of each curve, from gap to gap; of several each has its mark on it here and there, and a point
  /// between two gaps is its mark alone.
  func draw(_ curves: [Plot.Curve], on grid: inout PlotGrid, in frame: PlotFrame) {
    var dots = DotGrid(columns: grid.columns, rows: grid.rows.count, lines: curves.count)
    for (index, curve) in curves.enumerated() { dots.draw(curve, index, in: frame) }
    for row in grid.rows.indices {
      for column in 0..<grid.columns { grid[column, row] = dots.cell(column, row) }
    }
    for index in curves.indices {
      for mark in dots.marks(on: index, areSeveral: curves.count > 1) {
        grid[mark.column, mark.row] = mark.isShared ? PlotLegendItem.several : self.mark(ofCurve: index)
      }
    }
  }

  func key(ofCurve index: Int) -> [PlotGrid.Cell] {
    let line = PlotGrid.Cell(character: Braille.line, role: .series(index))
    return [line, mark(ofCurve: index), line]
  }

  private func mark(ofCurve index: Int) -> PlotGrid.Cell {
    PlotGrid.Cell(character: plotCurveMarks[index], role: .series(index))
  }

  // MARK: Heat maps

  /// A colour for each half of a cell, or else a shade for each cell, and in dots the boundary between two classes.
  func draw(_ map: Plot.HeatMap, on grid: inout PlotGrid) {
    if hasTints {
      grid.paint(map)
    } else {
      grid.shade(map, with: Self.shades[map.shades.count - 1].map { PlotGrid.Cell(character: $0) })
    }
    if let level = map.boundaryLevel { grid.draw(boundaryAt: level, of: map) }
  }

  func key(of map: Plot.HeatMap) -> [PlotLegendItem] {
    let boundary = map.boundaryLevel.map { level in
      PlotLegendItem(
        cells: Array(repeating: PlotGrid.Cell(character: Braille.line), count: 2),
        meaning: [.words("boundary at"), .formula(.number(Number(level)))])
    }
    return shadeKey(of: map) + (boundary.map { [$0] } ?? [])
  }

  private func shadeKey(of map: Plot.HeatMap) -> [PlotLegendItem] {
    guard hasTints else {
      return zip(Self.shades[map.shades.count - 1], map.shades.meanings).map {
        PlotLegendItem(cells: [PlotGrid.Cell(character: $0)], meaning: $1)
      }
    }
    // Colours go over into each other: it is the bounds that have one.
    let tint = map.tints
    let numbers =
      switch map.shades {
      case .between(let numbers), .of(let numbers): numbers
      }
    return numbers.map { number in
      let role = tint(number.value).map { Role.painted($0) } ?? .plain
      return PlotLegendItem(
        cells: Array(repeating: PlotGrid.Cell(character: "█", role: role), count: 2),
        meaning: [.formula(.number(number))])
    }
  }
}

extension Plot.HeatMap {
  /// Where values change from one class to the other: at 0 where there are some on both sides, or at 0.5 where all are from 0
  /// to 1; `nil` where there is no such change, and where values are no samples of a plane.
  var boundaryLevel: Double? {
    guard !areBlocks, case .between = shades else { return nil }
    let known = values.joined().compactMap(\.self)
    guard let low = known.min(), let high = known.max() else { return nil }
    if low < 0, 0 < high { return 0 }
    return 0 <= low && high <= 1 && low < 0.5 && 0.5 < high ? 0.5 : nil
  }

  /// What gives values their colours; `nil` for one that has no shade.
  fileprivate var tints: (Double) -> Tint? {
    switch shades {
    case .between(let bounds):
      let scale = Plot.Axis(label: [], ticks: bounds)
      return { value in
        // As with shades, what is a bound but for the last bits is within the bounds.
        let slack = 1e-9
        guard let place = scale.position(of: value), -slack <= place, place <= 1 + slack else { return nil }
        return Tint.onScale(place)
      }
    case .of(let values):
      return { value in
        shade(of: value).map { Tint.onScale(values.count > 1 ? Double($0) / Double(values.count - 1) : 0.5) }
      }
    }
  }
}

extension PlotGrid {
  /// Gives the upper and the lower half of each cell the colour of the value there.
  fileprivate mutating func paint(_ map: Plot.HeatMap) {
    let plane = PlotPlane(map, columns: columns, rows: rows.count)
    let tint = map.tints
    for row in rows.indices {
      for column in 0..<columns {
        let (lower, upper) = (
          plane.value(atColumn: Double(column), row: Double(row) - 0.25).flatMap(tint),
          plane.value(atColumn: Double(column), row: Double(row) + 0.25).flatMap(tint)
        )
        if let upper {
          self[column, row] = Cell(character: "▀", role: .painted(upper, on: lower))
        } else if let lower {
          self[column, row] = Cell(character: "▄", role: .painted(lower))
        } else {
          self[column, row] = .empty
        }
      }
    }
  }

  /// Draws the line along which values cross a level: dots at which they are not below it and beside which they are.
  fileprivate mutating func draw(boundaryAt level: Double, of map: Plot.HeatMap) {
    let plane = PlotPlane(map, columns: columns, rows: rows.count)
    let (width, height) = (Braille.columns * columns, Braille.rows * rows.count)
    let front = map.tints(level)?.opposite ?? .white
    let isBelow = (0..<height).map { y in
      (0..<width).map { x in
        plane.value(
          atColumn: (Double(x) + 0.5) / Double(Braille.columns) - 0.5,
          row: (Double(y) + 0.5) / Double(Braille.rows) - 0.5
        ).map { $0 < level }
      }
    }
    for row in rows.indices {
      for column in 0..<columns {
        let dots = Braille.dots { x, y in
          let (x, y) = (Braille.columns * column + x, Braille.rows * row + y)
          guard isBelow[y][x] == false else { return false }
          return x > 0 && isBelow[y][x - 1] == true || x + 1 < width && isBelow[y][x + 1] == true
            || y > 0 && isBelow[y - 1][x] == true || y + 1 < height && isBelow[y + 1][x] == true
        }
        guard dots != 0 else { continue }
        var role = Role.plain
        // One colour for all of the line, though it is not as far from all that is on both sides of it.
        if case .painted(let ground, _) = self[column, row].role {
          role = .painted(front, on: ground)
        }
        self[column, row] = Cell(character: Braille.character(dots), role: role)
      }
    }
  }
}

extension Role {
  /// The role of what stands on a piece of a picture; `nil` where that has no colour.
  var ofMark: Role? {
    switch self {
    case .painted(let tint, let ground): .mark(on: ground ?? tint)
    case .mark: self
    default: nil
    }
  }
}
