import Rendering

extension Style {
  /// A line in which a text is set off in the terminal's inverse colours, wherever it stands; capitals do not matter. A line
  /// may have ink of its own, and nothing else that steers a terminal.
  func highlighting(_ text: String, in line: String) -> String {
    guard isInked else { return line }
    let pieces = InkedLine(line).pieces
    let wanted = text.lowercased().map(String.init)
    let shown = pieces.indices.filter { !pieces[$0].isInk }
    let characters = shown.map { pieces[$0].text.lowercased() }
    guard !wanted.isEmpty, characters.count >= wanted.count else { return line }
    var inside: Set<Int> = []
    for start in 0...characters.count - wanted.count
    where characters[start..<start + wanted.count].elementsEqual(wanted) {
      inside.formUnion(shown[start]...shown[start + wanted.count - 1])
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
  /// Whether a text stands in the line, ink aside; capitals do not matter.
  func shows(_ text: String) -> Bool {
    InkedLine(self).pieces.filter { !$0.isInk }.map(\.text).joined().lowercased().contains(text.lowercased())
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
