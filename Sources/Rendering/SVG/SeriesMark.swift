/// What tells curves, and classes of points, apart without their colour: the form of their marks and the dashes of their line.
enum SeriesMark: CaseIterable {
  case circle, square, triangle, cross, diamond, plus, wedge, bar

  /// Those of the curve or class at a place, from 0; behind the last come the first again.
  init(at index: Int) { self = Self.allCases[index % Self.allCases.count] }

  /// Which of as many colours belongs to a place, from 1.
  static func number(at index: Int) -> Int { index % PictureColor.series.count + 1 }

  /// The dashes of a line, as SVG has them; `nil` for a line without gaps.
  static func dashes(at index: Int) -> String? {
    [nil, "7 4", "2 3", "9 3 2 3", "12 4", "5 2 1 2 1 2", "1 4", "4 4"][index % 8]
  }

  /// The outline around a place.
  func outline(x: Double, y: Double) -> String {
    let r = 3.6
    func path(_ points: [(Double, Double)], isClosed: Bool = true) -> String {
      "M" + points.map { "\((x + $0.0).place) \((y + $0.1).place)" }.joined(separator: "L")
        + (isClosed ? "z" : "")
    }
    switch self {
    case .circle:
      return "M\((x - r).place) \(y.place)a\(r.place) \(r.place) 0 1 0 \((2 * r).place) 0"
        + "a\(r.place) \(r.place) 0 1 0 \((-2 * r).place) 0z"
    case .square: return path([(-r, -r), (r, -r), (r, r), (-r, r)])
    case .triangle: return path([(0, -r), (r, r), (-r, r)])
    case .wedge: return path([(0, r), (r, -r), (-r, -r)])
    case .diamond: return path([(0, -4.6), (4.6, 0), (0, 4.6), (-4.6, 0)])
    case .cross:
      return path([(-r, -r), (r, r)], isClosed: false) + path([(-r, r), (r, -r)], isClosed: false)
    case .plus: return path([(0, -r), (0, r)], isClosed: false) + path([(-r, 0), (r, 0)], isClosed: false)
    case .bar: return path([(-r, -1.5), (r, -1.5), (r, 1.5), (-r, 1.5)])
    }
  }
}
