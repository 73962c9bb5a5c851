import Algebra
import Testing
import Transcript

@Suite("Networks") struct NetworkTests {
  private static func node(_ name: String, _ value: String, _ layer: Int, bias: (String, String)? = nil)
    -> Network.Node
  {
    Network.Node(
      name: formula(name), number: number(value), bias: bias.map { .init(formula($0.0), number($0.1)) },
      layer: layer)
  }

  /// The first layer of the 2-2-2 example.
  private static let layer = Network(
    nodes: [
      node("i1", "0.1", 0), node("i2", "0.5", 0), node("out_h1", "0.60109", 1, bias: ("b1", "0.25")),
      node("out_h2", "0.61538", 1, bias: ("b2", "0.25")),
    ],
    connections: [
      .init(source: 0, target: 2, weight: .init(formula("w1"), number("0.1"))),
      .init(source: 1, target: 2, weight: .init(formula("w3"), number("0.3"))),
      .init(source: 0, target: 3, weight: .init(formula("w2"), number("0.2"))),
      .init(source: 1, target: 3, weight: .init(.number(number("-0.4")))),
    ])

  private static func text(_ network: Network, width: Int = 80) -> String {
    RenderingTests.text([Line(.network(network, otherwise: [Line(.comment("no room"))]))], width: width)
  }

  @Test func `neurons are circles, lines can be followed, and weights stand on them`() {
    #expect(
      Self.text(Self.layer) == """
            (i1)-..---- w1 = 0.1 ------..-(out_h1)
            0.1    '-..            ..-'    0.60109
                   w2 = 0.2    .--'       b1 = 0.25
                           '--.
                   w3 = 0.3    '--.
                   .-''            ''-.
            (i2)--------- −0.4 -----------(out_h2)
            0.5                            0.61538
                                          b2 = 0.25
        """)
  }

  @Test func `where there is less room the weights are names alone`() {
    #expect(
      Self.text(Self.layer, width: 30) == """
            (i1)---- w1 -----(out_h1)
            0.1  '-       -'  0.60109
                  w2    -'   b1 = 0.25
                     '-'
                  w3 ' '-
                  -'     '-
            (i2)--- −0.4 ----(out_h2)
            0.5               0.61538
                             b2 = 0.25
        """)
  }

  @Test func `what has no number yet stands alone`() {
    var plan = Self.layer
    for place in plan.nodes.indices {
      plan.nodes[place].number = nil
      plan.nodes[place].bias?.number = nil
    }
    // Nothing is left below the lowest nodes, though others have more below them.
    plan.nodes[2].number = Self.layer.nodes[2].number
    #expect(!Self.text(plan).hasSuffix("\n") && Self.text(plan).hasSuffix("bias b2"))
    plan.nodes[2].number = nil
    for place in plan.connections.indices { plan.connections[place].weight?.number = nil }
    #expect(
      Self.text(plan, width: 40) == """
            (i1)-.------- w1 ---------.-(out_h1)
                  ''-.            .-''  bias b1
                     w2 -.    .-''
                          '--.
                     w3 -'    '-..
                  ..-'            '-..
            (i2)-------- −0.4 ----------(out_h2)
                                        bias b2
        """)
  }

  @Test func `where there is none, other lines stand in its place`() {
    #expect(Self.text(Self.layer, width: 26).contains("no room"))
    var network = Self.layer
    // A line that passes a layer would cross its neurons.
    network.nodes.append(Self.node("y", "1", 2))
    network.connections.append(.init(source: 0, target: 4))
    #expect(Self.text(network).contains("no room"))
  }

  @Test(arguments: 1...6, 1...3)
  func `each name, number and weight is on the drawing, which keeps to its width`(size: Int, next: Int) {
    let names = (0..<size).map { "x\($0 + 1)" }
    let nodes =
      names.map { Self.node($0, "0.5", 0) }
      + (0..<next).map { Self.node("h\($0 + 1)", "0.25", 1, bias: ("b\($0 + 1)", "2")) }
    let connections = (0..<(size * next)).map { index in
      Network.Connection(
        source: index / next, target: size + index % next,
        weight: .init(formula("w\(index / next + 1)\(index % next + 1)"), number("-0.125")))
    }
    let text = Self.text(Network(nodes: nodes, connections: connections))
    if size * next > 16 {
      #expect(text.contains("no room"))
    } else {
      for node in nodes { #expect(text.contains("(\(node.name.text(.calc)))")) }
      for connection in connections {
        #expect(text.contains(connection.weight?.formula.text(.calc) ?? " "))
      }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }
}
