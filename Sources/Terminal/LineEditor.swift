import PlainText

/// A line of text that is being typed, with the keys that people know from their shell.
///
/// The text has one line and nothing in it that steers a terminal. It holds at most `limit` Unicode scalars, and hence
/// no more characters; what is typed or pasted beyond is dropped.
public struct LineEditor: Hashable, Sendable {
  /// The text as it is now.
  public private(set) var text = ""
  /// How many characters stand before the cursor.
  public private(set) var cursor = 0

  /// What was cut last, for Ctrl-Y.
  private var lastCut = ""
  /// The earlier lines, the newest last.
  private let history: [String]
  /// Which line of the history the text was taken from; their count where it is one of its own.
  private var place: Int
  /// The line that was being typed when the history was entered.
  private var draft = ""

  /// The most Unicode scalars that a line may have.
  public static let limit = 10_000

  /// An empty line, after others that may be called back; the newest of them comes last.
  public init(history: [String] = []) {
    self.history = history.map { String(LineEditor.cleaned($0).unicodeScalars.prefix(LineEditor.limit)) }
    place = history.count
  }

  /// Does what `key` asks for; `false` when it is no key for editing here.
  ///
  /// Keys to move about and to delete are for editing even where there is nothing more to go to; those that call back
  /// earlier lines only where there are any, and Ctrl-D only in a line that is not empty.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .pasted(let pasted): insert(pasted)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(text.count, cursor + 1))
    case .control("d"):
      if text.isEmpty { return false }
      remove(cursor..<min(text.count, cursor + 1))
    case .control("k"): cut(cursor..<text.count)
    case .control("u"): cut(0..<cursor)
    case .control("w"): cut(beginningOfWord..<cursor)
    case .control("y"): insert(lastCut)
    case .up, .control("p"):
      if history.isEmpty { return false }
      recall(max(0, place - 1))
    case .down, .control("n"):
      if history.isEmpty { return false }
      recall(min(history.count, place + 1))
    default: return false
    }
    return true
  }

  /// The text in three parts: before the characters at `places`, these, and what is behind them.
  private func split(_ places: Range<Int>) -> (before: Substring, within: Substring, after: Substring) {
    let start = text.index(text.startIndex, offsetBy: places.lowerBound)
    let end = text.index(start, offsetBy: places.count)
    return (text[..<start], text[start..<end], text[end...])
  }

  private mutating func insert(_ new: String) {
    let room = LineEditor.limit - text.unicodeScalars.count
    let (before, _, after) = split(cursor..<cursor)
    // A mark joins the character before it, so that what is counted is all that stands before the cursor.
    let typed = before + String(LineEditor.cleaned(new).unicodeScalars.prefix(max(0, room)))
    text = String(typed + after)
    cursor = min(typed.count, text.count)
  }

  private mutating func remove(_ places: Range<Int>) {
    let (before, _, after) = split(places)
    text = String(before + after)
    cursor = min(places.lowerBound, text.count)
  }

  private mutating func cut(_ places: Range<Int>) {
    if !places.isEmpty { lastCut = String(split(places).within) }
    remove(places)
  }

  /// Where the word before the cursor begins, with the spaces between them.
  private var beginningOfWord: Int {
    let before = text.prefix(cursor)
    let word = before.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return word.count
  }

  private mutating func recall(_ newPlace: Int) {
    guard newPlace != place else { return }
    if place == history.count { draft = text }
    place = newPlace
    text = place == history.count ? draft : history[place]
    cursor = text.count
  }

  /// The same text on one line: every line ending and tab becomes a space, other control characters go, and what else
  /// steers a terminal becomes U+FFFD.
  private static func cleaned(_ text: String) -> String {
    var scalars = text.unicodeScalars
    scalars.removeAll { $0.properties.generalCategory == .control && !"\r\n\t".unicodeScalars.contains($0) }
    return String(scalars).harmlessLine
  }
}
