package import Algebra
import Autograd
import LessonProgram

// What is made of the values of an expression on all rows of a data cell.

extension Environment {
  /// The value of `mean(formula over data)` and its kin, each row worked out on a copy.
  package func value(overRows function: Formula.RowFunction, of formula: Formula, _ data: Name) throws(Fault)
    -> Double
  {
    function.combined(try numbers(of: formula, onRowsOf: data))
  }

  /// The derivative of `mean(formula over data)` and its kin by `name`: that of a mean is the mean of the rows'
  /// derivatives, that of an extreme the derivative of the first row that attains it.
  package func derivative(
    overRows function: Formula.RowFunction, of formula: Formula, _ data: Name, by name: Name
  ) throws(Fault) -> Double {
    let rows = try derivatives(of: formula, onRowsOf: data, by: name)
    switch function {
    case .sum, .mean: return function.combined(rows.map(\.derivative))
    case .max, .min:
      let extreme = function.combined(rows.map(\.number))
      return rows.first { $0.number == extreme }?.derivative ?? 0
    }
  }

  /// The value of a formula on each row; 0 where it is what binary arithmetic leaves of 0.
  package func numbers(of formula: Formula, onRowsOf data: Name) throws(Fault) -> [Double] {
    try rows(of: formula, data) { environment, result throws(Fault) in
      let node = environment[result].node
      return environment.tape.isRoundingOfZero(node) ? 0 : environment.tape.value(of: node)
    }
  }

  /// The value of a formula and its derivative on each row.
  package func derivatives(
    of formula: Formula, onRowsOf data: Name, by name: Name
  ) throws(Fault) -> [(number: Double, derivative: Double)] {
    try rows(of: formula, data) { environment, result throws(Fault) in
      let derivative =
        environment.has(name) ? try environment.derivative(of: environment.output(result), by: name) : 0
      guard derivative.isFinite else {
        throw .noDerivative(
          .derivative(of: formula, by: name), of: environment.slopeless(beneath: environment[result].node))
      }
      return (number: environment.value(of: result), derivative: derivative)
    }
  }

  private func rows<Result>(
    of formula: Formula, _ data: Name, _ read: (Environment, Name) throws(Fault) -> Result
  ) throws(Fault) -> [Result] {
    guard let data = self.data[data] else { preconditionFailure("the resolver lets no unknown data pass") }
    let key = Formula.overRows(.sum, of: formula, data: data.name)
    let probe: Probe
    if let known = rowProbes[key] {
      probe = known
      probe.takeNumbers(from: self)
    } else {
      probe = Probe([formula])
      rowProbes[key] = probe
    }
    var results: [Result] = []
    for (index, row) in data.rows.enumerated() {
      do {
        let copy = try probe.values(at: settings(by: row, of: data), in: self)
        results.append(try read(copy, Probe.firstResult))
      } catch {
        throw .inRow(index + 1, of: data.name, error)
      }
    }
    return results
  }
}

extension Formula.RowFunction {
  /// What it makes of the values of all rows, of which there is at least one; a sum that is what binary arithmetic leaves of
  /// 0 is 0.
  package func combined(_ numbers: [Double]) -> Double {
    switch self {
    case .sum: Self.sum(of: numbers)
    case .mean: Self.sum(of: numbers) / Double(numbers.count)
    case .max: numbers.dropFirst().reduce(numbers[0]) { $1 > $0 ? $1 : $0 }
    case .min: numbers.dropFirst().reduce(numbers[0]) { $1 < $0 ? $1 : $0 }
    }
  }

  private static func sum(of numbers: [Double]) -> Double {
    let sum = numbers.reduce(0, +)
    guard sum.magnitude < Evaluation.widestTie else { return sum }
    let largest = numbers.reduce(0) { Swift.max($0, $1.magnitude) }
    return Evaluation.isRoundingOfZero(sum, ofTerms: largest) ? 0 : sum
  }
}
