internal import Algebra
internal import Transcript

extension TextArea {
  /// The marks of the curves, in order.
  private static let curveMarks: [Character] = ["*", "o", "+", "x", "#", "@", "%", "="]
  private static let maxColumns = 61
  private static let maxRows = 16

  /// Curves: a mark for each point, `&` where several curves share a cell.
  func lines(of curves: [Plot.Curve], in frame: PlotFrame) -> [TextLine] {
    guard curves.count <= Self.curveMarks.count else {
      return withoutPicture(because: "there are marks for \(Self.curveMarks.count) curves only")
    }
    guard frame.isDrawable else { return withoutPicture(because: "an axis has no length") }
    guard frame.minPageColumns <= width else { return withoutPicture(of: frame) }
    let room = min(frame.room(in: width), Self.maxColumns)
    let wanted = frame.horizontal.columns(for: curves, upTo: room)
    guard let columns = frame.columns(wanted, upTo: room, width: width) else {
      return withoutPicture(of: frame)
    }
    var grid = PlotGrid(columns: columns, rows: frame.vertical.cellCount(upTo: Self.maxRows))
    for (mark, curve) in zip(Self.curveMarks, curves) { grid.draw(curve, mark, in: frame) }
    let areSeveral = grid.rows.joined().contains(PlotLegendItem.several)
    let legend =
      curves.count == 1
      ? []
      : zip(Self.curveMarks, curves).map { PlotLegendItem(mark: $0, meaning: [.formula($1.label)]) }
        + (areSeveral ? [.init(mark: PlotLegendItem.several, meaning: [.words("several")])] : [])
    return self.legend(legend) + title(above: frame) + frame.lines(around: grid, width: width)
      + title(below: frame, columns: grid.columns)
  }

  /// What the vertical axis measures.
  func title(above frame: PlotFrame) -> [TextLine] {
    frame.vertical.label.isEmpty ? [] : runningText(of: frame.vertical.label)
  }
}

extension PlotGrid {
  fileprivate mutating func draw(_ curve: Plot.Curve, _ mark: Character, in frame: PlotFrame) {
    for point in curve.points {
      guard let y = point.y, let column = frame.horizontal.cell(of: point.x, among: columns),
        let row = frame.vertical.cell(of: y, among: rows.count)
      else { continue }
      let isFree = self[column, row] == " " || self[column, row] == mark
      self[column, row] = isFree ? mark : PlotLegendItem.several
    }
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
