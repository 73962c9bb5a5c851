public import Diagnostics
public import Prose

/// A lesson as it is written: its settings, its prose and its cells, each with its place in the file.
public struct LessonDocument: Sendable {
  /// The file.
  public let file: SourceFile
  /// The settings between the two `---` lines.
  public let frontMatter: FrontMatter
  /// The whole file in pieces that follow one another without a gap, in reading order.
  public let parts: [Part]
  /// What is wrong with the file so far, in reading order; a file full of faults is not read for more than 1,000.
  public let diagnostics: [Diagnostic]
  /// What an author should look at twice in the prose, in reading order.
  public let findings: RunningText.Findings
  /// The HTML comments in the prose, with their marks, in reading order.
  public let comments: [SourceRange]

  /// Prose and cells, in reading order.
  public var blocks: [Block] {
    parts.compactMap { part in
      if case .block(let block) = part.content { block } else { nil }
    }
  }

  /// What writing the lesson back gives: the texts of the parts, joined. It has the same bytes as the file.
  public var sourceText: String {
    parts.reduce(into: "") { $0 += file[$1.range] }
  }

  /// A stretch of the file.
  public struct Part: Sendable {
    /// What stands in it.
    public let content: Content
    /// Where it stands, its line endings included.
    public let range: SourceRange

    /// What stands in a stretch of the file.
    public enum Content: Sendable {
      /// The settings with the two `---` lines around them.
      case frontMatter
      /// Prose or a cell.
      case block(Block)
      /// An HTML comment, which is not shown.
      case comment
      /// Empty lines, or a byte-order mark.
      case blank
      /// What is not read because the file is too large.
      case unread
    }
  }

  /// A part of the lesson behind the front matter.
  public enum Block: Sendable {
    /// Running text; an inline value carries the place of its expression.
    case prose(ProseBlock<SourceRange>)
    /// A fenced cell.
    case cell(Cell)
  }

  /// A fenced block whose info string names a kind of cell.
  public struct Cell: Sendable {
    /// What the cell holds.
    public enum Kind: String, Sendable, CaseIterable {
      /// Statements.
      case calc
      /// Printed numbers, held against computed ones.
      case check
      /// Rows of numbers.
      case data
      /// A question.
      case ask
      /// What may change from variant to variant.
      case vary
    }

    /// What the cell holds.
    public let kind: Kind
    /// The place of the kind's word in the opening fence.
    public let kindRange: SourceRange
    /// What stands behind the kind in the opening fence, `xor` in `data xor`.
    public let argument: String
    /// The place of the argument; empty, at the end of the opening fence, when there is none.
    public let argumentRange: SourceRange
    /// The lines between the fences, each with its ending (LF, CRLF or CR; the file's last may have none).
    public let body: SourceRange
    /// Whether a fence closes it; what stands in one that none closes is hardly all meant for it.
    public let isClosed: Bool
  }
}
