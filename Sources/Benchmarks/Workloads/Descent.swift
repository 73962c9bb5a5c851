/// Gradient descent, of which the epochs are measured.
struct Descent {
  let weights: [Double]
  let rate: Double
  let epochs: Int
  /// How often all epochs are gone through.
  let repetitions: Int
  /// How many of those, the first ones, do not count.
  let dropped: Int

  /// Descends with the cost of `pass`; the time of an epoch is given in `unit`, which is `ns` or `us`.
  func rows(_ workload: String, _ mode: Mode, _ pass: some CostPass, _ unit: String) -> [Row] {
    var pass = pass
    var times = Samples()
    var derivatives = weights
    var first = 0.0
    var sum = 0.0
    var last = 0.0
    for repetition in 0..<repetitions {
      var weights = weights
      let begin = Platform.processorTime
      for epoch in 0..<epochs {
        last = pass.cost(at: weights, derivatives: &derivatives)
        if epoch == 0 { (first, sum) = (last, Check.sum(derivatives)) }
        for index in weights.indices { weights[index] -= rate * derivatives[index] }
      }
      if repetition >= dropped { times.add((Platform.processorTime - begin) / Double(epochs)) }
    }
    return [
      .check(Check(workload, mode, loss0: first, gsum0: sum, lossN: last)),
      .figure(Figure(workload, mode, "epoch", times, scale: unit == "ns" ? 1e9 : 1e6, unit: unit)),
    ]
  }
}

/// A way to work out a cost and its derivatives.
protocol CostPass {
  /// The cost at `weights`; its derivatives by them are left in `derivatives`, which has as many places.
  mutating func cost(at weights: [Double], derivatives: inout [Double]) -> Double
}
