/// A line between two places of a diagram: straight, or bent downward by so much in its middle.
struct DiagramLine {
  typealias Place = (x: Double, y: Double)

  /// Where it begins.
  let from: Place
  /// Where it ends.
  let to: Place
  /// How far its middle lies below that of the straight line.
  var bend = 0.0

  /// The line as the `d` of a path.
  var path: String {
    guard bend != 0 else { return "M\(from.x.place) \(from.y.place)L\(to.x.place) \(to.y.place)" }
    let (x, y) = ((from.x + to.x) / 2, (from.y + to.y) / 2 + 2 * bend)
    return "M\(from.x.place) \(from.y.place)Q\(x.place) \(y.place) \(to.x.place) \(to.y.place)"
  }

  /// The place a fraction of the way along it.
  func place(at part: Double) -> Place {
    (
      from.x + (to.x - from.x) * part,
      from.y + (to.y - from.y) * part + 4 * bend * part * (1 - part)
    )
  }
}

/// Finds places for what stands on the lines of a diagram, so that no text covers another.
struct LabelPlacing {
  /// A text with its middle.
  struct Label {
    let text: String
    let x: Double
    let y: Double
  }

  private struct Box {
    let left, right, top, bottom: Double

    func overlap(with other: Box) -> Double {
      let width = min(right, other.right) - max(left, other.left)
      let height = min(bottom, other.bottom) - max(top, other.top)
      return width > 0 && height > 0 ? width * height : 0
    }
  }

  private var taken: [Box] = []
  /// Where on a line a text may stand, the best places first.
  private static let parts = [
    0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.38, 0.62, 0.3, 0.7, 0.46, 0.54, 0.24, 0.76,
  ]

  /// Keeps a place around a middle clear of texts.
  mutating func keepClear(x: Double, y: Double, width: Double, height: Double) {
    taken.append(Box(left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2))
  }

  /// Where a text stands on a line: where it covers the least of the others.
  mutating func place(_ text: String, on line: DiagramLine) -> Label {
    let (width, height) = (LetterSize.width(of: text) + 4, LetterSize.line - 2)
    var best: (label: Label, box: Box, cost: Double)?
    for part in Self.parts {
      let (x, y) = line.place(at: part)
      let box = Box(left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2)
      let cost = taken.reduce(0) { $0 + $1.overlap(with: box) }
      if cost < best?.cost ?? .infinity { best = (Label(text: text, x: x, y: y), box, cost) }
      if cost == 0 { break }
    }
    guard let best else { return Label(text: text, x: line.from.x, y: line.from.y) }
    taken.append(best.box)
    return best.label
  }
}
