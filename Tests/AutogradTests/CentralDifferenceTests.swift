import Testing

@testable import Autograd

/// The slope of a smooth function by a five-point central difference, whose error falls with the step's fourth power.
private func slope(at x: Double, step: Double = 1e-3, of function: (Double) -> Double) -> Double {
  let near = function(x + step) - function(x - step)
  let far = function(x + 2 * step) - function(x - 2 * step)
  return (8 * near - far) / (12 * step)
}

@Suite("Central differences")
struct CentralDifferenceTests {
  @Test(
    "agree with every operation's local derivatives",
    arguments: ordinaryRows.filter { row in
      // A factorial has no neighbours.
      row.operation != .factorial && row.operands.allSatisfy { (0.05...10).contains($0.magnitude) }
        && row.derivatives.allSatisfy { $0.magnitude < 1e6 }
    })
  func operations(row: OperationRow) {
    let (tape, node) = row.recorded()
    for place in row.operands.indices {
      let difference = slope(at: row.operands[place]) { x in
        var operands = row.operands
        operands[place] = x
        return row.operation.value(operands[0], operands.count > 1 ? operands[1] : .nan, current: .nan)
      }
      #expect(agrees(tape.localDerivative(of: node, operand: place), difference, within: 1e-7))
    }
  }

  @Test(
    "agree with the gradients of random graphs", arguments: (UInt64(0)..<200).map { RandomGraph(seed: $0) })
  func randomGraphs(graph: RandomGraph) {
    let (tape, leaves, output) = graph.recorded(graph.inputs)
    let derivatives = tape.derivatives(of: output)
    for (place, leaf) in leaves.enumerated() {
      let difference = slope(at: graph.inputs[place], step: 1e-4) { x in
        var inputs = graph.inputs
        inputs[place] = x
        return graph.value(at: inputs)
      }
      // Two bounds for the two errors of a difference: what it cuts off grows with the slope, cancellation does not.
      let derivative = derivatives[leaf]
      #expect(
        (derivative - difference).magnitude <= 1e-6 * derivative.magnitude + 1e-9,
        "by input \(place): \(derivative), difference \(difference)")
    }
  }

  @Test("are taken on graphs that depend on most of their inputs")
  func randomGraphsAreWorthIt() {
    var slopes: [Double] = []
    for seed in UInt64(0)..<200 {
      let graph = RandomGraph(seed: seed)
      let (tape, leaves, output) = graph.recorded(graph.inputs)
      let derivatives = tape.derivatives(of: output)
      slopes += leaves.map { derivatives[$0].magnitude }
    }
    #expect(slopes.count { $0 > 1e-3 } > slopes.count / 2)
    #expect(slopes.allSatisfy { $0 < 1e6 })
  }
}
