import Engine

/// Values over a plane, evenly spaced.
struct Plane {
  /// From left to right.
  package let horizontal: PlotWorking.Side
  /// From bottom to top; of a matrix, whose rows it numbers, from top to bottom.
  package let vertical: PlotWorking.Side
  /// The values, a row for each place on the vertical side from its lowest to its highest; only finite ones.
  package let values: [[Double?]]
  /// Whether they are elements of a matrix.
  package let isMatrix: Bool

  /// A place with its value.
  struct Spot {
    /// From left to right.
    package let x: Double
    /// From bottom to top.
    package let y: Double
    /// What is there.
    package let value: Double
  }

  /// A plane of values; what is not finite is no value.
  init(horizontal: PlotWorking.Side, vertical: PlotWorking.Side, values: [[Double?]], isMatrix: Bool) {
    self.isMatrix = isMatrix
    self.horizontal = horizontal
    self.vertical = vertical
    self.values = values.map { $0.map { value in value.flatMap { $0.isFinite ? $0 : nil } } }
  }

  /// Whether there are more places than are drawn.
  package var isSampled: Bool { horizontal.isSampled || vertical.isSampled }

  /// How many places there are.
  package var count: Int { values.reduce(0) { $0 + $1.count } }

  /// How many places have no value.
  var gapCount: Int { values.reduce(0) { $0 + $1.count { $0 == nil } } }

  /// Where the value is lowest and highest: row by row, the first such places, but for rounding.
  var extremes: (lowest: Spot, highest: Spot)? {
    let spots = values.indices.flatMap { row in values[row].indices.compactMap { spot($0, row) } }
    guard let first = spots.first else { return nil }
    return spots.reduce((first, first)) { extremes, spot in
      (
        PlotWorking.isBelow(spot.value, extremes.0.value) ? spot : extremes.0,
        PlotWorking.isBelow(extremes.1.value, spot.value) ? spot : extremes.1
      )
    }
  }

  /// The corners that have a value: those of the first row from left to right, then those of the last.
  var corners: [Spot] {
    guard let first = values.first, let last = values.last, values.count > 1 else { return [] }
    return [(0, 0), (first.count - 1, 0), (0, values.count - 1), (last.count - 1, values.count - 1)]
      .compactMap { spot($0.0, $0.1) }
  }

  /// Whether a point lies on the plane or its edge.
  package func contains(_ x: Double, _ y: Double) -> Bool {
    horizontal.contains(x) && vertical.contains(y)
  }

  private func spot(_ column: Int, _ row: Int) -> Spot? {
    guard values[row].indices.contains(column), let value = values[row][column] else { return nil }
    return Spot(
      x: horizontal.place(column, of: values[row].count), y: vertical.place(row, of: values.count),
      value: value)
  }
}

extension PlotWorking.Side {
  /// The `index`th of `count` places evenly apart.
  fileprivate func place(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return lowest }
    let part = Double(index) / Double(count - 1)
    return lowest * (1 - part) + highest * part
  }

  fileprivate func contains(_ value: Double) -> Bool { lowest <= value && value <= highest }
}
