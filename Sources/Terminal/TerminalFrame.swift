/// One screen of text.
struct TerminalFrame: Equatable {
  /// A line for every row.
  private let rows: [String]
  private let cursor: CursorPosition?

  private struct CursorPosition: Equatable {
    let row: Int
    let column: Int
  }

  /// The lines from the top; the rows below them are empty, and what does not fit is left out.
  init(_ lines: [String], cursor: (row: Int, column: Int)?, size: TerminalSize) {
    let shown = lines.prefix(size.rows)
    rows = shown + Array(repeating: "", count: size.rows - shown.count)
    self.cursor = cursor.map {
      CursorPosition(
        row: min(max(0, $0.row), size.rows - 1), column: min(max(0, $0.column), size.columns - 1))
    }
  }

  /// What makes a terminal show this frame that has shown `last`, or anything at all.
  ///
  /// Every row has its address, and no line feed is written: nothing can scroll. A row is emptied before it is written,
  /// because a cursor that waits behind the last column would take that column's character with it.
  func text(after last: TerminalFrame?) -> String {
    if self == last { return "" }
    let last = last?.rows.count == rows.count ? last : nil
    var text = "\u{1B}[?25l"
    if last == nil { text += Takeover.modes }
    for (index, row) in rows.enumerated() where last?.rows[index] != row {
      text += "\u{1B}[\(index + 1);1H\u{1B}[m\u{1B}[K" + row + "\u{1B}[m"
    }
    if let cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
    return text
  }
}
