package import Algebra
import Engine
import LessonProgram
import PrintedNumbers
package import Transcript

extension PlotWorking {
  /// A side of a plane: what is measured along it, and from where to where.
  package struct Side {
    /// What is measured.
    package var name: Formula
    /// Where it begins.
    package var lowest: Double
    /// Where it ends.
    package var highest: Double
    /// Whether there are more places along it than are drawn.
    package var isSampled = false

    /// A side in parts.
    package init(name: Formula, lowest: Double, highest: Double, isSampled: Bool = false) {
      self.name = name
      self.lowest = lowest
      self.highest = highest
      self.isSampled = isSampled
    }
  }

  /// A point of a data cell, with the value of its label column.
  package typealias LabelledPoint = (x: Double, y: Double, label: Double?)

  /// Values over a plane, and points on top of it.
  ///
  /// - Parameters:
  ///   - values: A row for each place on the vertical side, from its lowest to its highest, all of the same length, evenly spaced
  ///     on both sides; what is not finite counts as no value.
  ///   - isMatrix: Whether the values are elements of a matrix: its rows stand from top to bottom, and are told first.
  ///   - points: Those beyond the plane are not drawn, which is said.
  ///   - classes: The name of the label column; points whose labels differ have different marks.
  package func heatMap(
    of label: Formula, horizontal: Side, vertical: Side, values: [[Double?]], isMatrix: Bool = false,
    points: [LabelledPoint] = [], classes: Formula? = nil
  ) -> Plot {
    let across = axis(along: horizontal, count: values.first?.count ?? 0, isMatrix: isMatrix)
    let up = axis(along: vertical, count: values.count, isMatrix: isMatrix)
    guard let across, var up, values.isGrid else {
      return Plot(sentences: [reason("the ends of an axis are too close together")], picture: nil)
    }
    let plane = Plane(horizontal: horizontal, vertical: vertical, values: values, isMatrix: isMatrix)
    if isMatrix { up.ends = up.ends.map { .init(first: $0.last, last: $0.first) } }
    let inside = points.filter { plane.contains($0.x, $0.y) }
    let classes = PointClasses(inside, name: classes, style: style)
    let sentences =
      self.sentences(on: label, over: plane) + classes.sentences
      + sentences(onPointsOutside: points.count - inside.count, of: points.count)
    guard let extremes = plane.extremes else {
      return Plot(sentences: sentences + [reason("there is no value to draw")], picture: nil)
    }
    var drawn = plane.values
    let shades: Plot.HeatMap.Shades
    if let few = fewValues(on: plane) {
      drawn = drawn.map { $0.map { $0.map { few.last(upTo: $0).shown.value } } }
      shades = .of(few.map(\.shown))
    } else {
      shades = .between(roundNumbers(from: extremes.lowest.value, to: extremes.highest.value))
    }
    return Plot(
      sentences: sentences,
      picture: .heatMap(
        Plot.HeatMap(
          label: label, horizontal: across, vertical: up,
          values: isMatrix ? drawn.reversed() : drawn, areBlocks: isMatrix, shades: shades,
          points: classes.points, classes: classes.meanings)))
  }

  /// A value that occurs on a plane, and as what it is shown.
  fileprivate typealias Occurring = (value: Double, shown: Number)

  /// The values that occur on a plane, in rising order, where they are so few that each has a shade of its own; `nil` where
  /// they are more, or where no digits tell them apart.
  private func fewValues(on plane: Plane) -> [Occurring]? {
    var found: [Double] = []
    for value in plane.values.joined().compactMap(\.self)
    where !found.contains(where: { Self.areSame(min($0, value), max($0, value)) }) {
      guard found.count < Self.maxIntervals else { return nil }
      found.append(value)
    }
    found.sort()
    let extra = style.extraDigits(telling: found)
    let shown = found.map { style.number($0, extra: extra) }
    return Set(shown).count == shown.count ? Array(zip(found, shown)) : nil
  }

  /// The axis along a side; of a matrix it goes half an element beyond the first and the last.
  private func axis(along side: Side, count: Int, isMatrix: Bool) -> Plot.Axis? {
    let distance = (side.highest - side.lowest) / Double(max(1, count - 1))
    let isWhole = side.lowest == side.lowest.rounded() && distance == distance.rounded()
    var axis = horizontalAxis(
      [.formula(side.name)], from: side.lowest, to: side.highest, isWhole: isWhole)
    if isMatrix { axis?.ends = .init(first: side.lowest - distance / 2, last: side.highest + distance / 2) }
    return axis
  }

  private func sentences(on label: Formula, over plane: Plane) -> [[Phrase]] {
    let name = Phrase.formula(label)
    let gaps: [[Phrase]] =
      plane.gapCount > 0
      ? [[name, .words("has no value at \(plane.gapCount) of \(plane.count) places.")]] : []
    guard let extremes = plane.extremes else { return gaps }
    let (lowest, highest) = extremes
    let extra = style.extraDigits(telling: [lowest.value, highest.value])
    func value(_ spot: Plane.Spot) -> Phrase { .formula(.number(style.number(spot.value, extra: extra))) }
    func point(_ spot: Plane.Spot) -> [Phrase] { [value(spot), .words("at")] + place(of: spot, on: plane) }
    if Self.areSame(lowest.value, highest.value) {
      let wherever = CurveSentence.wherever(hasGaps: plane.gapCount > 0, isSampled: plane.isSampled)
      return [[name, .words("is"), value(lowest), wherever]] + gaps
    }
    let corners = Array(plane.corners.map(point).joined(separator: [.words(";")]))
    return [
      [name, .words("is lowest,")] + point(lowest) + [.words(", and highest,")] + point(highest)
        + [.words(".")]
    ] + (corners.isEmpty ? [] : [[.words("In the corners it is")] + corners + [.words(".")]]) + gaps
      + (plane.isSampled ? [Self.ofDrawn] : [])
  }

  private func place(of spot: Plane.Spot, on plane: Plane) -> [Phrase] {
    let (x, y) = (plane.horizontal, plane.vertical)
    let places = [
      place(spot.x, on: [.formula(x.name)], within: x.lowest...x.highest),
      place(spot.y, on: [.formula(y.name)], within: y.lowest...y.highest),
    ]
    return Array((plane.isMatrix ? places.reversed() : places).joined(separator: [.words(",")]))
  }

  private func sentences(onPointsOutside count: Int, of all: Int) -> [[Phrase]] {
    guard count > 0 else { return [] }
    let verbs = count == 1 ? ("lies", "is") : ("lie", "are")
    return [[.words("\(count) of \(all) points \(verbs.0) beyond the axes and \(verbs.1) not drawn.")]]
  }
}

extension [PlotWorking.Occurring] {
  /// The last that is not above a value, but for rounding.
  fileprivate func last(upTo value: Double) -> PlotWorking.Occurring {
    last { !PlotWorking.isBelow(value, $0.value) } ?? self[0]
  }
}

extension [[Double?]] {
  /// Whether there are rows of the same length, and at least two places each way.
  fileprivate var isGrid: Bool {
    guard count > 1, let width = first?.count, width > 1 else { return false }
    return allSatisfy { $0.count == width }
  }
}
