import Algebra
import Foundation
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct RandomStatisticsTests {
  static let count = 50_000

  /// Which of the things that a draw depends on runs through `count` values.
  enum Running: String, CaseIterable, Sendable {
    case name, seed, pass, stream
  }

  static func numbers(
    _ count: Int, _ distribution: Distribution, _ parameters: [Double], _ running: Running
  ) -> [Double] {
    let draw = Draw(distribution, parameters)
    var stream = RandomStream(name: "points", seed: 1)
    return (0..<count).map { index in
      switch running {
      case .name: draw.value(of: Name("W", [index / 100, index % 100]), seed: 1, pass: 0)
      case .seed: draw.value(of: Name("w"), seed: index, pass: 0)
      case .pass: draw.value(of: Name("w"), seed: 1, pass: index)
      case .stream:
        distribution == .normal
          ? stream.normal(mean: parameters[0], deviation: parameters[1])
          : stream.uniform(parameters[0]...parameters[1])
      }
    }
  }

  /// √n times the largest distance between the numbers' distribution and the true one (Kolmogorov and Smirnov): above
  /// 1.95 in one of a thousand cases.
  static func distance(of numbers: [Double], from distribution: (Double) -> Double) -> Double {
    let n = Double(numbers.count)
    let distances = numbers.sorted().enumerated().map { index, number in
      let share = distribution(number)
      return max(share - Double(index) / n, Double(index + 1) / n - share)
    }
    return n.squareRoot() * (distances.max() ?? .infinity)
  }

  static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

  /// The correlation of two lists whose numbers have mean 0 and variance 1, times √n: as good as normal.
  static func correlation(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).map(*).reduce(0, +) / Double(one.count).squareRoot()
  }

  @Test(arguments: Running.allCases)
  func `normal numbers have the normal distribution`(running: Running) {
    let numbers = Self.numbers(Self.count, .normal, [2, 3], running)
    let mean = Self.mean(numbers)
    let variance = Self.mean(numbers.map { ($0 - mean) * ($0 - mean) })
    #expect(abs(mean - 2) < 4 * 3 / Double(Self.count).squareRoot())
    #expect(abs(variance / 9 - 1) < 4 * (2 / Double(Self.count)).squareRoot())
    #expect(Self.distance(of: numbers) { 0.5 * erfc((2 - $0) / (3 * 2.0.squareRoot())) } < 1.95)
    let standard = numbers.map { ($0 - 2) / 3 }
    #expect(abs(Self.correlation(standard, Array(standard.dropFirst()))) < 4)
  }

  @Test(arguments: Running.allCases)
  func `uniform numbers are spread evenly`(running: Running) {
    let numbers = Self.numbers(20_000, .uniform, [-1, 3], running)
    #expect(numbers.allSatisfy { (-1...3).contains($0) })
    #expect(abs(Self.mean(numbers) - 1) < 4 * (16.0 / 12 / 20_000).squareRoot())
    #expect(Self.distance(of: numbers) { ($0 + 1) / 4 } < 1.95)
  }

  @Test(arguments: [Running.name, .seed, .pass])
  func `bernoulli numbers are 1 as often as they are to be`(running: Running) {
    let numbers = Self.numbers(20_000, .bernoulli, [0.3], running)
    let ones = Double(numbers.count { $0 == 1 })
    #expect(numbers.allSatisfy { $0 == 0 || $0 == 1 })
    #expect(abs(ones / 20_000 - 0.3) < 4 * (0.21 / 20_000).squareRoot())
  }

  @Test(arguments: [("w1", "w2"), ("a", "b"), ("W[1,2]", "W[2,1]"), ("x", "xx"), ("é", "e")])
  func `two names are drawn independently`(one: String, other: String) {
    let draw = Draw(.normal, [0, 1])
    let passes = 0..<20_000
    let first = passes.map { draw.value(of: Name(one), seed: 1, pass: $0) }
    let second = passes.map { draw.value(of: Name(other), seed: 1, pass: $0) }
    let later = passes.map { draw.value(of: Name(one), seed: 2, pass: $0) }
    #expect(abs(Self.correlation(first, second)) < 4)
    #expect(abs(Self.correlation(first, later)) < 4)
    #expect(Set(first).isDisjoint(with: second))
  }
}
