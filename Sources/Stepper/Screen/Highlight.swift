import Rendering

extension Style {
  /// A line in which a text is set off in the terminal's inverse colours, wherever it stands. A line
  /// may have ink of its own, and nothing else that steers a terminal.
  func highlighting(_ text: String, in line: String) -> String {
    guard isInked else { return line }
    let pieces = InkedLine(line).pieces
    let shown = pieces.indices.filter { !pieces[$0].isInk }
    var inside: Set<Int> = []
    for range in SoughtText(text).ranges(in: shown.map { pieces[$0].text.lowercased().first ?? " " }) {
      inside.formUnion(shown[range.lowerBound]...shown[range.upperBound - 1])
    }
    var result = ""
    for (index, piece) in pieces.enumerated() {
      let isInside = inside.contains(index)
      // Ink that ends, or begins, within the text would end the reversal with it.
      if isInside, !inside.contains(index - 1) || pieces[index - 1].isInk { result += "\u{1B}[7m" }
      result += piece.text
      if isInside, !inside.contains(index + 1) { result += "\u{1B}[27m" }
    }
    return result
  }
}

extension String {
  /// Whether a text stands in the line, ink aside.
  func shows(_ text: String) -> Bool {
    SoughtText(text).isIn(InkedLine(self).pieces.filter { !$0.isInk }.map(\.text).joined())
  }
}

/// A line in its characters, and what switches ink on and off between them.
private struct InkedLine {
  /// A character, or a sequence of "Select Graphic Rendition".
  struct Piece {
    let text: String
    let isInk: Bool
  }

  private(set) var pieces: [Piece] = []

  init(_ line: String) {
    var rest = line[...]
    while let first = rest.first {
      if first == "\u{1B}", let end = rest.firstIndex(of: "m") {
        pieces.append(Piece(text: String(rest[...end]), isInk: true))
        rest = rest[rest.index(after: end)...]
      } else {
        pieces.append(Piece(text: String(first), isInk: false))
        rest.removeFirst()
      }
    }
  }
}
