import PlainText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("plain text", 10), ("∂E/∂w₅ · ½ − σ ←", 16), ("ä", 1), ("e\u{301}", 1),
    ("\u{301}", 0), ("\u{200D}", 0), ("\u{200B}", 0), ("\u{2060}x", 1), ("\u{FEFF}", 0), ("\u{AD}", 1),
    ("漢字", 4), ("ﾊﾝ", 2), ("ｆｕ", 4), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1161}", 0),
    ("，", 2), ("𠀀", 2), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇨🇿", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("✓", 1),
    ("é\u{327}\u{301}", 1), ("…", 1), ("\n", 0), ("\u{1B}", 1), ("a\tb", 3), ("\u{202E}", 1), ("क्षि", 1),
    ("שלום", 4), ("\u{FFFD}", 1),
  ])
  func `Characters as a reader sees them count once`(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test func `A mountain of marks on one letter is one column`() {
    #expect(displayWidth("z" + String(repeating: "\u{301}", count: 100_000)) == 1)
  }

  @Test(arguments: ["a\tb", "\u{1B}[31m", "x\u{202E}y", "\u{7F}", "\u{85}", "\u{2028}"])
  func `A text is as wide as what is printed of it`(text: String) {
    #expect(displayWidth(text) == displayWidth(text.harmless))
  }

  @Test func `a text is as wide as its characters, whatever they are`() {
    // Each of the scalars that are most used, alone, behind a letter of another width, and before a mark.
    for value in UInt32(0x20)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "漢" + String(scalar), String(scalar) + "\u{301}x"] {
        let sum = text.reduce(0) { $0 + displayWidth($1) }
        #expect(displayWidth(text) == sum, "U+\(String(value, radix: 16))")
      }
    }
  }
}
