internal import Algebra
public import Transcript

/// Draws a computation graph as an SVG that stands alone: with its own style, light and dark, a title, and the table of connections
/// as its description.
///
/// The same graph gives the same SVG every time. Cost: O(nodes · log nodes) for few edges, and for each bend of an edge as for a node.
public struct GraphRenderer: Sendable {
  private let callsExp: Bool

  /// A renderer of graphs.
  ///
  /// - Parameter callsExp: Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  public init(callsExp: Bool = false) { self.callsExp = callsExp }

  /// What every file begins with that shows a graph of that lesson.
  public static func opening(lesson: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" data-lesson=\"\(lesson.escapedForMarkup)\""
  }

  /// The graph of a lesson's value; exactly one line feed ends it.
  public func text(of graph: ComputationGraph, lesson: String) -> String {
    var notation = Notation.unicode
    notation.callsExp = callsExp
    let renderer = PictureRenderer(notation: notation)
    let drawing = GraphDrawing(readable: graph, renderer)
    var writer = SVGWriter()
    writer.element("title", ["id": "title"], holding: renderer.title(of: graph))
    writer.element("desc", ["id": "desc"], holding: description(of: graph, renderer))
    let (width, height) = (drawing.width.place, drawing.height.place)
    return Self.opening(lesson: lesson)
      + " class=\"picture diagram\" role=\"img\" aria-labelledby=\"title\" aria-describedby=\"desc\" direction=\"ltr\""
      + " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">\n"
      + writer.text + "\n<style>\n\(PictureRenderer.rulesOfFile)</style>\n"
      + "<rect class=\"ground\" width=\"\(width)\" height=\"\(height)\"/>\n" + drawing.writer.text
      + "\n</svg>\n"
  }

  /// Every value and every connection, a sentence each.
  private func description(of graph: ComputationGraph, _ renderer: PictureRenderer) -> String {
    let values = renderer.values(of: graph).map { row in
      row[0] + (row[1].isEmpty ? "" : " = \(row[1])") + ": \(row[2]), derivative \(row[3])."
    }
    let connections = renderer.connections(of: graph).map { row in
      "\(row[0]) stands in \(row[1]), local derivative "
        + (row[2].isEmpty || row[2] == row[3] ? row[3] : "\(row[2]) = \(row[3])") + "."
    }
    return (values + connections).joined(separator: " ")
  }
}
