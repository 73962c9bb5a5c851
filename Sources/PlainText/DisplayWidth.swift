/// The number of columns that `text` takes on a terminal.
///
/// A character as a reader sees it (a grapheme cluster) counts once: 2 for wide East Asian characters and emoji, 0 for
/// marks and format characters that stand alone, else 1. What `harmless` replaces counts as its replacement, 1; a line
/// feed counts 0. The answer is the same whatever the locale. Cost: O(n).
public func displayWidth(_ text: String) -> Int {
  if text.isPrintableASCII() { return text.utf8.count }
  var count = 0
  for scalar in text.unicodeScalars {
    guard scalar.isPlain else { return wholeWidth(text) }
    count += 1
  }
  return count
}

/// The columns of a text, character by character.
private func wholeWidth(_ text: String) -> Int {
  text.reduce(0) { $0 + displayWidth($1) }
}

/// The number of columns that one character takes on a terminal: 0, 1 or 2.
public func displayWidth(_ character: Character) -> Int {
  var width = 0
  var last: Unicode.Scalar?
  for scalar in character.unicodeScalars {
    if scalar == "\u{FE0F}", let last, last.properties.isEmoji { return 2 }
    last = scalar
    width = max(width, scalar.columns)
    if width == 2 { return 2 }
  }
  return width
}

extension Unicode.Scalar {
  /// Whether the scalar is one of the letters and signs of which formulas are full: each is a character of its own, and
  /// takes one column. To know that of these at once saves most of the time that it takes to lay a page out.
  fileprivate var isPlain: Bool {
    if value < 0x7F { return value >= 0x20 }
    if value < 0x300 { return value >= 0xA1 && value != 0xAD }
    // Greek, and mathematical operators.
    return value >= 0x391 && value <= 0x3C9 && value != 0x3A2 || value >= 0x2200 && value <= 0x22FF
  }

  /// The columns of the scalar when it stands alone.
  fileprivate var columns: Int {
    if (0x20...0x7E).contains(value) { return 1 }
    if self == "\n" { return 0 }
    if isSteering { return 1 }
    if isVisibleFormat { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Hangul vowels and finals are drawn into the syllable before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
  }

  /// Whether the scalar is a format character that is drawn all the same: soft hyphen, Arabic number signs and kin.
  private var isVisibleFormat: Bool {
    switch value {
    case 0xAD, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// Whether the scalar is Wide or Fullwidth (Unicode Standard Annex 11), by blocks; emoji are told apart otherwise.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F: true  // Hangul initials
    case 0x2329...0x232A: true
    case 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF: true  // CJK, kana, Yi
    case 0xA960...0xA97F, 0xAC00...0xD7A3: true  // Hangul
    case 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: true  // compatibility forms
    case 0xFF01...0xFF60, 0xFFE0...0xFFE6: true  // fullwidth forms
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF: true  // Tangut, Khitan, kana supplements
    case 0x1F200...0x1F265: true
    case 0x20000...0x2FFFD, 0x30000...0x3FFFD: true  // supplementary ideographs
    default: false
    }
  }
}
