/// How a terminal sets a stretch of text off ("Select Graphic Rendition" of ECMA-48).
package struct Attributes: Hashable, Sendable {
  /// Bold.
  package var isBold = false
  /// Faint, for what is less than the rest.
  package var isFaint = false
  /// In italics.
  package var isItalic = false
  /// Underlined.
  package var isUnderlined = false
  /// With the colours of text and ground exchanged: the one way to have a ground that every theme is right for.
  package var isReversed = false
  /// The colour of the text; `nil` for that of all text.
  package var color: TerminalColor?
  /// The colour of the text in 24 bits, which stands for the other one where there are so many.
  package var tint: Tint?
  /// The colour of the ground in 24 bits.
  package var ground: Tint?

  /// The attributes without their colours.
  package var withoutColor: Attributes {
    var attributes = self
    (attributes.color, attributes.tint, attributes.ground) = (nil, nil, nil)
    return attributes
  }

  /// The text between what switches the attributes on and off again, as far as there is ink for them.
  func inked(_ text: String, in ink: Ink) -> String {
    let codes = codes(in: ink)
    return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  private func codes(in ink: Ink) -> [String] {
    switch ink {
    case .none: []
    case .type: typeCodes
    case .sixteen: typeCodes + colorCodes
    case .full:
      typeCodes + (tint.map { ["38;2;\($0.codes)"] } ?? colorCodes)
        + (ground.map { ["48;2;\($0.codes)"] } ?? [])
    }
  }

  private var typeCodes: [String] {
    // A picture is drawn anew many times a second, and hardly anything in it has one.
    guard isBold || isFaint || isItalic || isUnderlined || isReversed else { return [] }
    return [(isBold, "1"), (isFaint, "2"), (isItalic, "3"), (isUnderlined, "4"), (isReversed, "7")]
      .filter(\.0).map(\.1)
  }

  private var colorCodes: [String] { color.map { ["\($0.rawValue)"] } ?? [] }
}

/// Those of a terminal's 16 colours that can be read on light and on dark grounds; the raw values are their codes.
///
/// Black and white are the ground itself somewhere; yellow, and what is brighter than it, is not seen on white.
package enum TerminalColor: Int, CaseIterable, Sendable {
  case red = 31
  case green = 32
  case blue = 34
  case magenta = 35
  case cyan = 36
  case brightRed = 91
  case brightBlue = 94
  case brightMagenta = 95
}
