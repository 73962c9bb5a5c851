import Autograd

/// What all three workloads start from: numbers of a linear congruential generator.
struct Generator {
  private var state: UInt64 = 42

  /// The next number from 0 up to 1.
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}

/// The logistic function, operation by operation.
@inline(__always)
func literalSigmoid(_ sum: Value) -> Value { 1 / (1 + exp(-sum)) }

/// W1: two inputs, two hidden and two output neurons, one example.
enum W1 {
  static let weights = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.25, 0.25, 0.35, 0.35]
  static let rate = 0.6

  /// The cost; `w` are the params.
  @inline(__always)
  static func loss(_ w: [Value]) -> Value {
    let (i1, i2, t1, t2) = (0.1, 0.5, 0.05, 0.95)
    let h1 = literalSigmoid(i1 * w[0] + i2 * w[2] + w[8])
    let h2 = literalSigmoid(i1 * w[1] + i2 * w[3] + w[9])
    let o1 = literalSigmoid(h1 * w[4] + h2 * w[6] + w[10])
    let o2 = literalSigmoid(h1 * w[5] + h2 * w[7] + w[11])
    let d1 = o1 - t1
    let d2 = o2 - t2
    return 0.5 * (d1 * d1 + d2 * d2)
  }
}

/// W2: a network of 2, 8, 8 and 1 neurons with tanh on 400 points of the plane.
struct W2 {
  static let rate = 0.03
  private(set) var weights: [Double] = []
  private(set) var points: [(x: Double, y: Double, target: Double)] = []

  init() {
    var generator = Generator()
    for _ in 0..<105 { weights.append(2 * generator.next() - 1) }
    for _ in 0..<400 {
      let x = 10 * generator.next() - 5
      let y = 10 * generator.next() - 5
      points.append((x, y, x * y >= 0 ? 1 : -1))
    }
  }

  /// The output for a point; `w` are the params.
  @inline(__always)
  static func output(_ w: [Value], _ x: Value, _ y: Value) -> Value {
    var hidden: [Value] = []
    hidden.reserveCapacity(8)
    for j in 0..<8 { hidden.append(tanh(x * w[2 * j] + y * w[2 * j + 1] + w[16 + j])) }
    var second: [Value] = []
    second.reserveCapacity(8)
    for j in 0..<8 {
      var sum = hidden[0] * w[24 + 8 * j]
      for k in 1..<8 { sum = sum + hidden[k] * w[24 + 8 * j + k] }
      second.append(tanh(sum + w[88 + j]))
    }
    var output = second[0] * w[96]
    for k in 1..<8 { output = output + second[k] * w[96 + k] }
    return output + w[104]
  }
}
