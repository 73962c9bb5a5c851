internal import Algebra
internal import PlainText
internal import Transcript

extension PictureRenderer {
  /// A computation graph for a page; `nil` where it has so many nodes or edges that it takes a file of its own.
  func svg(of graph: ComputationGraph) -> String? {
    guard graph.nodes.count <= ComputationGraph.mostNodesInFull,
      graph.edges.count <= ComputationGraph.mostEdgesInFull
    else { return nil }
    let drawing = GraphDrawing(readable: graph, self, hasLegend: false)
    return element(
      drawing.writer, class: "diagram", width: drawing.width, height: drawing.height,
      label: title(of: graph))
  }
}

/// The drawing of a computation graph: given numbers at the left, the output at the right; from top to bottom where that is
/// less wide and the other way is too wide to be read.
struct GraphDrawing {
  /// What has been drawn.
  private(set) var writer = SVGWriter()
  /// The size of the drawing.
  private(set) var width = 0.0
  private(set) var height = 0.0

  private typealias Place = (x: Double, y: Double)

  /// A drawing of this width is readable on a screen of 1280 pixels.
  private static let readableWidth = 1260.0
  private static let margin = 10.0
  private static let nodeHeight = 54.0
  /// Between the nodes of a layer.
  private static let distance = 12.0
  private static let narrowestGap = 56.0
  /// Between two layers there is room for so many texts.
  private static let mostLabels = 300

  private var graph: ComputationGraph
  private var layered: LayeredGraph
  private var texts: [[String]]
  private var widths: [Double]
  private var labels: [String]
  private var isUpright: Bool
  /// Where each layer begins, and how much room it takes, across the layers.
  private var starts: [Double] = []
  private var depths: [Double] = []
  /// The middle of each vertex.
  private var middles: [Place] = []

  /// Draws a graph, with its legend above where it is to have one.
  init(_ graph: ComputationGraph, _ renderer: PictureRenderer, hasLegend: Bool) {
    self.graph = graph
    layered = LayeredGraph(
      distances: graph.distances, edges: graph.edges.map { ($0.source, $0.target) })
    texts = graph.nodes.map { renderer.lines(of: $0) }
    widths = texts.map { ($0.map(LetterSize.width).max() ?? 0) + 18 }
    labels = graph.edges.map { renderer.label(of: $0) }
    isUpright = false
    layOut()
    if width > Self.readableWidth {
      let lying = self
      isUpright = true
      layOut()
      if width >= lying.width { self = lying }
    }
    if hasLegend { writeLegend(renderer.legend(of: graph)) }
    draw()
  }

  /// Draws a graph in full where that is readable, or else with its families collapsed where that is less wide.
  init(readable graph: ComputationGraph, _ renderer: PictureRenderer, hasLegend: Bool = true) {
    self.init(graph, renderer, hasLegend: hasLegend)
    guard width > Self.readableWidth else { return }
    let collapsed = GraphDrawing(graph.collapsed, renderer, hasLegend: hasLegend)
    if collapsed.width < width { self = collapsed }
  }

  // MARK: Places

  private mutating func layOut() {
    let gaps = layered.layers.indices.map { gap(behind: $0) }
    depths = layered.layers.map { layer in
      isUpright ? Self.nodeHeight : layer.map { layered.vertices[$0].node.map { widths[$0] } ?? 0 }.max() ?? 0
    }
    starts = []
    var next = Self.margin
    for (depth, gap) in zip(depths, gaps) {
      starts.append(next)
      next += depth + gap
    }
    let sizes = layered.vertices.map { vertex in
      guard let node = vertex.node else { return LetterSize.line + 4 }
      return (isUpright ? widths[node] : Self.nodeHeight) + Self.distance
    }
    let places = LayerPlaces(layered, sizes: sizes)
    let across = next - (gaps.last ?? 0) + Self.margin
    let along = places.length + Self.margin
    (width, height) = isUpright ? (along, across) : (across, along)
    middles = layered.vertices.indices.map { index in
      let layer = layered.vertices[index].layer
      let middle = starts[layer] + depths[layer] / 2
      let place = places.middles[index] + Self.margin / 2
      return isUpright ? (place, middle) : (middle, place)
    }
  }

