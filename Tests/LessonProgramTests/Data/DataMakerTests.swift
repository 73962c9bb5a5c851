import Algebra
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct DataMakerTests {
  /// Five rows, worked out from Playground's source by an implementation in another language.
  struct Row: CustomTestStringConvertible, Sendable {
    let maker: DataMaker
    let noise: Double
    let rows: [[Double]]

    init(_ maker: DataMaker, noise: Double, _ rows: [[Double]]) {
      self.maker = maker
      self.noise = noise
      self.rows = rows
    }

    var testDescription: String { "\(maker.rawValue)(5, noise: \(noise))" }
  }

  @Test(arguments: [
    Row(
      .xor, noise: 0.0,
      [
        [-4.44251955539838, -4.2458931488119775, 1],
        [5.29996559853043, -2.040831726219537, -1],
        [-4.01192620597123, 4.294773194686814, -1],
        [-0.45432689604945614, 0.3184254138516513, -1],
        [3.0566950796964036, -2.359230821940204, -1],
      ]),
    Row(
      .xor, noise: 0.5,
      [
        [-4.44251955539838, -4.2458931488119775, 1],
        [5.29996559853043, -2.040831726219537, -1],
        [-4.01192620597123, 4.294773194686814, -1],
        [-0.45432689604945614, 0.3184254138516513, 1],
        [3.0566950796964036, -2.359230821940204, -1],
      ]),
    Row(
      .circle, noise: 0.0,
      [
        [0.1318255997651022, 0.16904601681556453, 1],
        [2.2209336069006196, -1.1477852203162437, 1],
        [-0.19013224086593783, 0.25989538695843833, 1],
        [-0.04893328294913289, -4.226567711412034, -1],
        [4.485804438243678, -1.2750806025897905, -1],
      ]),
    Row(
      .circle, noise: 0.5,
      [
        [0.1318255997651022, 0.16904601681556453, 1],
        [2.2209336069006196, -1.1477852203162437, 1],
        [-0.19013224086593783, 0.25989538695843833, 1],
        [-0.04893328294913289, -4.226567711412034, -1],
        [4.485804438243678, -1.2750806025897905, -1],
      ]),
    Row(
      .gauss, noise: 0.0,
      [
        [3.215734040292439, 3.041582241876419, 1],
        [2.5819845491229323, 2.298387134365285, 1],
        [2.001539088568134, 2.9888194238232706, 1],
        [-1.1242182301899988, -2.245204718472066, -1],
        [-2.9041056906359253, -1.7111545404840414, -1],
      ]),
    Row(
      .gauss, noise: 0.5,
      [
        [5.438615136040411, 4.94603946557721, 1],
        [3.646100884922483, 2.8439662645140578, 1],
        [2.004353199853497, 4.796803679817637, 1],
        [0.4770849130888315, -2.693543676842144, -1],
        [-4.557197059032039, -1.1830216674452854, -1],
      ]),
    Row(
      .spiral, noise: 0.0,
      [
        [0.0, 0.0, 1],
        [-1.902113032590307, -0.6180339887498951, 1],
        [2.3511410091698934, -3.236067977499789, 1],
        [0.0, 0.0, -1],
        [1.902113032590307, 0.6180339887498955, -1],
      ]),
    Row(
      .spiral, noise: 0.5,
      [
        [-0.41425195553983796, -0.39458931488119775, 1],
        [-1.9300379766480642, -0.27067309633199577, 1],
        [2.8511375690229364, -3.4101511501217425, 1],
        [-0.0577062593077583, 0.2115574826093879, -1],
        [1.530920411993184, 1.017511308218577, -1],
      ]),
    Row(
      .plane, noise: 0.0,
      [
        [-4.971023466478055, -4.735071778574373, -0.9706095245052427],
        [5.999958718236517, -2.0889980714634446, 0.3910960646773072],
        [-4.454311447165476, 4.793727833624178, 0.03394163864587019],
        [-0.18519227525934667, 0.02211049662198228, -0.016308177863736395],
        [3.3080340956356853, -2.4710769863282454, 0.0836957109307439],
      ]),
    Row(
      .plane, noise: 0.5,
      [
        [-4.971023466478055, -4.735071778574373, -0.7789479554891574],
        [5.999958718236517, -2.0889980714634446, 0.48340679865828506],
        [-4.454311447165476, 4.793727833624178, -0.08056634220258052],
        [-0.18519227525934667, 0.02211049662198228, -0.3037500870922565],
        [3.3080340956356853, -2.4710769863282454, 0.00608247655562244],
      ]),
  ])
  func `the rows are pinned for all time`(row: Row) {
    let made = row.maker.dataSet(named: Name("points"), count: 5, noise: row.noise, seed: 3)
    #expect(made.rows.count == 5)
    for (number, expected) in zip(made.rows.joined(), row.rows.joined()) {
      #expect(abs(number.value - expected) < 1e-14)
      #expect(number.text == nil)
    }
  }

  /// Every maker with every count and noise worth a look.
  static let cases = DataMaker.allCases.flatMap { maker in
    [1, 2, 7, 400].flatMap { count in [0, 0.1, 1].map { Case(maker: maker, count: count, noise: $0) } }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let maker: DataMaker
    let count: Int
    let noise: Double

    var testDescription: String { "\(maker.rawValue)(\(count), noise: \(noise))" }

    func points(seed: Int = 1, noise: Double? = nil) -> [(x: Double, y: Double, label: Double)] {
      maker.dataSet(named: Name("points"), count: count, noise: noise ?? self.noise, seed: seed).rows
        .map { ($0[0].value, $0[1].value, $0[2].value) }
    }
  }

  @Test(arguments: cases)
  func `there are as many rows as are asked for, of finite numbers under three names`(made: Case) {
    let data = made.maker.dataSet(named: Name("points"), count: made.count, noise: made.noise, seed: 1)
    #expect(data.name == Name("points"))
    #expect(data.columns == [Name("x1"), Name("x2"), Name("label")])
    #expect(data.rows.count == made.count)
    #expect(data.rows.allSatisfy { $0.count == 3 && $0.allSatisfy(\.value.isFinite) })
    if made.maker != .plane { #expect(data.rows.allSatisfy { abs($0[2].value) == 1 }) }
  }

  @Test(arguments: cases)
  func `the same settings make the same rows, and another seed or name others`(made: Case) {
    let rows = made.maker.dataSet(named: Name("a"), count: made.count, noise: made.noise, seed: 1).rows
    #expect(rows == made.maker.dataSet(named: Name("a"), count: made.count, noise: made.noise, seed: 1).rows)
    // An arm without noise has nothing in it that is drawn.
    if made.maker == .spiral && made.noise == 0 { return }
    #expect(rows != made.maker.dataSet(named: Name("b"), count: made.count, noise: made.noise, seed: 1).rows)
    #expect(rows != made.maker.dataSet(named: Name("a"), count: made.count, noise: made.noise, seed: 2).rows)
  }

  @Test(arguments: cases)
  func `noise moves labels, not points, but for the arms and the clouds`(made: Case) {
    let (quiet, noisy) = (made.points(noise: 0), made.points())
    let isMoved = zip(quiet, noisy).contains { $0.x != $1.x || $0.y != $1.y }
    switch made.maker {
    case .xor, .circle, .plane: #expect(!isMoved)
    case .spiral, .gauss: #expect(isMoved == (made.noise > 0))
    }
    if made.count == 400 {
      let moved = zip(quiet, noisy).count { $0.label != $1.label }
      let isLabelMoved = made.noise > 0 && made.maker != .spiral && made.maker != .gauss
      #expect((moved > 0) == isLabelMoved)
    }
  }

  @Test func `the square of xor is labelled by its quarters and leaves its axes free`() {
    let points = Case(maker: .xor, count: 400, noise: 0).points()
    for point in points {
      #expect((0.3...5.3).contains(abs(point.x)) && (0.3...5.3).contains(abs(point.y)))
      #expect(point.label == (point.x * point.y > 0 ? 1 : -1))
    }
    for signs in [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)] {
      // A quarter of 400, give or take four deviations.
      #expect((65...135).contains(points.count { $0.x * signs.0 > 0 && $0.y * signs.1 > 0 }))
    }
  }

  @Test func `the circle is a disc of one label in a ring of the other`() {
    let points = Case(maker: .circle, count: 401, noise: 0).points()
    for (index, point) in points.enumerated() {
      let radius = (point.x * point.x + point.y * point.y).squareRoot()
      #expect(index < 201 ? radius <= 2.5 : (3.499...5.001).contains(radius))
      #expect(point.label == (index < 201 ? 1 : -1))
    }
  }

  @Test(arguments: [(0.0, 0.5), (0.1, 1.2), (0.5, 4), (1, 7.5)])
  func `the clouds lie around (2, 2) and (−2, −2), and noise spreads them`(noise: Double, variance: Double) {
    let points = Case(maker: .gauss, count: 20_000, noise: noise).points()
    for (half, center, label) in [(points[..<10_000], 2.0, 1.0), (points[10_000...], -2, -1)] {
      #expect(half.allSatisfy { $0.label == label })
      for numbers in [half.map(\.x), half.map(\.y)] {
        let mean = RandomStatisticsTests.mean(numbers)
        #expect(abs(mean - center) < 4 * (variance / 10_000).squareRoot())
        let found = RandomStatisticsTests.mean(numbers.map { ($0 - mean) * ($0 - mean) })
        #expect(abs(found / variance - 1) < 4 * (2.0 / 10_000).squareRoot())
      }
    }
  }

  @Test func `the arms of the spiral face one another and end after one turn and three quarters`() {
    let points = Case(maker: .spiral, count: 400, noise: 0).points()
    for index in 0..<200 {
      let (one, other) = (points[index], points[index + 200])
      #expect(abs(one.x + other.x) < 1e-12 && abs(one.y + other.y) < 1e-12)
      #expect(abs((one.x * one.x + one.y * one.y).squareRoot() - Double(index) / 40) < 1e-12)
      #expect(one.label == 1 && other.label == -1)
    }
    // At 1/7, 2/7, … of an arm a quarter of a turn is done: up, right, down, left.
    let arm = Case(maker: .spiral, count: 14, noise: 0).points()
    #expect(abs(arm[1].y) < 1e-12 && arm[1].x > 0)
    #expect(abs(arm[2].x) < 1e-12 && arm[2].y < 0)
    #expect(abs(arm[3].y) < 1e-12 && arm[3].x < 0)
    #expect(abs(arm[4].x) < 1e-12 && arm[4].y > 0)
    let noisy = Case(maker: .spiral, count: 400, noise: 0.1).points()
    for (one, other) in zip(points, noisy) {
      #expect(abs(one.x - other.x) <= 0.1000001 && abs(one.y - other.y) <= 0.1000001)
    }
  }

  @Test func `the plane is a tenth of the sum of its coordinates`() {
    for point in Case(maker: .plane, count: 400, noise: 0).points() {
      #expect(abs(point.x) <= 6 && abs(point.y) <= 6)
      #expect(abs(point.label - (point.x + point.y) / 10) < 1e-15)
    }
  }

  @Test(
    arguments: [
      (.count, 1, nil), (.count, 100_000, nil),
      (.count, 0, "`count` of made data is a whole number from 1 to 100,000"),
      (.count, 100_001, "`count` of made data is a whole number from 1 to 100,000"),
      (.count, 2.5, "`count` of made data is a whole number from 1 to 100,000"),
      (.count, .nan, "`count` of made data is a whole number from 1 to 100,000"),
      (.noise, 0, nil), (.noise, 1, nil), (.noise, 0.25, nil),
      (.noise, -0.1, "`noise` of made data is a number from 0 to 1"),
      (.noise, 50, "`noise` of made data is a number from 0 to 1"),
      (.noise, .infinity, "`noise` of made data is a number from 0 to 1"),
    ] as [(DataMaker.Setting, Double, String?)])
  func `settings outside of their bounds are told`(
    setting: DataMaker.Setting, value: Double, complaint: String?
  ) {
    #expect(setting.complaint(about: value) == complaint)
  }

  @Test func `the count comes first, and noise may be left out`() {
    #expect(DataMaker.settings.map(\.name) == ["count", "noise"])
    #expect(DataMaker.settings.map(\.fallback) == [nil, 0])
  }
}
