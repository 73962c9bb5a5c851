package import Algebra

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
  /// What counts the numbers, where that is not their order alone: the positions are its numbers.
  package var counter: Formula?
  private var first = (position: 0.0, number: 0.0)
  private var latest = (position: 0.0, number: 0.0)
  private var stretches: [Stretch] = []
  /// How many numbers a stretch has.
  private var length = 1
  /// How many the stretch has that was begun last.
  private var countInLast = 0

  /// Numbers that followed one another.
  private struct Stretch {
    var lowest: Point
    var highest: Point

    init(_ point: Point) { (lowest, highest) = (point, point) }

    mutating func add(_ next: Stretch) {
      if next.lowest.number < lowest.number { lowest = next.lowest }
      if next.highest.number > highest.number { highest = next.highest }
    }
  }

  /// A number where it stands: its place, counted from 1, and its position by the counter, which is its place where there is
  /// none.
  package typealias Point = (place: Int, position: Double, number: Double)

  /// No curve has more stretches; with twice as many, two make one.
  static let maxStretches = 1 << 16

  /// No numbers yet.
  package init() {}

  /// Takes the next number, which stands there by the counter; at its place unless given.
  package mutating func append(_ number: Double, at position: Double? = nil) {
    count += 1
    let point = (place: count, position: position ?? Double(count), number: number)
    if count == 1 { first = (point.position, number) }
    latest = (point.position, number)
    let next = Stretch(point)
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
  package var points: [Point] {
    guard count > 0 else { return [] }
    var points: [Point] = start.map { [(0, 0, $0)] } ?? []
    points.append((1, first.position, first.number))
    for stretch in stretches {
      let ends = [stretch.lowest, stretch.highest].sorted { $0.place < $1.place }
      for point in ends where point.place > points[points.count - 1].place { points.append(point) }
    }
    if points[points.count - 1].place < count { points.append((count, latest.position, latest.number)) }
    return points
  }

  /// The number that was taken last.
  package var last: Double? { count > 0 ? latest.number : nil }

  /// The curve up to a place, counted from 1, at which `number` stands. Where stretches have more than one number, the lowest
  /// and the highest of the last one are lost if they stand behind that place.
  func cut(after place: Int, _ number: Double?) -> RecordedCurve {
    guard place < count else { return self }
    var curve = RecordedCurve()
    (curve.start, curve.counter) = (start, counter)
    guard place > 0, let number else { return curve }
    curve.count = place
    curve.first = place == 1 ? (1, number) : first
    curve.latest = (Double(place), number)
    curve.length = length
    curve.stretches = Array(stretches.prefix((place - 1) / length + 1))
    curve.countInLast = (place - 1) % length + 1
    if curve.countInLast < length {
      var last = Stretch((place, Double(place), number))
      let kept = curve.stretches[curve.stretches.count - 1]
      for point in [kept.lowest, kept.highest] where point.place <= place { last.add(Stretch(point)) }
      curve.stretches[curve.stretches.count - 1] = last
    }
    return curve
  }
}
