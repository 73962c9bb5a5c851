internal import Algebra
internal import Transcript

/// A cell of a table, ready to be put into its element.
struct TableCell {
  var html: String
  var isNumber = false
  /// What it says without mathematics: heads hold words alone.
  var plain: String?
}

extension PageWriter {
  /// A table in a box of its own.
  mutating func html(of table: Table) -> String {
    let heads = table.header.map { cell($0).plain ?? "" }
    let rows = table.rows.map { row in row.map { cell($0) } }
    let hasRowHeads = table.header.count > 1
    var content = self.table(heads, rows, hasRowHeads: hasRowHeads)
    if case .words("now")? = table.header.last { content = note(valuesOf: table, rows) }
    return region("Table", content)
  }

  /// A table that tells new values: what is named at the left has the number at the right.
  private mutating func note(valuesOf table: Table, _ rows: [[TableCell]]) -> String {
    var rows = rows
    for (index, row) in table.rows.enumerated() {
      guard case .formula(let name)? = row.first, case .number(let number)? = row.last else { continue }
      rows[index][row.count - 1].html = value(number, of: name, rows[index][row.count - 1].html)
    }
    return self.table(table.header.map { cell($0).plain ?? "" }, rows, hasRowHeads: true)
  }

  private func cell(_ cell: Table.Cell) -> TableCell {
    switch cell {
    case .words(let words): TableCell(html: words.escapedForMarkup, plain: words.escapedForMarkup)
    case .formula(let formula): TableCell(html: math(formula), plain: plain(formula))
    case .number(let number): TableCell(html: plain(number), isNumber: true, plain: plain(number))
    }
  }

  /// A table of words, which are escaped here.
  func tableOfWords(_ heads: [String], _ rows: [[String]]) -> String {
    table(heads, rows.map { row in row.map { TableCell(html: $0.escapedForMarkup) } }, hasRowHeads: false)
  }

  /// The element of a table; rows are filled up to the widest.
  func table(_ heads: [String], _ rows: [[TableCell]], hasRowHeads: Bool) -> String {
    let width = rows.map(\.count).reduce(heads.count, max)
    let areNumbers = (0..<width).map { column in
      !rows.isEmpty && rows.allSatisfy { !$0.indices.contains(column) || $0[column].isNumber }
    }
    var html = "<table>\n"
    if !heads.allSatisfy(\.isEmpty) {
      let cells = (0..<width).map { column -> String in
        let head = heads.indices.contains(column) ? heads[column] : ""
        let look = areNumbers[column] ? " class=\"number\"" : ""
        return head.isEmpty ? "<td></td>" : "<th scope=\"col\"\(look)>\(head)</th>"
      }
      html += "<thead><tr>\(cells.joined())</tr></thead>\n"
    }
    html += "<tbody>\n"
    for row in rows {
      let cells = (0..<width).map { column -> String in
        guard row.indices.contains(column) else { return "<td></td>" }
        let cell = row[column]
        let look = cell.isNumber ? " class=\"number\"" : ""
        if hasRowHeads, column == 0, let plain = cell.plain, !plain.isEmpty {
          return "<th scope=\"row\"\(look)>\(plain)</th>"
        }
        return "<td\(look)>\(cell.html)</td>"
      }
      html += "<tr>\(cells.joined())</tr>\n"
    }
    return html + "</tbody>\n</table>"
  }
}
