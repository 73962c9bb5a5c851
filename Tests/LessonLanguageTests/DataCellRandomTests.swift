import Diagnostics
import LessonLanguage
import TestSupport
import Testing

@Suite("Random data cells")
struct DataCellRandomTests {
  @Test("CSV that is written at random is read back, digit by digit", arguments: 0..<20)
  func readBack(seed: UInt64) throws {
    var writer = RandomCSV(seed: seed)
    for _ in 0..<20 {
      let (text, columns, rows) = writer.cell()
      let file = SourceFile(name: "lesson.md", text: text)
      let (read, diagnostics) = parseData(file, file.whole)
      #expect(diagnostics == [], "\(text)")
      #expect(read?.columns.map(\.text) == columns, "\(text)")
      #expect(read?.rows.map { $0.map(\.text) } == rows, "\(text)")
      for number in read?.rows.joined() ?? [].joined() {
        #expect(Double(number.text) == number.value, "\(text)")
        let written = file[number.range].replacing("−", with: "-")
        #expect(written == number.text || written == "+" + number.text, "\(text)")
      }
      for column in read?.columns ?? [] { #expect(file[column.range] == column.text, "\(text)") }
    }
  }

  static let pieces = [
    ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", " ", "\t", "\u{A0}", "0", "1", "2.5", "-3",
    "−4e2", "x", "y1", "pi", "#", ";", ".5", "1e999", "é", "e\u{301}", "\u{301}", "🙂", "\u{0}", "\u{FEFF}",
    "nan",
    "x,y\n", "1,2\n", "\"x\",\"y\"\n",
  ]

  @Test("a soup of pieces is read or told, with every place in the cell", arguments: 0..<10)
  func soup(seed: UInt64) {
    var generator = SplitMix64(seed: 100 + seed)
    for _ in 0..<300 {
      let count = Int.random(in: 0..<30, using: &generator)
      let body = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }
      .joined()
      let file = SourceFile(name: "lesson.md", text: "1,\"2\n" + body + "\"3,4")
      let range = SourceRange(5, 5 + body.utf8.count)
      let (rows, diagnostics) = parseData(file, range)
      #expect((rows == nil) == !diagnostics.isEmpty, "\(body)")
      for place in diagnostics.map(\.range) + (rows?.rows.joined().map { Optional($0.range) } ?? []) {
        #expect(place.map { range.contains($0) } == true, "\(body)")
      }
      let starts = diagnostics.compactMap { $0.range?.lowerBound }
      #expect(starts == starts.sorted(), "\(body)")
      for mistake in diagnostics {
        #expect(mistake.message.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }, "\(mistake)")
      }
      for row in rows?.rows ?? [] { #expect(row.count == rows?.columns.count, "\(body)") }
    }
  }
}

/// Writes data cells of every shape that the format allows.
private struct RandomCSV {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// A cell with its names and digits.
  mutating func cell() -> (text: String, columns: [String], rows: [[String]]) {
    let width = Int.random(in: 1...5, using: &generator)
    let columns = (0..<width).map { pick(["x", "größe_", "W", "名"]) + "\($0)" }
    let rows = (0..<Int.random(in: 1...8, using: &generator)).map { _ in (0..<width).map { _ in digits() } }
    var text = blankLines()
    for record in [columns] + rows {
      text += record.map { field($0) }.joined(separator: ",") + pick(["\n", "\r\n", "\r"]) + blankLines()
    }
    if chance(3) { while text.last?.isNewline == true { text.removeLast() } }
    return (text, columns, rows)
  }

  private mutating func digits() -> String {
    var text = chance(3) ? "-" : ""
    text += number(upTo: 6)
    if chance(2) { text += "." + number(upTo: 8) }
    if chance(3) {
      text += pick(["e", "E"]) + pick(["", "-", "+"]) + String(Int.random(in: 0...30, using: &generator))
    }
    return text
  }

  private mutating func number(upTo count: Int) -> String {
    String((0..<Int.random(in: 1...count, using: &generator)).map { _ in pick(Array("0123456789")) })
  }

  private mutating func field(_ text: String) -> String {
    var text = text
    if text.hasPrefix("-"), chance(2) { text = "−" + text.dropFirst() }
    if text.first?.isASCII == true, text.first?.isNumber == true, chance(6) { text = "+" + text }
    if chance(4) { text = "\"" + blanks() + text + blanks() + "\"" }
    return blanks() + text + blanks()
  }

  private mutating func blanks() -> String { pick(["", "", "", " ", "  ", "\t", "\u{A0}"]) }

  private mutating func blankLines() -> String {
    (0..<(chance(4) ? 2 : 0)).map { _ in pick([" ", "", "\t"]) + pick(["\n", "\r\n"]) }.joined()
  }

  private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }
}
