import Algebra
import TestSupport
import Testing
import Transcript

@testable import Rendering

@Suite("Pictures as SVG") struct SVGTests {
  private static let renderer = PictureRenderer(notation: .unicode)
  private static let axis = Plot.Axis(label: [.formula(formula("x"))], ticks: ["0", "0.5", "1"].map(number))
  /// A name that would end an attribute, an element and a script, and turn the text around.
  private static let attack = "a\"'&<script>alert(1)</script>]]>\u{202E}\u{1B}[31m\u{FFFE}אב"

  private static func plot(_ curves: [Plot.Curve]) -> Plot.Picture {
    .curves(curves, horizontal: axis, vertical: axis)
  }

  @Test(arguments: 1...60)
  func `the numbers of a picture stand in it in the order of the text`(seed: UInt64) throws {
    var random = RandomPlot(seed: seed)
    let (curves, horizontal, vertical) = random.curves()
    let picture = Plot.Picture.curves(curves, horizontal: horizontal, vertical: vertical)
    let svg = try #require(Self.renderer.svg(of: picture))
    let drawn = try #require(DrawnPicture(svg))
    let printed = text([Line(.plot(Plot(sentences: [], picture: picture)))])
    let expected = numbers(in: [printed])
    #expect(!expected.isEmpty)
    #expect(occurInOrder(expected, among: numbers(in: drawn.texts)), "\(printed)\n\(drawn.texts)")
  }

