internal import Algebra
internal import Transcript

extension PictureRenderer {
  /// Values over a plane: a shade for each place, a line where the values change their sign, and the points on top.
  func svg(of map: Plot.HeatMap) -> String? {
    let isGrid = (map.values.first?.count ?? 0) > 1 && map.values.count > 1
    guard isGrid, map.values.allSatisfy({ $0.count == map.values[0].count }), map.shades.count > 0,
      var pane = PlotPane(map.horizontal, map.vertical, height: 250, self)
    else { return nil }
    var writer = SVGWriter()
    let level = ZeroLine(of: map)
    pane.write(shadeEntries(of: map, hasLine: level != nil), to: &writer)
    pane.write(classEntries(of: map), to: &writer)
    pane.writeTitleAbove(to: &writer)
    for (shade, path) in ShadedPlane(map, in: pane).paths.enumerated() where !path.isEmpty {
      writer.shade(path, darkness(shade, of: map))
    }
    writer.element(
      "rect",
      [
        "class": "frame", "x": pane.left.place, "y": pane.top.place, "width": pane.breadth.place,
        "height": pane.height.place,
      ])
    if let level { writer.element("path", ["class": "level", "d": level.path(in: pane)]) }
    for (index, places) in places(of: map.points, in: pane).enumerated() {
      let mark = SeriesMark(at: index)
      writer.draw(places.map { mark.outline(x: $0.x, y: $0.y) }.joined(), markOf: index)
    }
    pane.writeAxes(to: &writer)
    return element(writer, class: "plot", width: PlotPane.width, height: pane.bottom, label: label(of: map))
  }

  private func label(of map: Plot.HeatMap) -> String {
    "Map of \(words(map.label)) over \(words(map.horizontal.label)) and \(words(map.vertical.label))"
      + (map.points.isEmpty ? "" : ", with points")
  }

  // MARK: Legend

  private func shadeEntries(of map: Plot.HeatMap, hasLine: Bool) -> [PlotPane.Entry] {
    let meanings =
      switch map.shades {
      case .between(let bounds): zip(bounds, bounds.dropFirst()).map { "\(words($0)) to \(words($1))" }
      case .of(let values): values.map { words($0) }
      }
    let name = PlotPane.Entry(room: 0, words: words(map.label) + ":") { _, _, _ in }
    let shades = meanings.enumerated().map { shade, meaning in
      PlotPane.Entry(room: 20, words: meaning) { writer, x, y in
        let square = "M\(x.place) \((y - 7).place)h14v14h-14z"
        writer.shade(square, darkness(shade, of: map))
        writer.element("path", ["class": "frame", "d": square])
      }
    }
    let hasGaps = map.values.contains { $0.contains { $0.flatMap { map.shade(of: $0) } == nil } }
    let gaps = PlotPane.Entry(room: 20, words: "no value") { writer, x, y in
      writer.element("path", ["class": "frame", "d": "M\(x.place) \((y - 7).place)h14v14h-14z"])
    }
    let line = PlotPane.Entry(room: 30, words: "change of sign") { writer, x, y in
      writer.element("path", ["class": "level", "d": "M\(x.place) \(y.place)h24"])
    }
    return [name] + shades + (hasGaps ? [gaps] : []) + (hasLine ? [line] : [])
  }

  private func classEntries(of map: Plot.HeatMap) -> [PlotPane.Entry] {
    map.classes.enumerated().map { index, meaning in
      PlotPane.Entry(room: 16, words: words(meaning)) { writer, x, y in
        writer.draw(SeriesMark(at: index).outline(x: x + 6, y: y), markOf: index)
      }
    }
  }

  /// How dark a shade is, from 0 to 1: lighter where points stand on it.
  private func darkness(_ shade: Int, of map: Plot.HeatMap) -> Double {
    let darkest = map.points.isEmpty ? 0.9 : 0.6
    guard map.shades.count > 1 else { return darkest / 2 }
    return 0.08 + (darkest - 0.08) * Double(shade) / Double(map.shades.count - 1)
  }

  // MARK: Points

  /// More points than these are drawn only where they can be told apart.
  private static let manyPoints = 500

