import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct RecordedCurveTests {
  private func curve(of numbers: some Sequence<Double>) -> RecordedCurve {
    numbers.reduce(into: RecordedCurve()) { $0.append($1) }
  }

  @Test func `a curve without numbers has no points`() {
    #expect(RecordedCurve().points.isEmpty)
    #expect(RecordedCurve().count == 0)
  }

  @Test(arguments: [1, 2, 3, 1000, RecordedCurve.maxStretches])
  func `few numbers are all kept`(count: Int) {
    let numbers = (0..<count).map { Double($0 * 7919 % 1009) }
    let points = curve(of: numbers).points
    #expect(points.map(\.number) == numbers)
    #expect(points.map(\.place) == Array(1...count))
  }

  /// The first, the last and two extremes, each where no other number is as large or small.
  @Test(arguments: [(1, 200_000, 3, 199_998), (1, 140_001, 131_072, 65_537), (1, 300_000, 299_999, 2)])
  func `of many the ends and the extremes are kept, each at its place`(
    first: Int, last: Int, lowest: Int, highest: Int
  ) {
    var numbers: [Double] = []
    for place in 1...last {
      let waves = Double(place % 5) / 10
      numbers.append(waves + Double(place) / 1e6)
    }
    numbers[lowest - 1] = -9
    numbers[highest - 1] = 9
    let curve = curve(of: numbers)
    let points = curve.points
    #expect(curve.count == last)
    #expect(points.count <= 2 * RecordedCurve.maxStretches + 2)
    #expect(points.first?.place == first && points.last?.place == last)
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.place < $1.place })
    #expect(points.allSatisfy { numbers[$0.place - 1] == $0.number })
    #expect(points.contains { $0.place == lowest } && points.contains { $0.place == highest })
  }
}
