import Diagnostics
import LessonLanguage
import Testing

@Suite("Hostile data cells")
struct DataCellHostileTests {
  /// How often the piece of a cell is repeated: so often that work which grows with the square would not end.
  static let count = 20_000

  @Test(
    "a cell of absurd shape is told in a moment",
    arguments: [
      "\"", "\"\"", "\"\"\"", ",", "\n", "#", ";", " ", "x ", "1 ", "1", "1.", "-", "\u{A0}", "\u{301}",
      "\"\n",
      "\"\"\"\"\n", "\u{0}", "x\u{301}\u{323}", "\u{301}\u{323}", "+1,", "\",\"", "e9", "(",
    ])
  func repeated(piece: String) {
    let mass = String(repeating: piece, count: Self.count)
    for text in [mass, "x\n" + mass, "x, y\n1, 2\n" + mass, "a" + mass + ", a" + mass + "\n1, 2"] {
      let file = SourceFile(name: "lesson.md", text: text)
      let (rows, diagnostics) = parseData(file, file.whole)
      #expect((rows == nil) == !diagnostics.isEmpty)
      #expect(diagnostics.count <= 100)
      for mistake in diagnostics {
        #expect(mistake.message.unicodeScalars.count < 200)
        _ = mistake.text(in: file)
      }
    }
  }

  @Test("names with many marks are refused before they are compared")
  func marks() {
    let name = "a" + String(repeating: "\u{301}\u{323}", count: Self.count)
    let file = SourceFile(name: "lesson.md", text: "\(name), \(name)\n1, 2")
    #expect(
      parseData(file, file.whole).diagnostics.map(\.message)
        == Array(repeating: "a name of more than 200 bytes is too long for a column", count: 2))
  }
}
