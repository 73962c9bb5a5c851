extension TeXDialect {
  /// The most letters of a name between which no line is broken.
  private static let longestWhole = 24

  /// A name in italic letters, cut where a line may be broken: very long ones only.
  func pieces(ofName name: String) -> [TeXText] {
    guard name.count > Self.longestWhole else { return [whole(name)] }
    var pieces: [TeXText] = []
    var rest = name[...]
    while !rest.isEmpty {
      pieces.append(whole(String(rest.prefix(Self.longestWhole))))
      rest = rest.dropFirst(Self.longestWhole)
    }
    return pieces
  }

  private func whole(_ name: String) -> TeXText {
    let open = name.firstIndex(of: "[") ?? name.endIndex
    let family = String(name[..<open])
    var result = TeXText()
    if !family.isEmpty { result += self == .latex ? latexName(family) : markdownName(family) }
    // The indices of an element: `W[1,2]`.
    if open < name.endIndex { result += upright(String(name[open...])) }
    return result
  }

  private func latexName(_ name: String) -> TeXText {
    TeXText("\\lhname{" + LaTeXText.escaped(name) + "}", width: TeXWidths.width(of: name))
  }

  /// A name for MathJax and KaTeX: what stands behind an underscore is lowered.
  private func markdownName(_ name: String) -> TeXText {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    let isLowered =
      parts.count > 1 && parts.count <= 3 && parts.allSatisfy { $0.allSatisfy(\.isNameLetter) && !$0.isEmpty }
    guard isLowered else {
      // An underscore that nothing can be lowered by is drawn.
      let drawn = parts.map { letters(of: $0).text }.joined(separator: "\\rule{0.5em}{0.06em}")
      return TeXText("\\mathit{" + drawn + "}", width: TeXWidths.width(of: name))
    }
    var text = ""
    for part in parts.reversed() {
      let own = letters(of: part).text
      text = text.isEmpty ? own : own + "_" + (text.count == 1 ? text : "{" + text + "}")
    }
    return TeXText("\\mathit{" + text + "}", width: TeXWidths.width(of: name))
  }

  /// Letters for MathJax and KaTeX, accents and Greek ones as commands.
  private func letters(of text: Substring) -> TeXText {
    var result = TeXText()
    for character in text {
      let scalars = Array(character.unicodeScalars)
      let accents = scalars.dropFirst().compactMap(TeXSymbols.accent)
      if let symbol = TeXSymbols.command(scalars[0]), scalars.count == 1 {
        result += TeXText(symbol.text + " ", width: symbol.width)
      } else if !accents.isEmpty, accents.count == scalars.count - 1, accents.count < 3,
        character.isNameLetter
      {
        result.text +=
          accents.map { "\\" + $0 + "{" }.joined() + MarkdownText.inMathematics(String(scalars[0]))
        result.text += accents.map { _ in "}" }.joined()
      } else if let (letter, accent) = TeXSymbols.decomposed(scalars[0]), scalars.count == 1 {
        result.text += "\\\(accent){\(letter)}"
      } else {
        result.text += MarkdownText.inMathematics(String(character))
      }
    }
    // No space is left at the end, where nothing is kept apart.
    while result.text.hasSuffix(" ") { result.text.removeLast() }
    return result
  }

  /// Signs and digits between brackets.
  private func upright(_ text: String) -> TeXText {
    var result = TeXText()
    for character in text {
      switch character {
      case "[", "]": result += TeXText(String(character), width: 0.3)
      case ",": result += TeXText(",", width: 0.5)
      case _ where character.isASCII && (character.isLetter || character.isNumber):
        result += TeXText(String(character), width: 0.56)
      default:
        result += self == .latex ? latexName(String(character)) : markdownName(String(character))
      }
    }
    return result
  }
}

extension Character {
  /// Whether it is a letter or a digit.
  fileprivate var isNameLetter: Bool { isLetter || isNumber }
}
