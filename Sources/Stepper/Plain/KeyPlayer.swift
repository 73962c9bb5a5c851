public import Terminal

/// Plays keys to a reader and prints what they bring, line by line: the text of the page in one piece, and between its
/// lines what was said.
public struct KeyPlayer {
  /// The reader at a window that is high enough for everything.
  public private(set) var screen: ScreenReader
  private var printedLines = 0

  /// A player for a reader.
  public init(_ reader: Reader) {
    screen = ScreenReader(
      reader, size: TerminalSize(columns: max(1, reader.style.width), rows: KeyPlayer.enoughRows))
  }

  private static let enoughRows = 1_000_000_000

  /// What is printed before any key.
  public mutating func opening() -> [String] { news() }

  /// What a key brings.
  public mutating func press(_ key: Key) -> [String] {
    let notes = screen.reader.noteLines
    screen.press(key)
    let now = screen.reader.noteLines
    let kept = now.starts(with: notes) ? notes.count : 0
    let lines = news() + now[kept...]
    return lines + (screen.message.map { ["", $0] } ?? [])
  }

  /// The last line, if it is not whole when the keys end.
  public mutating func ending() -> [String] {
    let page = screen.reader.pageLines
    return Array(page.dropFirst(printedLines))
  }

  /// The lines of the page that are whole and not printed yet.
  private mutating func news() -> [String] {
    let page = screen.reader.pageLines
    let whole = screen.reader.isAtLineEnd ? page.count : page.count - 1
    guard whole > printedLines else { return [] }
    defer { printedLines = whole }
    return Array(page[printedLines..<whole])
  }
}
