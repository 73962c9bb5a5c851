internal import Algebra
internal import Transcript

/// A cell of a table.
struct LaTeXCell {
  var text: String
  var width: Double
  /// Of a number, the width of what stands before its point.
  var beforePoint: Double?
}

/// A table on its way to the page.
struct LaTeXTable {
  var header: [LaTeXCell]
  var rows: [[LaTeXCell]]
  /// Whether it has rules above and below.
  var isRuled = true
}

extension LaTeXPage {
  /// The columns' distance in em.
  private static let columnGap = 1.4
  /// The most rows that stand on one page for certain.
  private static let rowsTogether = 24

  /// A number, to stand with its point below others.
  func cell(_ number: Number) -> LaTeXCell {
    let written = setting.number(number)
    let whole = number.digits.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    let isDecimal = !whole.isEmpty
    return LaTeXCell(
      text: mathematics(written), width: written.width,
      beforePoint: isDecimal ? Double(whole.count) * 0.5 + (number.isNegative ? 0.778 : 0) : nil)
  }

  /// A table in columns, in smaller letters where it is wide, or one fact a line where the text has it so.
  func table(_ table: LaTeXTable, isStacked: Bool, at indentation: Double) -> [String] {
    let count = table.rows.map(\.count).reduce(table.header.count, max)
    guard count > 0 else { return [] }
    let rows = aligned(table.rows, count)
    let widths = (0..<count).map { column in
      0.25 + ((rows + [table.header]).map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0)
    }
    let total = widths.reduce(0, +) + Self.columnGap * Double(count - 1)
    let size = [("\\normalsize", 1.0), ("\\small", 0.93), ("\\footnotesize", 0.86), ("\\scriptsize", 0.8)]
      .first { total * $0.1 + indentation <= width }?.0
    guard let size, !isStacked else { return stacked(table, at: indentation) }
    let columns = widths.map { "p{\($0.em)em}" }.joined(separator: "@{\\hspace{\(Self.columnGap.em)em}}")
    let heads = table.header.contains { !$0.text.isEmpty } ? [line(table.header, count) + "\\midrule"] : []
    var lines = [Self.gap]
    for start in stride(from: 0, to: max(rows.count, 1), by: Self.rowsTogether) {
      let end = min(start + Self.rowsTogether, rows.count)
      let isLast = end == rows.count
      var block = ["\\lhrow{\(indentation.em)}{\(size)\\begin{tabular}[t]{@{}\(columns)@{}}"]
      if start == 0, table.isRuled { block += ["\\toprule"] + heads }
      block += rows[start..<end].map { line($0, count) }
      block.append((isLast && table.isRuled ? "\\bottomrule" : "") + "\\end{tabular}}")
      lines.append(block.joined(separator: "\n"))
    }
    return lines
  }

  private func line(_ cells: [LaTeXCell], _ count: Int) -> String {
    (0..<count).map { cells.indices.contains($0) ? "\\mbox{" + cells[$0].text + "}" : "" }.joined(
      separator: " & ") + " \\\\"
  }

  /// The rows with the points of numbers under each other.
  private func aligned(_ rows: [[LaTeXCell]], _ count: Int) -> [[LaTeXCell]] {
    let points = (0..<count).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].beforePoint : nil }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        guard let place = cell.beforePoint, points[column] - place > 0.001 else { return cell }
        let kern = points[column] - place
        return LaTeXCell(text: "\\kern\(kern.em)em " + cell.text, width: cell.width + kern)
      }
    }
  }

  private func stacked(_ table: LaTeXTable, at indentation: Double) -> [String] {
    let records = table.rows.isEmpty ? [table.header] : table.rows
    return records.flatMap { record -> [String] in
      let facts = record.enumerated().filter { !$1.text.isEmpty }.map { index, cell in
        let head = table.rows.isEmpty || !table.header.indices.contains(index) ? "" : table.header[index].text
        return row(head.isEmpty ? cell.text : "\(head): \(cell.text)", at: indentation)
      }
      return facts.isEmpty ? [] : [Self.gap] + together(facts, atMost: 12)
    }
  }
}
