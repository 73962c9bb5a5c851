import Foundation

/// The lecture's network, worked out in plain doubles.
struct TwoTwoTwo: Sendable {
  private var w = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
  let t1 = 0.05

  private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  var h1: Double { sigmoid(0.1 * w[1] + 0.5 * w[3] + 0.25) }
  var h2: Double { sigmoid(0.1 * w[2] + 0.5 * w[4] + 0.25) }
  var o1: Double { sigmoid(h1 * w[5] + h2 * w[6] + 0.35) }
  private var o2: Double { sigmoid(h1 * w[7] + h2 * w[8] + 0.35) }
  var e1: Double { (t1 - o1) * (t1 - o1) / 2 }

  var d1Link: Double { o1 - t1 }
  var o1Link: Double { o1 * (1 - o1) }
  var h1Link: Double { h1 * (1 - h1) }
  private var d1: Double { d1Link * o1Link }
  private var d2: Double { (o2 - 0.95) * o2 * (1 - o2) }
  var pathOfE1: Double { d1 * w[5] * h1Link * 0.1 }
  var pathOfE2: Double { d2 * w[7] * h1Link * 0.1 }

  /// The slope of the total error by a weight.
  func slope(_ weight: Int) -> Double {
    switch weight {
    case 1: pathOfE1 + pathOfE2
    case 3: 5 * (pathOfE1 + pathOfE2)
    case 5: d1 * h1
    case 6: d1 * h2
    case 7: d2 * h1
    default: d2 * h2
    }
  }

  /// The network with a step for some weights.
  func updated(_ weights: [Int]) -> TwoTwoTwo {
    var copy = self
    for weight in weights { copy.w[weight] -= 0.6 * slope(weight) }
    return copy
  }
}
