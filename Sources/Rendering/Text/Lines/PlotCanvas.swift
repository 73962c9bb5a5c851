internal import Algebra
internal import Transcript

/// What pictures are drawn with. What stands around them is not its business: axes and their numbers, titles, legends,
/// points, and whether there is room at all.
protocol PlotCanvas {
  /// What axes are drawn with.
  var axisSigns: PlotAxisSigns { get }

  /// Draws curves, each within a grid whose outer cells are the ends of the axes; where several share a cell, that is told by
  /// `PlotLegendItem.several`.
  func draw(_ curves: [Plot.Curve], on grid: inout PlotGrid, in frame: PlotFrame)

  /// What stands in a legend for the curve at a place.
  func key(ofCurve index: Int) -> [PlotGrid.Cell]

  /// Draws the values of a heat map; what has none is left blank.
  func draw(_ map: Plot.HeatMap, on grid: inout PlotGrid)

  /// What its legend tells of the values of a heat map.
  func key(of map: Plot.HeatMap) -> [PlotLegendItem]
}

/// The characters of axes.
struct PlotAxisSigns {
  /// Beside a row, and beside one with a number.
  let row, rowTick: Character
  /// Where the axes meet.
  let corner: Character
  /// Below a column, and below one with a number.
  let column, columnTick: Character
}

/// The marks of curves, in order: no two of them are alike in any font.
let plotCurveMarks: [Character] = ["*", "o", "+", "x", "#", "@", "%", "="]

extension Plot.HeatMap.Shades {
  /// What each shade stands for.
  var meanings: [[Phrase]] {
    switch self {
    case .between(let bounds):
      zip(bounds, bounds.dropFirst()).map { [.formula(.number($0)), .words("to"), .formula(.number($1))] }
    case .of(let values): values.map { [.formula(.number($0))] }
    }
  }
}
