package import Algebra
package import Engine
package import Transcript

/// Works the computation graph of a value out: all that it is worked out of, with the derivatives by each and those along each
/// connection.
package struct GraphWorking {
  private let output: Name
  private let equations: EquationWorking
  private let environment: Environment

  /// The graph of `output` at the values of the equations.
  package init(of output: Name, equations: EquationWorking) {
    self.output = output
    self.equations = equations
    self.environment = equations.environment
  }

  /// As many connections are worked out at most.
  package static let mostConnections = 100_000

  /// How many connections the graph has, each name of a formula once.
  package var connectionCount: Int {
    environment.names(beneath: [output]).reduce(0) { $0 + environment.names(inFormulaOf: $1).count }
  }

  /// The rows of data of which something beneath the output is made: no graph shows these.
  package var rowsBeneath: Name? {
    for name in environment.names(beneath: [output]) {
      for atom in environment.written(name)?.atoms ?? [] {
        if let data = atom.rows { return data }
      }
    }
    return nil
  }

  /// The graph, not collapsed. Cost: one sweep, and each connection is looked at once.
  package func graph() throws(Fault) -> ComputationGraph {
    let names = environment.names(beneath: [output])
    var places: [Name: Int] = [:]
    for (place, name) in names.enumerated() { places[name] = place }
    let derivatives = try environment.shownDerivatives(of: output, by: names)
    var graph = ComputationGraph(nodes: [], edges: [])
    for (target, name) in names.enumerated() {
      let written = environment.written(name)
      graph.nodes.append(
        ComputationGraph.Node(
          name: .name(name), formula: written?.shortened(withNumbers: false), isGiven: written == nil,
          values: .init(try equations.result(of: name).number),
          derivatives: .init(equations.style.shown(derivatives[target]))))
      let links = try environment.linksWithValues(
        of: .name(name), by: environment.names(inFormulaOf: name))
      for link in links {
        guard let source = places[link.name] else { continue }
        let isShort = !link.outline.isLong && !link.outline.names.contains(LongOperands.rest)
        graph.edges.append(
          ComputationGraph.Edge(
            source: source, target: target, formula: isShort ? link.outline : nil,
            numbers: .init(equations.style.shown(link.number))))
      }
    }
    return graph
  }
}

extension Formula {
  /// The rows of data that a derivative, or an expression over rows, goes through.
  fileprivate var rows: Name? {
    switch self {
    case .overRows(_, _, let data): data
    case .derivative(let numerator, _): numerator.atoms.lazy.compactMap(\.rows).first
    default: nil
    }
  }
}
