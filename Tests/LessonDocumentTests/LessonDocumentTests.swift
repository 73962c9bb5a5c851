import Diagnostics
import LessonDocument
import TestSupport
import Testing

@Suite struct LessonDocumentTests {
  @Test("knows where its comments stand, as blocks and within text, and what only looks like one")
  func comments() {
    let marked = MarkedPlaces(
      "---\ntitle: t\n---\n\n⟦<!-- a -->⟧\n\nb ⟦<!--c-->⟧ d ⟦<!-- e\nf -->⟧\n\n- ⟦<!-- g\n\n  h -->⟧\n- i ⟦<!-- j -->⟧\n\n"
        + "`<!-- k -->`\n\n```\n<!-- l -->\n```\n\n| m ⟦<!-- n -->⟧ |\n|---|\n| ⟦<!-- o -->⟧ |\n\n<!-- p")
    let document = LessonDocument(reading: SourceFile(name: "t.md", text: marked.text))
    #expect(document.comments == marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) })
  }

  @Test(arguments: [
    ("31-backpropagation.md", "backpropagation"),
    ("Lessons/12-linear-and-logistic.md", "linear-and-logistic"),
    ("/a/b.c/perceptron.md", "perceptron"), ("./7-x", "x"), ("3d-tensors.md", "3d-tensors"),
    ("1-2-3.md", "2-3"),
    ("1--a.md", "-a"), ("31.md", "31"), ("31-.md", "31-"), ("-a.md", "-a"), ("a.b.md", "a.b"),
    ("notes", "notes"), (".md", ".md"),
    ("", ""), ("/", ""), ("٣-x.md", "٣-x"),
  ])
  func `A lesson is named after its file`(path: String, name: String) {
    #expect(LessonDocument.name(ofFile: path) == name)
  }

  @Test func `The parts are the whole file`() {
    let text =
      "\u{FEFF}---\r\ntitle: t\r\n---\r\n\r\n# A\r\na\r\nb\r\n\r\n<!-- c\r\n\r\n-->\r\n```calc\r\nx = 1\r\n```\r\n\r\n- a\r\n\r\n  b\r\n\r\n| a |\r\n|---|\r\n\r\n"
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: text))
    #expect(
      Dump.parts(document) == """
        1 blank
        1-3 front matter
        4 blank
        5 h1 ‹A›
        6-7 p ‹a b›
        8 blank
        9-11 comment
        12-14 cell 12:4 calc "x = 1\\r\\n"
        15 blank
        16-18 list
        - item
          p ‹a›
          p ‹b›
        19 blank
        20-21 table ‹a›
        22 blank
        """)
    #expect(document.sourceText.utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}", "\u{FEFF}\n", "---", "---\n---", "---\ntitle: t\n---", "\r", "\r\r\n\n\r", "a",
    "a\r", "# A\rb\r\r```calc\rx\r",
    "---\r\ntitle: t\r\n---\r\n```calc\r\nx = 1\r\n```", "---\rtitle: t\r---\ra", "\t\n \n",
    "---\ntitle: t\n\n# A\n", "```calc", "> - ```\n\n\n\n",
    "a\n| b |\n|---|\n", "\u{0}\u{1B}[31m\u{2028}\u{202E}", "<!-- a", "<!--\n-->", "<!--\n--> a\n",
    "e\u{301}\n\u{301}\n",
  ])
  func `Reading and writing gives the same bytes`(text: String) {
    expectPartition(LessonDocument(reading: SourceFile(name: "a.md", text: text)))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Nothing that a file holds goes wrong`(seed: UInt64) {
    var source = NastySource(seed: seed)
    for _ in 0..<50 {
      let document = LessonDocument(reading: SourceFile(name: "a.md", text: source.next()))
      expectPartition(document)
      for diagnostic in document.diagnostics { #expect(!diagnostic.text(in: document.file).isEmpty) }
      #expect(Dump.parts(document).isEmpty == document.file.bytes.isEmpty)
    }
  }

  /// What would take hours if the work grew as the square of the file.
  @Test(arguments: [
    "[", "*", "_", "`", ">", "> ", "- ", "- a\n", "`a", "`` ` ", "[](", "[a](<", "[a](b \"", "*a ", "*a_ ",
    "a**b", "_a __b ", "<!--", "<a:",
    "<!-- \n", "|", "| a |\n|---|\n", "\\", "![", "[[a](b)", "- - - ", "\t", "1. ", "#", "~~~\n", "```calc\n",
    "a\n", "\u{FEFF}",
  ])
  func `A file of one thing over and over is read at once`(piece: String) {
    let text = "---\ntitle: t\n---\n" + String(repeating: piece, count: 20_000 / piece.utf8.count)
    expectPartition(LessonDocument(reading: SourceFile(name: "a.md", text: text)))
    expectPartition(LessonDocument(reading: SourceFile(name: "a.md", text: text + "a")))
  }

  /// Parts follow one another without a gap, what is blank is blank, and joined they are the file.
  private func expectPartition(_ document: LessonDocument) {
    var position = 0
    for part in document.parts {
      #expect(part.range.lowerBound == position && part.range.upperBound > position)
      position = part.range.upperBound
      if case .blank = part.content {
        let isBlank = document.file[part.range].unicodeScalars.allSatisfy {
          " \t\r\n\u{FEFF}".unicodeScalars.contains($0)
        }
        #expect(
          isBlank, "\(document.file[part.range].debugDescription) in \(document.sourceText.debugDescription)")
      }
    }
    #expect(position == document.file.bytes.count)
    #expect(document.sourceText.utf8.elementsEqual(document.file.bytes))
  }
}

/// Lessons put together from pieces that a reader may trip over; the same seed gives the same ones.
private struct NastySource {
  private var state: UInt64

  private static let pieces = [
    "---\n", "---", "title: t\n", "needs: a,,b\n", "seed: x\n", "```calc\n", "```", "````\n", "~~~ data x\n",
    "~~~\n", "```check", "\n", "\n\n", "\r\n",
    "\r", " ", "    ", "\t", "- ", "* ", "1. ", "12) ", "+", "> ", ">", "# ", "######", "|", "| a | b |\n",
    "|---|---|\n", "a", "w_1", "漢", "🙂", "\u{301}",
    "\u{FEFF}", "*", "**", "***", "_", "__", "`", "``", "`= a`", "`= a\n", "[", "](", ")", "[a](b)", "![",
    "<", ">", "<!--", "-->", "<!-- a -->\n", "\\", "\\\n",
    "  \n", "===\n", "***\n", "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{2028}", "<https://a.b>", "(\"", "'", "=",
    "\\|",
  ]

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> String {
    let front = random(below: 2) == 0 ? "---\ntitle: t\n---\n" : ""
    return front
      + (0..<random(below: 60)).map { _ in NastySource.pieces[random(below: NastySource.pieces.count)] }
      .joined()
  }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private mutating func random(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
