import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

// The drawing of a network: what the formulas say of it, with the numbers that it has at the moment. Where it stands above
// the formulas it has none yet.

extension StepWriter {
  /// The network that leads to a name: a sentence that counts, and the drawing.
  mutating func step(drawing outline: NetworkOutline, of name: Name) -> Step {
    let network = network(outline)
    let lines =
      draft.lines + [Line(.remark(sentence(on: outline))), Line(.blank)]
      + [Line(.network(network, otherwise: list(of: outline)))]
    return Step(name: "draw network for \(name)", lines: lines)
  }

  private func network(_ outline: NetworkOutline) -> Network {
    // What is drawn stands layer by layer; the formulas may come in another order.
    let order = outline.layers.joined()
    var places: [Int: Int] = [:]
    for (place, index) in order.enumerated() { places[index] = place }
    let nodes = order.map { index in
      let node = outline.nodes[index]
      return Network.Node(
        name: .name(node.name), number: number(of: node.name),
        bias: node.bias.flatMap(weight), layer: node.layer)
    }
    let connections = outline.connections.map { connection in
      Network.Connection(
        source: places[connection.source] ?? 0, target: places[connection.target] ?? 0,
        weight: connection.weight.flatMap(weight))
    }
    return Network(nodes: nodes, connections: connections)
  }

  /// What stands on a line; `nil` where it would be too long.
  private func weight(_ formula: Formula) -> Network.Weight? {
    switch formula {
    case .number(let number): Network.Weight(.number(style.shown(number)))
    case .name(let name): Network.Weight(formula, number(of: name))
    case .negation(.number(let number)): Network.Weight(.number(style.shown(Number(-number.value))))
    case .negation(.name(let name)):
      Network.Weight(formula, environment.has(name) ? style.shown(Number(-environment.value(of: name))) : nil)
    default: nil
    }
  }

  /// The number of a name; `nil` where it comes further down.
  private func number(of name: Name) -> Number? {
    environment.has(name) ? style.shown(environment.shownNumber(of: name)) : nil
  }

  /// `2 inputs, then layers of 2 and 2 neurons; 8 weights and 4 biases.`
  private func sentence(on outline: NetworkOutline) -> [Phrase] {
    let sizes = outline.layers.map(\.count)
    let weights = Set(outline.connections.flatMap { $0.weight?.names ?? [] }).count
    let biases = Set(outline.nodes.flatMap { $0.bias?.names ?? [] }).count
    let neurons = sizes.dropFirst()
    let layers =
      neurons.count == 1
      ? "then \(counted(neurons[1], "neuron"))"
      : "then layers of \(listed(neurons.map(String.init))) neurons"
    let fixed = [(weights, "weight"), (biases, "bias")].filter { $0.0 > 0 }.map { counted($0, $1) }
    return [
      .words(
        "\(counted(sizes[0], "input")), \(layers)" + (fixed.isEmpty ? "" : "; \(listed(fixed))"))
    ]
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    let plural = noun.hasSuffix("s") ? noun + "es" : noun + "s"
    return "\(count) \(count == 1 ? noun : plural)"
  }

  private func listed(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
  }

  /// A line for each neuron, where there is no room for a drawing.
  private func list(of outline: NetworkOutline) -> [Line] {
    outline.nodes.compactMap { neuron in
      neuron.weightedSum.map { sum in
        Line(
          .remark([
            .words("layer \(neuron.layer):"), .formula(.name(neuron.name)), .words("from"), .formula(sum),
          ]))
      }
    }
  }
}
