import Algebra
import LessonTestSupport
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// What plots say, to those who do not see the picture.
@Suite struct PlotSentenceTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let values: [Double?]
    let expected: [String]

    init(_ values: [Double?], _ expected: String...) {
      self.values = values
      self.expected = expected
    }

    var testDescription: String { expected.joined(separator: " ") }
  }

  @Test(arguments: [
    Row([1, 2, 3], "L rises from 1 at epoch 1 to 3 at epoch 3."),
    Row([3, 2, 2], "L falls from 3 at epoch 1 to 2 at epoch 3."),
    Row([9, 4, 1, 0, 1], "L falls from 9 at epoch 1 to 0 at epoch 4 and then rises to 1 at epoch 5."),
    Row(
      [0, 2, -2, 0],
      "L rises from 0 at epoch 1 to 2 at epoch 2, falls to −2 at epoch 3, and then rises to 0 at epoch 4."),
    Row(
      [0, 1, 0, 1, 0, 2],
      "L swings between its lowest, 0 at epoch 1, and its highest, 2 at epoch 6, turning 4 times; it goes from 0 at epoch 1 to 2 at epoch 6."
    ),
    // Up to two turns are told however small they are.
    Row(
      [100, 50, 51, 20, 0],
      "L falls from 100 at epoch 1 to 50 at epoch 2, rises to 51 at epoch 3, and then falls to 0 at epoch 5."),
    Row(
      [0, 50, 99, 100, 97], "L rises from 0 at epoch 1 to 100 at epoch 4 and then falls to 97 at epoch 5."),
    Row(
      [0, 0.1, 0, 1],
      "L rises from 0 at epoch 1 to 0.1 at epoch 2, falls to 0 at epoch 3, and then rises to 1 at epoch 4."),
    // Of more the small ones are none.
    Row(
      [100, 50, 51, 20, 21, 0], "L falls from 100 at epoch 1 to 0 at epoch 6, with small ups and downs."),
    Row(
      [100, 102, 50, 51, -1, 0],
      "L falls from 100 at epoch 1 to 0 at epoch 6, with small ups and downs; its lowest is −1 at epoch 5, and its highest is 102 at epoch 2."
    ),
    Row(
      [0, 90, 88, 100, 10, 12, 0],
      "L rises from 0 at epoch 1 to 100 at epoch 4 and then falls to 0 at epoch 7, with small ups and downs."),
    Row(
      [0, 90, 0, 100, 10, 12, 0],
      "L swings between its lowest, 0 at epoch 1, and its highest, 100 at epoch 4, turning 3 times besides small ups and downs; it goes from 0 at epoch 1 to 0 at epoch 7."
    ),
    // What cannot be seen in the numbers is no turn.
    Row([3, 2, 2.0000001, 1, 1.0000001], "L falls from 3 at epoch 1 to 1.00000 at epoch 5."),
    Row([1, 1.0000001, 0, 1], "L falls from 1 at epoch 1 to 0 at epoch 3 and then rises to 1 at epoch 4."),
    // What is lowest is so among all, however small.
    Row([1, 1e-20, 1e-30], "L falls from 1 at epoch 1 to 1e-30 at epoch 3."),
    // On the scale that is drawn: a tenth of a decade is none of the two and more.
    Row(
      [1000, 1, 0.001, 0.5],
      "L falls from 1000 at epoch 1 to 0.001 at epoch 3 and then rises to 0.5 at epoch 4."),
    Row([0.5, 0.5], "L is 0.5 everywhere."),
    Row([0.1 + 0.2, 0.3], "L is 0.3 everywhere."),
    Row([0, 0, 0], "L is 0 everywhere."),
    Row([-0.0, 0], "L is 0 everywhere."),
    Row([0.5, nil, 0.5], "L is 0.5 wherever it has a value.", "L has no value at epoch 2."),
    Row([nil, 7, nil], "L has only one value, 7 at epoch 2.", "L has no value at epoch 1 and at epoch 3."),
    Row([1, .nan, 3], "L rises from 1 at epoch 1 to 3 at epoch 3.", "L has no value at epoch 2."),
    Row(
      [1, nil, 3, .infinity, 5, nil, 7, nil, nil], "L rises from 1 at epoch 1 to 7 at epoch 7.",
      "L has no value at 5 of 9 points: first at epoch 2, last at epoch 9."),
    Row(
      [1, nil, -1, 1],
      "L is between its lowest, −1 at epoch 3, and its highest, 1 at epoch 1; it goes from 1 at epoch 1 to 1 at epoch 4.",
      "L has no value at epoch 2."),
    Row([nil, nil], "L has no value from epoch 1 to epoch 2.", "No picture: there is no value to draw."),
    Row([4], "L is 4 at epoch 1.", "No picture: one point on the horizontal axis makes no curve."),
    Row([], "No picture: there are no points."),
    // As many digits as tell lowest and highest apart.
    Row([0.12345123, 0.12345001], "L falls from 0.123451 at epoch 1 to 0.123450 at epoch 2."),
  ])
  func `a curve is told by its extremes, its trend and its gaps`(row: Row) {
    let points = row.values.enumerated().map { (x: Double($0 + 1), y: $1) }
    let plot = PlotFixture.working.curves(
      [(label: .name(Name("L")), points: points)], over: .steps("epoch"))
    #expect(plot.words == row.expected)
    #expect((plot.picture == nil) == row.expected.contains { $0.hasPrefix("No picture") })
  }

  @Test func `numbers are cut off where the lesson says so`() {
    let working = PlotWorking(style: NumberStyle(decimals: 3, shortening: .cutOff))
    let plot = working.curves(
      [(label: .name(Name("L")), points: [(2.0 / 3, 0.99999), (2, 0.5)])], over: .steps("epoch"))
    #expect(plot.words == ["L falls from 0.999 at epoch 0.666 to 0.5 at epoch 2."])
  }

  @Test func `more curves than marks are told, not drawn`() {
    let curve = PlotFixture.Curve("tanh")
    let points = PlotSamples.samples(from: 0, to: 1).map { (x: $0, y: curve.value($0)) }
    let plot = PlotFixture.working.curves(
      Array(repeating: (label: curve.label, points: points), count: 9),
      over: .range(of: PlotFixture.x, isSampled: true))
    #expect(plot.picture == nil && plot.words.count == 10)
    #expect(plot.words.last == "No picture: these are 9 curves, and no more than 8 can be told apart.")
  }

  @Test func `a plane is told by its extremes, its corners, its points and its gaps`() {
    let points: [PlotWorking.LabelledPoint] = [(0, 0, -1), (1, 1, 1), (0.5, 0.5, 1), (3, 3, 1), (0, 7, -1)]
    let plot = PlotFixture.map(from: 0, to: 1, points: points) { x, y in
      x == 1 && y == 1 ? nil : 10 * x + y
    }
    #expect(
      plot.words == [
        "o is lowest, 0 at x1 = 0, x2 = 0, and highest, 10.93333 at x1 = 1, x2 = 0.93333.",
        "In the corners it is 0 at x1 = 0, x2 = 0; 10 at x1 = 1, x2 = 0; 1 at x1 = 0, x2 = 1.",
        "o has no value at 1 of 496 places.", "3 points on top: 1 with t = −1, 2 with t = 1.",
        "2 of 5 points lie beyond the axes and are not drawn.",
      ])
  }

  @Test func `points of many labels, or of none, are one class`() {
    let many = (0..<9).map { (x: Double($0) / 9, y: 0.5, label: Double?.some(Double($0))) }
    for points in [many, [(x: 0, y: 0, label: nil), (x: 1, y: 1, label: 2)]] {
      let plot = PlotFixture.map(from: 0, to: 1, points: points) { x, _ in x }
      guard case .heatMap(let map)? = plot.picture else {
        Issue.record("no heat map")
        continue
      }
      #expect(map.classes.count == 1 && map.points.allSatisfy { $0.classIndex == 0 })
      #expect(plot.words.last == "\(points.count) points on top.")
    }
  }

  @Test func `labels that look alike are told apart`() {
    let plot = PlotFixture.map(from: 0, to: 1, points: [(0, 0, 0.1234567), (1, 1, 0.1234568)]) { x, _ in x }
    #expect(plot.words.last == "2 points on top: 1 with t = 0.1234567, 1 with t = 0.1234568.")
  }

  @Test func `a plane without a length or a value is words alone`() {
    #expect(
      PlotFixture.map(from: 1, to: 1) { x, _ in x }.words == [
        "No picture: the ends of an axis are too close together."
      ])
    let empty = PlotFixture.map(from: 0, to: 1) { _, _ in nil }
    #expect(
      empty.words == ["o has no value at 496 of 496 places.", "No picture: there is no value to draw."])
    #expect(empty.picture == nil)
  }

  @Test(arguments: [
    ("sigmoid(z) for z in -6...6", "σ(z) rises from 0.00247 at z = −6 to 0.99753 at z = 6."),
    ("relu(z) for z in -3...3", "relu(z) is 0 up to z = 0 and then rises to 3 at z = 3."),
    (
      "max(0, 1 - z) for z in -3...3",
      "max(0, 1 − z) falls from 4 at z = −3 to 0 at z = 1 and then stays there."
    ),
    ("step(z) for z in -3...3", "step(z) rises in 1 step from 0 at z = −3 to 1 at z = 3."),
    ("-floor(z) for z in 0...3", "−floor(z) falls in 3 steps from 0 at z = 0 to −3 at z = 3."),
    ("exp(-z) for z in 0...60", "e^(−z) falls from 1 at z = 0 to 8.76e-27 at z = 60."),
    (
      "max(0, 1 - abs(z)) for z in -3...3 step 0.5",
      "max(0, 1 − abs(z)) is 0 up to z = −1, rises to 1 at z = 0, falls to 0 at z = 1, and then stays there."
    ),
    (
      "(z - 0.4)^2 for z in 0...1",
      "(z − 0.4)² falls from 0.16 at z = 0 to 0 at z = 0.4 and then rises to 0.36 at z = 1. The lowest and the highest are those of the points drawn."
    ),
    (
      "(z - 0.4)^2 for z in 0...1 step 0.5",
      "(z − 0.4)² falls from 0.16 at z = 0 to 0.01 at z = 0.5 and then rises to 0.36 at z = 1."
    ),
    (
      "sin(9*z) for z in 0...2",
      "sin(9·z) swings between its lowest, −0.98407 at z = 1.9, and its highest, 0.98254 at z = 1.55, turning 6 times; it goes from 0 at z = 0 to −0.75099 at z = 2. The lowest and the highest are those of the points drawn."
    ),
    // More turns than the points can tell: there are 152.
    (
      "sin(40*z) for z in -6...6",
      "sin(40·z) swings between its lowest, −0.99717 at z = 4.2, and its highest, 0.99717 at z = −4.2; it goes from −0.94545 at z = −6 to 0.94545 at z = 6. How often sin(40·z) turns cannot be told from the points drawn. The lowest and the highest are those of the points drawn."
    ),
    ("3 for z in 0...1", "3 is 3 at every point drawn."),
    ("3 for z in 0...1 step 0.5", "3 is 3 everywhere."),
    ("3 for z in 0...1, x in 0...1", "3 is 3 at every point drawn."),
    ("3 for z in 0...1 step 0.5, x in 0...1 step 0.5", "3 is 3 everywhere."),
  ])
  func `a function is told by its shape`(plot: String, expected: String) {
    let parts = LessonFixture("plot \(plot)").run.transcript.parts
    let words = parts.flatMap { part -> [String] in
      guard case .step(let step) = part, case .plot(let plot)? = step.lines.first?.content else { return [] }
      return plot.words
    }
    #expect(words.joined(separator: " ") == expected)
  }

  @Test func `what is lowest on a plane is lowest, however small`() {
    let words = PlotFixture.map(from: -6, to: 6) { x, y in
      Function.named("sigmoid")?.value([4 * x * y])
    }.words
    #expect(words.first?.hasPrefix("o is lowest, 2.89e-63 at x1 = 6, x2 = −6, and highest, 1 at") == true)
  }

  @Test func `what a curve is between the points drawn is not told`() {
    let fixture = LessonFixture("param w = 0.3\nL = (w - 1.3)^2 - 1.30543\nplot L for w in 0.02...2")
    let working = fixture.working(width: 1000).replacing("\n", with: " ")
    #expect(
      working.contains(
        "L falls from 0.33297 at w = 0.02 to −1.30538 at w = 1.307 and then rises to −0.81543 at w = 2. "
          + "The lowest and the highest are those of the points drawn."), "\(working)")
  }
}
