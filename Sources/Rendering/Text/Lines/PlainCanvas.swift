internal import Transcript

/// Draws with the characters of ASCII, in both alphabets: no others have the same width in every font.
struct PlainCanvas: PlotCanvas {
  /// The shades, from light to dark, where there are so many of them; a space is a gap.
  private static let shades: [[Character]] = [".", ".#", ".=#", ".:=#", ".:=#@", ".:-=#@"].map(Array.init)
  /// The shades below points: none is as dark as a letter.
  private static let lightShades: [[Character]] = [".", ".=", ".-=", ".:-=", ".:-=+", ".,:-=+"].map(
    Array.init)

  let axisSigns = PlotAxisSigns(row: "|", rowTick: "|", corner: "-", column: "-", columnTick: "+")

  /// A mark for each point.
  func draw(_ curves: [Plot.Curve], on grid: inout PlotGrid, in frame: PlotFrame) {
    for (index, curve) in curves.enumerated() {
      for point in curve.points {
        guard let y = point.y, let column = frame.horizontal.cell(of: point.x, among: grid.columns),
          let row = frame.vertical.cell(of: y, among: grid.rows.count)
        else { continue }
        let mark = mark(ofCurve: index)
        let isFree = grid[column, row] == .empty || grid[column, row] == mark
        grid[column, row] = isFree ? mark : PlotLegendItem.several
      }
    }
  }

  func key(ofCurve index: Int) -> [PlotGrid.Cell] { [mark(ofCurve: index)] }

  private func mark(ofCurve index: Int) -> PlotGrid.Cell {
    PlotGrid.Cell(character: plotCurveMarks[index], role: .series(index))
  }

  /// A shade for each cell, that of the value nearest to it.
  func draw(_ map: Plot.HeatMap, on grid: inout PlotGrid) {
    grid.shade(map, with: shades(of: map).map { PlotGrid.Cell(character: $0) })
  }

  func key(of map: Plot.HeatMap) -> [PlotLegendItem] {
    zip(shades(of: map), map.shades.meanings).map {
      PlotLegendItem(cells: [PlotGrid.Cell(character: $0)], meaning: $1)
    }
  }

  private func shades(of map: Plot.HeatMap) -> [Character] {
    (map.points.isEmpty ? Self.shades : Self.lightShades)[map.shades.count - 1]
  }
}

extension PlotGrid {
  /// Draws in each cell the shade of the value nearest to it, or of the block in which it lies.
  mutating func shade(_ map: Plot.HeatMap, with shades: [Cell]) {
    let plane = PlotPlane(map, columns: columns, rows: rows.count)
    for row in rows.indices {
      for column in 0..<columns {
        let shade = plane.value(inColumn: column, row: row).flatMap(map.shade)
        self[column, row] = shade.map { shades[$0] } ?? .empty
      }
    }
  }
}
