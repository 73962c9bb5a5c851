import Algebra
import Transcript

/// Works plots out: what is said about them, which numbers stand at their axes, and which points are drawn.
struct PlotWorking {
  /// How numbers are shown in sentences.
  let style: NumberStyle

  /// No more curves can be told apart by their marks.
  static let mostCurves = 8

  /// A plot with numbers in `style`.
  init(style: NumberStyle) { self.style = style }

  /// Curves over a range, one for each formula; `y` is `nil` where there is no value, and what is not finite counts as none.
  /// The points of a curve stand from left to right.
  ///
  /// - Parameter label: what the horizontal axis measures: a name, or a word such as `epoch`.
  func curves(
    _ curves: [(label: Formula, points: [(x: Double, y: Double?)])], over label: [Phrase]
  ) -> Plot {
    let curves = curves.map { curve in (label: curve.label, points: curve.points.filter(\.x.isFinite)) }
    let places = curves.flatMap { $0.points.map(\.x) }
    let values = curves.flatMap { $0.points.compactMap(\.y) }.filter(\.isFinite)
    guard let first = places.min(), let last = places.max() else {
      return Plot(sentences: [reason("there are no points")], picture: nil)
    }
    let sentences = curves.flatMap { curve in
      self.sentences(on: curve.label, CurveShape(curve.points), over: label, from: first, to: last)
    }
    func withoutPicture(because text: String) -> Plot {
      Plot(sentences: sentences + [reason(text)], picture: nil)
    }
    guard let lowest = values.min(), let highest = values.max() else {
      return withoutPicture(because: "there is no value to draw")
    }
    guard curves.count <= Self.mostCurves else {
      return withoutPicture(
        because: "these are \(curves.count) curves, and no more than \(Self.mostCurves) can be told apart")
    }
    guard first < last else {
      return withoutPicture(because: "one point on the horizontal axis makes no curve")
    }
    guard let horizontal = horizontalAxis(label, from: first, to: last) else {
      return withoutPicture(because: "the ends of the horizontal axis are too close together")
    }
    let vertical = verticalAxis(
      curves.count == 1 ? [.formula(curves[0].label)] : [], from: lowest, to: highest)
    return Plot(
      sentences: sentences,
      picture: .curves(
        curves.map { Plot.Curve(label: $0.label, points: Self.thinned($0.points, from: first, to: last)) },
        horizontal: horizontal, vertical: vertical))
  }

  private func sentences(
    on label: Formula, _ shape: CurveShape, over axis: [Phrase], from first: Double, to last: Double
  ) -> [[Phrase]] {
    let values = shape.extremes.map { [shape.points[$0.lowest].y, shape.points[$0.highest].y] } ?? []
    let extra = style.extraDigits(telling: values)
    return CurveSentence(
      label: label, shape: shape,
      place: { value in place(value, on: axis, within: first...last) },
      number: { style.number($0, extra: extra) }
    ).sentences
  }

  /// `x = 1`, or `epoch 1`.
  func place(_ value: Double, on axis: [Phrase], within range: ClosedRange<Double>) -> [Phrase] {
    let number = Formula.number(places([value], within: range)[0])
    if axis.count == 1, case .formula(let name) = axis[0] { return [.relation(name, .equals, number)] }
    return axis + [.formula(number)]
  }

  /// Why there are words only.
  func reason(_ text: String) -> [Phrase] { [.words("No picture: \(text).")] }
}

extension NumberStyle {
  /// How many more digits than the lesson's tell different values apart; none where no number of digits does.
  func extraDigits(telling values: [Double]) -> Int {
    let count = Set(values).count
    return (0...Self.mostDigits).first { extra in
      Set(values.map { number($0, extra: extra) }).count == count
    } ?? 0
  }
}
