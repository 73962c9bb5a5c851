/// What a character can be in calc.
extension Unicode.Scalar {
  /// Whether a name may begin with it: a letter of any script.
  var isLetter: Bool {
    if isASCII { return Unicode.Scalar.isLetter(UInt8(truncatingIfNeeded: value)) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Whether a byte is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A
  }

  /// Whether a name may go on with it wherever it stands: a letter, a digit of any script, `_`.
  var isNamePart: Bool {
    isLetter || self == "_" || isASCIIDigit || (!isASCII && properties.generalCategory == .decimalNumber)
  }

  /// Whether it is a mark, such as an accent, that belongs to the letter before it.
  var isCombiningMark: Bool {
    if isASCII { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether it is a small digit or letter below the line: `₁`, `ᵢ` is a letter.
  var isSubscript: Bool { ("\u{2080}"..."\u{208E}").contains(self) }

  /// The digit or sign that a small one above the line stands for: 2 for `²`.
  var ofSuperscript: Character? {
    switch self {
    case "²": "2"
    case "³": "3"
    case "¹": "1"
    case "⁻": "-"
    case "ⁿ": "n"
    case "⁰", "⁴"..."⁹": Character(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value - 0x2070)))
    default: nil
    }
  }

  /// The digit or sign that a small one below the line stands for: 2 for `₂`.
  var ofSubscript: Character? {
    switch self {
    case "₀"..."₉": Character(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value - 0x2080)))
    case "₊": "+"
    case "₋": "-"
    default: nil
    }
  }

  /// Whether it is one of the digits that numbers are written with.
  var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether it stands for nothing but room: space, tab, and the spaces that pasted text brings along.
  var isBlank: Bool {
    if isASCII { return value == 0x20 || value == 0x09 }
    return properties.generalCategory == .spaceSeparator
  }

  /// Whether a reader sees it, so that a message may show it.
  var isVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }

  /// Its code point as Unicode writes it: `U+001B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What is probably meant by a character that has no meaning in calc, as code.
  var calcSpelling: String? {
    Unicode.Scalar.calcSpellings.first { $0.character == self }?.spelling
  }

  /// Characters that keyboards, editors and blackboards write for something that calc writes otherwise.
  static let calcSpellings: [(character: Unicode.Scalar, spelling: String)] = [
    ("•", "*"), ("⁄", "/"),
    ("–", "-"), ("—", "-"), ("‐", "-"), ("‑", "-"), ("＋", "+"), ("＝", "="), ("（", "("), ("）", ")"),
    ("∧", "and"), ("∨", "or"), ("¬", "not"), ("…", "..."), ("⇐", "<-"), ("≔", "="), ("½", "0.5"),
    ("¼", "0.25"), ("¾", "0.75"), ("√", "sqrt(x)"), ("∑", "sum(x)"), ("∏", "product(x)"), ("𝜕", "∂"),
    ("∓", "±"), ("⟨", "dot(x, y)"), ("∇", "∂E/∂w"), ("∈", "in"),
    ("°", "*pi/180"),
    ("⌊", "floor(x)"), ("⌈", "-floor(-x)"),
  ]
}

extension String {
  /// The text with digits on the line in the place of those below it: `1` for `₁`.
  var withPlainSubscripts: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          scalar.ofSubscript.flatMap { $0.unicodeScalars.first } ?? scalar
        }))
  }
}
