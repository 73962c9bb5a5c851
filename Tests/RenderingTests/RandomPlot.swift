import Algebra
import TestSupport
import Transcript

/// Plots drawn at random. The same seed gives the same plot.
struct RandomPlot {
  private var random: SplitMix64
  /// The labels of curves: long ones, wide and combining letters, and what would steer a terminal.
  private static let labels = [
    "L", "σ(x)", "error_of_the_whole_network", "誤差", "e\u{301}", "a\u{1B}[31m\u{202E}b",
  ]
  private static let ticks = [
    "-6 -4 -2 0 2 4 6", "-1 -0.5 0 0.5 1", "0 36", "1 100 200 300 400 500",
    "0.1 0.1000000000005 0.100000000001",
    "-5e+300 0 5e+300", "-1.7e+308 1.7e+308", "-2.5 -1 0 1 2 2.75",
  ]
  private static let powers = ["0.001 0.01 0.1 1", "1e-08 1e-05 0.01", "1 1e+05 1e+10 1e+15"]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Curves with their axes, each point within them.
  mutating func curves(
    most: Int = 8
  ) -> (curves: [Plot.Curve], horizontal: Plot.Axis, vertical: Plot.Axis) {
    let isLogarithmic = Bool.random(using: &random)
    let horizontal = axis(Self.ticks)
    let vertical = axis(isLogarithmic ? Self.powers : Self.ticks, isLogarithmic: isLogarithmic)
    let isEven = Bool.random(using: &random)
    let curves = (0..<Int.random(in: 1...most, using: &random)).map { _ in
      let count = Int.random(in: 1...90, using: &random)
      let places = (0..<count).map { index in
        isEven && count > 1 ? Double(index) / Double(count - 1) : Double.random(in: 0...1, using: &random)
      }
      return Plot.Curve(
        label: .name(Name(Self.labels.randomElement(using: &random) ?? "L")),
        points: places.sorted().map { place in
          let isGap = Int.random(in: 0..<9, using: &random) == 0
          return (value(on: horizontal, at: place), isGap ? nil : height(on: vertical))
        })
    }
    return (curves, horizontal, vertical)
  }

  private mutating func axis(_ choices: [String], isLogarithmic: Bool = false) -> Plot.Axis {
    let digits = (choices.randomElement(using: &random) ?? "0 1").split(separator: " ")
    let label: [Phrase] = Bool.random(using: &random) ? [.words("epoch")] : [.formula(.name(Name("x")))]
    return Plot.Axis(
      label: label, ticks: digits.map { number(String($0)) }, isLogarithmic: isLogarithmic)
  }

  private mutating func height(on axis: Plot.Axis) -> Double {
    // Often on a tick, or half-way between two cells.
    if Bool.random(using: &random) { return axis.ticks.randomElement(using: &random)?.value ?? 0 }
    let place = Double(Int.random(in: 0...60, using: &random)) / 60
    guard axis.isLogarithmic else { return value(on: axis, at: place) }
    let (low, high) = (axis.ticks.first?.value ?? 1, axis.ticks.last?.value ?? 1)
    var value = low
    while Double.random(in: 0...1, using: &random) < 0.9, value * 3 < high { value *= 3 }
    return value
  }

  private func value(on axis: Plot.Axis, at place: Double) -> Double {
    let (low, high) = (axis.ticks.first?.value ?? 0, axis.ticks.last?.value ?? 0)
    return min(high, max(low, low * (1 - place) + high * place))
  }
}
