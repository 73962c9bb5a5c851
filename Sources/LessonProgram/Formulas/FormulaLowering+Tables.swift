import Algebra
import Diagnostics
import LessonLanguage

// The columns of a table.

extension FormulaLowering {
  /// A column: its formula, and the indices of the element that it is of a family.
  struct Column {
    let formula: Formula
    var indices: [Int]?
  }

  /// A family has a column for each element in a table, up to so many.
  private static let maxColumnsOfFamily = 8

  /// The columns of an expression: one, or of a family one for each element.
  mutating func columns(of expression: Expression) -> [Column] {
    switch value(of: expression) {
    case .broken: return [Column(formula: .nothing)]
    case .number(let formula): return [Column(formula: formula)]
    case .family(let family):
      let count = family.items.count
      guard count <= Self.maxColumnsOfFamily else {
        report(
          "\(quoted(expression)) has \(count) elements, and a table has a column for each of at most \(Self.maxColumnsOfFamily)",
          at: expression.range, hint: hint(toTabulate: family, expression))
        return [Column(formula: .nothing)]
      }
      guard isWhole(Operand(expression: expression, value: .family(family), size: 0)) else {
        return [Column(formula: .nothing)]
      }
      return zip(family.items, family.indices).map { Column(formula: $0, indices: $1) }
    }
  }

  /// How many elements are tabulated: in rows.
  private func hint(toTabulate family: FamilyValue, _ expression: Expression) -> String? {
    guard comesLater == nil, family.bounds.count <= 2 else { return nil }
    let names = family.bounds.count == 1 ? ["i"] : ["i", "j"]
    let ranges = zip(names, family.bounds).map { "\($0) in \($1.lowerBound)...\($1.upperBound)" }
      .joined(separator: ", ")
    let index = "[\(names.joined(separator: ","))]"
    let (text, rows) = (
      file[expression.range], family.bounds.count == 1 ? "has a row for each" : "is a matrix"
    )
    let isNamed =
      switch expression.kind {
      case .name: true
      case .derivative(_, let name): name.range.upperBound == expression.range.upperBound
      default: false
      }
    if isNamed { return "`table \(text)\(index) for \(ranges)` \(rows)" }
    return "a formula such as `y = …` gives them names, and `table y\(index) for \(ranges)` \(rows)"
  }
}
