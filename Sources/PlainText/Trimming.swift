extension StringProtocol {
  /// The text without what is blank at its ends. Cost: O(1) where nothing is, as nearly always.
  public var trimmed: String {
    let isPlain = { (end: Character?) in end?.asciiValue.map { (0x21..<0x7F).contains($0) } ?? false }
    if isPlain(first), isPlain(last) { return String(self) }
    let text = drop(while: \.isWhitespace)
    return String(text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)])
  }
}
