package import Algebra
package import Engine
package import Transcript

/// The elements of a family with two indices, in rows and columns.
package struct MatrixOfNames {
  /// The family, with its indices where these do not begin at 1: `W`, `T[0...2, 0...2]`.
  package let family: Name
  /// The names of the elements, row by row.
  package let rows: [[Name]]

  /// A larger matrix is no help to anyone.
  private static let maxRows = 24
  private static let maxColumns = 20

  /// `nil` where `names` are not all elements of one family with two indices, each once, or are too many.
  package init?(_ names: [Name]) {
    guard 2...(Self.maxRows * Self.maxColumns) ~= names.count, let family = names[0].family else {
      return nil
    }
    let indices = names.map(\.indices)
    guard indices.allSatisfy({ $0.count == 2 }), names.allSatisfy({ $0.family == family }) else { return nil }
    let bounds = [0, 1].map { place in
      let all = indices.map { $0[place] }
      return (all.min() ?? 0)...(all.max() ?? 0)
    }
    guard bounds[0].count <= Self.maxRows, bounds[1].count <= Self.maxColumns,
      bounds[0].count * bounds[1].count == names.count, Set(names).count == names.count
    else { return nil }
    rows = bounds[0].map { row in bounds[1].map { Name(family, [row, $0]) } }
    let spans = bounds.map { "\($0.lowerBound)...\($0.upperBound)" }.joined(separator: ", ")
    self.family = bounds.allSatisfy { $0.lowerBound == 1 } ? Name(family) : Name("\(family)[\(spans)]")
  }

  /// The line that shows the numbers, or the lines that stand in its place where it is too wide; `nil` where a number is
  /// none, or is what binary arithmetic leaves of another.
  ///
  /// - Parameter subject: what has the numbers; `nil` for the family itself.
  package func line(
    _ subject: Formula? = nil, remark: String, otherwise: [Line],
    number: (Name) throws(Fault) -> NamedNumber
  ) throws(Fault) -> Line? {
    var numbers: [[Number]] = []
    for row in rows {
      var line: [Number] = []
      for name in row {
        let result = try number(name)
        guard case .equals = result.relation, result.number.value.isFinite else { return nil }
        line.append(result.number)
      }
      numbers.append(line)
    }
    let matrix = Matrix(subject: subject ?? .name(family), rows: numbers)
    return Line(.matrix(matrix, remark: remark.isEmpty ? nil : .words(remark), otherwise: otherwise))
  }
}
