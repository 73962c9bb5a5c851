import Diagnostics
import PlainText
import TestSupport
import Testing

/// Printed diagnostics. In a source, `⟦` and `⟧` mark the range and are no part of it.
@Suite struct DiagnosticTextTests {
  private func text(_ marked: String, hint: String? = nil) throws -> String {
    let marked = MarkedPlaces(marked)
    let bytes = try #require(marked.ranges.first)
    let range = SourceRange(bytes.lowerBound, bytes.upperBound)
    return Diagnostic("something is wrong", at: range, hint: hint)
      .text(in: SourceFile(name: "lesson.md", text: marked.text))
  }

  @Test(arguments: [
    ("one\nsum = ⟦w7⟧*x\n", "2:7", "sum = w7*x", "      ^~"),
    ("⟦x⟧", "1:1", "x", "^"),
    ("x⟦⟧", "1:2", "x", " ^"),
    ("⟦⟧", "1:1", "", "^"),
    ("a\n⟦⟧", "2:1", "", "^"),
    ("a⟦\n⟧b", "1:2", "a", " ^"),
    ("ab ⟦cd\nef⟧ gh", "1:4", "ab cd", "   ^~"),
    ("\ta\t⟦b\tc⟧", "1:4", " a b c", "   ^~~"),
    ("漢字 = ⟦漢字⟧", "1:6", "漢字 = 漢字", "       ^~~~"),
    ("e\u{301} ⟦x⟧", "1:3", "e\u{301} x", "  ^"),
    ("👩‍👩‍👧⟦🙂⟧", "1:2", "👩‍👩‍👧🙂", "  ^~"),
    ("\u{1B}[31m⟦x\u{202E}⟧", "1:6", "\u{FFFD}[31mx\u{FFFD}", "     ^~"),
    ("\u{FEFF}⟦x⟧", "1:1", "x", "^"),
    ("a\r\nb ⟦c⟧\r\nd", "2:3", "b c", "  ^"),
    ("a\rb ⟦c⟧\rd", "2:3", "b c", "  ^"),
  ])
  func `The caret stands under the range`(source: String, place: String, line: String, marks: String) throws {
    #expect(try text(source) == "lesson.md:\(place): error: something is wrong\n\(line)\n\(marks)")
  }

  @Test func `A note is told with its own place, behind the hint`() {
    let file = SourceFile(name: "lesson.md", text: "param w = 1\nw = 2")
    let note = Diagnostic.Note("first defined", at: SourceRange(6, 7))
    let diagnostic = Diagnostic(
      "`w` is defined twice", at: SourceRange(12, 13), hint: "take another name", notes: [note],
      fix: .init(replacing: SourceRange(12, 13), with: "w_2"))
    #expect(
      diagnostic.text(in: file) == """
        lesson.md:2:1: error: `w` is defined twice
        w = 2
        ^
        hint: take another name
        lesson.md:1:7: note: first defined here
        param w = 1
              ^
        """)
    #expect(diagnostic.fix?.text(of: file) == "param w = 1\nw_2 = 2")
  }

  @Test func `The hint stands below the place`() throws {
    #expect(
      try text("⟦w7⟧", hint: "did you mean `w1`?") == """
        lesson.md:1:1: error: something is wrong
        w7
        ^~
        hint: did you mean `w1`?
        """)
  }

  @Test func `Without a range there is no place`() {
    let diagnostic = Diagnostic("it is too large", at: nil, hint: "cut it", kind: .internalError)
    #expect(
      diagnostic.text(in: SourceFile(name: "a.md", text: "x"))
        == "a.md: internal error: it is too large\nhint: cut it")
  }

  @Test func `Nothing that is quoted can steer a terminal`() {
    let diagnostic = Diagnostic("no `\u{1B}[2J\u{9B}`\nx", at: SourceRange(0, 1), hint: "\u{202E}\u{7}\r\nx")
    #expect(
      diagnostic.text(in: SourceFile(name: "a\u{1B}\n.md", text: "\u{7}")) == """
        a\u{FFFD} .md:1:1: error: no `\u{FFFD}[2J\u{FFFD}` x
        \u{FFFD}
        ^
        hint: \u{FFFD}\u{FFFD} x
        """)
  }

  @Test(arguments: ["x", "漢", "🙂", "e\u{301}", "\u{301}"])
  func `A line of a million characters is cut around the caret`(character: String) throws {
    let filler = String(repeating: character, count: 500_000)
    let lines = try text(filler + "⟦here⟧" + filler).split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    #expect(lines[0].hasPrefix("lesson.md:1:"))
    #expect(displayWidth(lines[1]) <= 100)
    #expect(lines[1].utf8.count < 2000)
    #expect(lines[1].unicodeScalars.first == "…" && lines[1].unicodeScalars.last == "…")
    #expect(lines[2].drop { $0 == " " } == "^~~~")
    let column = displayWidth(String(lines[2].prefix { $0 == " " }))
    let before = try #require(lines[1].unicodeScalars.firstIndex(of: "h"))
    #expect(displayWidth(String(lines[1].unicodeScalars[..<before])) == column)
  }

  @Test(arguments: [
    ("⟦here⟧" + String(repeating: "x", count: 200), "here" + String(repeating: "x", count: 94) + "…", "^~~~"),
    (
      String(repeating: "x", count: 200) + "⟦here⟧", "…" + String(repeating: "x", count: 94) + "here",
      String(repeating: " ", count: 95) + "^~~~"
    ),
    ("⟦" + String(repeating: "x", count: 200) + "⟧", String(repeating: "x", count: 98) + "…", nil),
    ("⟦here⟧" + String(repeating: "x", count: 96), "here" + String(repeating: "x", count: 96), "^~~~"),
  ])
  func `Only the side that is too long is cut`(source: String, line: String, marks: String?) throws {
    let expected = marks ?? "^" + String(repeating: "~", count: 97)
    #expect(
      try text(source)
        == "lesson.md:1:\(source.prefix { $0 != "⟦" }.count + 1): error: something is wrong\n\(line)\n\(expected)"
    )
  }

  @Test func `An absurdly long message is shortened`() {
    let diagnostic = Diagnostic("no `\(String(repeating: "x", count: 1_000_000))`", at: nil)
    let text = diagnostic.text(in: SourceFile(name: "a.md", text: ""))
    #expect(text.utf8.count < 1100 && text.hasSuffix("x…"))
  }
}
