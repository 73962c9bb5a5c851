public import Rendering

/// With what characters and colours, and in lines of how many columns, the stepper speaks.
public struct Style: Hashable, Sendable {
  /// The columns of a line.
  public var width: Int
  /// The characters that may be used.
  public var alphabet: Alphabet
  /// Whether there is colour.
  public var isColored: Bool
  /// Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  var callsExp = false

  /// A style.
  public init(width: Int = 80, alphabet: Alphabet = .unicode, isColored: Bool = false) {
    self.width = width
    self.alphabet = alphabet
    self.isColored = isColored
  }

  /// The narrowest that a page is laid out; in a narrower window its lines are cut, and cannot be in colour.
  static let narrowestPage = 20

  /// Lays out transcripts so.
  var renderer: TextRenderer {
    TextRenderer(
      width: width, alphabet: alphabet, isColored: isColored && width >= Style.narrowestPage,
      callsExp: callsExp)
  }

  /// Words of Longhand's own, with the characters that may be used.
  func words(_ text: String) -> String { alphabet.ownWords(text) }

  /// Text in the terminal's inverse colours ("Select Graphic Rendition" 7 of ECMA-48).
  func inverse(_ text: String) -> String { isColored ? "\u{1B}[7m\(text)\u{1B}[0m" : text }

  /// Bold text.
  func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
