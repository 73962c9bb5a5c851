import Algebra
import LessonTestSupport
import Testing
import Transcript

@testable import LessonRuntime

@Suite("Graphs of runs") struct GraphTests {
  private static let network = """
    input x = 0.5
    param w = 2, v = -1
    h = w*x + v
    y = h^2 + 3*h
    """

  private func run(_ request: GraphRequest, _ cells: String) -> Result<ComputationGraph, GraphRefusal>? {
    var options = RunOptions()
    options.graph = request
    return LessonFixture(cells).lesson.run(options).graph
  }

  private func refusal(_ request: GraphRequest, _ cells: String) -> GraphRefusal? {
    if case .failure(let refusal)? = run(request, cells) { refusal } else { nil }
  }

  @Test func `a graph has all that the value is worked out of, with the lecture's numbers`() throws {
    let graph = try #require(try run(.of("y"), Self.network + "\nz = y + 1")?.get())
    // h = 0, so that dy/dh = 3.
    #expect(graph.nodes.map { $0.name.text(.calc) } == ["x", "w", "v", "h", "y"])
    #expect(graph.nodes.map(\.values.lowest.text) == ["0.5", "2", "-1", "0", "0"])
    #expect(graph.nodes.map(\.derivatives.lowest.text) == ["6", "1.5", "3", "3", "1"])
    #expect(graph.nodes.map(\.isGiven) == [true, true, true, false, false])
    let edges = graph.edges.map { edge in
      [graph.nodes[edge.source].name, graph.nodes[edge.target].name, edge.formula].map { $0?.text(.calc) }
        + [edge.numbers.lowest.text]
    }
    #expect(
      edges == [
        ["w", "h", "x", "0.5"], ["x", "h", "w", "2"], ["v", "h", "1", "1"], ["h", "y", "2*h + 3", "3"],
      ])
  }

  @Test func `without a name it is the value of which a derivative is taken last, else the last formula`()
    throws
  {
    let explained = Self.network + "\nz = y + 1\nexplain ∂h/∂w\nexplain z"
    #expect(try run(.cost, explained)?.get().output == .name(Name("h")))
    #expect(try run(.cost, Self.network + "\nz = y + 1")?.get().output == .name(Name("z")))
    let updated = Self.network + "\nz = y + 1\nupdate w to reduce y with sgd(rate: 0.1)"
    #expect(try run(.cost, updated)?.get().output == .name(Name("y")))
    #expect(refusal(.cost, "param w = 2")?.message == "the lesson has no value with a formula")
  }

  @Test func `numbers are those of the end, or those before the change that has made the value stale`() throws
  {
    let stale = try #require(try run(.of("y"), Self.network + "\nw <- 4")?.get())
    #expect(stale.nodes.first { $0.name == .name(Name("w")) }?.values.lowest.text == "2")
    let fresh = try #require(try run(.of("y"), Self.network + "\nw <- 4\nforward")?.get())
    #expect(fresh.nodes.first { $0.name == .name(Name("w")) }?.values.lowest.text == "4")
    #expect(fresh.nodes.first { $0.name == .name(Name("h")) }?.values.lowest.text == "1")
  }

  @Test func `what has no graph is refused, and what was meant is guessed`() {
    #expect(refusal(.of("w"), Self.network)?.message == "`w` is a given number: nothing leads to it")
    let misspelt = refusal(.of("loss_totl"), Self.network + "\nloss_total = y")
    #expect(misspelt?.message == "there is no value `loss_totl`" && misspelt?.nearest == "loss_total")
    #expect(
      refusal(.of("q"), Self.network)?.hint == "--of takes a value that has a formula, such as `y`")
    let family = refusal(.of("h"), "param w = 2\nh[i] = i*w for i in 1...3")
    #expect(
      family?.message == "`h` is a family, and a graph is of one value" && family?.hint == "--of 'h[1]'")
    #expect(
      refusal(.of("r"), "param w = 0\nr = sqrt(w)")?.message.hasPrefix("the graph of `r` cannot be") == true)
  }

  @Test func `a lesson that stops has no graph, and none is made where none is asked for`() {
    #expect(run(.cost, "param w = 0\ny = 1/w") == nil)
    #expect(LessonFixture(Self.network).run.graph == nil)
  }

  @Test(arguments: try CourseLesson.course())
  func `in every lesson a derivative is the sum along its connections, and is shown with its own digits`(
    lesson: CourseLesson
  ) throws {
    // Every lesson of the course has one.
    let graph = try #require(try lesson.run.graph?.get())
    #expect(graph.nodes.last?.derivatives.lowest.value == 1)
    guard graph.nodes.allSatisfy({ $0.count == 1 }) else { return }
    for (index, node) in graph.nodes.dropLast().enumerated() {
      let terms = graph.edges.filter { $0.source == index }.map {
        graph.nodes[$0.target].derivatives.lowest.full * $0.numbers.lowest.full
      }
      let (sum, shown) = (terms.reduce(0, +), node.derivatives.lowest)
      let largest = terms.reduce(1e-300) { max($0, abs($1)) }
      #expect(abs(sum - shown.full) <= 1e-9 * largest || shown.text == "0", "\(node.name.text(.calc))")
      // The digits are those of the number, shortened in its last place at most by one.
      let digits = (shown.text ?? "").prefix { $0 != "e" }
      let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
      let exponent = Int((shown.text ?? "").split(separator: "e").dropFirst().first ?? "0") ?? 0
      var unit = 1.0
      for _ in 0..<abs(exponent - decimals) { unit *= exponent < decimals ? 0.1 : 10 }
      #expect(abs(shown.value - shown.full) <= unit * 1.0000001, "\(node.name.text(.calc))")
    }
  }
}
