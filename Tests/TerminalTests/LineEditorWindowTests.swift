import PlainText
import Terminal
import TestSupport
import Testing

@Suite struct LineEditorWindowTests {
  private func editor(_ text: String, cursor: Int) -> LineEditor {
    var editor = LineEditor()
    _ = editor.handle(.pasted(text))
    while editor.cursor > cursor { _ = editor.handle(.left) }
    return editor
  }

  @Test(arguments: [
    ("", 0, 10, "", 0), ("abc", 3, 10, "abc", 3), ("abc", 1, 4, "abc", 1),
    // The cursor needs a column of its own behind the text.
    ("abcd", 4, 4, "…cd", 3), ("abcd", 0, 4, "abc…", 0),
    ("abcdefghij", 0, 6, "abcde…", 0), ("abcdefghij", 4, 6, "abcde…", 4), ("abcdefghij", 5, 6, "…defg…", 3),
    ("abcdefghij", 10, 6, "…ghij", 5), ("abcdefghij", 9, 6, "…ghij", 4),
    ("漢字漢字漢字", 0, 6, "漢字…", 0), ("漢字漢字漢字", 6, 6, "…漢字", 5), ("漢字", 1, 3, "字", 0),
    ("e\u{301}e\u{301}", 2, 3, "e\u{301}e\u{301}", 2),
    ("abc", 3, 1, "", 0), ("abc", 1, 1, "b", 0), ("漢", 0, 1, "", 0), ("abc", 2, 0, "", 0),
  ])
  func `The stretch around the cursor is shown`(
    text: String, cursor: Int, width: Int, expected: String, column: Int
  ) {
    let shown = editor(text, cursor: cursor).visible(width: width)
    #expect(shown.text == expected)
    #expect(shown.cursorColumn == column)
  }

  @Test func `Any text fits any window, with the cursor in it`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<3_000 {
      let letters: [Character] = ["a", "b", "c", "d", "漢", "字", "🚀", "é", "e\u{301}", "\u{200B}"]
      let count = Int.random(in: 0...40, using: &random)
      let text = String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
      let editor = editor(text, cursor: Int.random(in: 0...text.count, using: &random))
      let width = Int.random(in: 1...30, using: &random)
      let ellipsis = ["…", "...", ""].randomElement(using: &random) ?? ""
      let (shown, column) = editor.visible(width: width, ellipsis: ellipsis)

      #expect(displayWidth(shown) <= width)
      #expect((0..<width).contains(column))
      if displayWidth(text) + 1 < width {
        #expect(shown == text)
        #expect(column == displayWidth(String(text.prefix(editor.cursor))))
      } else if displayWidth(text) >= width, !ellipsis.isEmpty, width >= 8 {
        // What is shown stands in the text, an ellipsis stands for the rest, and the cursor is on its own character.
        let isCutBefore = shown.hasPrefix(ellipsis)
        let isCutAfter = shown.hasSuffix(ellipsis)
        let inner = shown.dropFirst(isCutBefore ? ellipsis.count : 0).dropLast(
          isCutAfter ? ellipsis.count : 0)
        #expect(isCutBefore || isCutAfter)
        #expect(isCutBefore || text.hasPrefix(inner))
        #expect(isCutAfter || text.hasSuffix(inner))
        #expect(text.contains(inner))
        var columns = 0
        let before = shown.prefix { character in
          defer { columns += displayWidth(character) }
          return columns < column
        }
        #expect(displayWidth(String(before)) == column)
        if let current = text.dropFirst(editor.cursor).first, displayWidth(current) == 0 { continue }
        let under = shown.dropFirst(before.count).first { displayWidth($0) > 0 }
        #expect(under == text.dropFirst(editor.cursor).first)
      }
    }
  }

  @Test func `The text stands still while the cursor moves within half a window`() {
    let text = (100..<166).map { "\($0)" }.joined()
    var editor = editor(text, cursor: text.count)
    var moves = 0
    var last = editor.visible(width: 40).text
    while editor.cursor > 0 {
      _ = editor.handle(.left)
      let next = editor.visible(width: 40).text
      if next != last { moves += 1 }
      last = next
    }
    #expect((5...10).contains(moves))
  }
}
