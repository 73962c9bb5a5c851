internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// A table of words, formulas and numbers.
  func lines(of table: Table) -> [TextLine] {
    lines(ofTable: table.header.map(text), rows: table.rows.map { $0.map(text) })
  }

  /// A cell as text.
  func text(_ cell: Table.Cell) -> String {
    switch cell {
    case .words(let words): alphabet.ownWords(words.harmlessLine)
    case .formula(let formula): text(formula)
    case .number(let number): text(number)
    }
  }

  /// A table in columns, the points of numbers under each other; stacked, one fact a line, if it is too wide.
  func lines(ofTable header: [String], rows: [[String]]) -> [TextLine] {
    let columns = columns(of: header, rows)
    if let gap = gap(between: columns) {
      let heads = header.allSatisfy(\.isEmpty) ? [] : [columns.map(\.head)]
      let lines = heads + rows.indices.map { row in columns.map { $0.cells[row] } }
      return lines.map { cells in
        TextLine(zip(cells, columns).map { $0.padded(to: $1.width) }.joined(separator: .spaces(gap)))
      }
    }
    return stackedLines(ofTable: header, rows: rows)
  }

  /// Whether a table is too wide to stand in columns.
  func stacks(_ header: [String], _ rows: [[String]]) -> Bool {
    gap(between: columns(of: header, rows)) == nil
  }

  private func columns(of header: [String], _ rows: [[String]]) -> [AlignedColumn] {
    (0..<rows.map(\.count).reduce(header.count, max)).map { index in
      AlignedColumn(head: header.cell(index), cells: rows.map { $0.cell(index) })
    }
  }

  /// The columns between those of the table; `nil` where it is too wide.
  private func gap(between columns: [AlignedColumn]) -> Int? {
    [3, 2].first { columns.map(\.width).reduce(0, +) + $0 * (columns.count - 1) <= width }
  }

  private func stackedLines(ofTable header: [String], rows: [[String]]) -> [TextLine] {
    let records = rows.isEmpty ? [header] : rows
    let facts = records.map { record in
      record.enumerated().filter { !$1.isEmpty }.flatMap { index, cell in
        let head = rows.isEmpty ? "" : header.cell(index)
        return filled(words(head.isEmpty ? cell : "\(head): \(cell)"), width: width, hanging: 2)
      }
    }
    return Array(facts.filter { !$0.isEmpty }.joined(separator: [""])).map { TextLine($0) }
  }
}

/// A column whose numbers stand with their points under each other.
struct AlignedColumn {
  let head: String
  let cells: [String]
  let width: Int

  init(head: String, cells: [String]) {
    let places = cells.map(columnsBeforePoint)
    let point = places.compactMap(\.self).max() ?? 0
    self.head = head
    self.cells = zip(cells, places).map { cell, place in .spaces(place.map { point - $0 } ?? 0) + cell }
    width = self.cells.map(displayWidth).reduce(displayWidth(head), max)
  }
}

/// The columns that a number takes before its point, or before where that would stand; `nil` for other texts.
private func columnsBeforePoint(_ text: String) -> Int? {
  var sign = 0
  var rest = text[...]
  if let first = rest.first, "-−+".contains(first) {
    sign = 1
    rest = rest.dropFirst()
  }
  let digits = rest.prefix(while: \.isDigit)
  rest = rest.dropFirst(digits.count)
  guard !digits.isEmpty else { return nil }
  if rest.first == "." { rest = rest.dropFirst().drop(while: \.isDigit) }
  if rest.first == "e" {
    rest = rest.dropFirst()
    if let first = rest.first, "-−+".contains(first) { rest = rest.dropFirst() }
    rest = rest.drop(while: \.isDigit)
  }
  return rest.isEmpty ? sign + digits.count : nil
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension [String] {
  fileprivate func cell(_ index: Int) -> String { indices.contains(index) ? self[index] : "" }
}
