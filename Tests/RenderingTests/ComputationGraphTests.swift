import Algebra
import TestSupport
import Testing
import Transcript

@testable import Rendering

@Suite("Computation graphs") struct ComputationGraphTests {
  /// A graph whose edges go from earlier nodes to later ones, drawn at random; all that are no output lead to one.
  private static func graph(seed: UInt64, count: Int) -> ComputationGraph {
    var random = SplitMix64(seed: seed)
    let nodes = (0..<count).map { index in
      ComputationGraph.Node(
        name: .name(Name(index.isMultiple(of: 3) ? "v\(index)" : "h[\(index)]")), formula: nil,
        isGiven: false, values: .init(Number(Double(index), text: "\(index)")),
        derivatives: .init(Number(1, text: "1")))
    }
    let edges = (0..<(count - 1)).flatMap { source in
      Set(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          Int.random(in: (source + 1)..<count, using: &random)
        }
      ).sorted().map { target in
        ComputationGraph.Edge(
          source: source, target: target, formula: nil,
          numbers: .init(Number(Double(source), text: "\(source)")))
      }
    }
    return ComputationGraph(nodes: nodes, edges: edges)
  }

  @Test(arguments: 1...12)
  func `every value and every connection is drawn, and no two values cover each other`(seed: UInt64) throws {
    let graph = Self.graph(seed: seed, count: 4 + Int(seed) * 4)
    let svg = GraphRenderer().text(of: graph, lesson: "sample")
    let drawn = try #require(DrawnPicture(svg))
    let boxes = drawn.all("rect").filter { $0.attributes["class"] == "node" }.map { box in
      ["x", "y", "width", "height"].map { Double(box.attributes[$0] ?? "") ?? .nan }
    }
    #expect(boxes.count == graph.nodes.count)
    let root = try #require(drawn.elements.first?.attributes)
    let (width, height) = (Double(root["width"] ?? "") ?? 0, Double(root["height"] ?? "") ?? 0)
    for (index, box) in boxes.enumerated() {
      #expect(box[0] >= 0 && box[1] >= 0 && box[0] + box[2] <= width && box[1] + box[3] <= height)
      for other in boxes[..<index] {
        let isApart =
          box[0] + box[2] <= other[0] || other[0] + other[2] <= box[0] || box[1] + box[3] <= other[1]
          || other[1] + other[3] <= box[1]
        #expect(isApart)
      }
    }
    for node in graph.nodes { #expect(drawn.texts.contains(node.name.text(.unicode))) }
    let labels = drawn.all("text").filter { $0.attributes["class"] == "on" }.map(\.text)
    #expect(labels.sorted() == graph.edges.map { "\($0.source)" }.sorted())
    let description = drawn.all("desc").first?.text ?? ""
    #expect(description.matches(of: #/ stands in /#).count == graph.edges.count)
    #expect(svg == GraphRenderer().text(of: graph, lesson: "sample"))
    #expect(svg.hasPrefix(GraphRenderer.opening(lesson: "sample")))
  }

  @Test(arguments: 1...8)
  func `an edge goes from each layer to the next, and each value stands where its longest way puts it`(
    seed: UInt64
  ) {
    let graph = Self.graph(seed: seed, count: 40)
    let layered = LayeredGraph(
      distances: graph.distances, edges: graph.edges.map { ($0.source, $0.target) })
    for way in layered.ways {
      #expect(
        zip(way, way.dropFirst()).allSatisfy { layered.vertices[$0].layer + 1 == layered.vertices[$1].layer })
    }
    let last = layered.layers.count - 1
    for (index, _) in graph.nodes.enumerated() {
      let behind = graph.edges.filter { $0.source == index }.map { layered.vertices[$0.target].layer }
      #expect(layered.vertices[index].layer == (behind.min().map { $0 - 1 } ?? last))
    }
    #expect(layered.layers.joined().sorted() == Array(layered.vertices.indices))
  }

  @Test func `two edges that can be parted do not cross`() {
    let layered = LayeredGraph(distances: [1, 1, 0, 0], edges: [(0, 3), (1, 2)])
    let places = layered.layers.map { layer in layer.compactMap { layered.vertices[$0].node } }
    #expect(places == [[0, 1], [3, 2]] || places == [[1, 0], [2, 3]])
  }

  @Test func `above 60 values the elements of a family are one node, with their count and range`() throws {
    func node(_ name: String, _ value: String, isGiven: Bool = false) -> ComputationGraph.Node {
      ComputationGraph.Node(
        name: .name(Name(name)), formula: isGiven ? nil : formula("x"), isGiven: isGiven,
        values: .init(number(value)), derivatives: .init(number("-" + value)))
    }
    let count = 40
    var nodes = (1...count).map { node("w[\($0)]", "0.\($0 + 10)", isGiven: true) }
    nodes.append(node("x", "3", isGiven: true))
    nodes += (1...count).map { node("h[\($0)]", "\($0)") }
    nodes.append(node("E", "1"))
    var edges: [ComputationGraph.Edge] = []
    for index in 0..<count {
      let hidden = count + 1 + index
      for (source, target) in [(index, hidden), (count, hidden), (hidden, 2 * count + 1)] {
        edges.append(
          ComputationGraph.Edge(
            source: source, target: target, formula: formula("x"), numbers: .init(number("\(index + 2)"))))
      }
    }
    let graph = ComputationGraph(nodes: nodes, edges: edges).collapsedIfLarge
    #expect(graph.nodes.map { $0.name.text(.unicode) } == ["w[1…40]", "x", "h[1…40]", "E"])
    #expect(graph.nodes.map(\.count) == [40, 1, 40, 1])
    #expect(graph.nodes[0].values.lowest.text == "0.11" && graph.nodes[0].values.highest.text == "0.50")
    #expect(
      graph.nodes[2].derivatives.lowest.text == "-40" && graph.nodes[2].derivatives.highest.text == "-1")
    #expect(graph.edges.map { [$0.source, $0.target, $0.count] } == [[0, 2, 40], [1, 2, 40], [2, 3, 40]])
    #expect(graph.edges[0].numbers.lowest.text == "2" && graph.edges[0].numbers.highest.text == "41")
    let few = ComputationGraph(nodes: Array(nodes.suffix(3)), edges: [])
    #expect(few.collapsedIfLarge == few)
    #expect(
      PictureRenderer(notation: .unicode).lines(of: graph.nodes[2]) == [
        "h[1…40] (40)", "1 … 40", "∂ −40 … −1",
      ])
  }

  @Test func `a chain within a family stays a chain`() {
    let nodes = (1...70).map {
      ComputationGraph.Node(
        name: .name(Name("s[\($0)]")), formula: nil, isGiven: false, values: .init(number("1")),
        derivatives: .init(number("1")))
    }
    let edges = (0..<69).map {
      ComputationGraph.Edge(source: $0, target: $0 + 1, formula: nil, numbers: .init(number("1")))
    }
    let graph = ComputationGraph(nodes: nodes, edges: edges)
    #expect(graph.collapsedIfLarge == graph)
  }

  @Test func `DOT says the same, and nothing in a name ends its quotes`() {
    let names = ["a\"b", "c\\N", "d&lt;", "e"]
    let nodes = names.map {
      ComputationGraph.Node(
        name: .name(Name($0)), formula: nil, isGiven: $0 != "e", values: .init(number("0.5")),
        derivatives: .init(number("-2")))
    }
    let graph = ComputationGraph(
      nodes: nodes,
      edges: [.init(source: 0, target: 3, formula: nil, numbers: .init(number("0.25")), count: 4)])
    let text = DOTRenderer().text(of: graph, lesson: "x\"y")
    #expect(text.hasPrefix("digraph \"longhand x\\\"y\" {\n") && text.hasSuffix("}\n"))
    #expect(
      text.contains(
        #"""
          n1 [label="a\"b\n0.5\n∂ −2", style=solid]
          n2 [label="c\\N\n0.5\n∂ −2", style=solid]
          n3 [label="d&amp;lt;\n0.5\n∂ −2", style=solid]
          n4 [label="e\n0.5\n∂ −2"]
          n1 -> n4 [label="0.25 (4)"]
        }

        """#))
  }
}
