internal import Algebra
internal import PlainText

/// A stretch of columns in which lines are laid out. The layouts of the different kinds of lines extend it, a file
/// each; what they return begins at the area's first column.
struct TextArea {
  /// The columns from the first to the last.
  let width: Int
  /// The characters that are used.
  let alphabet: Alphabet
  /// How formulas are written.
  let notation: Notation
  /// What the lines are made for.
  let medium: Medium
  /// What there is to set text off by; only pictures are others for it.
  let ink: Ink
  /// The lines of the window, in which a picture is to be seen whole; `nil` where there is none.
  let height: Int?
  /// The columns of running text.
  private(set) var proseWidth: Int
  /// The column at which remarks stand beside what they are about, if there is room: the 52nd of the working.
  private(set) var remarkColumn = workingIndentation + 52

  /// The columns by which working stands to the right of prose.
  static let workingIndentation = 4

  /// Where somebody reads at a terminal, running text is no wider, however wide the window is.
  private static let widestProse = 80

  /// An area of a page.
  init(
    width: Int, alphabet: Alphabet, notation: Notation, medium: Medium = .file, ink: Ink = .none,
    height: Int? = nil
  ) {
    self.width = width
    self.alphabet = alphabet
    self.notation = notation
    self.medium = medium
    self.ink = ink
    self.height = height
    proseWidth = medium == .terminal ? min(width, Self.widestProse) : width
  }

  /// The area without its first `columns`; remarks still stand under those of other levels.
  func inset(by columns: Int) -> TextArea {
    var area = TextArea(
      width: width - columns, alphabet: alphabet, notation: notation, medium: medium, ink: ink,
      height: height)
    area.remarkColumn = remarkColumn - columns
    area.proseWidth = proseWidth - columns
    return area
  }

  /// Whether the text is no wider than the area.
  func fits(_ text: String) -> Bool { displayWidth(text) <= width }
}

extension String {
  /// As many spaces as that; none for negative counts.
  static func spaces(_ count: Int) -> String { String(repeating: " ", count: Swift.max(0, count)) }

  /// The text with spaces behind it, `width` columns in all if it is not wider.
  func padded(to width: Int) -> String { self + .spaces(width - displayWidth(self)) }
}
