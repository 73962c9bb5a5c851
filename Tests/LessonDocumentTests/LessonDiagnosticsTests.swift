import Diagnostics
import LessonDocument
import TestSupport
import Testing

/// Every message of the reader, with its place. In a source, `⟦` and `⟧` mark where a message must point, in the order
/// of the messages, and are no part of it.
@Suite struct LessonDiagnosticsTests {
  private static let unclosed = "the settings that begin here are not closed"
  private static let missing = "a lesson begins with its settings, between two lines `---`"
  private static let behind = "put a line `---` behind the last setting"
  private static let last = "the last setting stands"
  private static let open = "this fenced block is not closed"
  private static let closes =
    "a line with nothing but ``` closes it: put one behind the last line that belongs to it"
  private static let lastLine = "its last line seems to stand"
  private static let top = "put the lines `---`, `title: …` and `---` above everything else"
  private static let keys =
    "the keys are `title`, `source`, `needs`, `decimals`, `rounding`, `seed`, `format`, `claims`"
  private static let form = "a setting is written `key: value`"

  @Test(arguments: [
    ("⟦⟧", [missing, top]),
    ("⟦⟧# A\n", [missing, top]),
    ("\u{FEFF}⟦⟧a\n", [missing, top]),
    (
      "⟦⟧--\ntitle: t\n--\n",
      [missing, "the first line must be three hyphens: write `---` in the place of `--`"]
    ),
    ("⟦⟧title: t\n---\n", [missing, "a line `---` belongs above these settings, and one below them"]),
    (
      "⟦---⟧\ntitle: t\n⟦----⟧\n",
      [
        "the settings that begin here are not closed",
        "what closes them is three hyphens: write `---` in the place of `----`", "`----` stands",
      ]
    ),
    (
      "⟦⟧\n---\ntitle: t\n---\n",
      [missing, "nothing may stand above the first `---`, not even an empty line"]
    ),
    ("⟦---⟧\n⟦title: t⟧\n", [unclosed, behind, last]),
    (
      "⟦---⟧\n⟦title: t⟧\n# A\n---\n", [unclosed, behind, last]
    ),
    (
      "⟦---⟧\n⟦title: t⟧\n\nThe text: a\nmore\n\n---\n", [unclosed, behind, last]
    ),
    (
      "⟦---⟧\ntitle: t\n⟦seed: 2⟧\n```calc\n```\n---\n", [unclosed, behind, last]
    ),
    ("⟦---⟧\n---\n", ["the lesson has no title", "add a line `title: …` to the settings"]),
    ("---\n⟦title⟧:  \n---\n", ["`title` has no value", form]),
    ("---\ntitle: t\n⟦source⟧:\n---\n", ["`source` has no value", form]),
    ("---\ntitle: t\n⟦needs⟧:\n---\n", ["`needs` has no value", form]),
    ("---\ntitle: t\n⟦just text⟧\n---\n", ["this line is not a setting", form]),
    (
      "---\ntitle: t\nneeds: a,⟦⟧ , b\n---\n",
      ["the name of a lesson is missing here", "names stand between commas"]
    ),
    ("---\ntitle: t\n⟦sorce⟧: x\n---\n", ["there is no key `sorce`", "did you mean `source`?"]),
    ("---\ntitle: t\n⟦Seed⟧: 1\n---\n", ["there is no key `Seed`", "did you mean `seed`?"]),
    ("---\ntitle: t\n⟦colour⟧: x\n---\n", ["there is no key `colour`", keys]),
    ("---\ntitle: t\n⟦⟧: x\n---\n", ["the key is missing before the colon", keys]),
    (
      "---\n⟦title⟧: t\nseed: 1\n⟦title⟧: u\n---\n",
      ["`title` is set a second time", "keep one of the two", "first set"]
    ),
    ("---\ntitle: t\ndecimals: ⟦13⟧\n---\n", ["`decimals` is a whole number from 0 to 12, not `13`", ""]),
    ("---\ntitle: t\ndecimals: ⟦-1⟧\n---\n", ["`decimals` is a whole number from 0 to 12, not `-1`", ""]),
    ("---\ntitle: t\ndecimals: ⟦2.5⟧\n---\n", ["`decimals` is a whole number from 0 to 12, not `2.5`", ""]),
    (
      "---\ntitle: t\nrounding: ⟦truncate⟧\n---\n",
      ["`rounding` is `nearest` or `truncated`, not `truncate`", "did you mean `truncated`?"]
    ),
    ("---\ntitle: t\nrounding: ⟦up⟧\n---\n", ["`rounding` is `nearest` or `truncated`, not `up`", ""]),
    ("---\ntitle: t\nseed: ⟦x⟧\n---\n", ["`seed` is a whole number of at most 18 digits, not `x`", ""]),
    (
      "---\ntitle: t\nseed: ⟦9223372036854775808⟧\n---\n",
      ["`seed` is a whole number of at most 18 digits, not `9223372036854775808`", ""]
    ),
    (
      "---\ntitle: t\nformat: ⟦2⟧\n---\n",
      [
        "this lesson is written in format `2`, and this program reads format 1",
        "get a newer Longhand, or write `format: 1` if the lesson keeps to it",
      ]
    ),
    (
      "---\ntitle: t\n---\n⟦```⟧calc\n⟦x = 1⟧\n", [open, closes, lastLine]
    ),
    (
      "---\ntitle: t\n---\na\n  ⟦~~~~⟧ x\n⟦~~~⟧\n~~~~ y\n",
      [open, "as many marks close it as open it: ~~~~", "too few marks stand"]
    ),
    (
      "---\ntitle: t\n---\n- ⟦```⟧\n  x\n\ny\n",
      [open, closes]
    ),
    (
      "---\ntitle: t\n---\n⟦```⟧calc\n⟦x = 1⟧\n\n```check\nx = 1\n```\n", [open, closes, lastLine]
    ),
    (
      "---\ntitle: t\n---\n1. a\n\n   ```⟦calc⟧\n   x = 1\n   ```\n",
      [
        "`calc` cells may not stand inside a list or a quotation",
        "put its fences at the beginning of the line",
      ]
    ),
    (
      "---\ntitle: t\n---\n> ```⟦data⟧ x\n> ```\n",
      [
        "`data` cells may not stand inside a list or a quotation",
        "put its fences at the beginning of the line",
      ]
    ),
  ])
  func `One fault, one message, at its place`(source: String, expected: [String]) throws {
    let marked = MarkedPlaces(source)
    let ranges = marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) }
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: marked.text))
    #expect(document.diagnostics.map(\.message) == [expected[0]])
    #expect(document.diagnostics.map { $0.hint ?? "" } == [expected[1]])
    // The marks are those of the fault and of its notes, in the order of the file.
    let notes = document.diagnostics.flatMap(\.notes)
    #expect(notes.map(\.event) == Array(expected.dropFirst(2)))
    let told = document.diagnostics.compactMap(\.range) + notes.map(\.range)
    #expect(told.sorted { $0.lowerBound < $1.lowerBound } == ranges)
  }

  @Test func `All faults of a file are told in reading order, and the cells are listed`() {
    let marked = MarkedPlaces(
      """
      ⟦---⟧
      ⟦tittle⟧: t
      decimals: ⟦many⟧
      seed: 3
      ⟦seed⟧: 4
      ---
      > ```⟦ask⟧
      > ```
      ⟦```⟧calc
      x = 1
      ```check
      x = 1
      ```
      ⟦~~~⟧data
      """)
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: marked.text))
    #expect(
      document.diagnostics.map(\.message) == [
        "the lesson has no title", "there is no key `tittle`",
        "`decimals` is a whole number from 0 to 12, not `many`",
        "`seed` is set a second time",
        "`ask` cells may not stand inside a list or a quotation", "this fenced block is not closed",
        "this fenced block is not closed",
      ])
    #expect(
      document.diagnostics.map(\.range) == marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) })
    #expect(document.frontMatter.seed == 3)
    #expect(
      Dump.parts(document) == """
        1-6 front matter
        7-8 quotation
          verbatim <ask> \n\
        9-10 cell 9:4 calc "x = 1\\n"
        11-13 cell 11:4 check "x = 1\\n"
        14 cell 14:4 data ""
        """)
  }

  @Test func `A message prints its place and a caret`() throws {
    let file = SourceFile(name: "lesson.md", text: "---\ntitle: t\n---\n\n```calc\nx = 1\n")
    let diagnostic = try #require(LessonDocument(reading: file).diagnostics.first)
    #expect(
      diagnostic.text(in: file) == """
        lesson.md:5:1: error: this fenced block is not closed
        ```calc
        ^~~
        hint: a line with nothing but ``` closes it: put one behind the last line that belongs to it
        lesson.md:6:1: note: its last line seems to stand here
        x = 1
        ^~~~~
        """)
  }

  @Test func `A file of more than 10 MB is refused unread`() {
    let text = "---\ntitle: t\n---\n"
    let most = text + String(repeating: " ", count: LessonDocument.byteLimit - text.utf8.count)
    #expect(LessonDocument(reading: SourceFile(name: "a.md", text: most)).diagnostics.isEmpty)
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: most + "\n"))
    #expect(
      document.diagnostics.map(\.message) == ["this file is larger than a lesson may be, which is 10 MB"])
    #expect(document.diagnostics.map(\.range) == [nil])
    #expect(document.blocks.isEmpty && document.sourceText.utf8.count == 10_000_001)
  }

  @Test func `A file of nothing but faults is read to its end`() {
    let text = "---\n" + String(repeating: "x\n", count: 5000) + "---\n```calc\nx = 1\n```\n"
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: text))
    #expect(document.diagnostics.count == 1000)
    #expect(document.blocks.count == 1)
  }
}
