internal import Algebra
internal import Transcript

// Which shade a value has, in every format that draws it.

extension Plot.HeatMap {
  /// Which shade a value has; `nil` beyond the bounds, and for what is none of a few values.
  func shade(of value: Double) -> Int? {
    switch shades {
    case .between(let bounds): shade(of: value, between: bounds)
    case .of(let values): values.firstIndex { $0.value == value }
    }
  }

  private func shade(of value: Double, between levels: [Number]) -> Int? {
    let scale = Plot.Axis(label: [], ticks: levels)
    // What is a bound but for the last bits belongs to the shade above it on every machine.
    let slack = 1e-9
    guard let place = scale.position(of: value), -slack <= place, place <= 1 + slack else { return nil }
    let shade = levels.dropLast().lastIndex { level in
      scale.position(of: level.value).map { $0 - slack <= place } ?? false
    }
    return shade ?? 0
  }
}
