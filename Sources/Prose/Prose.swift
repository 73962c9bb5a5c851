/// One block of running text: what a reader of Markdown sees between two blank lines.
///
/// `Value` is what stands for an inline value (`` `= w5` `` in a lesson): the text of an expression when a lesson
/// is read, the shown number when it has been run.
public enum ProseBlock<Value> {
  /// A heading; level 1 is the largest, 6 the smallest.
  case heading(level: Int, spans: [ProseSpan<Value>])
  /// A paragraph.
  case paragraph([ProseSpan<Value>])
  /// A bulleted list (`start` is `nil`) or a numbered one that begins at `start`; an item holds blocks.
  indirect case list(start: Int?, items: [[ProseBlock<Value>]])
  /// A quotation.
  indirect case quotation([ProseBlock<Value>])
  /// A table: its header and its rows, each a list of cells. Rows may be shorter than the header, and so may be the list of
  /// how columns are aligned; `nil` leaves that to the cells.
  case table(header: [[ProseSpan<Value>]], rows: [[[ProseSpan<Value>]]], alignments: [ColumnAlignment?] = [])
  /// Text that is shown as it stands, line by line; `language` is the fence's info string.
  case verbatim(language: String, lines: [String])
  /// A thematic break.
  case rule
}

/// On which side the cells of a column end together.
public enum ColumnAlignment: Hashable, Sendable {
  /// `:---`
  case left
  /// `:--:`
  case center
  /// `---:`
  case right
}

/// A stretch of text within a block.
public enum ProseSpan<Value> {
  /// Plain text; line breaks of the source are single spaces.
  case text(String)
  /// `*emphasis*`.
  indirect case emphasis([ProseSpan<Value>])
  /// `**strong emphasis**`.
  indirect case strong([ProseSpan<Value>])
  /// `` `code` ``, shown as it stands.
  case code(String)
  /// `[text](destination)`.
  indirect case link([ProseSpan<Value>], destination: String)
  /// A forced line break.
  case lineBreak
  /// An inline value.
  case value(Value)
}

extension ProseBlock: Equatable where Value: Equatable {}
extension ProseBlock: Hashable where Value: Hashable {}
extension ProseBlock: Sendable where Value: Sendable {}
extension ProseSpan: Equatable where Value: Equatable {}
extension ProseSpan: Hashable where Value: Hashable {}
extension ProseSpan: Sendable where Value: Sendable {}
