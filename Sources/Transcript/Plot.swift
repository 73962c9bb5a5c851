public import Algebra

/// A picture of numbers, and in words what it shows.
public struct Plot: Hashable, Sendable {
  /// The extremes and the trend, a sentence each: a reader may not see the picture.
  public var sentences: [[Phrase]]
  /// What is drawn; `nil` where nothing can be, which the sentences say.
  public var picture: Picture?

  /// What is drawn.
  public enum Picture: Hashable, Sendable {
    /// Curves over one horizontal axis.
    case curves([Curve], horizontal: Axis, vertical: Axis)
    /// Values over a plane, by the darkness of a character.
    case heatMap(HeatMap)
  }

  /// A curve: points from left to right.
  public struct Curve: Hashable, Sendable {
    /// What it shows.
    public var label: Formula
    /// Where its points are; where `y` is `nil` there is a gap.
    public var points: [Point]

    /// A point of a curve, or a gap.
    public struct Point: Hashable, Sendable {
      /// Where it is from left to right.
      public var x: Double
      /// Its height; `nil` where there is none.
      public var y: Double?
    }

    /// A curve through the points.
    public init(label: Formula, points: [(x: Double, y: Double?)]) {
      self.label = label
      self.points = points.map { Point(x: $0.x, y: $0.y) }
    }
  }

  /// Values over a plane.
  public struct HeatMap: Hashable, Sendable {
    /// What is shown.
    public var label: Formula
    /// From left to right.
    public var horizontal: Axis
    /// From bottom to top.
    public var vertical: Axis
    /// The values, a row for each place on the vertical axis from bottom to top, evenly spaced on both; `nil` is a gap.
    public var values: [[Double?]]
    /// Whether each value is a block of its own, as the elements of a matrix are: half of an outer one lies beyond its tick.
    public var areBlocks: Bool
    /// What the shades stand for, the lightest first.
    public var shades: Shades
    /// Points of a data cell on top of it.
    public var points: [Point]
    /// What the marks of the points stand for, in order.
    public var classes: [[Phrase]]

    /// What shades stand for.
    public enum Shades: Hashable, Sendable {
      /// The values between two neighbouring bounds; these are in rising order, one more than there are shades. A value on a
      /// bound belongs to the shade above it, that on the highest to the last.
      case between([Number])
      /// One value each, in rising order: there are no others.
      case of([Number])

      /// How many there are.
      public var count: Int {
        switch self {
        case .between(let bounds): bounds.count - 1
        case .of(let values): values.count
        }
      }
    }

    /// A point of a data cell.
    public struct Point: Hashable, Sendable {
      /// From left to right.
      public var x: Double
      /// From bottom to top.
      public var y: Double
      /// Which of the classes it belongs to.
      public var classIndex: Int

      /// A point of a class.
      public init(x: Double, y: Double, classIndex: Int) {
        self.x = x
        self.y = y
        self.classIndex = classIndex
      }
    }

    /// Values over a plane, with points on top.
    public init(
      label: Formula, horizontal: Axis, vertical: Axis, values: [[Double?]], areBlocks: Bool = false,
      shades: Shades, points: [Point] = [], classes: [[Phrase]] = []
    ) {
      self.label = label
      self.horizontal = horizontal
      self.vertical = vertical
      self.values = values
      self.areBlocks = areBlocks
      self.shades = shades
      self.points = points
      self.classes = classes
    }
  }

  /// A plot with the words that go with it.
  public init(sentences: [[Phrase]], picture: Picture?) {
    self.sentences = sentences
    self.picture = picture
  }
}
