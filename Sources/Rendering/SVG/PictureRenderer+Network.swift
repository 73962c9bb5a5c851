internal import Algebra
internal import Transcript

extension PictureRenderer {
  /// What stands above the columns of a network's connections, as `connections(of:)` tells them.
  static let connectionHeads = ["From", "To", "Weight"]

  /// The connections of a network in words, a row for each.
  func connections(of network: Network) -> [[String]] {
    network.connections.map { connection in
      [connection.source, connection.target].map { words(network.nodes[$0].name) }
        + [connection.weight.map { words($0) } ?? ""]
    }
  }

  /// A network as neurons in layers, from the inputs at the left, with lines between them and the weights on these.
  func svg(of network: Network) -> String {
    let plan = NetworkPlan(network, self)
    var writer = SVGWriter()
    let lines = network.connections.map { plan.line(of: $0) }
    writer.element("path", ["class": "link", "d": lines.map(\.path).joined()])
    for (index, node) in network.nodes.enumerated() {
      let place = plan.places[index]
      let width = plan.nameWidths[index]
      writer.element(
        "rect",
        [
          "class": node.layer == 0 ? "given" : "node", "x": (place.x - width / 2).place,
          "y": (place.y - NetworkPlan.nodeHeight / 2).place, "width": width.place,
          "height": NetworkPlan.nodeHeight.place, "rx": (NetworkPlan.nodeHeight / 2).place,
        ])
    }
    var labels = LabelPlacing()
    for (place, width) in zip(plan.places, plan.nameWidths) {
      labels.keepClear(x: place.x, y: place.y, width: width, height: NetworkPlan.nodeHeight)
    }
    let weights = zip(network.connections, lines).map { connection, line -> LabelPlacing.Label? in
      guard plan.areWeightsShown, let weight = connection.weight else { return nil }
      return labels.place(words(weight), on: line)
    }
    for writing in writings(of: network) ?? plan.writings {
      switch writing {
      case .node(let index, let text):
        let y = plan.places[index].y + Double(text) * LetterSize.line + (text == 0 ? 0 : 7)
        writer.words(
          plan.texts[index][text], x: plan.places[index].x, y: y + LetterSize.drop, anchor: "middle",
          class: text == 0 ? "name" : "on")
      case .connection(let index):
        guard let label = weights[index] else { continue }
        writer.words(label.text, x: label.x, y: label.y + LetterSize.drop, anchor: "middle", class: "on")
      }
    }
    return element(
      writer, class: "diagram", width: plan.width, height: plan.height, label: label(of: network))
  }

  private func label(of network: Network) -> String {
    let inputs = network.nodes.count { $0.layer == 0 }
    let neurons = network.nodes.count - inputs
    return "Network of \(inputs) \(inputs == 1 ? "input" : "inputs") and "
      + "\(neurons) \(neurons == 1 ? "neuron" : "neurons"), with \(network.connections.count) "
      + "\(network.connections.count == 1 ? "connection" : "connections")"
  }
}

/// Where the parts of a network stand in its picture.
private struct NetworkPlan {
  /// The size of the picture.
  let width: Double
  let height: Double
  /// What is written at each node, from its name on.
  let texts: [[String]]
  /// The middle of each node.
  private(set) var places: [(x: Double, y: Double)]
  /// How wide the outline of each node is.
  let nameWidths: [Double]
  /// Whether there is room for what stands on the lines.
  let areWeightsShown: Bool
  /// What is written, layer by layer: the lines into a layer come before it.
  let writings: [NetworkDrawing.Writing]

  static let nodeHeight = 28.0
  /// So many lines between layers have room for what stands on them.
  private static let mostLabels = 40
  private static let margin = 10.0

  init(_ network: Network, _ renderer: PictureRenderer) {
    let texts = network.nodes.map { renderer.texts(of: $0) }
    let nameWidths = texts.map { max(40, LetterSize.width(of: $0[0]) + 24) }
    let last = network.nodes.map(\.layer).max() ?? 0
    let layers = (0...max(0, last)).map { layer in
      network.nodes.indices.filter { network.nodes[$0].layer == layer }
    }
    let widths = layers.map { layer in
      layer.map { max(nameWidths[$0], texts[$0].map(LetterSize.width).max() ?? 0) }.max() ?? 0
    }
    areWeightsShown =
      layers.indices.allSatisfy { layer in
        network.connections.count { network.nodes[$0.target].layer == layer } <= Self.mostLabels
      }
    let labels = areWeightsShown ? network.connections.compactMap(\.weight).map { renderer.words($0) } : []
    let longest = labels.map(LetterSize.width).max() ?? 0
    let gap = max(70, min(220, longest * 1.7 + 30))
    let lines = texts.map(\.count).max() ?? 1
    let most = layers.map(\.count).max() ?? 1
    let crowd =
      (0..<layers.count).map { layer in
        network.connections.count { network.nodes[$0.target].layer == layer }
      }.max() ?? 0
    let block = Self.nodeHeight + Double(lines - 1) * LetterSize.line
    // Each neuron has a line into it from each of those before: the more they are, the more room what stands on them needs.
    let pitch = max(block + 22, min(140, Double(crowd) * LetterSize.line * 0.8 / Double(max(1, most))) + 10)
    places = Array(repeating: (0, 0), count: network.nodes.count)
    var x = Self.margin
    let span = Double(max(0, most - 1)) * pitch
    for (layer, members) in layers.enumerated() {
      for (row, index) in members.enumerated() {
        let top = (span - Double(members.count - 1) * pitch) / 2
        places[index] = (x + widths[layer] / 2, Self.margin + Self.nodeHeight / 2 + top + Double(row) * pitch)
      }
      x += widths[layer] + (layer == last ? 0 : gap)
    }
    width = x + Self.margin
    height = Self.margin * 2 + span + block
    self.texts = texts
    self.nameWidths = nameWidths
    writings = layers.flatMap { layer -> [NetworkDrawing.Writing] in
      let lines = network.connections.indices.filter { layer.contains(network.connections[$0].target) }
      return lines.map { .connection($0) }
        + layer.flatMap { node in texts[node].indices.map { .node(node, text: $0) } }
    }
  }

  /// The line between two neurons; one that passes a layer bends around what stands there.
  func line(of connection: Network.Connection) -> DiagramLine {
    let (from, to) = (places[connection.source], places[connection.target])
    let start = (x: from.x + nameWidths[connection.source] / 2, y: from.y)
    let end = (x: to.x - nameWidths[connection.target] / 2, y: to.y)
    let passed = places.contains { $0.x > start.x + 1 && $0.x < end.x - 1 }
    return DiagramLine(from: start, to: end, bend: passed ? Self.nodeHeight * 1.6 : 0)
  }
}
