import PlainText
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("one two three", 9, ["one two", "three"]),
    ("one two three", 13, ["one two three"]),
    ("  one   two  ", 80, ["one two"]),
    ("a\nb", 80, ["a", "b"]),
    ("a\n\nb\n", 80, ["a", "", "b", ""]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("x abcdefgh y", 3, ["x", "abc", "def", "gh", "y"]),
    ("漢字漢字", 5, ["漢字", "漢字"]),
    ("漢", 1, ["漢"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("a b", 0, ["a", "b"]),
  ])
  func `Words fill a line and too long ones are cut`(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, width: width) == lines)
  }

  @Test(arguments: [
    ("one two three", 20, 3, ["one", "two three"]),
    ("three two", 9, 3, ["", "three two"]),
    ("one\ntwo three", 9, 3, ["one", "two three"]),
  ])
  func `The first line may be shorter`(text: String, width: Int, first: Int, lines: [String]) {
    #expect(wrapped(text, width: width, firstWidth: first) == lines)
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字", 4, "漢字"), ("漢字x", 4, "漢…"), ("漢字", 3, "漢…"),
    ("abc", 1, "…"),
    ("abc", 0, ""), ("", 0, ""), ("ab\u{301}c", 3, "ab\u{301}c"),
  ])
  func `What does not fit gives way to an ellipsis`(text: String, width: Int, expected: String) {
    #expect(shortened(text, toWidth: width) == expected)
  }
}
