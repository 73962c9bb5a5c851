public import Diagnostics
public import Prose

/// A lesson as it is written: its settings, its prose and its cells, each with its place in the file.
public struct LessonDocument: Sendable {
  /// The file.
  public let file: SourceFile
  /// The settings between the two `---` lines.
  public let frontMatter: FrontMatter
  /// Prose and cells, in reading order.
  public let blocks: [Block]
  /// What is wrong with the file so far, in reading order.
  public let diagnostics: [Diagnostic]

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
      /// Numbers that a lecture prints.
      case check
      /// Rows of numbers.
      case data
      /// A question.
      case ask
    }

    /// What the cell holds.
    public let kind: Kind
    /// The place of the kind's word in the opening fence.
    public let kindRange: SourceRange
    /// What stands behind the kind in the opening fence, `xor` in `data xor`.
    public let argument: String
    /// The lines between the fences.
    public let body: SourceRange
  }
}

/// A lesson's settings.
public struct FrontMatter: Sendable {
  /// One line; empty when it is missing, which is an error.
  public var title = ""
  /// The lectures that the lesson follows.
  public var sources: [String] = []
  /// The names of the lessons that come before, each with its place.
  public var needs: [Need] = []
  /// Digits after the point when a computed number is shown, 0 to 12.
  public var decimals = 5
  /// How a computed number is shortened for show.
  public var rounding = Rounding.nearest
  /// For everything that is drawn at random.
  public var seed = 1

  /// How a computed number is shortened for show.
  public enum Rounding: String, Sendable, CaseIterable {
    /// To the nearest, ties away from zero.
    case nearest
    /// Cut off, toward zero.
    case truncated
  }

  /// A lesson that comes before this one.
  public struct Need: Sendable {
    /// Its name.
    public let lesson: String
    /// Where it is named.
    public let range: SourceRange
  }
}
