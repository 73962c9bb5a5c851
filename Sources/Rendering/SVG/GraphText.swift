internal import Algebra
internal import PlainText
internal import Transcript

// What is written of a computation graph, in every picture of one.

extension PictureRenderer {
  /// What stands above the columns of a graph's connections, as `connections(of:)` tells them.
  static let graphHeads = ["Value", "Stands in", "Local derivative", "Number"]
  /// What stands above the columns of a graph's values, as `values(of:)` tells them.
  static let valueHeads = ["Value", "Formula", "Number", "Derivative"]

  /// The connections of a graph in words, a row for each.
  func connections(of graph: ComputationGraph) -> [[String]] {
    graph.edges.map { edge in
      [
        words(graph.nodes[edge.source].name), words(graph.nodes[edge.target].name),
        edge.formula.map { words($0) } ?? "", words(edge.numbers) + count(edge.count),
      ]
    }
  }

  /// The values of a graph in words, a row for each.
  func values(of graph: ComputationGraph) -> [[String]] {
    graph.nodes.map { node in
      [
        words(node.name) + count(node.count), node.formula.map { words($0) } ?? "", words(node.values),
        words(node.derivatives),
      ]
    }
  }

  /// What stands under each other in a node: its name, its value, and the derivative by it.
  func lines(of node: ComputationGraph.Node) -> [String] {
    [
      shortened(words(node.name), toWidth: Self.widestName) + count(node.count), words(node.values),
      "∂ " + words(node.derivatives),
    ]
  }

  /// What stands on an edge: the local derivative.
  func label(of edge: ComputationGraph.Edge) -> String { words(edge.numbers) + count(edge.count) }

  /// What the numbers in the picture are.
  func legend(of graph: ComputationGraph) -> String {
    let output = graph.output.map { words($0) } ?? ""
    let collapsed =
      graph.nodes.contains { $0.count > 1 }
      ? " A family is one node, with how many elements it has and from where to where they go." : ""
    return
      "In each node: a value, its number, and behind ∂ the derivative of \(output) by it. On each line: the local "
      + "derivative of the value at its head by that at its foot." + collapsed
  }

  /// What the picture is.
  func title(of graph: ComputationGraph) -> String {
    "Computation graph of \(graph.output.map { words($0) } ?? "")"
  }

  private static let widestName = 32

  /// A number, or from where to where several go.
  private func words(_ span: ComputationGraph.Span) -> String {
    let (lowest, highest) = (words(span.lowest), words(span.highest))
    return lowest == highest ? lowest : "\(lowest) … \(highest)"
  }

  private func count(_ count: Int) -> String { count == 1 ? "" : " (\(count))" }
}
