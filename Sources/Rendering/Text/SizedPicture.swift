internal import Algebra
internal import PlainText
public import Transcript

/// A picture of a size that is asked for, for a window that is drawn anew again and again: it stands still where the numbers
/// in it change.
public struct SizedPicture: Hashable, Sendable {
  /// The lines of the picture.
  public let lines: [Line]

  /// A line of a picture.
  public struct Line: Hashable, Sendable {
    /// The characters, with what sets them off.
    public let text: String
    /// How many columns they take.
    public let columns: Int
  }

  /// A picture in `columns` and `rows`, the axes around it among them where there are any; `nil` where there is no room, or
  /// nothing that could be drawn.
  public init?(
    of picture: Plot.Picture, columns: Int, rows: Int, hasAxes: Bool, in renderer: TextRenderer
  ) {
    let frame: PlotFrame
    switch picture {
    case .curves(_, let horizontal, let vertical):
      frame = PlotFrame(horizontal: horizontal, vertical: vertical)
    case .heatMap(let map): frame = PlotFrame(horizontal: map.horizontal, vertical: map.vertical)
    }
    let width = hasAxes ? frame.room(in: columns) : columns
    let height = hasAxes ? rows - SizedPicture.axisRows : rows
    guard width > 1, height > 1, frame.isDrawable, !hasAxes || frame.minPageColumns <= columns else {
      return nil
    }
    var grid = PlotGrid(columns: width, rows: height)
    let canvas = renderer.page.canvas
    switch picture {
    case .curves(let curves, _, _):
      guard curves.count <= plotCurveMarks.count else { return nil }
      canvas.draw(curves, on: &grid, in: frame)
    case .heatMap(let map):
      canvas.draw(map, on: &grid)
      grid.draw(map.points, TextArea.pointMarks, in: frame)
    }
    let drawn =
      hasAxes
      ? frame.lines(around: grid, canvas.axisSigns, width: columns)
      : grid.rows.reversed().map { row in
        var line = TextLine()
        line.append(RunningText(row))
        return line
      }
    lines = drawn.map { line in
      Line(text: line.text(in: renderer.ink), columns: displayWidth(line.plainText))
    }
  }

  /// The lines of the horizontal axis and of its numbers.
  private static let axisRows = 2
}
