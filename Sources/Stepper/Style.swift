public import Rendering

/// With what characters and what ink, and in lines of how many columns, the stepper speaks.
public struct Style: Hashable, Sendable {
  /// The columns of a line.
  public var width: Int
  /// The characters that may be used.
  public var alphabet: Alphabet
  /// What text is set off by.
  public var ink: Ink
  /// What it is made for.
  public var medium: Medium
  /// The lines of the window, in which a picture is to be seen whole; `nil` where there is none.
  var height: Int?
  /// Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  var callsExp = false

  /// A style.
  public init(
    width: Int = 80, alphabet: Alphabet = .unicode, ink: Ink = .none, medium: Medium = .file
  ) {
    self.width = width
    self.alphabet = alphabet
    self.ink = ink
    self.medium = medium
  }

  /// The narrowest that a page is laid out; in a narrower window its lines are cut, and have no ink.
  public static let narrowestPage = 20

  /// Lays out transcripts so.
  public var renderer: TextRenderer {
    TextRenderer(
      width: width, alphabet: alphabet, ink: width >= Style.narrowestPage ? ink : .none, medium: medium,
      height: height, callsExp: callsExp)
  }

  /// Words of Longhand's own, with the characters that may be used.
  public func words(_ text: String) -> String { alphabet.ownWords(text) }

  /// Whether there is ink.
  public var isInked: Bool { ink != .none }

  /// Text in the terminal's inverse colours ("Select Graphic Rendition" 7 of ECMA-48).
  public func inverse(_ text: String) -> String { isInked ? "\u{1B}[7m\(text)\u{1B}[0m" : text }

  /// Bold text.
  public func bold(_ text: String) -> String { isInked ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
