import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

/// The points on a heat map by their labels.
struct PointClasses {
  /// The points, each with its class.
  package let points: [Plot.HeatMap.Point]
  /// What the classes are, by rising labels.
  let meanings: [[Phrase]]
  /// How many points there are of each, in words.
  let sentences: [[Phrase]]

  /// Of more labels than this, none has a mark of its own.
  private static let maxClasses = 6

  /// Sorts points by the distinct values of their labels; all are of one class where these are too many, or missing.
  init(_ points: [PlotWorking.LabelledPoint], name: Formula?, style: NumberStyle) {
    let labels = Set(points.compactMap(\.label).filter(\.isFinite)).sorted()
    let areAllLabelled = points.allSatisfy { $0.label?.isFinite == true }
    guard let name, areAllLabelled, !labels.isEmpty, labels.count <= Self.maxClasses else {
      self.points = points.map { Plot.HeatMap.Point(x: $0.x, y: $0.y, classIndex: 0) }
      meanings = points.isEmpty ? [] : [[.words("data")]]
      sentences = points.isEmpty ? [] : [[.words(Self.count(points.count) + " on top.")]]
      return
    }
    let indices = points.map { point in labels.firstIndex { $0 == point.label } ?? 0 }
    self.points = zip(points, indices).map { Plot.HeatMap.Point(x: $0.x, y: $0.y, classIndex: $1) }
    let extra = style.extraDigits(telling: labels)
    let meanings = labels.map { [Phrase.relation(name, .equals, .number(style.number($0, extra: extra)))] }
    self.meanings = meanings
    let counts = meanings.indices.map { index in
      [Phrase.words("\(indices.count { $0 == index }) with")] + meanings[index]
    }
    sentences = [
      [.words(Self.count(points.count) + " on top:")] + counts.joined(separator: [.words(",")])
        + [.words(".")]
    ]
  }

  private static func count(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
}
