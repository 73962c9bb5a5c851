internal import Algebra
internal import Transcript

extension TextArea {
  private static let maxColumns = 61
  private static let maxRows = 16

  /// Curves, `&` where several share a cell.
  func lines(of curves: [Plot.Curve], in frame: PlotFrame, maxRows: Int) -> [TextLine] {
    guard curves.count <= plotCurveMarks.count else {
      return withoutPicture(because: "there are marks for \(plotCurveMarks.count) curves only")
    }
    guard frame.isDrawable else { return withoutPicture(because: "an axis has no length") }
    guard frame.minPageColumns <= width else { return withoutPicture(of: frame) }
    let room = min(frame.room(in: width), Self.maxColumns)
    let wanted = frame.horizontal.columns(for: curves, upTo: room)
    guard let columns = frame.columns(wanted, upTo: room, width: width) else {
      return withoutPicture(of: frame)
    }
    var grid = PlotGrid(columns: columns, rows: frame.vertical.cellCount(upTo: min(maxRows, Self.maxRows)))
    canvas.draw(curves, on: &grid, in: frame)
    let legend =
      curves.count == 1
      ? []
      : curves.enumerated().map {
        PlotLegendItem(cells: canvas.key(ofCurve: $0), meaning: [.formula($1.label)])
      } + legendOfSeveral(on: grid)
    return self.legend(legend) + title(above: frame)
      + frame.lines(around: grid, canvas.axisSigns, width: width) + title(below: frame, columns: grid.columns)
  }

  /// What the vertical axis measures.
  func title(above frame: PlotFrame) -> [TextLine] {
    frame.vertical.label.isEmpty ? [] : runningText(of: frame.vertical.label)
  }
}

extension Plot.Axis {
  /// As many columns as let each point stand in the middle of its own, or else each tick.
  fileprivate func columns(for curves: [Plot.Curve], upTo most: Int) -> Int {
    let points = curves.first?.points ?? []
    let intervals = points.count - 1
    let xs = points.map(\.x)
    guard intervals > 0, intervals < most, isEven(xs), curves.allSatisfy({ $0.points.map(\.x) == xs }) else {
      return cellCount(upTo: most)
    }
    return (most - 1) / intervals * intervals + 1
  }
}
