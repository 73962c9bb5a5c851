import TestSupport
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct RandomStreamTests {
  @Test func `a sequence is pinned for all time`() {
    var stream = RandomStream(name: "stream", seed: -5)
    let numbers = [
      stream.uniform(2...3), stream.normal(mean: 1, deviation: 2), stream.uniform(-1...1),
      stream.normal(mean: 0, deviation: 1),
    ]
    let expected = [2.4753386263653248, 1.0736087747100438, -0.9041115983469457, 0.27157215937332657]
    for (number, expected) in zip(numbers, expected) { #expect(abs(number - expected) < 1e-15) }
  }

  @Test(arguments: [
    ("order", 1, [5, 6, 9, 8, 2, 1, 3, 0, 7, 4]), ("order", 2, [5, 8, 7, 0, 4, 2, 9, 6, 1, 3]),
    ("other", 1, [2, 9, 6, 4, 7, 3, 1, 5, 8, 0]),
  ])
  func `an order is pinned for all time`(name: String, seed: Int, expected: [Int]) {
    var stream = RandomStream(name: name, seed: seed)
    #expect(stream.shuffled(10) == expected)
    #expect(stream.shuffled(10) != expected)
  }

  @Test(arguments: [0, 1, 2, 1000])
  func `an order has every number once`(count: Int) {
    var stream = RandomStream(name: "order", seed: 1)
    #expect(stream.shuffled(count).sorted() == Array(0..<count))
  }

  @Test func `all orders are equally likely`() {
    var stream = RandomStream(name: "order", seed: 1)
    var counts: [[Int]: Int] = [:]
    let rounds = 48_000
    for _ in 0..<rounds { counts[stream.shuffled(4), default: 0] += 1 }
    #expect(counts.count == 24)
    let expected = Double(rounds) / 24
    let chiSquare = counts.values.map { (Double($0) - expected) * (Double($0) - expected) / expected }
      .reduce(0, +)
    // 23 degrees of freedom: 49.7 in one of a thousand cases.
    #expect(chiSquare < 49.7)
  }
}
