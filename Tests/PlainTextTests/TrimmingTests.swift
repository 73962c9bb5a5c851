import PlainText
import Testing

/// What is blank at the ends of a text.
@Suite("Trimming")
struct TrimmingTests {
  @Test(
    "takes away what is blank at the ends, and nothing else",
    arguments: [
      ("", ""), (" ", ""), (" \t\r\n\u{A0}\u{2003}", ""), ("a", "a"), ("  a b  ", "a b"),
      ("\na\t\tb\r\n", "a\t\tb"),
      ("é ", "é"), (" −1", "−1"), ("e\u{301}\n", "é"), ("\u{200B}a", "\u{200B}a"),
      (" 👩‍👩‍👧 ", "👩‍👩‍👧"), ("\u{7F}", "\u{7F}"),
    ])
  func trimmed(text: String, expected: String) {
    #expect(text.trimmed == expected)
    #expect(text[...].trimmed == expected)
    #expect(expected.trimmed == expected)
  }
}
