public import Terminal

/// Plays keys to a reader and prints what they bring, line by line: the text of the page in one piece, and between its
/// lines what was said.
public struct KeyPlayer {
  /// The reader at a window that is high enough for everything.
  public private(set) var screen: ScreenReader
  private var printedLines = 0
  /// How many lines of the page were whole after the last key.
  private var wholeCount = 0

  /// A player for a reader.
  public init(_ reader: Reader) {
    screen = ScreenReader(
      reader, size: TerminalSize(columns: max(1, reader.style.width), rows: KeyPlayer.enoughRows),
      isPrinted: true)
  }

  private static let enoughRows = 1_000_000_000

  /// What is printed before any key.
  public mutating func opening() -> [String] { news() }

  /// What a key brings.
  public mutating func press(_ key: Key) -> [String] {
    let (said, page, position) = (screen.reader.saidCount, screen.reader.page, screen.reader.position)
    let countBefore = wholeCount
    screen.press(key)
    // What is printed stays, with the numbers that it had.
    if screen.reader.page !== page { printedLines = wholeLines.count }
    // A reply to a question above what is printed moves that down.
    var answer: [String] = []
    if screen.reader.page === page, screen.reader.position == position, printedLines > countBefore {
      answer = Array(wholeLines.dropFirst(countBefore))
      printedLines += answer.count
    }
    let lines = news() + answer + screen.reader.noteLines(since: said)
    return lines + (screen.message.map { ["", $0] } ?? [])
  }

  /// The last line, if it is not whole when the keys end.
  public mutating func ending() -> [String] {
    let page = screen.reader.pageLines
    return Array(page.dropFirst(printedLines))
  }

  /// The lines of the page to which nothing more is added.
  private var wholeLines: ArraySlice<String> {
    screen.reader.pageLines.dropLast(screen.reader.isAtLineEnd ? 0 : 1)
  }

  /// The lines of the page that are whole and not printed yet.
  private mutating func news() -> [String] {
    let lines = wholeLines
    wholeCount = lines.count
    defer { printedLines = max(printedLines, lines.count) }
    return Array(lines.dropFirst(printedLines))
  }
}
