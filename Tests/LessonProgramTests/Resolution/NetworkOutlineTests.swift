import Algebra
import LessonTestSupport
import TestSupport
import Testing

@testable import LessonProgram
@testable import LessonRuntime

/// What `draw network for` finds in the formulas of a lesson.
@Suite struct NetworkOutlineTests {
  private static let given = """
    input x1 = 1, x2 = 2
    target t = 1
    param w1 = 0.1, w2 = 0.2, w3 = 0.3, w4 = 0.4, v1 = 0.5, v2 = 0.6, b = 0.7, c = 0.8
    const theta = 0.5

    """

  /// Layer by layer each node, with its bias; behind it, in braces, what it reads with the weights.
  private static func outline(_ cell: String) throws -> String {
    let fixture = LessonFixture(given + cell)
    try #require(fixture.errors.isEmpty)
    let outlines = fixture.lesson.instructions.compactMap { instruction in
      if case .network(_, let outline) = instruction.kind { outline } else { nil }
    }
    let outline = try #require(outlines.last)
    return outline.layers.map { layer in
      layer.map { index in
        let node = outline.nodes[index]
        let read = outline.connections.filter { $0.target == index }.map { connection in
          "\(connection.weight?.text(.calc) ?? "?")·\(outline.nodes[connection.source].name)"
        }
        return "\(node.name)" + (node.bias.map { " + \($0.text(.calc))" } ?? "")
          + (read.isEmpty ? "" : " {\(read.joined(separator: ", "))}")
      }.joined(separator: "; ")
    }.joined(separator: " | ")
  }

  @Test(arguments: [
    // A weighted sum and its activation are one neuron; what a target goes into is the cost.
    (
      "z1 = x1*w1 + x2*w2 + b\nh1 = tanh(z1)\ny = sigmoid(v1*h1)\nE = (t - y)^2\ndraw network for E",
      "x1; x2 | h1 + b {w1·x1, w2·x2} | y {v1·h1}"
    ),
    // Wherever the sum stands in the formula.
    ("y = 1/(1 + exp(-(w1*x1 + b)))\ndraw network for y", "x1 | y + b {w1·x1}"),
    // The drawing may stand above the formulas, and above the numbers.
    ("draw network for y\ny = 1/(1 + exp(-(w1*x1 + b)))", "x1 | y + b {w1·x1}"),
    ("draw network for E\ninput q = 1\nparam k = 2\ny = k*q\nE = (y - 1)^2\nk <- 3", "q | y {k·q}"),
    ("y = if w1*x1 + w2*x2 > theta then 1 else 0\ndraw network for y", "x1; x2 | y {w1·x1, w2·x2}"),
    ("y = relu(w1*x1 - w2*x2 - b)\ndraw network for y", "x1; x2 | y + -b {w1·x1, -w2·x2}"),
    // Numbers may be weights too.
    (
      "p = relu(x1 + x2)\nq = relu(x1 + x2 - 1)\ny = p - 2*q\ndraw network for y",
      "x1; x2 | p {1·x1, 1·x2}; q + -1 {1·x1, 1·x2} | y {1·p, -2·q}"
    ),
    // A cost without a target is none that bends.
    ("y = w1*x1\nE = (1 - y)^2\ndraw network for E", "x1 | y {w1·x1}"),
    // What is worked out from params alone is a weight.
    ("u = w1*w2\ny = u*x1 + b\ndraw network for y", "x1 | y + b {u·x1}"),
    // What does more with a value than to weigh it has no weight on its line.
    ("y = w1*x1^2 + w2*x1 + b\ndraw network for y", "x1 | y + b {?·x1}"),
    ("y = w1*x1*x2\ndraw network for y", "x1; x2 | y {?·x1, ?·x2}"),
    // Two activations of one sum are two neurons.
    (
      "z = w1*x1\ng = sigmoid(z)\nh = tanh(z)\ny = v1*g + v2*h\ndraw network for y",
      "x1 | g {w1·x1} | h {1·g} | y {v1·g, v2·h}"
    ),
    (
      "input x = [1, 2]\nparam W = [[1, 2], [3, 4]]\nh = tanh(W @ x)\ny = v1*h[1] + v2*h[2]\ndraw network for y",
      "x[1]; x[2] | h[1] {W[1,1]·x[1], W[1,2]·x[2]}; h[2] {W[2,1]·x[1], W[2,2]·x[2]} | y {v1·h[1], v2·h[2]}"
    ),
  ])
  func `a neuron is a weighted sum with what is made of it alone`(cell: String, outline: String) throws {
    #expect(try Self.outline(cell) == outline)
  }

  @Test(arguments: [
    MarkedLesson(
      "draw network for ⟦w⟧", "`w` is given; a network is what formulas make of given numbers"),
    MarkedLesson(
      "q = t^2\ndraw network for ⟦q⟧",
      "no formula of `q` multiplies values by weights, so there is no network to draw",
      hint: "`explain q` shows its formulas"),
    MarkedLesson(
      "draw network for ⟦f⟧\ndef f(q) = w*q", "`f` is a function, and has a value only with its arguments",
      hint: "write `f(…)`"),
    MarkedLesson("draw network for ⟦nowhere⟧", "`nowhere` is not defined above"),
    MarkedLesson(
      "draw network for ⟦k⟧\nparam k = 1", "`k` is given; a network is what formulas make of given numbers"),
    MarkedLesson(
      "draw network for ⟦q⟧\nq = t^2",
      "no formula of `q` multiplies values by weights, so there is no network to draw",
      hint: "`explain q` shows its formulas"),
    MarkedLesson(
      "draw network for ⟦h⟧\nh[i] = w*x + i for i in 1...2", "`h` is a family, and a loss is one number",
      hint: "write `draw network for h[1]`, or above this line `E = sum(h)`, and here `draw network for E`"),
    MarkedLesson(
      "w <- 4\ndraw network for ⟦L⟧", "`L` is stale: it has not been worked out since `w` was changed",
      hint: "write `forward` above this line", note: MarkedNote("`w` was changed", at: "⟦w <- 4⟧")),
    MarkedLesson(
      "h[i] = w*x + i for i in 1...2\ndraw network for ⟦h⟧", "`h` is a family, and a loss is one number",
      hint: "write `draw network for h[1]`, or above this line `E = sum(h)`, and here `draw network for E`"),
    MarkedLesson(
      "h[i] = w*x + i for i in 1...1000\ns = sum(h)\ndraw network for ⟦s⟧",
      "the network of `s` has more than 1,000 inputs and neurons, which is the bound"),
    MarkedLesson(
      "draw ⟦L⟧", "`network` is missing behind `draw`",
      hint: "a network is drawn by `draw network for L`, curves by `plot`"),
    MarkedLesson(
      "draw network ⟦L⟧", "`for` is missing behind `network`",
      hint: "a network is drawn by `draw network for L`"),
    MarkedLesson(
      "draw network for L⟦,⟧ y", "`draw network for` takes one name",
      hint: "a network is drawn by `draw network for L`"),
  ])
  func `what is no network is not drawn`(lesson: MarkedLesson) { lesson.expectErrors() }
}
