internal import Algebra
internal import Transcript

extension Plot.Picture {
  /// Either curves or a heat map.
  var json: JSONValue {
    switch self {
    case .curves(let curves, let horizontal, let vertical):
      .members([
        ("curves", .array(curves.map(\.json))), ("horizontal", horizontal.json), ("vertical", vertical.json),
      ])
    case .heatMap(let map): map.json
    }
  }
}

extension Plot.Curve {
  fileprivate var json: JSONValue {
    .members([
      ("label", label.json), ("points", .array(points.map { .array([.place($0.x), .place($0.y)]) })),
    ])
  }
}

extension Plot.Axis {
  fileprivate var json: JSONValue {
    .members([
      ("label", label.json), ("ticks", .array(ticks.map(\.json))),
      ("logarithmic", isLogarithmic ? .bool(true) : nil),
      ("ends", ends.map { .array([.place($0.first), .place($0.last)]) }),
    ])
  }
}

extension Plot.HeatMap {
  fileprivate var json: JSONValue {
    .members([
      ("label", label.json), ("values", .array(values.map { .array($0.map { .place($0) }) })),
      ("horizontal", horizontal.json), ("vertical", vertical.json), shades.member,
      (
        "points",
        points.isEmpty
          ? nil
          : .array(points.map { .array([.place($0.x), .place($0.y), .number($0.classIndex)]) })
      ),
      ("classes", classes.isEmpty ? nil : .array(classes.map(\.json))),
    ])
  }
}

extension Plot.HeatMap.Shades {
  /// The bounds between shades, or the value of each.
  fileprivate var member: (String, JSONValue?) {
    switch self {
    case .between(let bounds): ("bounds", .array(bounds.map(\.json)))
    case .of(let values): ("shades", .array(values.map(\.json)))
    }
  }
}

extension JSONValue {
  /// A place on an axis; `null` for a gap.
  fileprivate static func place(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .number(value)
  }
}
