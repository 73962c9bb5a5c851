import Algebra
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// What holds of every plot, whatever the numbers.
@Suite struct PlotPropertyTests {
  private static let odd: [Double?] = [
    nil, 0, -0.0, 1, -1, 0.1, 1e-12, 1e300, -1e300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .infinity, -.infinity, .nan, 1e-300, 1e-290, 1.05e-290, 1e16, .pi,
  ]

  private static func points(_ random: inout SplitMix64) -> [(x: Double, y: Double?)] {
    let kind = Int.random(in: 0..<4, using: &random)
    let count = Int.random(in: 0...70, using: &random)
    return (0..<count).map { index in
      let x = kind == 0 ? (odd.randomElement(using: &random) ?? nil) ?? 3 : Double(index)
      let y: Double? =
        switch kind {
        case 0, 1: odd.randomElement(using: &random) ?? nil
        case 2: Double.random(in: -3...5, using: &random)
        default: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
        }
      return (x, y)
    }.sorted { $0.x < $1.x }
  }

  @Test func `an axis holds all values between round numbers in rising order, whatever these are`() {
    for seed in 0..<150 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let points = Self.points(&random)
      let style = NumberStyle(decimals: Int(seed % 13), shortening: seed % 2 == 0 ? .rounded : .cutOff)
      let plot = PlotWorking(style: style).curves(
        [(label: PlotFixture.x, points: points)], over: .range(of: PlotFixture.x, isSampled: true))
      #expect(!plot.sentences.isEmpty)
      guard case .curves(let curves, let horizontal, let vertical)? = plot.picture else { continue }
      for axis in [horizontal, vertical] {
        let values = axis.ticks.map(\.value)
        #expect(values.count >= 2 && values.count <= 11)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed): \(values)")
        // The digits of the largest numbers, rounded up, may stand for none.
        #expect(
          axis.ticks.allSatisfy { [$0.value, .infinity, -.infinity].contains(Double($0.text ?? "")) },
          "seed \(seed): \(axis.ticks)")
      }
      let places = curves[0].points.compactMap { point in
        point.y.flatMap { $0.isFinite ? (horizontal.position(of: point.x), vertical.position(of: $0)) : nil }
      }
      let slack = 0.002
      let isHeld = places.allSatisfy { x, y in
        [x, y].allSatisfy { $0.map { -slack <= $0 && $0 <= 1 + slack } ?? false }
      }
      #expect(isHeld, "seed \(seed)")
      for width in [20, 80] { #expect(!plot.text(width: width).isEmpty) }
    }
  }

  @Test func `the shades of a plane hold all its values`() {
    for seed in 0..<70 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let values: [[Double?]] = (0..<5).map { _ in
        (0..<7).map { _ in Self.odd.randomElement(using: &random) ?? nil }
      }
      let side = PlotWorking.Side(name: PlotFixture.x, lowest: -1, highest: 1)
      let plot = PlotFixture.working.heatMap(
        of: PlotFixture.x, horizontal: side, vertical: side, values: values)
      guard case .heatMap(let map)? = plot.picture else { continue }
      let drawn = map.values.joined().compactMap(\.self)
      #expect((1...5).contains(map.shades.count))
      switch map.shades {
      case .between(let bounds):
        let scale = Plot.Axis(label: [], ticks: bounds)
        let places = drawn.map { scale.position(of: $0) ?? -1 }
        #expect(places.allSatisfy { -0.002 <= $0 && $0 <= 1.002 }, "seed \(seed)")
      case .of(let numbers):
        #expect(Set(drawn) == Set(numbers.map(\.value)), "seed \(seed)")
        #expect(numbers.map(\.value) == numbers.map(\.value).sorted(), "seed \(seed)")
      }
      #expect(!plot.text(width: 40).isEmpty)
    }
  }

  @Test func `the numbers of a sentence are those of the curve, rounded`() {
    for seed in 0..<70 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let values = (0..<Int.random(in: 2...40, using: &random)).map { _ in
        Double.random(in: -9...9, using: &random)
      }
      let plot = PlotFixture.trained(for: values.count) { values[Int($0) - 1] }
      let told = plot.sentences[0].compactMap { phrase -> Number? in
        if case .formula(.number(let number)) = phrase { number } else { nil }
      }
      // In turn a value and its epoch.
      let pairs = stride(from: 0, to: told.count - 1, by: 2).map { (told[$0], told[$0 + 1].value) }
      #expect(pairs.count >= 2 && told.count % 2 == 0)
      for (value, epoch) in pairs {
        #expect(
          NumberRule.agreement(of: values[Int(epoch) - 1], with: value.text ?? "") != nil, "seed \(seed)")
      }
      for extreme in [values.min(), values.max()] {
        #expect(pairs.contains { values[Int($0.1) - 1] == extreme }, "seed \(seed)")
      }
    }
  }

  @Test func `many points are thinned, and each stretch keeps its ends, extremes and gaps`() {
    var random = SplitMix64(seed: 5)
    let points = (0..<100_000).map { index in
      (
        x: Double(index),
        y: index % 1000 == 0 ? nil : Optional(Double.random(in: -1...1, using: &random))
      )
    }
    let thinned = PlotWorking.thinned(points, from: 0, to: 99_999)
    #expect(thinned.count < 1500 && thinned.count > 900)
    #expect(zip(thinned, thinned.dropFirst()).allSatisfy { $0.x < $1.x })
    #expect(thinned.allSatisfy { $0.y == points[Int($0.x)].y })
    #expect(thinned.compactMap(\.y).max() == points.compactMap(\.y).max())
    #expect(thinned.compactMap(\.y).min() == points.compactMap(\.y).min())
    #expect(thinned.count { $0.y == nil } >= 90)
    #expect(thinned.first?.x == 0 && thinned.last?.x == 99_999)
    // In every hundredth of the axis, the lowest and the highest are near the true ones.
    for part in 0..<100 {
      let range = (Double(part) * 1000)..<(Double(part + 1) * 1000)
      let kept = thinned.filter { range.contains($0.x) }.compactMap(\.y)
      let all = points[(part * 1000)..<((part + 1) * 1000)].compactMap(\.y)
      #expect(abs((kept.max() ?? 9) - (all.max() ?? 0)) < 0.1)
      #expect(abs((kept.min() ?? 9) - (all.min() ?? 0)) < 0.1)
    }
    #expect(PlotWorking.thinned(Array(points.prefix(1000)), from: 0, to: 999).count == 1000)
  }
}
