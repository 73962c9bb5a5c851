import Testing

@testable import Autograd

/// A network on a tape of its own, whose leaves may be given other numbers.
protocol RecordedNetwork {
  var tape: Tape { get }
  var inputs: [Node] { get }
  var params: [Node] { get }
  var output: Node { get }

  /// Other numbers for `count` leaves.
  mutating func numbers(_ count: Int) -> [Double]
}

extension RecordedNetwork {
  /// Expects a program of the network to have the values of its tape to the last bit, at three sets of numbers, and gives
  /// both adjoints of every node that has one to `compare`.
  mutating func holdProgramAgainstTape(_ compare: (_ program: [Double], _ tape: [Double]) -> Void) {
    let leaves = params + inputs
    let program = Program(tape, of: output, by: leaves)
    let adjoints = Adjoints()
    let nodes = tape.allNodes.filter { tape.operation(of: $0) != .leaf || leaves.contains($0) }
    for _ in 0..<3 {
      tape.setValues(numbers(params.count), ofLeaves: params)
      tape.setValues(numbers(inputs.count), ofLeaves: inputs)
      tape.recompute()
      tape.sweep(from: output, into: adjoints)
      let values = tape.allValues
      #expect(program.forward())
      #expect(tape.allValues.map(\.bitPattern) == values.map(\.bitPattern))
      program.backward()
      compare(nodes.map(program.adjoint), nodes.map { adjoints[$0] })
    }
  }
}

extension Tape {
  var allNodes: [Node] { (0..<count).map { Node(index: $0) } }
  var allValues: [Double] { allNodes.map { value(of: $0) } }
}
