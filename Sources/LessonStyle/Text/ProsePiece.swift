import Prose

/// A text within a block of prose that is read as one.
struct ProsePiece<Value> {
  /// What it is.
  let kind: Kind
  /// What stands in it.
  let spans: [ProseSpan<Value>]
  /// The columns that lists and quotations take from it.
  let indentation: Int

  /// What a text within prose is.
  enum Kind {
    /// A heading.
    case heading
    /// A paragraph, perhaps in a list or a quotation.
    case paragraph
    /// A cell of a table.
    case cell
  }
}

extension ProseBlock {
  /// The texts of the block, in reading order. What is shown as it stands has none.
  func pieces(indentedBy indentation: Int = 0) -> [ProsePiece<Value>] {
    switch self {
    case .heading(_, let spans): [ProsePiece(kind: .heading, spans: spans, indentation: indentation)]
    case .paragraph(let spans): [ProsePiece(kind: .paragraph, spans: spans, indentation: indentation)]
    case .list(let start, let items):
      items.flatMap { item in
        let marker = start.map { "\($0 &+ items.count - 1). ".count } ?? 2
        return item.flatMap { $0.pieces(indentedBy: indentation + marker) }
      }
    case .quotation(let blocks): blocks.flatMap { $0.pieces(indentedBy: indentation + 2) }
    case .table(let header, let rows, _):
      (header + rows.joined()).map { ProsePiece(kind: .cell, spans: $0, indentation: indentation) }
    case .verbatim, .rule: []
    }
  }
}
