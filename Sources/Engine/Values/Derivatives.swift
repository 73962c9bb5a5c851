package import Algebra
package import Autograd
import LessonProgram

// Derivatives, read off the tape.

extension Environment {
  /// The number of an atom at the current values. Cost: one sweep for a derivative, a pass a row over data.
  package func number(of atom: Formula) throws(Fault) -> Double {
    let first = tape.count
    defer { tape.truncate(to: first) }
    return try number(of: atom, output: try output(of: atom))
  }

  /// The derivatives of one value by many, in one sweep.
  package func derivatives(of output: Name, by names: [Name]) throws(Fault) -> [Double] {
    let numbers = try sweptDerivatives(of: output, by: names)
    for (name, number) in zip(names, numbers) where !number.isFinite {
      throw .noDerivative(.derivative(of: .name(output), by: name), of: slopeless(beneath: self[output].node))
    }
    return numbers
  }

  /// The derivatives of one value by many as they are to be shown: 0 for what binary arithmetic has left of an exact zero.
  package func shownDerivatives(of output: Name, by names: [Name]) throws(Fault) -> [Number] {
    let numbers = try sweptDerivatives(of: output, by: names)
    guard numbers.contains(where: Self.mayBeRoundingOfZero) else { return numbers.map { Number($0) } }
    let magnitudes = try magnitudes(of: self[output].node)
    return zip(names, numbers).map { Self.shown($1, beside: magnitudes[self[$0].node]) }
  }

  /// A derivative as it is to be shown, of terms of the size `magnitude`.
  private static func shown(_ derivative: Double, beside magnitude: Double) -> Number {
    Number(derivative, text: Evaluation.isRoundingOfZero(derivative, ofTerms: magnitude) ? "0" : nil)
  }

  /// Whether it takes a look at the terms to tell. Nothing larger is left of terms that a tie may have.
  private static func mayBeRoundingOfZero(_ derivative: Double) -> Bool {
    derivative != 0 && derivative.magnitude < Evaluation.widestTie
  }

  /// The derivatives of one value by many, in one sweep; those that have no value are infinite or NaN.
  package func sweptDerivatives(of output: Name, by names: [Name]) throws(Fault) -> [Double] {
    let sweep = try sweep(from: self[output].node)
    return names.map { sweep[self[$0].node] }
  }

  /// The derivatives of a recorded formula by the names in it: every mention counted, every other name held fixed.
  ///
  /// `largest` is the largest term on the way to them: the measure of how much rounding to expect.
  package func localDerivatives(
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

  /// What an atom is worked out from: the node of which the derivative is meant, and for an expression the recording
  /// that was made for it.
  package struct Output {
    /// The node.
    package let node: Node
    /// The derivatives and the like that the expression holds.
    var held: [HeldDerivative] = []
  }

  /// The output of an atom; what is made of all rows has none on this tape.
  package func output(of atom: Formula) throws(Fault) -> Output? {
    switch atom {
    case .derivative(.name(let name), _), .local(let name, _):
      return Output(node: self[name].node)
    case .derivative(let numerator, _):
      let recording = try record(numerator)
      return Output(node: recording.node, held: recording.derivatives)
    default:
      return nil
    }
  }

  /// The number of an atom whose output is on the tape.
  package func number(of atom: Formula, output: Output?) throws(Fault) -> Double {
    let number: Double
    switch (atom, output) {
    case (.derivative(_, let name), let output?):
      number = try derivative(of: output, by: name)
    case (.local(let value, let name), _):
      guard let recording = self[value].recording else {
        preconditionFailure("the resolver lets only formulas have local derivatives")
      }
      number = try localDerivatives(of: recording, by: [name]).numbers[0]
    case (.overRows(let function, let formula, let data), _):
      return try value(overRows: function, of: formula, data)
    default:
      preconditionFailure("only an atom has an atom's number")
    }
    guard number.isFinite else {
      throw .noDerivative(atom, of: output.flatMap { slopeless(beneath: $0.node) })
    }
    return number
  }

  /// The number of an atom as it is to be shown: 0 for a derivative that is what binary arithmetic has left of an exact zero.
  package func shownNumber(ofAtom atom: Formula) throws(Fault) -> Number {
    let first = tape.count
    defer { tape.truncate(to: first) }
    let output = try output(of: atom)
    let number = try number(of: atom, output: output)
    guard case .derivative(_, let name) = atom, let output, Self.mayBeRoundingOfZero(number) else {
      return Number(number)
    }
    return Self.shown(number, beside: try magnitude(of: output, by: name))
  }

  /// As large the derivative would be if nothing cancelled, through the network and through rows of data.
  private func magnitude(of output: Output, by name: Name) throws(Fault) -> Double {
    let magnitudes = try magnitudes(of: output.node)
    var sum = magnitudes[self[name].node]
    for held in output.held {
      guard case .overRows(_, let formula, let data) = held.atom, magnitudes[held.leaf] != 0 else { continue }
      let rows = try derivatives(of: formula, onRowsOf: data, by: name)
      sum += magnitudes[held.leaf] * rows.reduce(0) { max($0, $1.derivative.magnitude) }
    }
    return sum
  }

  /// What the derivatives of a formula with a name are worked out from.
  package func output(_ name: Name) -> Output {
    Output(node: self[name].node, held: self[name].recording?.derivatives ?? [])
  }

  /// A derivative through the network on this tape, and through the rows of what an expression makes of data.
  package func derivative(of output: Output, by name: Name) throws(Fault) -> Double {
    let sweep = try sweep(from: output.node)
    var sum = sweep[self[name].node]
    for held in output.held {
      guard case .overRows(let function, let formula, let data) = held.atom, sweep[held.leaf] != 0 else {
        continue
      }
      sum += sweep[held.leaf] * (try derivative(overRows: function, of: formula, data, by: name))
    }
    return sum
  }

  /// The operation nearest to `output` that has no finite derivative by an operand, with its operands.
  package func slopeless(beneath output: Node) -> (operation: Operation, operands: [Double])? {
    let sweep = tape.derivatives(of: output)
    for index in stride(from: output.index, through: 0, by: -1) {
      let node = Node(index: index)
      let (x, y) = tape.operands(of: node)
      let operands = [x, y].compactMap(\.self)
      guard !operands.isEmpty, sweep[node] != 0 else { continue }
      for place in operands.indices where !tape.localDerivative(of: node, operand: place).isFinite {
        return (tape.operation(of: node), operands.map { tape.isRoundingOfZero($0) ? 0 : tape.value(of: $0) })
      }
    }
    return nil
  }

  private func magnitudes(of output: Node) throws(Fault) -> Autograd.Derivatives {
    try work.spend(Work.sweep(operations: output.index + 1))
    return tape.derivativeMagnitudes(of: output)
  }

  private func sweep(from output: Node, downTo first: Int = 0) throws(Fault) -> Autograd.Derivatives {
    try work.spend(Work.sweep(operations: output.index - first + 1))
    return tape.derivatives(of: output, downTo: first)
  }
}
