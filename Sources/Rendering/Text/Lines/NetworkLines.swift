internal import Algebra
internal import Transcript

extension TextArea {
  /// A network as neurons in layers with lines between them; `nil` where it does not fit.
  ///
  /// The drawing is ASCII in both alphabets, because no other characters have the same width in every font.
  func lines(of network: Network) -> [TextLine]? {
    drawing(of: network)?.rows.map { TextLine($0) }
  }

  /// The drawing of a network in plain characters; `nil` where it does not fit.
  func drawing(of network: Network) -> NetworkDrawing? {
    for areLabelsFull in [true, false] {
      let nodes = network.nodes.map { node in
        NetworkDrawing.Node(texts: texts(of: node), layer: node.layer)
      }
      let connections = network.connections.map { connection in
        NetworkDrawing.Connection(
          source: connection.source, target: connection.target,
          label: connection.weight.map { text(of: $0, isFull: areLabelsFull) } ?? "")
      }
      // Names with their numbers only where much is left of the lines.
      let mostOfLine = areLabelsFull ? 0.4 : 0.7
      if let drawing = NetworkDrawing(nodes, connections, width: width, labelsUpTo: mostOfLine) {
        return drawing
      }
    }
    return nil
  }

  /// What stands under each other at a node: its name in a circle, its number, its bias.
  func texts(of node: Network.Node) -> [String] {
    ["(\(text(node.name)))"] + (node.number.map { [text($0)] } ?? [])
      + (node.bias.map { [($0.number == nil ? "bias " : "") + text(of: $0, isFull: true)] } ?? [])
  }

  private func text(of weight: Network.Weight, isFull: Bool) -> String {
    let name = text(weight.formula)
    guard isFull, let number = weight.number else { return name }
    return "\(name) \(alphabet.sign(.equals)) \(text(number))"
  }
}
