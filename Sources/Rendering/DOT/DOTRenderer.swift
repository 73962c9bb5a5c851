internal import Algebra
public import Transcript

/// Writes a computation graph in the DOT language, for programs that lay graphs out.
///
/// The same graph gives the same text every time. Cost: O(length of the text).
public struct DOTRenderer: Sendable {
  private let callsExp: Bool

  /// A renderer of graphs.
  ///
  /// - Parameter callsExp: Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  public init(callsExp: Bool = false) { self.callsExp = callsExp }

  /// What every file begins with that holds a graph of that lesson.
  public static func opening(lesson: String) -> String {
    "digraph \(("longhand " + lesson).quotedForDOT) {\n"
  }

  /// The graph of a lesson's value; exactly one line feed ends it.
  public func text(of graph: ComputationGraph, lesson: String) -> String {
    var notation = Notation.unicode
    notation.callsExp = callsExp
    let renderer = PictureRenderer(notation: notation)
    let label = "\(renderer.title(of: graph).escapedForDOT)\\n\(renderer.legend(of: graph).escapedForDOT)"
    var lines = [
      "  graph [rankdir=LR, labelloc=t, fontname=\"sans-serif\", label=\"\(label)\"]",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"]",
      "  edge [fontname=\"sans-serif\"]",
    ]
    for (index, node) in graph.nodes.enumerated() {
      let label = renderer.lines(of: node).map(\.escapedForDOT).joined(separator: "\\n")
      lines.append("  n\(index + 1) [label=\"\(label)\"\(node.isGiven ? ", style=solid" : "")]")
    }
    for edge in graph.edges {
      lines.append(
        "  n\(edge.source + 1) -> n\(edge.target + 1) [label=\(renderer.label(of: edge).quotedForDOT)]")
    }
    return Self.opening(lesson: lesson) + lines.map { $0 + "\n" }.joined() + "}\n"
  }
}
