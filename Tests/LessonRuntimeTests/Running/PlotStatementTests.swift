import Algebra
import Diagnostics
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// `plot`: which numbers are drawn, and what is refused; how they are drawn is the business of other tests.
@Suite struct PlotStatementTests {
  /// What the last cell plots last.
  private static func picture(_ cell: String, sourceLocation: Testing.SourceLocation = #_sourceLocation)
    -> Plot
    .Picture?
  {
    let fixture = RowsLesson.fixture(cell)
    #expect(fixture.errors.isEmpty, sourceLocation: sourceLocation)
    var picture: Plot.Picture?
    for case .step(let step) in fixture.run.transcript.parts {
      for line in step.lines {
        if case .plot(let plot) = line.content { picture = plot.picture }
      }
    }
    return picture
  }

  private static func curves(
    _ cell: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> [Plot.Curve] {
    guard case .curves(let curves, _, _)? = picture(cell, sourceLocation: sourceLocation) else { return [] }
    return curves
  }

  private static func heatMap(
    _ cell: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> Plot.HeatMap? {
    guard case .heatMap(let map)? = picture(cell, sourceLocation: sourceLocation) else { return nil }
    return map
  }

  /// Expects a curve of that name through those points.
  private static func expect(
    _ curve: Plot.Curve, _ label: String, _ points: [(Double, Double?)],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(curve.label.text(.calc) == label, sourceLocation: sourceLocation)
    #expect(curve.points.map(\.x) == points.map(\.0), sourceLocation: sourceLocation)
    #expect(curve.points.map(\.y) == points.map(\.1), sourceLocation: sourceLocation)
  }

  // MARK: Curves

  @Test func `a curve has a point for each value of its range`() throws {
    let curves = Self.curves("plot y, L, ∂L/∂x for x in -1...1 step 0.5")
    try #require(curves.count == 3)
    let places = [-1, -0.5, 0, 0.5, 1]
    // w = 2 and t = 2.
    Self.expect(curves[0], "y", places.map { ($0, 2 * $0) })
    Self.expect(curves[1], "L", places.map { ($0, (2 * $0 - 2) * (2 * $0 - 2)) })
    Self.expect(curves[2], "∂L/∂x", places.map { ($0, 2 * (2 * $0 - 2) * 2) })
  }

  @Test func `without a step a range is sampled from end to end`() throws {
    let curves = Self.curves("plot z^2, sum(z*x over d) for z in -3...3")
    try #require(curves.count == 2)
    let places = PlotSamples.samples(from: -3, to: 3)
    #expect(places.count > 40)
    Self.expect(curves[0], "z^2", places.map { ($0, $0 * $0) })
    Self.expect(curves[1], "sum(z*x over d)", places.map { ($0, $0 * 1 + $0 * 2 + $0 * -3) })
  }

  @Test func `where there is no value a curve has a gap`() throws {
    let curves = Self.curves("plot 1/z, sqrt(z), ∂(sqrt(z))/∂z, z for z in -1...1")
    try #require(curves.count == 4)
    for curve in curves { #expect(curve.points.map(\.x) == PlotSamples.samples(from: -1, to: 1)) }
    for (x, y) in curves[0].points.map({ ($0.x, $0.y) }) { #expect(y == (x == 0 ? nil : 1 / x)) }
    for (x, y) in curves[1].points.map({ ($0.x, $0.y) }) { #expect(y == (x < 0 ? nil : x.squareRoot())) }
    for (x, y) in curves[2].points.map({ ($0.x, $0.y) }) { #expect((y == nil) == (x <= 0)) }
    #expect(curves[3].points.allSatisfy { $0.x == $0.y })
  }

  @Test func `a gap at the lesson's own numbers leaves the other points`() throws {
    let curves = Self.curves("z = 1/x\nx <- 0\nplot z for x in -1...1 step 0.5")
    try #require(curves.count == 1)
    Self.expect(curves[0], "z", [(-1, -1), (-0.5, -2), (0, nil), (0.5, 2), (1, 1)])
  }

  @Test func `elements are plotted over their index`() throws {
    let curves = Self.curves("param v[1...4] = [3, 1, 4, 1]\nplot v[i], v[i]*w for i in 1...4")
    try #require(curves.count == 2)
    Self.expect(curves[0], "v[i]", [(1, 3), (2, 1), (3, 4), (4, 1)])
    Self.expect(curves[1], "v[i]*w", [(1, 6), (2, 2), (3, 8), (4, 2)])
  }

  // MARK: Records

  @Test func `what a loop has recorded is plotted over its passes`() throws {
    let curves = Self.curves(
      "repeat 3 times\n  w <- w/2\n  forward\n  record w, y^2, mean(y over d)\nend\nplot y^2, w")
    try #require(curves.count == 2)
    Self.expect(curves[0], "y^2", [(1, 1), (2, 0.25), (3, 0.0625)])
    Self.expect(curves[1], "w", [(1, 1), (2, 0.5), (3, 0.25)])
  }

  @Test func `what a loop has recorded behind a count is plotted over that`() throws {
    let count = "input steps = 3\nrepeat 3 times\n  record steps, w\n  w <- w/2\n  steps <- steps + 4\nend\n"
    Self.expect(Self.curves(count + "plot w")[0], "w", [(3, 2), (7, 1), (11, 0.5)])
    Self.expect(
      Self.curves(count.replacing("steps + 4", with: "2*steps") + "plot w")[0], "w",
      [(3, 2), (6, 1), (12, 0.5)])
    // What goes back, is no whole number or is learned counts nothing.
    for other in ["3 - steps", "steps + 0.5", "steps"] {
      let cell = count.replacing("steps + 4", with: other) + "plot w"
      Self.expect(Self.curves(cell)[0], "w", [(1, 2), (2, 1), (3, 0.5)])
    }
    let learned = "param k = 0\nrepeat 2 times\n  record k, w\n  k <- k + 1\nend\nplot w"
    Self.expect(Self.curves(learned)[0], "w", [(1, 2), (2, 2)])
    Self.expect(Self.curves(count + "plot steps")[0], "steps", [(1, 3), (2, 7), (3, 11)])
    let rows = "for row of d\n  record row, w\n  w <- w/2\nend\nplot w"
    Self.expect(Self.curves(rows)[0], "w", [(1, 2), (2, 1), (3, 0.5)])
  }

  @Test func `records of the same values are one table and one curve`() throws {
    let cell = """
      input k = 0
      repeat 1 time
        record k, w
        repeat 2 times
          w <- w/2
          k <- 2*k + 1
          record k, w
        end
        w <- 7
        k <- 10
        record k, w
      end
      plot w
      """
    Self.expect(Self.curves(cell)[0], "w", [(0, 2), (1, 1), (3, 0.5), (10, 7)])
    #expect(
      RowsLesson.fixture(cell).working().contains(
        """
        k    w
         0   2
         1   1
         3   0.5
        10   7
        """))
  }

  @Test func `the last records count, be they of a loop or of a training`() throws {
    let first = "repeat 2 times\n  w <- w/2\n  record w, L\nend\n"
    let second = "repeat 2 times\n  w <- w + 1\n  record w\nend\n"
    let training = "train w to reduce L with sgd(0) for 3 epochs\n"
    try #require(Self.curves(first + second + "plot w, L").count == 2)
    Self.expect(Self.curves(first + second + "plot w")[0], "w", [(1, 1.5), (2, 2.5)])
    Self.expect(Self.curves(first + second + "plot L")[0], "L", [(1, 0), (2, 0)])
    Self.expect(
      Self.curves(first + training + "plot L")[0], "L", [(0, 2.25), (1, 2.25), (2, 2.25), (3, 2.25)])
    Self.expect(Self.curves(first + training + "plot w")[0], "w", [(1, 1), (2, 0.5)])
    Self.expect(Self.curves(training + first + "plot L")[0], "L", [(1, 0), (2, 0)])
  }

  @Test(arguments: [
    ("repeat 2 times\n  record w\nend\nplot w", "pass"),
    ("input k = 0\nrepeat 2 times\n  record k, w\n  k <- k + 1\nend\nplot w", "k"),
    ("train w to reduce L with sgd(0.1) for 2 epochs\nplot L", "epoch"),
    ("train w to reduce L over d with sgd(0.01) for 2 epochs\nplot mean(L over d)", "epoch"),
    ("repeat 2 times\n  record w\nend\ntrain w to reduce L with sgd(0.1) for 2 epochs\nplot L, w", "pass"),
    ("plot y for x in 0...1", "x"),
  ])
  func `the horizontal axis tells what it measures`(cell: String, label: String) throws {
    guard case .curves(_, let horizontal, _)? = Self.picture(cell) else {
      Issue.record("there is no picture")
      return
    }
    #expect(horizontal.label.map { "\($0)" }.joined().contains(label))
  }

  // MARK: Heat maps

  @Test func `a heat map has a value for each place, from bottom to top`() throws {
    let map = try #require(Self.heatMap("plot x + 10*w for x in 0...2 step 1, w in 0...1 step 1"))
    #expect(map.label.text(.calc) == "x + 10*w")
    #expect(map.values == [[0, 1, 2], [10, 11, 12]])
    #expect(map.points.isEmpty)
    let sampled = try #require(Self.heatMap("plot x - w for x in 0...1, w in 2...3"))
    let across = PlotSamples.samples(from: 0, to: 1, most: PlotSamples.horizontalSamples)
    let up = PlotSamples.samples(from: 2, to: 3, most: PlotSamples.verticalSamples)
    #expect(sampled.values == up.map { w in across.map { Optional($0 - w) } })
    #expect(across.count > up.count)
  }

  @Test func `a heat map has gaps, too`() throws {
    let map = try #require(Self.heatMap("plot x/z for x in 1...2 step 1, z in -1...1 step 1"))
    #expect(map.values == [[-1, -2], [nil, nil], [1, 2]])
  }

  @Test func `the points of rows stand on a heat map, in the classes of their last column`() throws {
    let lesson = """
      ---
      title: A lesson
      ---

      ```data d
      kind, a, b
      1, 0, 0.5
      -1, 1, 1
      1, 2, 0
      ```

      ```calc
      input a, b from d
      plot a + b for a in 0...2, b in 0...1 with d
      ```
      """
    var maps: [Plot.HeatMap] = []
    for case .step(let step) in LessonFixture(text: lesson).lesson.run().transcript.parts {
      for line in step.lines {
        if case .plot(let plot) = line.content, case .heatMap(let map)? = plot.picture { maps.append(map) }
      }
    }
    let map = try #require(maps.first)
    #expect(map.points.map(\.x).sorted() == [0, 1, 2])
    #expect(map.classes.count == 2)
    let first = try #require(map.points.first { $0.x == 0 })
    let second = try #require(map.points.first { $0.x == 1 })
    let third = try #require(map.points.first { $0.x == 2 })
    #expect((first.y, second.y, third.y) == (0.5, 1, 0))
    #expect(first.classIndex == third.classIndex && first.classIndex != second.classIndex)
  }

  // MARK: Mistakes

  private static let ranges = "a plot has one range for curves, or two for a heat map of one value"

  @Test(arguments: [
    MarkedRows("⟦plot y, L for x in 0...1, w in 0...1⟧", ranges),
    MarkedRows("⟦plot y for x in 0...1, w in 0...1, t in 0...1⟧", ranges),
    MarkedRows("plot y for x in 0...1 with ⟦d⟧", "points belong to a plot over two ranges"),
    MarkedRows("plot y for x in 0...1, t in 0...1 with ⟦e⟧", "there are no rows called `e` above this line"),
    MarkedRows(
      "plot y for x in 0...1, w in 0...1 with ⟦d⟧", "`d` has no columns `x` and `w`",
      hint: "the points stand at the columns that the ranges are named after"),
    MarkedRows(
      "plot y for ⟦c⟧ in 0...1", "`c` is a const, and cannot be set",
      hint: "give it as an input, to range over it"),
    MarkedRows(
      "plot y for ⟦L⟧ in 0...1", "`L` has a formula, and cannot be set",
      hint: "range over a number that it is worked out from, or take another `for` name"),
    MarkedRows("plot ⟦q⟧ for x in 0...1", "`q` is not defined above"),
    MarkedRows("plot ⟦q⟧", "`q` is not defined above"),
    MarkedRows("plot y for x in ⟦1...0⟧", "this range is empty"),
    MarkedRows("plot y for x in ⟦0...1e300⟧", "the ends of a range are numbers up to 1e15"),
    MarkedRows("plot y for x in 0...1 step ⟦-1⟧", "a step must be above 0, and this is -1"),
    MarkedRows("plot w for x in 0...1, ⟦x⟧ in 0...1", "`x` has two ranges"),
    MarkedRows(
      "plot w for x in ⟦0...1⟧ step 1e-9", "a range has at most 1,000,000 values, and this one has more"),
    MarkedRows(
      "plot x for x in 0...⟦w⟧",
      "the ends of a range are fixed, and `w` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
  ])
  func `a plot goes over one range or two`(row: MarkedRows) { row.expectErrors() }

  @Test(arguments: [
    "⟦plot y⟧", "repeat 2 times\n  record w\nend\n⟦plot y⟧",
    "repeat 0 times\n  record y\nend\n⟦plot y⟧",
  ])
  func `what nobody has recorded is not plotted`(cell: String) {
    MarkedRows(
      cell,
      "no training and no loop above has recorded `y`; to plot it over a range add `for x in 0...1`"
    ).expectErrors()
  }

  @Test func `trainings that are called by names are drawn in one picture`() throws {
    let cell = """
      train w to reduce L with sgd(rate: 0.01) for 3 epochs, called slow
      param slow = 0
      repeat 2 times
        reset w
        train w to reduce L with sgd(rate: 0.1) for 4 epochs, called fast
      end
      train w to reduce L with sgd(rate: 0.2) for 5 epochs
      """
    let both = Self.curves(cell + "\nplot L of slow, fast")
    #expect(both.map { $0.label.text(.calc) } == ["slow", "fast"])
    #expect(both.map(\.points.count) == [4, 5])
    #expect(Self.curves(cell + "\nplot L of fast, L of slow") == both.reversed())
    let alone = cell.split(separator: "\n")[0]
    #expect(Self.curves("\(alone)\nplot L of slow")[0].points == Self.curves("\(alone)\nplot L")[0].points)
  }

  @Test func `of a training only what it reduces has a curve`() {
    MarkedRows(
      "train w to reduce L with sgd(rate: 0.1) for 3 epochs, called slow\n⟦plot y of slow⟧",
      "`y` is not what the training `slow` reduces, and of that alone it has a curve"
    ).expectErrors()
  }

  @Test func `thirty-two trainings have names, and no more`() {
    let trainings = (1...32).map {
      "train w to reduce L with sgd(rate: 0.1) for 1 epochs, quietly, called a\($0)\n"
    }
    #expect(RowsLesson.fixture(trainings.joined()).errors.isEmpty)
    MarkedRows(
      trainings.joined() + "train w to reduce L with sgd(rate: 0.1) for 1 epochs, called ⟦one_more⟧",
      "more than 32 trainings have names, which is the bound"
    ).expectErrors()
  }

  @Test func `a bound is no gap`() {
    let lesson = RowsLesson.fixture("plot y for x in 0...1 step 0.001").lesson
    var limits = WorkBound.Limits()
    limits.operationsInAll = 1000
    #expect(
      lesson.run(within: limits).diagnostics.map(\.message) == [
        "this lesson works out more than 10,000,000,000 operations, which is the bound"
      ])
  }

  // MARK: Matrices

  private static let image = "const image = [[0, 1, 1], [1, 0, 0]]\n"

  @Test(arguments: [
    "plot image[r,k] for r in 1...2, k in 1...3", "plot image[r,k] for k in 1...3, r in 1...2",
    "plot image[r,k] + 0*r for r in 1...2, k in 1...3",
  ])
  func `a matrix has its first row at the top, and whole numbers at its sides`(plot: String) throws {
    let map = try #require(Self.heatMap(Self.image + plot))
    #expect(map.areBlocks)
    #expect(map.values == [[1, 0, 0], [0, 1, 1]])
    #expect(map.vertical.ticks.map(\.value) == [1, 2] && map.horizontal.ticks.map(\.value) == [1, 2, 3])
    #expect(try #require(map.vertical.position(of: 1)) > #require(map.vertical.position(of: 2)))
    #expect(try #require(map.horizontal.position(of: 1)) < #require(map.horizontal.position(of: 3)))
  }

  @Test(arguments: [
    ("plot image[1,k] for k in 1...3", [1.0, 2, 3]),
    ("plot y for x in 0...2 step 1", [0, 1, 2]),
    ("repeat 3 times\n  record w\nend\nplot w", [1, 2, 3]),
    ("train w to reduce L with sgd(0.1) for 2 epochs\nplot L", [0, 1, 2]),
    ("plot y for x in 0...1", [0, 0.2, 0.4, 0.6, 0.8, 1]),
  ])
  func `where all places are whole numbers, so are those at the axis`(cell: String, ticks: [Double]) throws {
    guard case .curves(_, let horizontal, _)? = Self.picture(Self.image + cell) else {
      Issue.record("there is no picture")
      return
    }
    #expect(horizontal.ticks.map(\.value) == ticks)
  }

  // MARK: Scales

  @Test(arguments: [
    ("plot sigmoid(z) for z in -6...6", false), ("plot exp(z) for z in -6...6", false),
    ("plot 10^i for i in 1...5 step 1", false),
    ("train w to reduce L with sgd(0.4) for 9 epochs\nplot L", true),
    ("repeat 9 times\n  w <- w/10\n  record w\nend\nplot w", true),
  ])
  func `only what comes about step by step is drawn in logarithms`(cell: String, isLogarithmic: Bool) {
    guard case .curves(_, _, let vertical)? = Self.picture("w <- 9\nforward\n" + cell) else {
      Issue.record("there is no picture")
      return
    }
    #expect(vertical.isLogarithmic == isLogarithmic)
  }
}
