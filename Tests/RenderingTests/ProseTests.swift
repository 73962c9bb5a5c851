import Algebra
import Prose
import Rendering
import Testing
import Transcript

@Suite struct ProseTests {
  @Test func `prose is laid out without its marks`() {
    #expect(
      text(Samples.prose.map { .prose($0) }) == """
        Backpropagation by hand
        =======================

        The slope of w5 is 0.08020, as the lecture (https://example.org) says.
        Step by step:

        - forward, from the inputs to the error
        - backward
          9.  output
          10. hidden

        Given numbers
        -------------

        > Names, then numbers, then the result.

        name   value
        i1      0.1
        eta    10
        none

            if  x
                then y

            end of this short piece of verbatim text, uncut

        Aside

        * * *
        """)
  }

  @Test func `narrow prose is wrapped, and what stands as it is, is cut`() {
    #expect(
      text(Samples.prose.map { .prose($0) }, width: 20) == """
        Backpropagation by
        hand
        ==================

        The slope of w5 is
        0.08020, as the
        lecture (https
        ://example.org)
        says.
        Step by step:

        - forward, from the
          inputs to the
          error
        - backward
          9.  output
          10. hidden

        Given numbers
        -------------

        > Names, then
        > numbers, then the
        > result.

        name   value
        i1      0.1
        eta    10
        none

            if  x
                then y

            end of this shor
            t piece of verba
            tim text, uncut

        Aside

        * * *
        """)
  }

  @Test func `items of several paragraphs stand apart`() {
    let paragraphs = ["One.", "Two."].map { ProseBlock<Number>.paragraph([.text($0)]) }
    let list = ProseBlock<Number>.list(start: nil, items: [paragraphs, [paragraphs[0]], []])
    #expect(
      text([.prose(.quotation([list]))]) == """
        > - One.
        >
        >   Two.
        >
        > - One.
        >
        > -
        """)
  }

  @Test func `a link that shows where it leads says so once`() {
    let link = ProseSpan<Number>.link([.text("https://a.b")], destination: "https://a.b")
    #expect(text([.prose(.paragraph([link, .text("!")]))]) == "https://a.b!")
  }

  @Test func `lists and quotations nested deeper than the page is wide stay within it`() {
    var block = ProseBlock<Number>.paragraph([.text("deep")])
    for level in 0..<200 {
      block = level.isMultiple(of: 2) ? .quotation([block]) : .list(start: .max, items: [[block], []])
    }
    let lines = text([.prose(block)], width: 30).split(separator: "\n")
    #expect(lines.contains { $0.contains("deep") })
    #expect(lines.allSatisfy { $0.count <= 30 })
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\tb", "a b"), ("a\r\nb", "a b"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("a\u{0}b\u{7F}\u{9B}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"), ("a\u{2028}b", "a\u{FFFD}b"),
  ])
  func `nothing in a lesson steers the terminal`(source: String, harmless: String) {
    let spans: [[ProseSpan<Number>]] = [
      [.text(source)], [.code(source)], [.emphasis([.text(source)])],
      [.link([.text(source)], destination: source)],
    ]
    let name = Name(source)
    let one = Equation.RightSide(.equals, .result(number("1")))
    let contents: [Line.Content] = [
      .comment(source), .remark([.words(source), .formula(.name(name))]),
      .equation(Equation(subject: .name(name), rightSides: [one], comment: source)),
      .equation(Equation(subject: .name(name), rightSides: [one], remark: .words(source))),
      .path(number: 1, stops: [.name(name)]), .results([NamedNumber(.name(name), number("1"))]),
      .table(Table(header: [.words(source)], rows: [[.formula(.name(name))]])),
      .check(Check(subject: .name(name), printed: number("1"), outcome: .exact, note: source, line: 1)),
    ]
    let blocks: [ProseBlock<Number>] = [
      .heading(level: 1, spans: spans[0]), .table(header: spans, rows: [spans]),
      .verbatim(language: source, lines: [source.replacing("\t", with: " ")]),
    ]
    let parts = (spans.map { .paragraph($0) } + blocks).map { Transcript.Part.prose($0) }
    let text = text(parts + [Samples.step(contents.map { Line($0) })])
    #expect(text.split(separator: "\n").allSatisfy { !$0.unicodeScalars.contains { $0.isCommand } })
    #expect(text.ranges(of: harmless).count >= parts.count + contents.count)
  }
}
