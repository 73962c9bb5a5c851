/// Numbers that a training or a loop has recorded one after the other, as many of them as a picture can use.
///
/// All are kept while they are few. Of more, the lowest and the highest are kept of every second, then of every fourth and
/// so on, and always the first and the last: what is said of the curve and drawn of it loses nothing, and ten million
/// epochs take no more room than a hundred thousand. Cost of a number: O(1) on average.
package struct RecordedCurve {
  /// How many numbers there have been.
  package private(set) var count = 0
  /// The number before the first, at the place 0: NaN where it has no value, `nil` where there is none.
  package var start: Double?
  private var first = 0.0
  private var last = 0.0
  private var stretches: [Stretch] = []
  /// How many numbers a stretch has.
  private var length = 1
  /// How many the stretch has that was begun last.
  private var countInLast = 0

  /// Numbers that followed one another.
  private struct Stretch {
    var lowest: Double
    var lowestPlace: Int
    var highest: Double
    var highestPlace: Int

    init(_ number: Double, at place: Int) {
      (lowest, lowestPlace, highest, highestPlace) = (number, place, number, place)
    }

    mutating func add(_ next: Stretch) {
      if next.lowest < lowest { (lowest, lowestPlace) = (next.lowest, next.lowestPlace) }
      if next.highest > highest { (highest, highestPlace) = (next.highest, next.highestPlace) }
    }
  }

  /// No curve has more stretches; with twice as many, two make one.
  static let maxStretches = 1 << 16

  /// No numbers yet.
  package init() {}

  /// Takes the next number.
  package mutating func append(_ number: Double) {
    count += 1
    if count == 1 { first = number }
    last = number
    let next = Stretch(number, at: count)
    if countInLast < length, !stretches.isEmpty {
      stretches[stretches.count - 1].add(next)
    } else {
      if stretches.count == Self.maxStretches { halve() }
      stretches.append(next)
      countInLast = 0
    }
    countInLast += 1
  }

  private mutating func halve() {
    for index in 0..<stretches.count / 2 {
      var stretch = stretches[2 * index]
      stretch.add(stretches[2 * index + 1])
      stretches[index] = stretch
    }
    stretches.removeLast(stretches.count / 2)
    length *= 2
  }

  /// What is kept, in order; the first number has the place 1.
  package var points: [(place: Int, number: Double)] {
    guard count > 0 else { return [] }
    var points = (start.map { [(place: 0, number: $0)] } ?? []) + [(place: 1, number: first)]
    for stretch in stretches {
      let ends = [(stretch.lowestPlace, stretch.lowest), (stretch.highestPlace, stretch.highest)]
      for (place, number) in ends.sorted(by: { $0.0 < $1.0 }) where place > points[points.count - 1].place {
        points.append((place, number))
      }
    }
    if points[points.count - 1].place < count { points.append((count, last)) }
    return points
  }
}
