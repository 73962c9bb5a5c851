import Algebra
import Engine

/// What is to be said of a curve: where it turns, where it is lowest and highest, and where it has no value.
package struct CurveShape {
  /// The points that have a value, from left to right.
  package let points: [(x: Double, y: Double)]
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
  /// Where it begins, turns and ends: lowest and highest points in turn, `points` counted. None where it is the same everywhere.
  package let turns: [Int]
  /// Of these the ones behind which it goes back for more than a twentieth of the height of the picture: those that are no
  /// small ups and downs.
  let largeTurns: [Int]
  /// In how many jumps it goes from its first value to its last, where it is level between them.
  let stepCount: Int?
  /// Up to which point it is 0 from the first on, and from which on to the last; only stretches of a tenth of all points.
  let zeros: (start: Int?, end: Int?)

  /// What goes back for less than this part of the height is small.
  private static let leastLargeTurn = 0.05

  /// Looks the points through. What is not finite is no value. Cost: O(n).
  ///
  /// - Parameter isLogarithmic: Whether heights are compared as logarithms where values span several decades.
  init(_ all: [(x: Double, y: Double?)], isLogarithmic: Bool) {
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
      (extremes, turns, largeTurns, stepCount, zeros) = (nil, [], [], nil, (nil, nil))
      return
    }
    let isLogarithmic = isLogarithmic && PlotWorking.isLogarithmic(from: lowest, to: highest)
    let scale = isLogarithmic ? Function.named("log10") : nil
    let places = points.map { scale?.value([$0.y]) ?? $0.y / 2 }
    let height = (places.max() ?? 0) - (places.min() ?? 0)
    // What rounding may do is no rise and no fall.
    let rounding = max(height * 1e-12, (isLogarithmic ? 1 : max(-lowest, highest) / 2) * PlotWorking.sameness)
    let isFlat = height <= rounding
    extremes = isFlat ? (0, 0) : Self.extremes(of: points.map(\.y))
    turns = isFlat ? [] : Self.turns(of: places, beyond: rounding, within: rounding)
    stepCount = Self.stepCount(of: places, within: rounding)
    zeros = Self.zeros(of: points.map(\.y))
    largeTurns = isFlat ? [] : Self.turns(of: places, beyond: height * Self.leastLargeTurn, within: rounding)
  }

  /// The first places that are as low and as high as any, but for rounding.
  private static func extremes(of values: [Double]) -> (lowest: Int, highest: Int) {
    var (lowest, highest) = (0, 0)
    for (index, value) in values.enumerated() {
      if PlotWorking.isBelow(value, values[lowest]) { lowest = index }
      if PlotWorking.isBelow(values[highest], value) { highest = index }
    }
    return (lowest, highest)
  }

  private static func stepCount(of places: [Double], within rounding: Double) -> Int? {
    let steps = places.indices.dropLast().filter { abs(places[$0 + 1] - places[$0]) > rounding }
    let areApart = zip(steps, steps.dropFirst()).allSatisfy { $1 > $0 + 1 }
    return areApart && !steps.isEmpty && places.count >= 5 * steps.count ? steps.count : nil
  }

  private static func zeros(of values: [Double]) -> (start: Int?, end: Int?) {
    guard let first = values.firstIndex(where: { $0 != 0 }), let last = values.lastIndex(where: { $0 != 0 })
    else { return (nil, nil) }
    let least = max(3, values.count / 10)
    return (first >= least ? first - 1 : nil, values.count - last > least ? last + 1 : nil)
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
}
