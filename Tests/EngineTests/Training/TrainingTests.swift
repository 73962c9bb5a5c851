import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct TrainingTests {
  /// A line through four points.
  private static let line = """
    ---
    title: A lesson
    decimals: 8
    ---

    ```data points
    x, t
    1, 2
    2, 3
    3, 5
    4, 4
    ```

    ```data others
    x, t
    2, 2
    3, 4
    ```

    ```calc
    input x from points
    target t from points
    param w = 0
    y = w*x
    L = 1/2*(y - t)^2
    ```

    """

  private static func lesson(_ cell: String, checks: String = "") -> LessonFixture {
    LessonFixture(
      text: line + "```calc\n\(cell)\n```\n" + (checks.isEmpty ? "" : "\n```check\n\(checks)\n```\n"))
  }

  /// What the lesson prints behind its given numbers and formulas.
  private static func working(_ cell: String) -> String {
    let fixture = lesson(cell)
    let whole = fixture.working()
    let above = lesson("").working()
    return whole.hasPrefix(above) ? String(whole.dropFirst(above.count)).trimmingNewlines : whole
  }

  /// Expects that the checks behind a cell are met.
  private static func expect(
    _ checks: String, after cell: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let working = lesson(cell, checks: checks).working()
    #expect(
      !working.contains("✗") && !working.contains("error"), "\(working)", sourceLocation: sourceLocation)
    #expect(
      working.count(where: { $0 == "✓" }) == checks.split(separator: "\n").count, "\(working)",
      sourceLocation: sourceLocation)
  }

  // MARK: - The lectures

  @Test(arguments: [
    ("with sgd(rate: 0.02)", "w = 0.195"),
    ("in batches of 1 with sgd(rate: 0.02)", "w = 0.61143168"),
    ("in batches of 2 with sgd(rate: 0.02)", "w = 0.37"),
    ("in batches of 2 with sgd(rate: 0.02), accumulating 2", "w = 0.195"),
  ])
  func `an epoch of each size of batch ends where the lecture's does`(clauses: String, check: String) {
    Self.expect(check, after: "train w to reduce L over points \(clauses) for 1 epoch")
  }

  // MARK: - What is printed

  @Test func `a training prints its losses and why it ended`() {
    let working = Self.working("train w to reduce L over points with sgd(rate: 0.02) for 20 epochs")
    #expect(
      working.hasPrefix(
        """
        Training w to reduce mean(L over points) with sgd, 20 epochs of 4 rows:
          η = 0.02

          epoch   loss         largest |derivative|
           1      4.99134375   9.75
           2      3.72071461   8.2875
           5      1.66019154   5.08956094
          10      0.65813853   2.25826523
          20      0.42202083   0.44459462

        ended after 20 epochs

        mean(L over points) falls from 6.75 at epoch 0 to 0.42202083 at epoch 20.
        """), "\(working)")
  }

  @Test(arguments: [
    ("until L < 1", "stopped after epoch 8, because L < 1"),
    ("until L < 0.1", "after 40 epochs it still is not so that L < 0.1"),
    ("until w > 1 and L < 1", "stopped after epoch 10, because w > 1 and L < 1"),
    (
      "until max(abs(y - t) over points) < 2",
      "stopped after epoch 10, because max(abs(y − t) over points) < 2"
    ),
    (
      "validated on others, stopping after 2 without improvement",
      "stopped after epoch 20: 2 epochs without improvement"
    ),
  ])
  func `a training says why it ended`(clause: String, sentence: String) {
    let working = Self.working(
      "train w to reduce L over points with sgd(rate: 0.02) for 40 epochs, \(clause)")
    #expect(working.contains("\n\(sentence)\n"), "\(working)")
  }

  @Test func `early stopping keeps the params that were best on the validated rows`() {
    let early = "train w to reduce L over points with sgd(rate: 0.02) for 40 epochs"
    Self.expect(
      "w = 1.23025967", after: "\(early), validated on others, stopping after 2 without improvement")
    // Those of epoch 18, as they are without it.
    Self.expect("w = 1.23025967", after: "train w to reduce L over points with sgd(rate: 0.02) for 18 epochs")
    let working = Self.working("\(early), validated on others, stopping after 2 without improvement")
    #expect(working.contains("\nthe params are those of epoch 18, the best on others\n"), "\(working)")
  }

  // MARK: - What it leaves behind

  @Test(arguments: ["", "in batches of 1"])
  func `a condition ends it with the params of the epoch that met it`(clause: String) {
    let training = "train w to reduce L over points \(clause) with momentum(0.01) for"
    let stopped = Self.numbers("\(training) 50 epochs, until L < 0.6")
    let counted = (1...50).first { Self.numbers("\(training) \($0) epochs") == stopped }
    #expect(counted != nil)
    // The epoch before did not meet it yet.
    let before = Self.numbers("\(training) \((counted ?? 1) - 1) epochs")
    #expect(before[1] >= 0.6 && stopped[1] < 0.6)
  }

  @Test func `inputs are what they were, and what depends on the params is worked out anew`() {
    Self.expect(
      "w = 0.195\nx = 1\nt = 2\ny = 0.195\nL = 1.6290125",
      after: "train w to reduce L over points with sgd(rate: 0.02) for 1 epoch")
    Self.expect(
      "x = 7\ny = 1.365",
      after: "x <- 7\ntrain w to reduce L over points with sgd(rate: 0.02) for 1 epoch")
  }

  @Test func `a stale cost is no matter, as a training works it out itself`() {
    Self.expect(
      "w = 0.195", after: "w <- 5\nw <- 0\ntrain w to reduce L over points with sgd(0.02) for 1 epoch")
  }

  @Test func `without rows it goes down from the one that there is`() {
    // Down (w - 2)²/2 from 0, half of the way each time.
    Self.expect("w = 1.75\nL = 0.03125", after: "train w to reduce L with sgd(0.5) for 3 epochs")
    Self.expect("w = 0", after: "train w to reduce L with sgd(0.5) for 0 epochs")
  }

  @Test func `an optimizer that has a name goes on where it was`() {
    let whole = Self.numbers(
      "optimizer o = adam(rate: 0.1)\ntrain w to reduce L over points with o for 12 epochs")
    let parts = Self.numbers(
      """
      optimizer o = adam(rate: 0.1)
      train w to reduce L over points with o for 5 epochs
      train w to reduce L over points with o for 7 epochs
      """)
    let anew = Self.numbers(
      """
      train w to reduce L over points with adam(rate: 0.1) for 5 epochs
      train w to reduce L over points with adam(rate: 0.1) for 7 epochs
      """)
    #expect(parts == whole)
    #expect(anew != whole)
  }

  @Test func `batches of one whose derivatives are averaged are one batch`() {
    let whole = Self.numbers("train w to reduce L over points with adam(0.1) for 30 epochs")
    let parts = Self.numbers(
      "train w to reduce L over points in batches of 1 with adam(0.1) for 30 epochs, accumulating 4")
    #expect(zip(whole, parts).allSatisfy { abs($0 - $1) <= 1e-13 })
  }

  @Test func `the order of shuffled rows depends on the seed and on nothing else`() {
    let training = "train w to reduce L over points in batches of 1 with sgd(0.02) for 3 epochs"
    let shuffled = Self.numbers("\(training), shuffled")
    #expect(Self.numbers("param v = 1\n\(training), shuffled") == shuffled)
    #expect(Self.numbers(training) != shuffled)
    #expect(Self.numbers("\(training), shuffled", seed: 2) != shuffled)
    // Another training takes another order.
    let twice = Self.numbers("\(training), shuffled\nw <- 0\n\(training), shuffled")
    #expect(twice != shuffled)
    // In one batch the order does not matter.
    let whole = "train w to reduce L over points with sgd(0.02) for 3 epochs"
    #expect(zip(Self.numbers("\(whole), shuffled"), Self.numbers(whole)).allSatisfy { abs($0 - $1) <= 1e-14 })
  }

  @Test func `a cost with conditions and look-ups is trained like one without`() {
    let given = "param a[1...2] = 0\n"
    let plain = Self.numbers(given + Self.model("(if x > 2 then a[2] else a[1])"), of: "a[1] + a[2]")
    let lookedUp = Self.numbers(
      given + "input k = 1\n" + Self.model("(if x <= 2 then a[k] else a[k + 1])"), of: "a[1] + a[2]")
    #expect(plain == lookedUp)
    // Two lines, each through its own two points: 8/5 and 31/25.
    #expect(abs(plain[0] - 2.84) < 1e-6)
  }

  @Test(arguments: [1, 2, 4, 1000])
  func `a cost whose branches flip between epochs is that of a plain loop`(batchSize: Int) {
    let cell = """
      param b = 0
      M = if w*x + b < t then (w*x + b - t)^2 else if w*x + b < t + 1 then w*x + b - t else 2*(w*x + b) - 3
      train w, b to reduce M over points with sgd(0.1) for 60 epochs, in batches of \(batchSize)
      """
    var (w, b, flips) = (0.0, 0.0, 0)
    var sides: [Int: Int] = [:]
    let points: [(x: Double, t: Double)] = [(1, 2), (2, 3), (3, 5), (4, 4)]
    for _ in 0..<60 {
      for start in stride(from: 0, to: points.count, by: batchSize) {
        let batch = points[start..<min(start + batchSize, points.count)]
        var (byW, byB) = (0.0, 0.0)
        for (row, point) in zip(batch.indices, batch) {
          let output = w * point.x + b
          let side = output < point.t ? 0 : output < point.t + 1 ? 1 : 2
          let slope = [2 * (output - point.t), 1, 2][side]
          if sides.updateValue(side, forKey: row) ?? side != side { flips += 1 }
          byW += slope * point.x
          byB += slope
        }
        w -= 0.1 * byW / Double(batch.count)
        b -= 0.1 * byB / Double(batch.count)
      }
    }
    #expect(flips > 0)
    #expect(zip(Self.numbers(cell), [w]).allSatisfy { abs($0 - $1) <= 1e-11 })
    #expect(zip(Self.numbers(cell, of: "b"), [b]).allSatisfy { abs($0 - $1) <= 1e-11 })
    #expect(Self.numbers(cell).count == 2 && Self.numbers(cell, of: "b").count == 2)
  }

  private static func model(_ slope: String) -> String {
    """
    z = \(slope)*x
    M = (z - t)^2
    train a to reduce M over points with sgd(0.05) for 400 epochs
    """
  }

  /// The numbers of expressions behind a cell, with all digits.
  private static func numbers(_ cell: String, of expression: String = "w", seed: Int = 1) -> [Double] {
    let text = line.replacing("decimals: 8", with: "seed: \(seed)\ndecimals: 12")
    let fixture = LessonFixture(
      text: text + "```calc\n\(cell)\ntable \(expression), mean(L over points)\n```\n")
    let run = fixture.run
    return run.transcript.tables(ofStep: "table").last?.rows.first?.numbers ?? []
  }

  // MARK: - Draws

  @Test func `a training draws once a row, and its losses draw for themselves`() {
    let given = "input noise ~ normal(0, 1)\nz = w*x + noise\nM = (z - t)^2\n"
    let trained = Self.numbers(
      given + "train w to reduce M over points in batches of 2 with sgd(0) for 3 epochs, validated on others",
      of: "noise")
    // Three epochs of four rows, and the forward pass at the end.
    let passed = Self.numbers(
      given + Array(repeating: "forward", count: 13).joined(separator: "\n"), of: "noise")
    let fewer = Self.numbers(
      given + Array(repeating: "forward", count: 12).joined(separator: "\n"), of: "noise")
    #expect(trained[0] == passed[0])
    #expect(fewer[0] != passed[0])
  }

  // MARK: - In loops, and watched

  @Test func `in a loop that records, a training is quiet`() {
    let working = Self.working(
      """
      repeat 3 times
        train w to reduce L over points with sgd(0.02) for 1 epoch
        record w
      end
      """)
    #expect(
      working == """
        w
        0.195
        0.36075
        0.5016375
        """, "\(working)")
  }

  @Test func `who waits hears of every epoch and can stop it`() throws {
    let heard = Heard()
    var options = RunOptions()
    options.watch.progress = { epoch, count in heard.epochs.append("\(epoch) of \(count)") }
    options.watch.isCancelled = { heard.epochs.count == 3 }
    let run = Self.lesson("train w to reduce L over points with sgd(0.02) for 5 epochs").lesson.run(options)
    #expect(heard.epochs == ["1 of 5", "2 of 5", "3 of 5"])
    #expect(run.isCancelled && run.diagnostics.isEmpty)
  }

  private final class Heard: @unchecked Sendable {
    var epochs: [String] = []
  }

  // MARK: - The curve

  /// The curves behind the last training, by their points.
  private static func curve(_ cell: String) -> [[Plot.Curve.Point]] {
    lesson(cell).run.transcript.parts.compactMap { part -> [Plot.Curve]? in
      guard case .step(let step) = part else { return nil }
      return step.lines.lazy.compactMap { line -> [Plot.Curve]? in
        guard case .plot(let plot) = line.content, case .curves(let curves, _, _)? = plot.picture else {
          return nil
        }
        return curves
      }.first
    }.last?.map(\.points) ?? []
  }

  @Test(arguments: ["", "in batches of 1", "in batches of 2, shuffled", "in batches of 1, accumulating 4"])
  func `a curve begins with the loss before the first epoch`(clause: String) {
    let training = "train w to reduce L over points with sgd(0.01) for 3 epochs"
    let curves = Self.curve("\(training) \(clause), validated on others")
    #expect(curves.map { $0.map(\.x) } == [[0, 1, 2, 3], [0, 1, 2, 3]])
    #expect(curves.map { $0[0].y } == [6.75, 5])
    let plotted = Self.curve("\(training) \(clause)\nplot mean(L over points)")
    #expect(plotted.map { $0.map(\.y) } == [curves[0].map(\.y)])
  }

  @Test func `a loss that has no value before the first epoch is a gap, and no fault`() {
    let given = "M = if row_of > 1 then 0.1*ln(w) else -w\n"
    let training = "train w to reduce M over late in batches of 1 with sgd(1) for 2 epochs"
    let text = Self.line.replacing(
      "```calc", with: "```data late\nrow_of\n1\n2\n```\n\n```calc\ninput row_of from late")
    let working = LessonFixture(text: text + "```calc\n\(given)\(training)\n```\n").working()
    #expect(working.contains("mean(M over late) has no value at epoch 0."), "\(working)")
  }
}
