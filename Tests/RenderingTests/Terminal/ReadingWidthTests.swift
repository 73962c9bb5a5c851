import Algebra
import Prose
import Rendering
import TestSupport
import Testing
import Transcript

/// What somebody who reads at a terminal has, and a file has not.
@Suite struct ReadingWidthTests {
  private static let words: ProseBlock<Number> = .paragraph([
    .text(Array(repeating: "words", count: 60).joined(separator: " "))
  ])

  private func lines(_ block: ProseBlock<Number>, width: Int, medium: Medium, alphabet: Alphabet = .unicode)
    -> [String]
  {
    let transcript = Transcript(lesson: "t", title: "", sources: [], parts: [.prose(block)])
    return TextRenderer(width: width, alphabet: alphabet, medium: medium).text(of: transcript)
      .split(separator: "\n").map(String.init)
  }

  @Test func `running text has at most 80 columns on a terminal, however deep it stands`() {
    let blocks: [ProseBlock<Number>] = [
      Self.words, .quotation([Self.words]),
      .list(start: 1, items: [[Self.words], [.quotation([Self.words])]]),
      .heading(level: 2, spans: [.text(Array(repeating: "words", count: 30).joined(separator: " "))]),
    ]
    for block in blocks {
      for (width, widest) in [(40, 40), (80, 80), (81, 80), (200, 80), (500, 80)] {
        let longest = lines(block, width: width, medium: .terminal).map(\.count).max() ?? 0
        #expect((widest - 5...widest).contains(longest), "\(width)")
      }
      let longest = lines(block, width: 200, medium: .file).map(\.count).max() ?? 0
      #expect(longest > 170)
      #expect(lines(block, width: 80, medium: .file) == lines(block, width: 80, medium: .terminal))
    }
  }

  @Test func `working has the whole width`() {
    let sum = Array(repeating: "0.125", count: 25).joined(separator: " + ")
    let line = Samples.equation("y", .init(.equals, .numbers(formula(sum))))
    let text = TextRenderer(width: 250, medium: .terminal).text(of: Step(name: "y", lines: [line]))
    #expect(text == "    y = \(sum)\n")
  }

  @Test func `heads of tables are ruled on terminals, column by column`() {
    let table = ProseBlock<Number>.table(
      header: [[.text("n")], [.text("value")]],
      rows: [[[.text("one")], [.text("1.5")]], [[.text("three")], [.code("-10")]]])
    #expect(
      lines(table, width: 80, medium: .terminal) == [
        "n       value", "─────   ─────", "one       1.5", "three   -10",
      ])
    #expect(lines(table, width: 80, medium: .terminal, alphabet: .ascii)[1] == "-----   -----")
    #expect(lines(table, width: 80, medium: .file) == ["n       value", "one       1.5", "three   -10"])
    let headless = ProseBlock<Number>.table(header: [[], []], rows: [[[.text("a")], [.text("b")]]])
    #expect(lines(headless, width: 80, medium: .terminal) == ["a   b"])
  }

  @Test func `columns are aligned as Markdown asks for on terminals`() {
    func cell(_ text: String) -> [ProseSpan<Number>] { [.text(text)] }
    let table = ProseBlock<Number>.table(
      header: ["left", "middle", "right", "none"].map(cell),
      rows: [["1.5", "a", "1.5", "1.5"], ["-10", "bcd", "twelve", "-10"], ["x"]].map { $0.map(cell) },
      alignments: [.left, .center, .right])
    #expect(
      lines(table, width: 80, medium: .terminal) == [
        "left   middle    right   none", "────   ──────   ──────   ─────", "1.5      a         1.5     1.5",
        "-10     bcd     twelve   -10", "x",
      ])
    #expect(
      lines(table, width: 80, medium: .file) == [
        "left    middle   right    none", "  1.5   a        1.5        1.5", "-10     bcd      twelve   -10",
        "x",
      ])
    #expect(lines(table, width: 20, medium: .terminal).contains("middle: bcd"))
  }

  @Test(arguments: [20, 21, 40, 80, 200], [Alphabet.unicode, .ascii])
  func `nothing is wider than the window, ends in a space or steers it otherwise than by ink`(
    width: Int, alphabet: Alphabet
  ) {
    for seed in 0..<2 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.longDigits)
      let transcript = random.transcript()
      for ink in Ink.allCases {
        let renderer = TextRenderer(width: width, alphabet: alphabet, ink: ink, medium: .terminal)
        let text = renderer.text(of: transcript).withoutInk
        let wrong = text.split(separator: "\n").first { line in
          columns(line) > width || line.last?.isWhitespace == true
            || line.unicodeScalars.contains { $0.isCommand }
        }
        #expect(wrong == nil, "seed \(seed)")
      }
    }
  }
}
