internal import PlainText

/// Text for LaTeX.
enum LaTeXText {
  /// The text so that LaTeX prints it and does nothing else: on one line, what is a command to TeX as the sign that it is.
  ///
  /// Letters that Latin Modern lacks, and marks that combine in no way that LaTeX knows, are shown by their numbers in
  /// Unicode, in a frame: neither engine stops at them. The result stands on its own in text, in `\text{…}` and in arguments.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for character in text.harmlessLine {
      let scalars = Array(character.unicodeScalars)
      if scalars.count == 1 {
        // Two of these in a row would be one other sign.
        if ligatures.contains(scalars[0]), previous == scalars[0] { result += "{}" }
        result += escaped(scalars[0])
      } else if scalars.count == 2, scalars[0].isASCIILetter, let accent = TeXSymbols.accent(scalars[1]) {
        result += "$\\\(accent){\\text{\(scalars[0])}}$"
      } else {
        result += scalars.map(escaped).joined()
      }
      previous = scalars[scalars.count - 1]
    }
    return result
  }

  /// Running text: the same, and long words may be broken anywhere.
  static func prose(_ text: String) -> String { broken(text, longest: 24) { _ in false } }

  /// Code within running text, for a typewriter's letters: it may be broken behind a sign.
  static func code(_ text: String) -> String {
    broken(text, longest: 16) { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }
  }

  /// A text for bookmarks and the title of the file, where there are no boxes: letters that the fonts lack are numbers.
  static func plain(_ text: String) -> String {
    text.harmlessLine.unicodeScalars.map { scalar in
      if scalar.value < 0x80 || isInLatinModern(scalar) { return escaped(scalar) }
      if let command = TeXSymbols.command(scalar) {
        return command.text.hasPrefix("\\") ? String(command.text.dropFirst()) : command.text
      }
      if let sign = replacements[scalar] { return sign }
      return scalar.properties.generalCategory == .nonspacingMark ? "" : "U+" + hexadecimal(scalar)
    }.joined()
  }

  private static let replacements: [Unicode.Scalar: String] = [
    "’": "'", "‘": "'", "“": "''", "”": "''", "–": "-", "—": "-", "…": "...", "½": "1/2", "¼": "1/4",
    "²": "2", "³": "3",
  ]

  private static func broken(_ text: String, longest: Int, behind isBreak: (Character) -> Bool) -> String {
    let text = text.harmlessLine
    var pieces: [String] = []
    var piece = ""
    var length = 0
    var run = 0
    for character in text {
      piece.append(character)
      length += 1
      run = character == " " ? 0 : run + 1
      if run >= longest || (run > 0 && isBreak(character)) {
        pieces.append(piece)
        piece = ""
        run = 0
      }
    }
    pieces.append(piece)
    return pieces.map(escaped).joined(separator: "\\allowbreak{}")
  }

  private static let ligatures: Set<Unicode.Scalar> = ["-", "'", ",", "<", ">", "!", "?"]

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if let sign = signs[scalar] { return sign }
    if (0x20...0x7E).contains(scalar.value) { return String(scalar) }
    if let command = TeXSymbols.command(scalar) {
      return command.text.count > 1 ? "$\(command.text)$" : "$\(command.text)$"
    }
    if isInLatinModern(scalar) { return String(scalar) }
    return "\\lhchar{" + hexadecimal(scalar) + "}"
  }

  /// The letters with which both engines have always printed names of Europe.
  private static func isInLatinModern(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xFF: scalar != "×" && scalar != "÷"
    case 0x100...0x107, 0x10A...0x111, 0x118...0x11F, 0x130, 0x139...0x13E, 0x141...0x148, 0x150...0x155,
      0x158...0x15B:
      true
    case 0x15E...0x165, 0x16E...0x171, 0x174...0x17E: true
    default: false
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static let signs: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}",
    "|": "\\textbar{}", "\"": "\\textquotedbl{}", "`": "\\textasciigrave{}",
    "’": "\\textquoteright{}", "‘": "\\textquoteleft{}", "“": "\\textquotedblleft{}",
    "”": "\\textquotedblright{}",
    "–": "\\textendash{}", "—": "\\textemdash{}", "…": "\\ldots{}", "§": "\\S{}", "©": "\\textcopyright{}",
    "°": "\\textdegree{}", "•": "\\textbullet{}", "\u{A0}": "~", "½": "$\\tfrac{1}{2}$",
    "¼": "$\\tfrac{1}{4}$",
    "¾": "$\\tfrac{3}{4}$", "⅓": "$\\tfrac{1}{3}$", "⅔": "$\\tfrac{2}{3}$", "✓": "$\\checkmark$",
    "✗": "$\\times$",
    "⁻": "$^{\\lhsay{207B}{-}}$", "⁰": "$^{\\lhsay{2070}{0}}$", "¹": "$^{\\lhsay{00B9}{1}}$",
    "²": "$^{\\lhsay{00B2}{2}}$", "³": "$^{\\lhsay{00B3}{3}}$", "⁴": "$^{\\lhsay{2074}{4}}$",
    "⁵": "$^{\\lhsay{2075}{5}}$",
    "⁶": "$^{\\lhsay{2076}{6}}$", "⁷": "$^{\\lhsay{2077}{7}}$", "⁸": "$^{\\lhsay{2078}{8}}$",
    "⁹": "$^{\\lhsay{2079}{9}}$",
  ]
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { properties.isAlphabetic && value < 0x80 }
}
