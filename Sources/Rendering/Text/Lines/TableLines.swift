internal import Algebra
internal import PlainText
internal import Prose
internal import Transcript

extension TextArea {
  /// A table of words, formulas and numbers.
  func lines(of table: Table) -> [TextLine] {
    lines(
      ofTable: table.header.map { RunningText(text($0)) },
      rows: table.rows.map { $0.map { RunningText(text($0)) } })
  }

  /// A cell as text.
  func text(_ cell: Table.Cell) -> String {
    switch cell {
    case .words(let words): alphabet.ownWords(words.harmlessLine)
    case .formula(let formula): text(formula)
    case .number(let number): text(number)
    }
  }

  /// A table in columns, the points of numbers under each other; stacked, one fact a line, if it is too wide. For a terminal
  /// its head is ruled, and columns are aligned as they ask for.
  func lines(
    ofTable header: [RunningText], rows: [[RunningText]], aligned alignments: [ColumnAlignment?] = []
  ) -> [TextLine] {
    let (heads, texts) = (header.map(\.text), rows.map { $0.map(\.text) })
    let columns = columns(of: heads, texts, aligned: medium == .terminal ? alignments : [])
    guard let gap = gap(between: columns) else { return stackedLines(ofTable: heads, rows: texts) }
    let head =
      heads.allSatisfy(\.isEmpty)
      ? []
      : [line(of: columns.indices.map { header.cell($0).inRole(.tableHead) }, columns, gap: gap, row: nil)]
    let rule = head.isEmpty || medium == .file ? [] : [self.rule(below: columns, gap: gap)]
    return head + rule
      + rows.indices.map { row in
        line(of: columns.indices.map { rows[row].cell($0) }, columns, gap: gap, row: row)
      }
  }

  private func line(of cells: [RunningText], _ columns: [AlignedColumn], gap: Int, row: Int?) -> TextLine {
    var line = TextLine()
    for (index, column) in columns.enumerated() {
      if index > 0 { line.append(.spaces(gap)) }
      let indentation = column.indentation(of: cells[index].text, inRow: row)
      line.append(.spaces(indentation))
      line.append(cells[index])
      line.append(.spaces(column.width - indentation - displayWidth(cells[index].text)))
    }
    return line
  }

  private func rule(below columns: [AlignedColumn], gap: Int) -> TextLine {
    let sign = alphabet == .ascii ? "-" : "─"
    return TextLine(
      columns.map { String(repeating: sign, count: $0.width) }.joined(separator: .spaces(gap)), .aside)
  }

  /// Whether a table is too wide to stand in columns.
  func stacks(_ header: [String], _ rows: [[String]]) -> Bool {
    gap(between: columns(of: header, rows)) == nil
  }

  private func columns(
    of header: [String], _ rows: [[String]], aligned alignments: [ColumnAlignment?] = []
  ) -> [AlignedColumn] {
    (0..<rows.map(\.count).reduce(header.count, max)).map { index in
      AlignedColumn(
        head: header.cell(index), cells: rows.map { $0.cell(index) },
        alignment: alignments.indices.contains(index) ? alignments[index] : nil)
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

/// A column whose numbers stand with their points under each other, unless it is aligned otherwise.
struct AlignedColumn {
  let head: String
  let cells: [String]
  /// By how many columns each cell stands to the right, so that points are under each other.
  private let indentations: [Int]
  private let alignment: ColumnAlignment?
  let width: Int

  init(head: String, cells: [String], alignment: ColumnAlignment? = nil) {
    let places = cells.map { alignment == nil ? columnsBeforePoint($0) : nil }
    self.alignment = alignment
    let point = places.compactMap(\.self).max() ?? 0
    self.head = head
    indentations = places.map { place in place.map { point - $0 } ?? 0 }
    self.cells = zip(cells, indentations).map { .spaces($1) + $0 }
    width = self.cells.map(displayWidth).reduce(displayWidth(head), max)
  }

  /// By how many columns a cell stands to the right, or the head, which is in no row.
  func indentation(of text: String, inRow row: Int?) -> Int {
    switch alignment {
    case nil: row.map { indentations[$0] } ?? 0
    case .left: 0
    case .center: (width - displayWidth(text)) / 2
    case .right: width - displayWidth(text)
    }
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

extension [RunningText] {
  fileprivate func cell(_ index: Int) -> RunningText { indices.contains(index) ? self[index] : RunningText() }
}