  /// What lies between a layer and the next: there is room for what stands on the edges.
  private func gap(behind layer: Int) -> Double {
    guard !isUpright else { return Self.narrowestGap }
    let longest =
      graph.edges.indices.filter { layered.vertices[graph.edges[$0].source].layer == layer }
      .map { LetterSize.width(of: labels[$0]) }.max() ?? 0
    return max(Self.narrowestGap, min(longest, 160) + 36)
  }

  private mutating func writeLegend(_ words: String) {
    width = max(width, 320)
    let lines = wrapped(
      words, width: LetterSize.columns(in: min(width, Self.readableWidth) - 2 * Self.margin))
    for (index, line) in lines.enumerated() {
      writer.words(
        line, x: Self.margin, y: Self.margin + LetterSize.line * (Double(index) + 0.5) + LetterSize.drop)
    }
    let room = LetterSize.line * Double(lines.count) + Self.margin
    for index in middles.indices { middles[index].y += room }
    height += room
  }

  // MARK: Drawing

  private mutating func draw() {
    let lines = layered.ways.map { line(through: $0) }
    writer.element(
      "path",
      [
        "class": "link",
        "d": lines.map { "M" + $0.map { "\($0.x.place) \($0.y.place)" }.joined(separator: "L") }.joined(),
      ])
    writer.element("path", ["class": "tip", "d": lines.map { Self.tip(of: $0) }.joined()])
    for (index, node) in graph.nodes.enumerated() {
      let (x, y) = middles[index]
      writer.element(
        "rect",
        [
          "class": node.isGiven ? "given" : "node", "x": (x - widths[index] / 2).place,
          "y": (y - Self.nodeHeight / 2).place, "width": widths[index].place,
          "height": Self.nodeHeight.place, "rx": node.isGiven ? "3" : "12",
        ])
      for (row, text) in texts[index].enumerated() {
        writer.words(
          text, x: x, y: y + Double(row - 1) * LetterSize.line + LetterSize.drop, anchor: "middle",
          class: row == 0 ? "name" : "")
      }
    }
    writeLabels(on: lines)
  }

  private mutating func writeLabels(on lines: [[Place]]) {
    var placings = [LabelPlacing](repeating: LabelPlacing(), count: layered.layers.count)
    var counts = [Int](repeating: 0, count: layered.layers.count)
    for edge in graph.edges { counts[layered.vertices[edge.source].layer] += 1 }
    for (index, line) in lines.enumerated() where line.count > 1 {
      let layer = layered.vertices[graph.edges[index].source].layer
      guard counts[layer] <= Self.mostLabels else { continue }
      let label = placings[layer].place(labels[index], on: DiagramLine(from: line[0], to: line[1]))
      writer.words(
        label.text, x: label.x, y: label.y + LetterSize.drop, anchor: "middle", class: "on")
    }
  }

  /// The corners of an edge: from the border of its source through its bends, level in each layer that it passes, to the border
  /// of its target.
  private func line(through way: [Int]) -> [Place] {
    way.enumerated().flatMap { place, vertex -> [Place] in
      let (x, y) = middles[vertex]
      let half = depths[layered.vertices[vertex].layer] / 2
      let before: Place = isUpright ? (x, y - half) : (x - ownHalf(vertex, half), y)
      let behind: Place = isUpright ? (x, y + half) : (x + ownHalf(vertex, half), y)
      if place == 0 { return [behind] }
      if place == way.count - 1 { return [before] }
      return [before, behind]
    }
  }

  /// Half of what a node takes of its layer, or of what a bend passes.
  private func ownHalf(_ vertex: Int, _ half: Double) -> Double {
    layered.vertices[vertex].node.map { widths[$0] / 2 } ?? half
  }

  /// The head of an arrow at the end of a line.
  private static func tip(of line: [Place]) -> String {
    guard line.count > 1 else { return "" }
    let (from, to) = (line[line.count - 2], line[line.count - 1])
    let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    guard length > 0 else { return "" }
    let (dx, dy) = ((to.x - from.x) / length * 7, (to.y - from.y) / length * 7)
    let (left, right) = (
      (x: to.x - dx - dy / 2, y: to.y - dy + dx / 2), (x: to.x - dx + dy / 2, y: to.y - dy - dx / 2)
    )
    return "M\(to.x.place) \(to.y.place)L\(left.x.place) \(left.y.place)L\(right.x.place) \(right.y.place)z"
  }
}
