import Algebra

// How long paths are shown: where they begin, where they part from each other, and where they end.

extension Paths {
  /// A path of more stops is shortened.
  private static let mostStops = 16
  /// As many stops are shown at each end of one that is.
  private static let endStops = 3

  /// For each path that is shown, the stops that are; no two paths look alike.
  var shownStops: [[Formula]] {
    let all = shown.map(\.stops)
    return all.map { stops in
      guard stops.count > Self.mostStops else { return stops }
      var kept = Set(0..<Self.endStops).union((stops.count - Self.endStops)..<stops.count)
      for other in all {
        // Where it parts from the other, and what comes next.
        guard let place = stops.indices.first(where: { $0 >= other.count || stops[$0] != other[$0] }) else { continue }
        kept.insert(place)
      }
      return stops.shortened(to: kept)
    }
  }
}

extension Paths.Path {
  /// The values on the path; what only passes the derivative on at its start is left out.
  fileprivate var stops: [Formula] {
    let all = [output] + links.map { .name($0.name) }
    return Array(all[(links.firstIndex { !$0.isOne } ?? 0)...])
  }
}

extension [Formula] {
  /// The stops at the given places; for each gap of two and more stands how many are left out there.
  fileprivate func shortened(to kept: Set<Int>) -> [Formula] {
    var shown: [Formula] = []
    var gap: [Formula] = []
    func closeGap() {
      let words = "\(gap.count) more"
      shown += gap.count > 1 ? [.name(Name("… \(words) …", ascii: "... \(words) ..."))] : gap
      gap = []
    }
    for (place, stop) in enumerated() {
      guard kept.contains(place) else {
        gap.append(stop)
        continue
      }
      closeGap()
      shown.append(stop)
    }
    closeGap()
    return shown
  }
}
