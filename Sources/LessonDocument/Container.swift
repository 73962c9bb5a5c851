import Diagnostics
import Prose

/// An open quotation or list, with the blocks that it holds so far.
struct Container {
  /// What it is.
  enum Kind {
    case quotation
    /// A list, by the marker of its first item.
    case list(ListMarker)
  }

  private let kind: Kind
  /// The columns that a line needs before it to go on in a list's last item.
  private var indentation: Int
  /// The blocks of the quotation, or of the list's last item.
  private var blocks: [ProseBlock<SourceRange>] = []
  /// The items before the last.
  private var items: [[ProseBlock<SourceRange>]] = []

  /// A container that holds nothing yet.
  init(_ kind: Kind, indentation: Int = 0) {
    self.kind = kind
    self.indentation = indentation
  }

  /// Whether the line ahead goes on in the container; if so, what belongs to the container is skipped.
  func goesOn(_ cursor: inout LineCursor, in file: SourceFile) -> Bool {
    switch kind {
    case .quotation:
      guard cursor.isQuotation(in: file) else { return false }
      cursor.skipSpaceAnd(bytes: 1, in: file)
      cursor.skipSpace(columns: 1, in: file)
      return true
    case .list:
      if cursor.isBlank(in: file) { return true }
      guard cursor.space(in: file).columns >= indentation else { return false }
      cursor.skipSpace(columns: indentation, in: file)
      return true
    }
  }

  /// Whether an item with `marker` goes on in it.
  func isList(of marker: ListMarker) -> Bool {
    if case .list(let first) = kind { first.mark == marker.mark } else { false }
  }

  /// Begins the list's next item.
  mutating func beginItem(indentation: Int) {
    items.append(blocks)
    blocks = []
    self.indentation = indentation
  }

  /// Adds a block at the end.
  mutating func append(_ block: ProseBlock<SourceRange>) {
    blocks.append(block)
  }

  /// The container as prose.
  var block: ProseBlock<SourceRange> {
    switch kind {
    case .quotation: .quotation(blocks)
    case .list(let marker): .list(start: marker.number, items: items + [blocks])
    }
  }
}

extension ListMarker {
  /// Goes on behind the marker that stands ahead and the space after it, and returns the columns that lines of the
  /// item need before them.
  func skip(_ cursor: inout LineCursor, in file: SourceFile) -> Int {
    let marked = cursor.space(in: file).columns + width
    cursor.skipSpaceAnd(bytes: width, in: file)
    let gap = cursor.space(in: file).columns
    // Five columns or more are one, and the indentation of code.
    guard !cursor.isBlank(in: file), gap < 5 else {
      cursor.skipSpace(columns: 1, in: file)
      return marked + 1
    }
    cursor.skipSpace(columns: gap, in: file)
    return marked + gap
  }
}
