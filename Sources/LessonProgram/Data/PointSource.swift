/// Draws the points of made data, one after the other.
struct PointSource {
  private var stream: RandomStream
  private let noise: Double

  /// A point and what it is labelled with.
  package struct Point {
    package var x: Double
    package var y: Double
    package var label = 0.0
  }

  /// A source that draws from `stream`.
  init(stream: RandomStream, noise: Double) {
    self.stream = stream
    self.noise = noise
  }

  /// The points of `DataMaker.xor`.
  mutating func xor(_ count: Int) -> [Point] {
    points(count) { source, _ in
      var point = source.pointOfSquare(5)
      point.x += point.x > 0 ? 0.3 : -0.3
      point.y += point.y > 0 ? 0.3 : -0.3
      return source.labelled(point, movedBy: 5) { $0.x * $0.y >= 0 ? 1 : -1 }
    }
  }

  /// The points of `DataMaker.circle`.
  mutating func circle(_ count: Int) -> [Point] {
    let halves = [(0...2.5, count - count / 2), (3.5...5, count / 2)]
    return halves.flatMap { radii, count in
      points(count) { source, _ in
        let radius = source.stream.uniform(radii)
        let angle = source.stream.uniform(0...2 * .pi)
        return source.labelled(Point(radius: radius, angle: angle), movedBy: 5) {
          ($0.x * $0.x + $0.y * $0.y).squareRoot() < 2.5 ? 1 : -1
        }
      }
    }
  }

  /// The points of `DataMaker.gauss`.
  mutating func gauss(_ count: Int) -> [Point] {
    let deviation = (0.5 + 7 * noise).squareRoot()
    return [(2.0, 1.0, count - count / 2), (-2, -1, count / 2)].flatMap { center, label, count in
      points(count) { source, _ in
        let x = source.stream.normal(mean: center, deviation: deviation)
        let y = source.stream.normal(mean: center, deviation: deviation)
        return Point(x: x, y: y, label: label)
      }
    }
  }

  /// The points of `DataMaker.spiral`.
  mutating func spiral(_ count: Int) -> [Point] {
    let n = Double(count) / 2
    return [(0, 1.0, count - count / 2), (Double.pi, -1, count / 2)].flatMap { turn, label, count in
      points(count) { source, index in
        let part = Double(index) / n
        var point = Point(radius: 5 * part, angle: 1.75 * part * 2 * .pi + turn)
        point.x += source.stream.uniform(-1...1) * source.noise
        point.y += source.stream.uniform(-1...1) * source.noise
        point.label = label
        return point
      }
    }
  }

  /// The points of `DataMaker.plane`.
  package mutating func plane(_ count: Int) -> [Point] {
    points(count) { source, _ in
      let point = source.pointOfSquare(6)
      return source.labelled(point, movedBy: 6) { ($0.x + $0.y) / 10 }
    }
  }

  // MARK: Parts

  private mutating func points(_ count: Int, _ point: (inout PointSource, _ index: Int) -> Point) -> [Point] {
    var points: [Point] = []
    points.reserveCapacity(count)
    for index in 0..<count { points.append(point(&self, index)) }
    return points
  }

  private mutating func pointOfSquare(_ side: Double) -> Point {
    let x = stream.uniform(-side...side)
    let y = stream.uniform(-side...side)
    return Point(x: x, y: y)
  }

  /// `point` with the label that it would have a bit aside; the noise is drawn even where it is 0, so that it moves no
  /// other point.
  private mutating func labelled(
    _ point: Point, movedBy reach: Double, as label: (Point) -> Double
  ) -> Point {
    let moved = pointOfSquare(reach)
    var point = point
    point.label = label(Point(x: point.x + moved.x * noise, y: point.y + moved.y * noise))
    return point
  }
}

extension PointSource.Point {
  /// The point at that distance from the middle; the angle is measured from the upward axis, clockwise.
  fileprivate init(radius: Double, angle: Double) {
    self.init(x: radius * Elementary.sin(angle), y: radius * Elementary.cos(angle))
  }
}
