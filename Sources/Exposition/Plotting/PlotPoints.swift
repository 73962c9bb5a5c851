import Engine

extension PlotWorking {
  /// Curves with more points are thinned.
  private static let maxPoints = 1000
  /// Into this many stretches of the same length, some four for each column of a picture.
  private static let stretches = 240

  /// The points of a curve, of very many only a few in each stretch of the axis: the first and the last, the lowest and the
  /// highest, and the first that has no value. Cost: O(n).
  static func thinned(
    _ points: [(x: Double, y: Double?)], from first: Double, to last: Double
  ) -> [(x: Double, y: Double?)] {
    guard points.count > maxPoints, first < last else { return points }
    let length = last / 2 - first / 2
    var kept: [(x: Double, y: Double?)] = []
    var rest = points[...]
    while let point = rest.first {
      let stretch = self.stretch(of: point.x, from: first, length)
      let end = rest.firstIndex { self.stretch(of: $0.x, from: first, length) != stretch } ?? rest.endIndex
      kept += outstanding(rest[..<end])
      rest = rest[end...]
    }
    return kept
  }

  private static func stretch(of x: Double, from first: Double, _ length: Double) -> Int {
    let part = (x / 2 - first / 2) / length
    return Int((min(max(part, 0), 1) * Double(stretches)).rounded(.down))
  }

  private static func outstanding(_ points: ArraySlice<(x: Double, y: Double?)>) -> [(x: Double, y: Double?)]
  {
    var (lowest, highest, gap): (Int?, Int?, Int?) = (nil, nil, nil)
    for index in points.indices {
      guard let y = points[index].y, y.isFinite else {
        gap = gap ?? index
        continue
      }
      if lowest.flatMap({ points[$0].y }).map({ y < $0 }) ?? true { lowest = index }
      if highest.flatMap({ points[$0].y }).map({ y > $0 }) ?? true { highest = index }
    }
    let indices = [points.startIndex, lowest, highest, gap, points.endIndex - 1].compactMap(\.self).sorted()
    return indices.enumerated().filter { $0 == 0 || indices[$0 - 1] != $1 }.map { points[$0.element] }
  }
}
