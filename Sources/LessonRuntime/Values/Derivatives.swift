import Algebra
import Autograd

// Derivatives, read off the tape.

extension Values {
  /// The number of a derivative or of a one-link derivative, at the current values. Cost: one sweep.
  func derivative(_ atom: Formula) throws(Fault) -> Double {
    try number(of: atom, output: try outputNode(of: atom))
  }

  /// The derivatives of one value by many, in one sweep.
  func derivatives(of output: Name, by names: [Name]) throws(Fault) -> [Double] {
    let sweep = try sweep(from: self[output].node)
    return try names.map { name throws(Fault) in
      let number = sweep[self[name].node]
      guard number.isFinite else { throw .noDerivative(.derivative(of: .name(output), by: name)) }
      return number
    }
  }

  /// The derivatives of a recorded formula by the names in it: every mention counted, every other name held fixed.
  ///
  /// `largest` is the largest term on the way to them: the measure of how much rounding to expect.
  func localDerivatives(
    of recording: Recording, by names: [Name]
  ) throws(Fault) -> (numbers: [Double], largest: Double) {
    let sweep = try sweep(from: recording.node, downTo: recording.nodes.lowerBound)
    var largest = 1.0
    for (node, _) in recording.operations {
      let (x, y) = tape.operands(of: node)
      for (operand, input) in [x, y].enumerated() where input != nil {
        let term = abs(sweep[node] * tape.localDerivative(of: node, operand: operand))
        if term.isFinite { largest = max(largest, term) }
      }
    }
    return (names.map { sweep[self[$0].node] }, largest)
  }

  /// The node whose derivative is meant; an expression is recorded for it.
  func outputNode(of atom: Formula) throws(Fault) -> Node {
    switch atom {
    case .derivative(.name(let name), _), .local(let name, _): self[name].node
    case .derivative(let numerator, _): try record(numerator).node
    default: preconditionFailure("only a derivative has an output")
    }
  }

  /// The number of a derivative whose output is on the tape.
  func number(of atom: Formula, output: Node) throws(Fault) -> Double {
    let number: Double
    switch atom {
    case .derivative(_, let name):
      number = try sweep(from: output)[self[name].node]
    case .local(let value, let name):
      guard let recording = self[value].recording else {
        preconditionFailure("the resolver lets only formulas have local derivatives")
      }
      number = try localDerivatives(of: recording, by: [name]).numbers[0]
    default:
      preconditionFailure("only a derivative has a derivative's number")
    }
    guard number.isFinite else { throw .noDerivative(atom) }
    return number
  }

  private func sweep(from output: Node, downTo first: Int = 0) throws(Fault) -> Autograd.Derivatives {
    try work.spend(output.index - first + 1)
    return tape.derivatives(of: output, downTo: first)
  }
}
