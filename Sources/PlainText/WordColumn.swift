/// Words with what they mean: side by side where the words are short, else below each other.
public struct WordColumn {
  private let width: Int
  /// The columns before a meaning.
  private let indent: Int
  private let isBeside: Bool

  /// The layout of `words` in lines of `width` columns; all of them together decide it.
  public init(of words: [String], width: Int) {
    let widest = words.map(displayWidth).max() ?? 0
    self.width = width
    isBeside = widest <= width * 2 / 5
    indent = isBeside ? widest + 4 : 6
  }

  /// A word, and its meanings, each of which begins a line.
  public func lines(_ word: String, _ meanings: [String]) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let lines = meanings.flatMap { wrapped($0, width: width - indent) }.map { margin + $0 }
    guard isBeside, let first = lines.first else {
      return wrapped(word, width: width - 2).map { "  " + $0 } + lines
    }
    let gap = String(repeating: " ", count: indent - 2 - displayWidth(word))
    return ["  " + word + gap + first.dropFirst(indent)] + lines.dropFirst()
  }

  /// Rows of a word and its one meaning.
  public static func lines(of rows: [(word: String, meaning: String)], width: Int) -> [String] {
    let column = WordColumn(of: rows.map(\.word), width: width)
    return rows.flatMap { column.lines($0.word, [$0.meaning]) }
  }
}
