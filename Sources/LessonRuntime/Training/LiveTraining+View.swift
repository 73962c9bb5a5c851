public import Algebra
import Engine
import LessonProgram

// What a training has come to, as it is looked at.

extension LiveTraining {
  /// The output over a plane of two inputs.
  public struct Plane {
    /// The name of the output.
    public let output: Name
    /// The names of the inputs, from left to right and from bottom to top.
    public let sides: (horizontal: Name, vertical: Name)
    /// From where to where the first goes, and the second.
    public let ranges: (horizontal: ClosedRange<Double>, vertical: ClosedRange<Double>)
    /// The output at the places, a row for each from bottom to top; `nil` where it has no value.
    public let values: [[Double?]]
  }

  /// Places of a plane, and what works the output out there.
  struct Lattice {
    let columns: Int
    let rows: Int
    let cost: RowCost
  }

  /// The output at so many places, the outer ones at the ends of the plane; `nil` where the rows do not set two inputs, or
  /// there is no output apart from the cost.
  public func plane(columns: Int, rows: Int) -> Plane? {
    guard columns > 1, rows > 1, let output = view.output, let sides = view.sides, let ranges else {
      return nil
    }
    if lattice?.columns != columns || lattice?.rows != rows {
      lattice = view.lattice(ranges.horizontal.places(columns), ranges.vertical.places(rows)).map {
        Lattice(columns: columns, rows: rows, cost: $0)
      }
    }
    guard let lattice else { return nil }
    let values = uncounted { lattice.cost.values(with: params) }
    return Plane(
      output: output, sides: sides, ranges: ranges,
      values: (0..<rows).map { row in Array(values[row * columns..<(row + 1) * columns]) })
  }

  /// The plane that the rows lie in, from whole numbers to whole numbers.
  private var ranges: (horizontal: ClosedRange<Double>, vertical: ClosedRange<Double>)? {
    let points = view.points
    guard let horizontal = points.map(\.x).wholeRange, let vertical = points.map(\.y).wholeRange else {
      return nil
    }
    return (horizontal, vertical)
  }

  /// A row as a point of the plane, with its label, and whether the output is on the label's side.
  public struct Point: Hashable, Sendable {
    /// From left to right.
    public let x: Double
    /// From bottom to top.
    public let y: Double
    /// What the output should be.
    public let label: Double
    /// Whether the output is on the other side of `level`, or has no value.
    public let isWrong: Bool
  }

  /// The name of the output; `nil` where the cost has none apart from its targets.
  public var output: String? { view.output?.text }

  /// The name of what the output should be.
  public var target: String? { view.target?.text }

  /// The two labels of the rows, the lower first; `nil` where there are not two.
  public var labels: (low: Double, high: Double)? {
    guard view.output != nil else { return nil }
    let labels = Set(view.targets)
    guard labels.count == 2, let low = labels.min(), let high = labels.max() else { return nil }
    return (low, high)
  }

  /// The output at which the sides of the labels meet: half-way between them.
  public var level: Double? { labels.map { $0.low / 2 + $0.high / 2 } }

  /// The rows as points of the plane; none where these have no two labels. Where rows set one input, `y` is 0.
  public var points: [Point] {
    guard let level else { return [] }
    let outputs = uncounted { view.outputs(with: params) }
    let places = view.points
    return view.targets.enumerated().map { index, label in
      let output = outputs.indices.contains(index) ? outputs[index] : nil
      let place = places.indices.contains(index) ? places[index] : (x: 0, y: 0)
      let isRight = output.map { label > level ? $0 >= level : $0 < level } ?? false
      return Point(x: place.x, y: place.y, label: label, isWrong: !isRight)
    }
  }

  /// Works something out that is only looked at: no run of the lesson does, so that it does not count against its bounds.
  private func uncounted<Outcome>(_ look: () -> Outcome) -> Outcome {
    let work = stage.interpreter.environment.work
    let count = work.count
    defer { work.count = count }
    // Also where the training has come to its bound.
    work.count = WorkBound.Count()
    return look()
  }
}

extension [Double] {
  /// From the whole number below the lowest to that above the highest.
  fileprivate var wholeRange: ClosedRange<Double>? {
    guard let lowest = self.min(), let highest = self.max(), abs(lowest) < 1e9, abs(highest) < 1e9 else {
      return nil
    }
    let first = lowest.rounded(.down)
    return first...Swift.max(highest.rounded(.up), first + 1)
  }
}

extension ClosedRange<Double> {
  /// So many places, evenly apart, the first and the last at the ends.
  fileprivate func places(_ count: Int) -> [Double] {
    (0..<count).map { lowerBound + (upperBound - lowerBound) * Double($0) / Double(count - 1) }
  }
}
