/// How a number is drawn at random.
package enum Distribution: String, Hashable, Sendable, CaseIterable {
  /// `normal(mean, deviation)`; a deviation of 0 gives the mean.
  case normal
  /// `uniform(low, high)`: anything from `low` to `high`, equally likely.
  case uniform
  /// `bernoulli(p)`: 1 with probability `p`, otherwise 0.
  case bernoulli

  /// The names of the parameters, in order; all must be given.
  var parameterNames: [String] {
    switch self {
    case .normal: ["mean", "deviation"]
    case .uniform: ["low", "high"]
    case .bernoulli: ["p"]
    }
  }

  /// What is wrong with `parameters`, which are as many as `parameterNames`, told to the lesson's author; `nil` when
  /// numbers can be drawn with them, each of which is then finite.
  package func complaint(about parameters: [Double]) -> String? {
    precondition(parameters.count == parameterNames.count, "a distribution has all of its parameters")
    for (name, value) in zip(parameterNames, parameters) where !value.isFinite {
      return "`\(name)` of `\(rawValue)` is \(value.isNaN ? "no number" : "infinite")"
    }
    switch self {
    case .normal:
      if parameters[1] < 0 { return "the deviation of `normal` is below 0" }
      let farthest = abs(parameters[0]) + Distribution.normalReach * parameters[1]
      return farthest.isFinite ? nil : "numbers drawn with this `normal` would be too large"
    case .uniform:
      if parameters[0] > parameters[1] { return "`low` of `uniform` is above `high`" }
      return (parameters[1] - parameters[0]).isFinite
        ? nil : "`low` and `high` of `uniform` are too far apart"
    case .bernoulli:
      return (0...1).contains(parameters[0]) ? nil : "`p` of `bernoulli` is not between 0 and 1"
    }
  }

  /// How many deviations a normal number may be away from the mean: √(2·53·ln 2) is 8.5717….
  private static let normalReach = 8.572
}

extension RandomBlock {
  /// The number of `distribution` that the block makes, with parameters about which there is no complaint.
  package func value(_ distribution: Distribution, _ parameters: [Double]) -> Double {
    switch distribution {
    case .normal: parameters[0] + parameters[1] * normal
    // Rounding could pass the upper end by a bit.
    case .uniform: min(parameters[0] + (parameters[1] - parameters[0]) * fraction, parameters[1])
    case .bernoulli: fraction < parameters[0] ? 1 : 0
    }
  }
}
