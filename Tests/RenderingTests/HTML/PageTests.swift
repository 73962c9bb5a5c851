import Algebra
import Foundation
import Prose
import Testing
import Transcript

@testable import Rendering

/// A transcript as one web page: in order, harmless, and complete without its script.
@Suite struct PageTests {
  private func page(_ parts: [Transcript.Part], title: String = "Title") -> String {
    PageRenderer().text(of: Transcript(lesson: "a", title: title, sources: [], parts: parts))
  }

  /// What stands in `main`.
  private func content(_ parts: [Transcript.Part], title: String = "Title") throws -> String {
    try part(of: page(parts, title: title), from: "<main id=\"lesson\">\n", to: "</main>")
  }

  /// What stands between the first of one text and the first of another.
  private func part(of page: String, from start: String, to end: String) throws -> String {
    let rest = try page[#require(page.range(of: start)).upperBound...]
    return try String(rest[..<#require(rest.range(of: end)).lowerBound])
  }

  private func heading(_ level: Int, _ text: String) -> Transcript.Part {
    .prose(.heading(level: level, spans: [.text(text)]))
  }

  // MARK: Headings

  @Test func `there is one title, and no level is skipped`() throws {
    #expect(
      try content([heading(2, "a"), heading(1, "b"), heading(5, "c"), heading(3, "d")])
        == "<h1 class=\"part\">a</h1>\n<h2 class=\"part\">b</h2>\n<h3 class=\"part\">c</h3>\n<h3 class=\"part\">d</h3>\n"
    )
  }

  @Test func `a lesson without a heading has its title`() throws {
    #expect(try content([], title: "a < b") == "<h1 class=\"part\">a &lt; b</h1>\n")
    #expect(
      try content([.prose(.paragraph([.text("x")]))])
        == "<h1 class=\"part\">Title</h1>\n<p class=\"part\">x</p>\n")
  }

  // MARK: Steps

  @Test func `right sides are beats in order, and a remark stands beside the last`() throws {
    let written = try content([Samples.step(Samples.weightedSum)])
    #expect(written.ranges(of: "<span class=\"beat\">").count == 4)
    #expect(written.contains("# weighted sum into h1"))
    let digits = try ["0.1", "0.3", "0.15", "0.41"].map { digits in
      try #require(written.range(of: "<mn>\(digits)</mn>", options: .backwards)).lowerBound
    }
    #expect(digits == digits.sorted())
  }

  @Test func `a number leads to where the value of its name was shown last`() throws {
    let written = try content([
      Samples.step(Samples.givens),
      Samples.step(
        Samples.equation(
          "s", .init(.equals, .names(formula("i1*w1 + i2"))),
          .init(.equals, .numbers(formula("0.1*0.1 + 0.5"))),
          .init(.equals, .result(number("0.51"))))),
    ])
    for (name, digits) in [("i1", "0.1"), ("w1", "0.1"), ("i2", "0.5")] {
      #expect(written.contains("\(name)</mi></math> = <span class=\"value\" id="))
      #expect(written.contains("aria-label=\"\(digits), the value of \(name)\""))
    }
  }

  @Test func `no link is made where the numbers are not those of the names`() throws {
    let written = try content([
      Samples.step(Samples.givens),
      Samples.step(
        Samples.equation(
          "s", .init(.equals, .names(formula("i1*w1"))), .init(.equals, .numbers(formula("0.7*0.8"))),
          .init(.equals, .result(number("0.56"))))),
    ])
    #expect(!written.contains("<a "))
  }

  // MARK: What must hold of any page

  private static let attack =
    "</style><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' &amp;"

  @Test func `nothing of a lesson becomes an element or an attribute`() throws {
    let spans: [ProseSpan<Number>] = [
      .text(Self.attack), .code(Self.attack), .emphasis([.text(Self.attack)]),
      .link([.text(Self.attack)], destination: "javascript:alert(1)"),
      .link([.text("x")], destination: "https://a/\"><script>"),
    ]
    let name = Formula.name(Name(Self.attack))
    let one = number("1")
    let question = Question(
      number: 1, text: spans,
      kind: .choice([.init(isRight: true, text: spans, reason: spans)]), hints: [spans], reason: spans,
      line: 1)
    let page = PageRenderer().text(
      of: Transcript(
        lesson: Self.attack, title: Self.attack, sources: [],
        settings: .init(variant: Self.attack),
        parts: [
          .prose(.paragraph(spans)), .prose(.verbatim(language: Self.attack, lines: [Self.attack])),
          .prose(.table(header: [spans], rows: [[spans]])), .question(question),
          Samples.step([
            Line(.comment(Self.attack)), Line(.remark([.words(Self.attack), .formula(name)])),
            Line(.results([NamedNumber(name, one)], remark: .words(Self.attack))),
            Line(
              .table(Table(header: [.words(Self.attack)], rows: [[.formula(name)], [.words(Self.attack)]]))),
            Line(
              .givens(
                GivenNumbers(rows: [
                  .init(kind: Self.attack, items: [NamedNumber(name, one)], comment: Self.attack)
                ]))),
            Line(.check(Check(subject: name, printed: one, outcome: .exact, note: Self.attack, line: 1))),
          ]),
        ]))
    #expect(page.ranges(of: "<script").count == 1)
    #expect(page.ranges(of: "<style").count == 1)
    #expect(!page.contains("<img") && !page.contains("href=\"javascript"))
    for tag in page.matches(of: /<[a-z][^<>]*>/) {
      #expect(!tag.output.contains(" style=") && !tag.output.contains(" on"), "\(tag.output)")
    }
  }

  @Test(arguments: 0..<40)
  func `every page has each id once, links that lead somewhere, and as many ends as beginnings`(_ seed: Int)
    throws
  {
    var random = RandomTranscript(seed: UInt64(seed), digits: ["0.5", "-2", "17"])
    var transcript = random.transcript()
    var count = 0
    for (index, part) in transcript.parts.enumerated() {
      guard case .question(var question) = part else { continue }
      count += 1
      question.number = count
      transcript.parts[index] = .question(question)
    }
    let page = PageRenderer().text(of: transcript)
    let body = try part(of: page, from: "<body>", to: "<script>")
    let ids = body.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in body.matches(of: #/ href="#(v-[^"]*|answer-[^"]*)"/#) {
      #expect(ids.contains(String(link.1)))
    }
    for tag in [
      "section", "div", "span", "p", "math", "mrow", "mfrac", "msup", "table", "tr", "td", "th", "a",
    ] {
      let ends = body.ranges(of: "</\(tag)>").count
      #expect(body.ranges(of: "<\(tag)>").count + body.ranges(of: "<\(tag) ").count == ends, "\(tag)")
    }
    #expect(body.ranges(of: "<h1").count == 1)
    #expect(!body.contains("\u{1B}") && !body.contains("\u{202E}"))
  }

  @Test func `its policy knows the style and the script by their digests`() throws {
    let page = page([])
    let style = try part(of: page, from: "<style>", to: "</style>")
    let script = try part(of: page, from: "<script>", to: "</script>")
    #expect(page.contains("default-src 'none'; style-src '\(SHA256.source(of: style))'"))
    #expect(page.contains("script-src '\(SHA256.source(of: script))'"))
  }
}
