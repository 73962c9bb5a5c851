import Algebra
import Engine
import Exposition
import LessonProgram

// What is made of all rows of data: written out row by row, so that it can be worked out again from other params.

extension SheetWriter {
  /// What is longer when it is written out is not worked out again.
  private static let mostParts = 2000
  /// Its derivative is a formula many times as long.
  private static let mostPartsOfDerivative = 300

  /// What a sum or a mean over rows, or its derivative by a name, is in params alone; `nil` where that is too long, or is none of these.
  func formula(overRows atom: Formula) -> Formula? {
    switch atom {
    case .overRows(let function, let formula, let data):
      return self.formula(function, of: formula, data, atMost: Self.mostParts)
    case .derivative(.overRows(let function, let formula, let data), let name):
      return self.formula(function, of: formula, data, atMost: Self.mostPartsOfDerivative)?.derivative(
        by: name)
    default: return nil
    }
  }

  /// How many rows a sum or a mean, or its derivative, is made of; `nil` for what is neither.
  func rows(of atom: Formula) -> MarkingSheet.Rows? {
    switch atom {
    case .overRows(let function, _, let data), .derivative(.overRows(let function, _, let data), _):
      guard function == .sum || function == .mean, let rows = environment.data[data]?.rows else { return nil }
      return MarkingSheet.Rows(count: rows.count, isMean: function == .mean)
    default: return nil
    }
  }

  private func formula(
    _ function: Formula.RowFunction, of formula: Formula, _ data: Name, atMost parts: Int
  ) -> Formula? {
    guard let data = environment.data[data], function == .sum || function == .mean else { return nil }
    var terms: [Formula.Term] = []
    var rest = parts
    for row in data.rows {
      let columns = Dictionary(zip(data.columns, row)) { first, _ in first }
      guard let term = written(formula, columns, atMost: rest) else { return nil }
      rest -= term.size
      terms.append(.init(.plus, term))
    }
    let sum = Formula.sum(of: terms)
    guard function == .mean else { return sum }
    return .product(of: [.init(.times, sum), .init(.over, .number(Number(Double(data.rows.count))))])
  }

  /// A formula on one row: with the row's numbers in the place of the columns, and all that hangs on them written out.
  private func written(_ formula: Formula, _ row: [Name: Number], atMost parts: Int) -> Formula? {
    var formula = formula
    // Each round goes one level deeper.
    for _ in 0...parts {
      guard formula.size <= parts, formula.atoms.isEmpty, formula.families.isEmpty else { return nil }
      var isDeeper = false
      formula = formula.replacingNames { name in
        if let number = row[name] { return .number(number) }
        guard environment.has(name), let written = environment.written(name),
          environment.names(beneath: [name]).contains(where: { row[$0] != nil })
        else { return nil }
        isDeeper = true
        return written
      }
      if !isDeeper { return formula }
    }
    return nil
  }
}
