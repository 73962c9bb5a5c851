import LessonRuntime
import LessonTestSupport
import Testing
import Transcript

@testable import Tutor

@Suite("Marking") struct MarkingTests {
  /// What is said of numbers, a word or two each, in the order of the lesson: `a right`, `y follows h`, `h wrong: sign`.
  private func marks(_ cells: String..., numbers: String, settings: String = "") throws -> [String] {
    let blocks = cells.map { $0.hasPrefix("```") ? $0 : "```calc\n\($0)\n```" }.joined(separator: "\n")
    let lesson = LessonFixture(text: "---\ntitle: A lesson\n\(settings)---\n\(blocks)\n").lesson
    let sheet = try MarkingSheet(of: lesson)
    var handed: [Int: HandedNumber] = [:]
    for line in numbers.split(separator: "\n") {
      let parts = line.split(separator: "=").map { $0.split(separator: " ").joined(separator: " ") }
      let place = try #require(
        sheet.lines.firstIndex { $0.label == parts[0] }, "\(parts[0]) is none of \(sheet.lines.map(\.label))")
      handed[place] = try HandedNumber(parts[1])
    }
    return sheet.marked(handed).marks.map { mark in
      let label = sheet.lines[mark.line].label
      return switch mark.verdict {
      case .right: "\(label) right"
      case .follows(let from, let isRounding):
        "\(label) \(isRounding ? "rounded" : "follows") \(sheet.lines[from].label)"
      case .wrong(let slip): "\(label) wrong: \(slip.kind.rawValue)"
      }
    }
  }

  private static let chain = """
    input x = 0.5
    param w = 0.7, v = -0.4
    const eta = 0.1
    a = w*x
    h = sigmoid(a)
    y = v*h
    L = 1/2*(y - 1)^2
    update w, v to reduce L with sgd(rate: eta)
    forward
    """

  @Test(arguments: [
    ("a = 0.35\nh = 0.58662\ny = -0.23465", ["a right", "h right", "y right"]),
    // Cut off is right, too.
    ("h = 0.58661", ["h right"]), ("h = 0.58663", ["h wrong: near"]),
    ("h = -0.58662", ["h wrong: sign"]), ("h = 0.35", ["h wrong: function left out"]),
    ("L = 1.52435", ["L wrong: factor left out"]), ("L = 0.02753", ["L wrong: term left out"]),
    // What follows from a slip is right, and not from a number that comes later.
    (
      "a = 1.2\nh = 0.76852\ny = -0.30741\nL = 0.85466",
      ["a wrong: unknown", "h follows a", "y follows a", "L follows a"]
    ),
    ("a = 0.35\nh = 0.76852", ["a right", "h wrong: unknown"]),
    // A number that makes the later ones trivial carries nothing.
    ("h = 0\ny = 0", ["h wrong: unknown", "y wrong: carries nothing forward"]),
    // Fewer digits are wrong only where a later number is off because of them.
    ("h = 0.6\ny = -0.24", ["h wrong: rounded early", "y rounded h"]),
    ("a (2) = 0.34701\nh (2) = 0.58662", ["a (2) right", "h (2) wrong: not yet updated"]),
  ]) func `tells what is right, what follows, and what is wrong here`(numbers: String, verdicts: [String])
    throws
  {
    #expect(try marks(Self.chain, numbers: numbers) == verdicts)
  }

  @Test func `knows the indices the other way round`() throws {
    let lesson =
      "input x = [1, 2]\nparam W = [[1, 2], [3, 5]]\nz[i] = W[i,1]*x[1] + W[i,2]*x[2] for i in 1...2"
    #expect(try marks(lesson, numbers: "z[1] = 7") == ["z[1] wrong: transposed"])
  }

  @Test(arguments: [
    ("m = mean(a)", "m = 9"), ("m = (a[1] + a[2] + a[3])/3", "m = 9"), ("m = 2*mean(a)", "m = 18"),
  ]) func `tells a sum for a mean`(formula: String, number: String) throws {
    #expect(try marks("input a = [1, 2, 6]\n" + formula, numbers: number) == ["m wrong: sum for mean"])
  }

  @Test func `does not take any number below a fraction for a count`() throws {
    #expect(
      try marks("input a = [1, 2, 6]\nm = (a[1] + a[2] + a[3])/4", numbers: "m = 9") == [
        "m wrong: factor left out"
      ])
  }

  // MARK: Rows

  private static let data = "```data points\nx, t\n1, 2\n2, 3\n3, 5\n```"
  private static let line = """
    input x from points
    target t from points
    param w = 0.5, b = 0
    y = w*x + b
    L = 1/2*(y - t)^2
    """

  // ∂mean/∂w = mean((y − t)·x) = (−1.5 − 4 − 10.5)/3 = −16/3, ∂mean/∂b = mean(y − t) = −7/3.
  @Test(arguments: [
    (
      "∂(mean(L over points))/∂w = -5.33333\nw (2) = 1.03333",
      ["∂(mean(L over points))/∂w right", "w (2) right"]
    ),
    (
      "∂(mean(L over points))/∂w = -16\nw (2) = 2.1",
      ["∂(mean(L over points))/∂w wrong: sum for mean", "w (2) follows ∂(mean(L over points))/∂w"]
    ),
    ("w (2) = 2.1", ["w (2) wrong: sum for mean"]),
    // From their own w: mean((1.1x + 0.23333 − t)·x) = −2.06667, and mean((1.1x + 0.23333 − t)) = −0.9
    (
      "w (2) = 1.1\nb (2) = 0.23333\n∂(mean(L over points))/∂w (2) = -2.06667\n∂(mean(L over points))/∂b (2) = -0.9",
      [
        "w (2) wrong: near", "b (2) right", "∂(mean(L over points))/∂w (2) follows w (2)",
        "∂(mean(L over points))/∂b (2) follows w (2)",
      ]
    ),
  ]) func `works what is made of rows out again from other params`(numbers: String, verdicts: [String]) throws
  {
    let update = "update w, b to reduce mean(L over points) with sgd(rate: 0.1)\nforward\n"
    #expect(try marks(Self.data, Self.line + "\n" + update + update, numbers: numbers) == verdicts)
  }

  @Test func `tells a mean for a sum of rows`() throws {
    let update = "update w to reduce sum(L over points) with sgd(rate: 0.01)"
    #expect(
      try marks(Self.data, Self.line + "\n" + update, numbers: "∂(sum(L over points))/∂w = -5.33333")
        == ["∂(sum(L over points))/∂w wrong: mean for sum"])
  }

  @Test func `does not work very many rows out again`() throws {
    let rows = (1...400).map { "\($0), \($0 + 1)\n" }.joined()
    let update = "update w to reduce mean(L over points) with sgd(rate: 0.00001)\n"
    #expect(
      try marks(
        "```data points\nx, t\n\(rows)```", Self.line + "\n" + update + update,
        numbers: "w (2) = 5.123\n∂(mean(L over points))/∂w (2) = 1") == [
          "w (2) wrong: unknown", "∂(mean(L over points))/∂w (2) wrong: unknown",
        ])
  }

  // MARK: Clipping

  // The derivatives are 3 and 4, so that their norm is 5.
  private static let clipped = """
    param w = 3, v = 4
    L = 1/2*(w^2 + v^2)
    update w, v to reduce L with sgd(rate: 1), clipping 1
    """

  @Test(arguments: [
    ("∂L/∂w = 3\nw (2) = 2.4\nv (2) = 3.2", ["∂L/∂w right", "w (2) right", "v (2) right"]),
    // From ∂L/∂w = 4 the norm is √32, and both params move by 4/√32.
    (
      "∂L/∂w = 4\nw (2) = 2.29289\nv (2) = 3.29289",
      ["∂L/∂w wrong: another number taken", "w (2) follows ∂L/∂w", "v (2) follows ∂L/∂w"]
    ),
    ("w (2) = 0", ["w (2) wrong: factor left out"]),
  ]) func `clips other derivatives anew`(numbers: String, verdicts: [String]) throws {
    #expect(try marks(Self.clipped, numbers: numbers) == verdicts)
  }
}
