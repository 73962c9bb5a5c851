import Testing

/// A text for a terminal, read back: each character with what switches its ink on, without the code that wrote it.
struct InkedText {
  /// A character and its codes, `"1;36"` say; none for one without ink.
  struct Cell: Equatable {
    let character: Character
    let codes: String
  }

  /// The lines.
  private(set) var lines: [[Cell]] = []

  /// Reads a text. What is no code for ink, or is not switched off at the end of its line, is an issue.
  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var cells: [Cell] = []
      var codes = ""
      for (index, piece) in line.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated() {
        var rest = piece[...]
        if index > 0 {
          guard let match = rest.prefixMatch(of: /\[([0-9;]+)m/) else {
            Issue.record("no code for ink: \(piece)")
            continue
          }
          codes = match.output.1 == "0" ? "" : String(match.output.1)
          rest = rest[match.range.upperBound...]
        }
        cells += rest.map { Cell(character: $0, codes: codes) }
      }
      #expect(codes == "", "ink is left on: \(line)")
      lines.append(cells)
    }
  }

  /// The stretches with the given codes.
  func stretches(_ codes: String) -> [String] {
    lines.flatMap { line in
      line.split { $0.codes != codes }.map { String($0.map(\.character)) }
    }
  }

  /// All codes, one by one.
  var codes: Set<String> {
    Set(lines.joined().flatMap { $0.codes.split(separator: ";").map(String.init) })
  }
}
