internal import Algebra
internal import Transcript

extension PictureRenderer {
  /// Curves with a mark at each point where these are few, else at some of them.
  func svg(of curves: [Plot.Curve], _ horizontal: Plot.Axis, _ vertical: Plot.Axis) -> String? {
    guard var pane = PlotPane(horizontal, vertical, height: 190, self) else { return nil }
    var writer = SVGWriter()
    if curves.count > 1 {
      pane.write(
        curves.enumerated().map { index, curve in
          PlotPane.Entry(room: 34, words: words(curve.label)) { writer, x, y in
            writer.draw("M\(x.place) \(y.place)h28", lineOf: index)
            writer.draw(SeriesMark(at: index).outline(x: x + 14, y: y), markOf: index)
          }
        }, to: &writer)
    }
    pane.writeTitleAbove(to: &writer)
    pane.drawGrid(to: &writer)
    for (index, curve) in curves.enumerated() {
      let drawn = DrawnCurve(curve, in: pane, isAlone: curves.count == 1, offset: index)
      writer.draw(drawn.line, lineOf: index)
      let mark = SeriesMark(at: index)
      writer.draw(drawn.marks.map { mark.outline(x: $0.x, y: $0.y) }.joined(), markOf: index)
    }
    pane.writeAxes(to: &writer)
    return element(
      writer, class: "plot", width: PlotPane.width, height: pane.bottom,
      label: label(of: curves, over: horizontal))
  }

  private func label(of curves: [Plot.Curve], over axis: Plot.Axis) -> String {
    let names = curves.map { words($0.label) }.joined(separator: ", ")
    return (curves.count == 1 ? "Curve of \(names)" : "Curves of \(names)") + over(axis)
  }

  private func over(_ axis: Plot.Axis) -> String {
    let name = words(axis.label)
    return name.isEmpty ? "" : " over \(name)"
  }
}

extension SVGWriter {
  fileprivate mutating func draw(_ line: String, lineOf index: Int) {
    guard !line.isEmpty else { return }
    let name = "line-\(SeriesMark.number(at: index))"
    if let dashes = SeriesMark.dashes(at: index) {
      element("path", ["class": name, "stroke-dasharray": dashes, "d": line])
    } else {
      element("path", ["class": name, "d": line])
    }
  }

  /// Marks of the curve or class at a place.
  mutating func draw(_ marks: String, markOf index: Int) {
    guard !marks.isEmpty else { return }
    element("path", ["class": "mark-\(SeriesMark.number(at: index))", "d": marks])
  }
}

/// A curve as so many places of a picture as are told apart there.
private struct DrawnCurve {
  typealias Place = (x: Double, y: Double)

  /// The line, as the `d` of a path.
  var line = ""
  /// Where marks stand.
  private(set) var marks: [Place] = []

  /// As many points are drawn one by one.
  private static let mostPoints = 400
  /// Of more points, the first, the lowest, the highest and the last of each of so many stretches.
  private static let stretches = 80
  /// So many points have a mark each.
  private static let mostMarks = 24
  /// Of more, so many have one where there are several curves.
  private static let marksOfSeveral = 8

  init(_ curve: Plot.Curve, in pane: PlotPane, isAlone: Bool, offset: Int) {
    let places = curve.points.map { point in point.y.flatMap { pane.place(point.x, $0) } }
    let runs = Self.runs(of: Self.thinned(places))
    line = runs.filter { $0.count > 1 }.map { run in
      "M" + run.map { "\($0.x.place) \($0.y.place)" }.joined(separator: " ")
    }.joined()
    let shown = places.compactMap(\.self)
    if shown.count <= Self.mostMarks {
      marks = shown
      return
    }
    // A point between two gaps is seen by its mark only.
    marks = runs.filter { $0.count == 1 }.map { $0[0] }
    if !isAlone {
      let step = max(1, shown.count / Self.marksOfSeveral)
      marks += stride(from: (offset * step / 3) % step, to: shown.count, by: step).map { shown[$0] }
    }
  }

  private static func thinned(_ places: [Place?]) -> [Place?] {
    guard places.count > mostPoints else { return places }
    return (0..<stretches).flatMap { stretch -> [Place?] in
      let part = places[(stretch * places.count / stretches)..<((stretch + 1) * places.count / stretches)]
      let known = part.indices.filter { part[$0] != nil }
      guard let first = known.first, let last = known.last else { return [nil] }
      let height = { (index: Int) in part[index]?.y ?? 0 }
      let ends = [
        first, known.min { height($0) < height($1) } ?? first, known.max { height($0) < height($1) } ?? last,
        last,
      ]
      let kept = Set(ends).sorted().map { part[$0] }
      return known.count < part.count ? kept + [nil] : kept
    }
  }

  /// The stretches between gaps.
  private static func runs(of places: [Place?]) -> [[Place]] {
    places.split(whereSeparator: { $0 == nil }).map { $0.compactMap(\.self) }
  }
}
