import Autograd

/// W1: two inputs, two hidden and two output neurons with the logistic function, one example; 38 operations an epoch.
enum W1 {
  static let weights = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.25, 0.25, 0.35, 0.35]
  static let descent = Descent(weights: weights, rate: 0.6, epochs: 10_000, repetitions: 21, dropped: 0)

  /// The cost; `w` are the weights on a tape.
  @inline(__always)
  static func cost(_ w: [Value]) -> Value {
    let (i1, i2, t1, t2) = (0.1, 0.5, 0.05, 0.95)
    let h1 = logistic(i1 * w[0] + i2 * w[2] + w[8])
    let h2 = logistic(i1 * w[1] + i2 * w[3] + w[9])
    let o1 = logistic(h1 * w[4] + h2 * w[6] + w[10])
    let o2 = logistic(h1 * w[5] + h2 * w[7] + w[11])
    let d1 = o1 - t1
    let d2 = o2 - t2
    return 0.5 * (d1 * d1 + d2 * d2)
  }

  /// The logistic function operation by operation, not the one of the tape, as the other programs have none.
  @inline(__always)
  private static func logistic(_ sum: Value) -> Value { 1 / (1 + exp(-sum)) }
}
