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

  /// A picture in `columns` and `rows`, the axes around it among them where there are any, with their names as far as these have
  /// room in a line each; `nil` where there is no room, or nothing that could be drawn.
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
    let page = renderer.page
    let area = TextArea(
      width: columns, alphabet: page.alphabet, notation: page.notation, medium: page.medium, ink: page.ink)
    let above = hasAxes ? area.title(above: frame).alone : []
    let below = hasAxes ? area.title(below: frame, columns: width).alone : []
    let height = hasAxes ? rows - SizedPicture.axisRows - above.count - below.count : rows
    guard width > 1, height > 1, frame.isDrawable, !hasAxes || frame.minPageColumns <= columns else {
      return nil
    }
    var grid = PlotGrid(columns: width, rows: height)
    let canvas = page.canvas
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
      ? above + frame.lines(around: grid, canvas.axisSigns, width: columns) + below
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

extension [TextLine] {
  /// A line that is the only one; nothing where there are more, which a picture of a fixed height has no room for.
  fileprivate var alone: [TextLine] { count == 1 ? self : [] }
}
