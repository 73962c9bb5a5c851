import Algebra
import TestSupport
import Testing

@testable import PrintedNumbers

@Suite struct RepliesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let value: Double
    let decimals: Int
    /// The replies that are right, in order.
    let accepted: String

    init(_ value: Double, _ decimals: Int, _ accepted: String) {
      self.value = value
      self.decimals = decimals
      self.accepted = accepted
    }

    var testDescription: String { "\(value) at \(decimals)" }
  }

  private func accepted(_ value: Double, _ decimals: Int) -> [String] {
    Replies(to: value, decimals: decimals).accepted.map { $0.text ?? "no digits" }
  }

  @Test(arguments: [
    // Rounded, and cut off where that is another number.
    Row(0.0821, 3, "0.082"), Row(0.08266, 3, "0.083 0.082"), Row(-0.046963, 3, "-0.047 -0.046"),
    Row(2 / 3.0, 1, "0.7 0.6"), Row(0.9999, 2, "1.00 0.99"), Row(0.0825, 3, "0.083 0.082"),
    // All decimals stand, though the number ends sooner.
    Row(0.41, 5, "0.41000"), Row(0.1 + 0.2, 3, "0.300"), Row(0.5, 12, "0.500000000000"),
    // A whole number stands alone.
    Row(5, 3, "5"), Row(-2, 0, "-2"), Row(0, 4, "0"), Row(-0.0, 4, "0"),
    Row(1e20, 2, "100000000000000000000"),
    Row(4.9999999999999996, 3, "5"), Row(123_456_789_012_345.6, 2, "123456789012350"),
    // Near enough to a whole number, but not one.
    Row(5.0000000001, 3, "5.000"), Row(5.0000000001, 0, "5"), Row(4.9999999999, 3, "5.000 4.999"),
    // Without decimals a number is exact.
    Row(3.7, 0, ""), Row(-0.2, 0, ""), Row(1e-10, 0, "0"),
    // A zero with decimals is met by rounding only, and has no sign.
    Row(0.0004, 3, "0.000"), Row(-0.0004, 3, "0.000"), Row(0.0007, 3, "0.001"), Row(-0.0007, 3, "-0.001"),
    Row(1e-300, 2, "0.00"),
    // The 15th significant digit counts for nothing.
    Row(123_456_789_012.345, 3, "123456789012.350"),
  ])
  func `replies are the value rounded and the value cut off`(row: Row) {
    #expect(accepted(row.value, row.decimals).joined(separator: " ") == row.accepted)
  }

  @Test func `a number with so many decimals is among them when the number rule takes it`() {
    var random = SplitMix64(seed: 1)
    var count = 0
    for _ in 0..<500 {
      let decimals = Int.random(in: 1...4, using: &random)
      let unit = Double(["0", "0.1", "0.01", "0.001", "0.0001"][decimals]) ?? 0
      let value = Double.random(in: -20...20, using: &random) * unit
      let replies = Replies(to: value, decimals: decimals)
      for steps in -21...21 {
        let digits = String(abs(steps))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let text = (steps < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
        let isAmong = replies.accepted.contains { Double($0.text ?? "") == Double(text) }
        #expect(isAmong == (NumberRule.agreement(of: value, with: text) != nil), "\(value), \(text)")
        count += isAmong ? 1 : 0
      }
    }
    #expect(count > 600)
  }

  /// Values so near each other that many share a reply.
  private func values(_ random: inout SplitMix64) -> (values: [Double], decimals: Int) {
    let decimals = Int.random(in: 0...3, using: &random)
    let width = [0.5, 5, 2e-9][Int.random(in: 0..<3, using: &random)]
    let middle = Double(Int.random(in: -2...2, using: &random))
    let values = (0..<6).map { _ in
      Bool.random(using: &random) ? middle : middle + Double.random(in: -width...width, using: &random)
    }
    return (values, decimals)
  }

  @Test func `what one reply fits with more decimals, one fits with fewer`() {
    var random = SplitMix64(seed: 2)
    var count = 0
    for _ in 0..<500 {
      let (values, decimals) = values(&random)
      // Without decimals a number is exact, and many values have no reply at all.
      guard decimals > 0 else { continue }
      let few = values.map { Replies(to: $0, decimals: decimals) }
      for more in decimals...5 {
        let many = values.map { Replies(to: $0, decimals: more) }
        guard many[0].shared(with: many[1]) != nil else { continue }
        count += 1
        #expect(few[0].shared(with: few[1]) != nil, "\(values[0]), \(values[1]) at \(decimals)")
      }
    }
    #expect(count > 200)
  }

  @Test func `of many values the neighbours tell whether any two share a reply`() {
    var random = SplitMix64(seed: 3)
    var shared = 0
    for _ in 0..<500 {
      let (values, decimals) = values(&random)
      let replies = values.map { Replies(to: $0, decimals: decimals) }
      let inOrder = replies.sorted { $0.value < $1.value }
      let neighbours = zip(inOrder, inOrder.dropFirst()).contains { $0.shared(with: $1) != nil }
      let any = replies.indices.contains { one in
        replies.indices.contains { $0 != one && replies[$0].shared(with: replies[one]) != nil }
      }
      #expect(neighbours == any, "\(values) at \(decimals)")
      #expect(replies[0].shared(with: replies[1])?.text == nil || replies[1].shared(with: replies[0]) != nil)
      shared += any ? 1 : 0
    }
    #expect((50...490).contains(shared))
  }
}
