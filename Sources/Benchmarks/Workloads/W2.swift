import Autograd

/// W2: a network of 2, 8, 8 and 1 neurons with tanh on 400 points of the plane; 195 operations a point.
struct W2 {
  /// A point, and what the network is to say of it.
  struct Point {
    let x: Double
    let y: Double
    let target: Double
  }

  static let weightCount = 105
  static let pointCount = 400
  /// The cost is half the mean of the squares.
  static let scale = 0.5 / Double(pointCount)

  private(set) var weights: [Double] = []
  private(set) var points: [Point] = []

  init() {
    var generator = Generator()
    for _ in 0..<W2.weightCount { weights.append(2 * generator.next() - 1) }
    for _ in 0..<W2.pointCount {
      let x = 10 * generator.next() - 5
      let y = 10 * generator.next() - 5
      points.append(Point(x: x, y: y, target: x * y >= 0 ? 1 : -1))
    }
  }

  var descent: Descent {
    Descent(weights: weights, rate: 0.03, epochs: 100, repetitions: 7, dropped: 1)
  }

  /// The network, with room for the values of its layers.
  struct Network {
    private var hidden: [Value]
    private var second: [Value]

    /// Room, filled with any value until there are others.
    init(_ filling: Value) {
      hidden = Array(repeating: filling, count: 8)
      second = hidden
    }

    /// The square of what the output is off at a point; `w` are the weights.
    @inline(__always)
    mutating func square(_ w: [Value], x: Value, y: Value, target: Value) -> Value {
      for j in 0..<8 { hidden[j] = tanh(x * w[2 * j] + y * w[2 * j + 1] + w[16 + j]) }
      for j in 0..<8 {
        var sum = hidden[0] * w[24 + 8 * j]
        for k in 1..<8 { sum = sum + hidden[k] * w[24 + 8 * j + k] }
        second[j] = tanh(sum + w[88 + j])
      }
      var output = second[0] * w[96]
      for k in 1..<8 { output = output + second[k] * w[96 + k] }
      let off = output + w[104] - target
      return off * off
    }
  }
}
