package import Algebra
import Engine
package import PrintedNumbers
package import Transcript

/// Works plots out: what is said about them, which numbers stand at their axes, and which points are drawn.
package struct PlotWorking {
  /// How numbers are shown in sentences.
  package let style: NumberStyle

  /// No more curves can be told apart by their marks.
  static let maxCurves = 8

  /// A plot with numbers in `style`.
  package init(style: NumberStyle) { self.style = style }

  /// What curves run over, from left to right.
  package enum Course {
    /// The epochs of a training or the passes of a loop, by that word. Only what comes about step by step is drawn on a
    /// logarithmic scale: the shape of a function would be lost.
    case steps(String)
    /// The numbers of what counts the rows that a loop has recorded.
    case counts(of: Formula)
    /// A range of a name; where it is sampled, the curve has more points than are drawn.
    case range(of: Formula, isSampled: Bool)

    /// What the horizontal axis measures.
    package var label: [Phrase] {
      switch self {
      case .steps(let word): [.words(word)]
      case .counts(let name), .range(let name, _): [.formula(name)]
      }
    }

    /// Whether a curve that spans several decades is drawn on a logarithmic scale.
    var isLogarithmic: Bool { if case .range = self { false } else { true } }

    /// Whether the curve has more points than are drawn.
    package var isSampled: Bool { if case .range(_, let isSampled) = self { isSampled } else { false } }
  }

  /// Curves, one for each formula; `y` is `nil` where there is no value, and what is not finite counts as none.
  /// The points of a curve stand from left to right.
  ///
  /// - Parameter value: what the numbers of all curves are, where the formulas only tell whose they are.
  package func curves(
    _ curves: [(label: Formula, points: [(x: Double, y: Double?)])], of value: Formula? = nil,
    over course: Course
  ) -> Plot {
    let curves = curves.map { curve in (label: curve.label, points: curve.points.filter(\.x.isFinite)) }
    let places = curves.flatMap { $0.points.map(\.x) }
    let values = curves.flatMap { $0.points.compactMap(\.y) }.filter(\.isFinite)
    guard let first = places.min(), let last = places.max() else {
      return Plot(sentences: [reason("there are no points")], picture: nil)
    }
    let told = curves.map { curve in
      let shape = CurveShape(curve.points, isLogarithmic: course.isLogarithmic)
      return sentence(on: curve.label, shape, over: course, from: first, to: last)
    }
    let sentences =
      (value.map { [[.words("This is"), .formula($0), .words("of each training, epoch by epoch.")]] } ?? [])
      + told.flatMap(\.sentences)
      + (course.isSampled && told.contains(where: \.tellsTurns) ? [Self.ofDrawn] : [])
    func withoutPicture(because text: String) -> Plot {
      Plot(sentences: sentences + [reason(text)], picture: nil)
    }
    guard let lowest = values.min(), let highest = values.max() else {
      return withoutPicture(because: "there is no value to draw")
    }
    guard curves.count <= Self.maxCurves else {
      return withoutPicture(
        because: "these are \(curves.count) curves, and no more than \(Self.maxCurves) can be told apart")
    }
    guard first < last else {
      return withoutPicture(because: "one point on the horizontal axis makes no curve")
    }
    let areWhole = places.allSatisfy { $0 == $0.rounded() }
    guard let horizontal = horizontalAxis(course.label, from: first, to: last, isWhole: areWhole) else {
      return withoutPicture(because: "the ends of the horizontal axis are too close together")
    }
    let vertical = verticalAxis(
      value.map { [.formula($0)] } ?? (curves.count == 1 ? [.formula(curves[0].label)] : []), from: lowest,
      to: highest,
      mayBeLogarithmic: course.isLogarithmic)
    return Plot(
      sentences: sentences,
      picture: .curves(
        curves.map { Plot.Curve(label: $0.label, points: Self.thinned($0.points, from: first, to: last)) },
        horizontal: horizontal, vertical: vertical))
  }

  /// Between points that are drawn there may be lower and higher ones.
  static let ofDrawn: [Phrase] = [.words("The lowest and the highest are those of the points drawn.")]

  private func sentence(
    on label: Formula, _ shape: CurveShape, over course: Course, from first: Double, to last: Double
  ) -> CurveSentence {
    let values = shape.extremes.map { [shape.points[$0.lowest].y, shape.points[$0.highest].y] } ?? []
    let extra = style.extraDigits(telling: values)
    return CurveSentence(
      label: label, shape: shape, isSampled: course.isSampled,
      place: { value in place(value, on: course.label, within: first...last) },
      number: { style.number($0, extra: extra) })
  }

  /// `x = 1`, or `epoch 1`.
  package func place(_ value: Double, on axis: [Phrase], within range: ClosedRange<Double>) -> [Phrase] {
    let number = Formula.number(places([value], within: range)[0])
    if axis.count == 1, case .formula(let name) = axis[0] { return [.relation(name, .equals, number)] }
    return axis + [.formula(number)]
  }

  /// Why there are words only.
  package func reason(_ text: String) -> [Phrase] { [.words("No picture: \(text).")] }
}

extension NumberStyle {
  /// How many more digits than the lesson's tell different values apart; none where no number of digits does.
  func extraDigits(telling values: [Double]) -> Int {
    let count = Set(values).count
    return (0...Self.maxDigits).first { extra in
      Set(values.map { number($0, extra: extra) }).count == count
    } ?? 0
  }
}