  @Test func `the numbers of a heat map and of a network stand in it in the order of the text`() throws {
    let map = Plot.HeatMap(
      label: formula("y"), horizontal: Self.axis, vertical: Self.axis,
      values: [[-1, 0, nil], [0.25, 0.5, 1]],
      shades: .between(["-1", "-0.5", "0", "0.5", "1"].map(number)),
      points: [.init(x: 0.2, y: 0.3, classIndex: 1)],
      classes: [[.words("label = -1")], [.words("label = 1")]])
    let network = Network(
      nodes: (0..<7).map { index in
        Network.Node(
          name: .name(Name("n\(index)")), number: number("0.\(index)1"),
          bias: index > 3 ? .init(formula("b"), number("-0.\(index)2")) : nil,
          layer: index < 2 ? 0 : index < 5 ? 1 : 2)
      },
      connections: [(0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 5), (3, 5), (4, 6), (2, 6)].map {
        Network.Connection(
          source: $0.0, target: $0.1, weight: .init(formula("w"), number("\($0.0).\($0.1)7")))
      })
    let pictures = [
      (Line(.plot(Plot(sentences: [], picture: .heatMap(map)))), Self.renderer.svg(of: .heatMap(map))),
      (Line(.network(network, otherwise: [Line(.comment("no room"))])), Self.renderer.svg(of: network)),
    ]
    for (line, svg) in pictures {
      let svg = try #require(svg)
      let drawn = try #require(DrawnPicture(svg))
      let expected = numbers(in: [text([line])])
      #expect(expected.count > 9)
      #expect(occurInOrder(expected, among: numbers(in: drawn.texts)), "\(text([line]))\n\(drawn.texts)")
    }
    #expect(
      Self.renderer.connections(of: network).prefix(2) == [
        ["n0", "n2", "w = 0.27"], ["n0", "n3", "w = 0.37"],
      ])
  }

  @Test func `a picture for a page is one named image without ids, styles and scripts`() throws {
    let svg = try #require(
      Self.renderer.svg(of: Self.plot([.init(label: formula("h"), points: [(0, 0), (1, 1)])])))
    let drawn = try #require(DrawnPicture(svg))
    let root = try #require(drawn.elements.first)
    #expect(root.name == "svg" && root.attributes["role"] == "img")
    #expect(root.attributes["aria-label"] == "Curve of h over x")
    #expect(Set(drawn.elements.map(\.name)) == ["svg", "path", "text"])
    let attributes = Set(drawn.elements.flatMap { $0.attributes.keys })
    #expect(
      attributes.isSubset(of: [
        "class", "role", "aria-label", "direction", "viewBox", "width", "height", "d", "x", "y",
        "text-anchor",
        "stroke-dasharray",
      ]))
  }

  @Test func `whatever a name holds stays text`() throws {
    let name = Formula.name(Name(Self.attack))
    let axis = Plot.Axis(label: [.formula(name), .words(Self.attack)], ticks: ["0", "1"].map(number))
    let node = ComputationGraph.Node(
      name: name, formula: name, isGiven: true, values: .init(number("1")), derivatives: .init(number("1")))
    let graph = ComputationGraph(nodes: [node], edges: [])
    let network = Network(
      nodes: [.init(name: name, number: nil, layer: 0), .init(name: name, number: nil, layer: 1)],
      connections: [.init(source: 0, target: 1, weight: .init(name))])
    let map = Plot.HeatMap(
      label: name, horizontal: axis, vertical: axis, values: [[0, 1], [1, 2]],
      shades: .of(["0", "1", "2"].map(number)), points: [.init(x: 0, y: 0, classIndex: 0)],
      classes: [[.words(Self.attack)]])
    let curves = [Plot.Curve(label: name, points: [(0, 0), (1, 1)])]
    let pictures = [
      Self.renderer.svg(of: .curves(curves + curves, horizontal: axis, vertical: axis)),
      Self.renderer.svg(of: .heatMap(map)), Self.renderer.svg(of: network), Self.renderer.svg(of: graph),
      GraphRenderer().text(of: graph, lesson: Self.attack),
    ]
    for svg in pictures {
      let svg = try #require(svg)
      let drawn = try #require(DrawnPicture(svg), "\(svg)")
      #expect(
        Set(drawn.elements.map(\.name)).isSubset(of: [
          "svg", "path", "text", "rect", "title", "desc", "style",
        ]))
      #expect(drawn.texts.joined().contains("<script>"), "the name is still there to be read")
      #expect(!svg.unicodeScalars.contains { $0 != "\n" && ($0.isCommand || $0.value == 0xFFFE) })
    }
  }

  @Test func `a curve of many points is drawn with few, its extremes among them`() throws {
    let points = (0..<100_000).map { index in
      (x: Double(index) / 100_000, y: index == 77_777 ? 1 : 0.25 as Double?)
    }
    let svg = try #require(Self.renderer.svg(of: Self.plot([.init(label: formula("h"), points: points)])))
    #expect(svg.utf8.count < 8000)
    let line = try #require(
      DrawnPicture(svg)?.elements.first { $0.attributes["class"] == "line-1" }?.attributes["d"])
    let heights = line.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    // The pane is 190 high: from a quarter of it to its top.
    let ys = heights.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    let (top, bottom) = (try #require(ys.min()), try #require(ys.max()))
    #expect(abs(bottom - top - 0.75 * 190) < 0.2)
  }

  @Test func `where an axis has no length there is no picture, and numbers beyond all bounds do no harm`() {
    let point = Plot.Axis(label: [], ticks: [number("1")])
    #expect(Self.renderer.svg(of: .curves([], horizontal: point, vertical: Self.axis)) == nil)
    let huge = Plot.Axis(label: [], ticks: ["-1.7e+308", "1.7e+308"].map(number))
    let curve = Plot.Curve(label: formula("h"), points: [(-1.7e308, .infinity), (0, 1.7e308), (.nan, 0)])
    let svg = Self.renderer.svg(of: .curves([curve], horizontal: huge, vertical: huge))
    #expect(svg.flatMap { DrawnPicture($0) } != nil)
    #expect(svg?.contains("nan") == false && svg?.contains("inf") == false)
  }

  @Test func `curves and classes differ in more than their colour`() {
    let marks = (0..<8).map { SeriesMark(at: $0).outline(x: 0, y: 0) }
    #expect(Set(marks).count == 8)
    #expect(Set((0..<8).map { SeriesMark.dashes(at: $0) }).count == 8)
  }
}
