import PlainText
import Testing

@Suite struct HarmlessTests {
  @Test(arguments: [
    ("plain ASCII, ~ and\nlines", "plain ASCII, ~ and\nlines"),
    ("∂ σ 漢字 🙂 👩‍👩‍👧 é\u{301}", "∂ σ 漢字 🙂 👩‍👩‍👧 é\u{301}"),
    ("a\tb", "a b"), ("a\r\nb", "a\u{FFFD}\nb"),
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{0}\u{7}\u{8}\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("\u{202E}abc\u{202C}", "\u{FFFD}abc\u{FFFD}"),
    ("\u{2066}a\u{2069}", "\u{FFFD}a\u{FFFD}"), ("a\u{2028}b\u{2029}c", "a\u{FFFD}b\u{FFFD}c"),
  ])
  func `Controls become replacement characters and the rest stays`(text: String, expected: String) {
    #expect(text.harmless.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\rb", "a b"), ("a\n\nb", "a  b"), ("a\tb", "a b"),
    ("\u{1B}]0;x\u{7}", "\u{FFFD}]0;x\u{FFFD}"), ("plain", "plain"),
  ])
  func `A line ending becomes a space where a line is meant`(text: String, expected: String) {
    #expect(text.harmlessLine == expected)
  }

  @Test func `No scalar of Unicode leaves a control behind`() {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(all))
    let left = text.harmless.unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return category == .control || category == .lineSeparator || category == .paragraphSeparator
    }
    #expect(left.map { $0 } == ["\n"])
    #expect(!text.harmlessLine.unicodeScalars.contains("\n"))
  }
}