  /// Where the points of each class lie.
  private func places(of points: [Plot.HeatMap.Point], in pane: PlotPane) -> [[(x: Double, y: Double)]] {
    let count = (points.map(\.classIndex).max() ?? -1) + 1
    var places = [[(x: Double, y: Double)]](repeating: [], count: max(0, min(count, points.count)))
    var taken: Set<[Int]> = []
    for point in points where places.indices.contains(point.classIndex) {
      guard let place = pane.place(point.x, point.y) else { continue }
      let cell = [Int(place.x / 6), Int(place.y / 6), point.classIndex]
      if points.count > Self.manyPoints, !taken.insert(cell).inserted { continue }
      places[point.classIndex].append(place)
    }
    return places
  }
}

extension SVGWriter {
  /// An area of that darkness, from 0 to 1.
  fileprivate mutating func shade(_ path: String, _ darkness: Double) {
    let hundredths = Int((darkness * 100).rounded())
    element(
      "path",
      [
        "class": "shade", "shape-rendering": "crispEdges",
        "fill-opacity": "0." + (hundredths < 10 ? "0" : "") + hundredths.description, "d": path,
      ])
  }
}

/// The areas of a heat map, each as long as the values of a row have the same shade.
private struct ShadedPlane {
  /// A path for each shade, the lightest first.
  private(set) var paths: [String]

  init(_ map: Plot.HeatMap, in pane: PlotPane) {
    paths = Array(repeating: "", count: map.shades.count)
    let rows = Self.edges(map.values.count, areBlocks: map.areBlocks)
    let columns = Self.edges(map.values[0].count, areBlocks: map.areBlocks)
    for (row, values) in map.values.enumerated() {
      let shades = values.map { $0.flatMap { map.shade(of: $0) } }
      var start = 0
      while start < shades.count {
        var end = start + 1
        while end < shades.count, shades[end] == shades[start] { end += 1 }
        if let shade = shades[start] {
          let (left, right) = (pane.x(columns[start]).place, pane.x(columns[end]).place)
          let (top, bottom) = (pane.y(rows[row + 1]).place, pane.y(rows[row]).place)
          paths[shade] += "M\(left) \(top)H\(right)V\(bottom)H\(left)z"
        }
        start = end
      }
    }
  }

  /// Where places begin and end on the way from 0 to 1: half of the outer ones lies beyond, unless they are blocks.
  private static func edges(_ count: Int, areBlocks: Bool) -> [Double] {
    (0...count).map { index in
      areBlocks
        ? Double(index) / Double(count)
        : min(1, max(0, (Double(index) - 0.5) / Double(count - 1)))
    }
  }
}

/// The line on a plane along which values change their sign: the boundary between two classes.
private struct ZeroLine {
  private let values: [[Double?]]

  /// `nil` where no value is below 0, or none above, and where values are no samples of a plane.
  init?(of map: Plot.HeatMap) {
    guard !map.areBlocks, case .between = map.shades else { return nil }
    let known = map.values.joined().compactMap(\.self)
    guard known.contains(where: { $0 < 0 }), known.contains(where: { $0 > 0 }) else { return nil }
    values = map.values
  }

  /// The line, a piece for each square of four neighbouring values.
  func path(in pane: PlotPane) -> String {
    let (rows, columns) = (Double(values.count - 1), Double(values[0].count - 1))
    var path = ""
    for row in 0..<(values.count - 1) {
      for column in 0..<(values[0].count - 1) {
        let crossings = crossings(row, column).map { x, y in
          "\(pane.x(x / columns).place) \(pane.y(y / rows).place)"
        }
        for pair in stride(from: 0, to: crossings.count - 1, by: 2)
        where crossings[pair] != crossings[pair + 1] {
          path += "M\(crossings[pair])L\(crossings[pair + 1])"
        }
      }
    }
    return path
  }

  /// Where the sides of a square are crossed, in order around it: two of them or all four.
  private func crossings(_ row: Int, _ column: Int) -> [(x: Double, y: Double)] {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { dx, dy in
      (x: Double(column + dx), y: Double(row + dy), value: values[row + dy][column + dx])
    }
    guard corners.allSatisfy({ $0.value != nil }) else { return [] }
    return corners.indices.compactMap { index in
      let (from, to) = (corners[index], corners[(index + 1) % 4])
      guard let low = from.value, let high = to.value, (low < 0) != (high < 0) else { return nil }
      // Both halves, as the difference of huge numbers is more than a number can hold.
      let part = (low / 2) / (low / 2 - high / 2)
      return (from.x + part * (to.x - from.x), from.y + part * (to.y - from.y))
    }
  }
}
