package import Algebra
package import Engine
import LessonProgram
import PrintedNumbers
package import Transcript

/// Works out what is made of all rows: the number of each row, then what comes of them.
package struct RowsWorking {
  private let environment: Environment
  private let equations: EquationWorking

  /// With more rows than this, they are not written side by side.
  private static let maxRowsInLine = 12

  /// Workings of what `environment` makes of rows, in the way of `equations`.
  package init(in environment: Environment, equations: EquationWorking) {
    self.environment = environment
    self.equations = equations
  }

  /// `mean(L over xor)`: L on each row, and their mean.
  package func lines(of atom: Formula, _ function: Formula.RowFunction, _ formula: Formula, _ data: Name)
    throws(Fault)
    -> [Line]
  {
    let numbers = try environment.numbers(of: formula, onRowsOf: data)
    return try table(of: formula, numbers, data) + conclusion(atom, function, numbers, among: numbers)
  }

  /// `∂(mean(L over xor))/∂w`: the derivative of L on each row, and their mean.
  package func lines(
    ofDerivative atom: Formula, _ function: Formula.RowFunction, _ formula: Formula, _ data: Name,
    by name: Name
  ) throws(Fault) -> [Line] {
    let rows = try environment.derivatives(of: formula, onRowsOf: data, by: name)
    let head = Formula.derivative(of: formula, by: name)
    return try table(of: head, rows.map(\.derivative), data)
      + conclusion(atom, function, rows.map(\.derivative), among: rows.map(\.number))
  }

  private func table(of head: Formula, _ numbers: [Double], _ data: Name) throws(Fault) -> [Line] {
    let rows = try ShownRows.rows(numbers.count, columns: 2) { index throws(Fault) in
      [
        .number(Number(Double(index + 1), text: String(index + 1))),
        .number(equations.style.number(numbers[index])),
      ]
    }
    return [
      Line(.remark([.words("on each row of \(data):")])),
      Line(.table(Table(header: [.words("row"), .formula(head)], rows: rows)), level: 1), Line(.blank),
    ]
  }

  /// What comes of the rows' numbers; `deciding` are those that say which row is the largest or the smallest.
  private func conclusion(
    _ atom: Formula, _ function: Formula.RowFunction, _ numbers: [Double], among deciding: [Double]
  ) throws(Fault) -> [Line] {
    let value = try environment.number(of: atom)
    var equation = Equation(
      subject: atom, rightSides: [.init(.equals, .result(equations.style.number(value)))])
    switch function {
    case .max, .min:
      let row = (deciding.firstIndex(of: function.combined(deciding)) ?? 0) + 1
      equation.remark = .words("that of row \(row), where it is \(function == .max ? "largest" : "smallest")")
    case .sum, .mean:
      guard numbers.count <= Self.maxRowsInLine else {
        equation.remark = .words("the \(function.rawValue) of \(numbers.count) rows")
        break
      }
      let sum = Formula.sum(of: numbers.map { .init(.plus, .number(Number($0))) })
      let count = Formula.number(Number(Double(numbers.count), text: String(numbers.count)))
      let formula = function == .mean ? Formula.product(of: [.init(.times, sum), .init(.over, count)]) : sum
      equation = try equations.equation(atom, formula, value: value)
    }
    return [Line(.equation(equation))]
  }
}
