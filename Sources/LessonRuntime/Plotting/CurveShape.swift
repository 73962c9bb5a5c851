import Algebra

/// What is to be said of a curve: where it turns, where it is lowest and highest, and where it has no value.
struct CurveShape {
  /// The points that have a value, from left to right.
  let points: [(x: Double, y: Double)]
  /// Stretches without a value: the first and the last place of each.
  let gaps: [(first: Double, last: Double)]
  /// How many places have no value.
  let gapCount: Int
  /// Whether there is a place without a value between places that have one.
  let hasInnerGap: Bool
  /// How many places there are.
  let placeCount: Int
  /// Where it is lowest and highest, the first such places; `nil` where it has no value.
  let extremes: (lowest: Int, highest: Int)?
  /// Where it begins, turns and ends: lowest and highest points in turn, `points` counted. Only what goes back for more than a
  /// twentieth of the height of the picture is a turn.
  let turns: [Int]
  /// Whether it also goes back for less than that.
  let isWavering: Bool

  /// What goes back for less than this part of the height is no turn.
  private static let leastTurn = 0.05

  /// Looks the points through. What is not finite is no value. Cost: O(n).
  init(_ all: [(x: Double, y: Double?)]) {
    var points: [(x: Double, y: Double)] = []
    var gaps: [(first: Double, last: Double)] = []
    var isInGap = false
    for point in all {
      if let y = point.y, y.isFinite {
        points.append((point.x, y))
        isInGap = false
      } else if isInGap {
        gaps[gaps.count - 1].last = point.x
      } else {
        gaps.append((point.x, point.x))
        isInGap = true
      }
    }
    self.points = points
    self.gaps = gaps
    placeCount = all.count
    hasInnerGap = gaps.contains { gap in
      (points.first.map { $0.x < gap.first } ?? false) && (points.last.map { gap.last < $0.x } ?? false)
    }
    gapCount = all.count - points.count
    guard let lowest = points.map(\.y).min(), let highest = points.map(\.y).max() else {
      (extremes, turns, isWavering) = (nil, [], false)
      return
    }
    let isLogarithmic = PlotWorking.isLogarithmic(from: lowest, to: highest)
    let scale = isLogarithmic ? Function.named("log10") : nil
    let places = points.map { scale?.value([$0.y]) ?? $0.y / 2 }
    let height = (places.max() ?? 0) - (places.min() ?? 0)
    // What rounding may do is no rise and no fall.
    let rounding = max(height * 1e-12, (isLogarithmic ? 1 : max(-lowest, highest) / 2) * PlotWorking.sameness)
    let isFlat = height <= rounding
    extremes = isFlat ? (0, 0) : Self.extremes(of: places, within: rounding)
    turns = isFlat ? [] : Self.turns(of: places, beyond: height * Self.leastTurn, within: rounding)
    isWavering = Self.isWavering(places, turns, within: rounding)
  }

  /// The first places that are as low and as high as any, but for rounding.
  private static func extremes(of places: [Double], within rounding: Double) -> (lowest: Int, highest: Int) {
    var (lowest, highest) = (0, 0)
    for (index, place) in places.enumerated() {
      if place < places[lowest] - rounding { lowest = index }
      if place > places[highest] + rounding { highest = index }
    }
    return (lowest, highest)
  }

  /// The lowest and highest points in turn, so that the curve comes back for more than `least` behind each but the last.
  private static func turns(of places: [Double], beyond least: Double, within rounding: Double) -> [Int] {
    var turns: [Int] = []
    /// Since the last turn.
    var (lowest, highest) = (0, 0)
    var isRising: Bool?
    for (index, place) in places.enumerated() {
      if place < places[lowest] - rounding { lowest = index }
      if place > places[highest] + rounding { highest = index }
      if isRising != true, place > places[lowest] + least {
        turns.append(lowest)
        (isRising, highest) = (true, index)
      } else if isRising != false, place < places[highest] - least {
        turns.append(highest)
        (isRising, lowest) = (false, index)
      }
    }
    return isRising.map { turns + [$0 ? highest : lowest] } ?? []
  }

  private static func isWavering(_ places: [Double], _ turns: [Int], within rounding: Double) -> Bool {
    guard turns.count > 1 else { return false }
    let bounds = [0] + turns.dropFirst().dropLast() + [places.count - 1]
    return zip(bounds, bounds.dropFirst()).enumerated().contains { index, stretch in
      let sign: Double = places[turns[index]] < places[turns[index + 1]] ? 1 : -1
      var furthest = sign * places[stretch.0]
      return places[stretch.0...stretch.1].contains { place in
        defer { furthest = max(furthest, sign * place) }
        return sign * place < furthest - rounding
      }
    }
  }
}
