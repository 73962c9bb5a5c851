import Algebra
import Prose
import Testing
import Transcript

@testable import Rendering

@Suite("Transcripts as Markdown") struct MarkdownTests {
  private func page(_ parts: [Transcript.Part]) -> String {
    let text = MarkdownRenderer().text(
      of: Transcript(lesson: "a", title: "", sources: [], parts: parts))
    return text.hasPrefix("<!-- Written by longhand run: a -->\n\n") ? String(text.dropFirst(37)) : text
  }

  private func prose(_ spans: ProseSpan<Number>...) -> String { page([.prose(.paragraph(spans))]) }

  @Test(arguments: [
    ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("<b>&lt;", "\\<b\\>\\&lt;"), ("[a](b)", "\\[a\\](b)"),
    ("- a", "\\- a"), ("+ a", "\\+ a"), ("# a", "\\# a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"),
    ("1.5 is", "1.5 is"), ("a - b", "a - b"), ("> a", "\\> a"), ("| a", "\\| a"), ("=== ", "\\==="),
    ("~~a~~", "\\~\\~a\\~\\~"),
    ("a $x$ b", "a <span>\\$</span>x<span>\\$</span> b"), ("\\(a\\)", "\\\\(a\\\\)"),
    ("\\begin{a}", "<span>\\\\</span>begin\\{a\\}"),
    ("{math}`x`", "\\{math\\}\\`x\\`"),
    ("%a", "\\%a"), ("(a)=", "\\(a)="), ("a\nb", "a b"), ("\u{1B}[m\u{202E}x", "\u{FFFD}\\[m\u{FFFD}x"),
    ("−0.5 é 誤", "−0.5 é 誤"),
  ])
  func `running text is shown as it is`(text: String, markdown: String) {
    #expect(prose(.text(text)) == markdown + "\n")
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("`a", "`` `a ``"), (" a ", "`  a  `"),
    ("<b>$x$", "`<b>$x$`"),
  ])
  func `code stands between more backquotes than it has`(code: String, markdown: String) {
    #expect(prose(.text("x "), .code(code)) == "x \(markdown)\n")
  }

  @Test func `fences are longer than any run of backquotes in them, and name no language that would act`() {
    let text = page([.prose(.verbatim(language: "{raw} html", lines: ["````", "a", "~~~"]))])
    #expect(text == "`````text\n````\na\n~~~\n`````\n")
    #expect(page([.prose(.verbatim(language: "math", lines: ["x"]))]) == "```text\nx\n```\n")
    #expect(page([.prose(.verbatim(language: "python", lines: ["x"]))]) == "```python\nx\n```\n")
  }

  @Test(arguments: [
    ("https://a.org/b?c=d#e", "[x](<https://a.org/b?c=d#e>)"), ("lesson.md", "[x](<lesson.md>)"),
    ("#a", "[x](<#a>)"),
    ("mailto:a@b.c", "[x](<mailto:a@b.c>)"), ("a b>c", "[x](<a%20b%3Ec>)"),
    ("javascript:alert(1)", "x (javascript:alert(1))"),
    ("JaVaScript:x", "x (JaVaScript:x)"), ("data:text/html,a", "x (data:text/html,a)"), ("", "x"),
  ])
  func `links lead to the web, to files and to mail, and to nothing else`(
    destination: String, markdown: String
  ) {
    #expect(prose(.link([.text("x")], destination: destination)) == markdown + "\n")
  }

  @Test func `an equation is a block with its signs under each other, a comment beside its first row`() {
    let line = Samples.equation(
      "y", .init(.equals, .names(formula("a + b"))), .init(.equals, .numbers(formula("1 + 2"))),
      .init(.equals, .numbers(formula("3 + 0"))), .init(.equals, .result(number("3"))), comment: "a sum")
    #expect(
      page([Samples.step(line)]) == """
        $$
        \\begin{aligned}
        \\mathit{y} &= \\mathit{a} + \\mathit{b}\\qquad\\text{a sum} \\cr
        &= 1 + 2 \\cr
        &= 3 + 0 \\cr
        &= 3
        \\end{aligned}
        $$

        """)
    let sign = Samples.equation("y", .init(.equals, .result(number("3"))), comment: "½ of a·b")
    #expect(page([Samples.step(sign)]) == "*½ of a·b*\n\n$$\n\\mathit{y} = 3\n$$\n")
    let other = Samples.equation("y", .init(.equals, .result(number("3"))), comment: "50 % of $x$")
    #expect(
      page([Samples.step(other)])
        == "*50 % of <span>\\$</span>x<span>\\$</span>*\n\n$$\n\\mathit{y} = 3\n$$\n")
  }

  @Test func `a question is seen, and its answer is folded away at the end`() {
    let question = Question(
      number: 1, text: [.text("Which?")],
      kind: .choice([
        .init(isRight: true, text: [.text("one")], reason: nil),
        .init(isRight: false, text: [.text("two")], reason: [.text("no")]),
      ]), hints: [[.text("look")]], reason: [.text("so")], line: 1)
    #expect(
      page([.question(question)]) == """
        > **Question 1**
        >
        > Which?
        >
        > - a) one
        > - b) two

        ## Answers

        <details>
        <summary>Question 1</summary>

        - a) **is right:** one
        - b) **is wrong:** two\\
          no

        **Hint:** look

        **Because:** so

        </details>

        """)
  }

  @Test
  func
    `whatever a lesson holds, there is no other HTML, no backslash before a sign in formulas, and every block ends`()
  {
    for seed in 0..<40 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.longDigits)
      let text = MarkdownRenderer().text(of: random.transcript())
      var isMathematics = false
      var fence: Substring?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
        let bare = line.drop { " >-.0123456789".contains($0) }
        if let open = fence {
          if bare == open { fence = nil }
        } else if bare.hasPrefix("```") {
          fence = bare.prefix { $0 == "`" }
        } else if bare == "$$" {
          isMathematics.toggle()
        } else if isMathematics {
          #expect(line.firstMatch(of: /\\[^A-Za-z]/) == nil, "seed \(seed): \(line)")
          #expect(line.count { $0 == "{" } == line.count { $0 == "}" }, "seed \(seed): \(line)")
          #expect(!line.isEmpty)
        } else {
          let tags = line.replacing(/\]\(<[^>]*>\)/, with: "").matches(of: /(^|[^\\])(<[^>]*>)/).map { $0.2 }
          let own: Set<Substring> = [
            "<details>", "</details>", "<summary>", "</summary>", "<span>", "</span>", "<!-- -->",
          ]
          #expect(tags.allSatisfy { own.contains($0) || $0.hasPrefix("<summary>") }, "seed \(seed): \(line)")
        }
      }
      #expect(fence == nil && !isMathematics, "seed \(seed)")
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    }
  }

  @Test func `the numbers of a transcript stand in it in the order of the text`() {
    for seed in 0..<20 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: ["0.5", "12.25", "7", "100"])
      var transcript = random.transcript()
      // Comments stand where there is room.
      transcript.parts = transcript.parts.filter { if case .step = $0 { false } else { true } }
      let plain = MarkdownRenderer().text(of: transcript).replacing("\\", with: "")
      let printed = TextRenderer().text(of: transcript)
      #expect(occurInOrder(numbers(in: [printed]), among: numbers(in: [plain])), "seed \(seed)")
    }
  }
}
