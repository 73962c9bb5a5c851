internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// A matrix in brackets, the points of a column under each other; `nil` where it is wider than there is room for.
  func lines(of matrix: Matrix, with remark: Equation.Remark?) -> [TextLine]? {
    let head = "\(text(matrix.subject)) \(alphabet.sign(.equals)) "
    let columns = (0..<(matrix.rows.first?.count ?? 0)).map { column in
      AlignedColumn(head: "", cells: matrix.rows.map { text($0[column]) })
    }
    let gap = String.spaces(3)
    let lines = matrix.rows.indices.map { row in
      let cells = columns.map { $0.cells[row].padded(to: $0.width) }
      return (row == 0 ? head : .spaces(displayWidth(head))) + "[ \(cells.joined(separator: gap)) ]"
    }
    guard lines.allSatisfy(fits) else { return nil }
    return self.lines(lines.map { TextLine($0) }, with: remark)
  }
}
