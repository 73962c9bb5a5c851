import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\n\rd", ["a", "b", "c", "", "d"]),
    ("\r\r\n", ["", "", ""]),
  ])
  func `Lines end at LF, CRLF and CR`(text: String, lines: [String]) {
    let file = SourceFile(name: "a.md", text: text)
    #expect(file.lines.map { file[$0] } == lines)
  }

  @Test(arguments: [
    ("", 0, 1, 1), ("ab\ncd", 1, 1, 2), ("ab\ncd", 2, 1, 3), ("ab\ncd", 3, 2, 1), ("ab\ncd", 5, 2, 3),
    ("a\r\nb", 2, 1, 2), ("a\r\nb", 3, 2, 1), ("∂x", 3, 1, 2), ("\u{FEFF}x", 0, 1, 1), ("\u{FEFF}x", 3, 1, 1),
    ("\u{FEFF}x", 4, 1, 2),
  ])
  func `Places are counted as a person counts`(text: String, offset: Int, line: Int, column: Int) {
    let location = SourceFile(name: "a.md", text: text).location(of: offset)
    #expect(location.line == line && location.column == column)
  }

  @Test func `Far into a line code points are counted`() {
    let file = SourceFile(name: "a.md", text: String(repeating: "∂", count: 10_000) + "x")
    #expect(file.location(of: 30_000).column == 10_001)
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0x61, 0x0A, 0x62, 0xC3], 2), ([0x0A, 0x0A, 0xED, 0xA0, 0x80], 3), ([0xC0, 0x80], 1),
    ] as [([UInt8], Int)])
  func `A file that is not UTF-8 is refused with the line`(bytes: [UInt8], line: Int) {
    #expect {
      try SourceFile(name: "a.md", bytes: bytes)
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.message
        == "this file is not UTF-8 text: line \(line) has a byte that is no part of a character"
        && diagnostic?.hint == "save the file as UTF-8"
    }
  }

  @Test func `The bytes are kept as they were read`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A, 0x62]
    let file = try SourceFile(name: "a.md", bytes: bytes)
    #expect(file.bytes == bytes)
  }
}
