import Diagnostics
import LessonDocument
import Prose
import Testing

/// The spans of one paragraph, which begins on line 4 of its file.
@Suite struct SpanTests {
  @Test(arguments: [
    ("plain", "‹plain›"),
    ("*a* _b_", "em(‹a›)‹ ›em(‹b›)"),
    ("**a** __b__", "strong(‹a›)‹ ›strong(‹b›)"),
    ("***a***", "em(strong(‹a›))"),
    ("**a *b* c**", "strong(‹a ›em(‹b›)‹ c›)"),
    ("*a **b** c*", "em(‹a ›strong(‹b›)‹ c›)"),
    ("*a*b", "em(‹a›)‹b›"),
    ("2*3*4", "‹2*3*4›"),
    ("2 * 3 * 4", "‹2 * 3 * 4›"),
    ("w_1 and w_2, out_h1!", "‹w_1 and w_2, out_h1!›"),
    ("_out_h1_", "em(‹out_h1›)"),
    ("__init__ and a__b__c", "strong(‹init›)‹ and a__b__c›"),
    ("*a _b* c_", "em(‹a _b›)‹ c_›"),
    ("**a*", "‹*›em(‹a›)"),
    ("*a**", "em(‹a›)‹*›"),
    ("*a**b*", "em(‹a**b›)"),
    ("**a*b**", "strong(‹a*b›)"),
    ("*a", "‹*a›"), ("a*", "‹a*›"), ("**", "‹**›"), ("a****b", "‹a****b›"),
    ("*∂E/∂w*", "em(‹∂E/∂w›)"), ("*漢*字", "em(‹漢›)‹字›"),
  ])
  func `Emphasis`(source: String, expected: String) {
    #expect(Dump.blocks(source) == "p " + expected)
  }

  @Test(arguments: [
    ("`a`", "code(a)"), ("`` a`b ``", "code(a`b)"), ("` a `", "code(a)"), ("`  `", "code(  )"),
    ("`a*b*`", "code(a*b*)"), ("*`a*`*", "em(code(a*))"), ("`a", "‹`a›"), ("``a`", "‹``a`›"),
    ("`a\nb`", "code(a b)"), ("\\`a`", "‹`a`›"), ("`\\`", "code(\\)"), ("`=5`", "code(=5)"),
    ("`= `", "code(= )"),
    ("`x = 5`", "code(x = 5)"), ("\\``a`", "‹`›code(a)"),
  ])
  func `Code`(source: String, expected: String) {
    #expect(Dump.blocks(source) == "p " + expected)
  }

  @Test(arguments: [
    ("`= w5`", "value(4:4 w5)"),
    ("It is `= ∂E/∂w5` now", "‹It is ›value(4:10 ∂E/∂w5)‹ now›"),
    ("`` = w5 ``", "value(4:6 w5)"),
    ("`=  w5  `", "value(4:5 w5)"),
    ("*`= a`*", "em(value(4:5 a))"),
    ("one\n  two `= a +\n   b` x", "‹one two ›value(5:10 a +\n   b)‹ x›"),
    ("漢 `= a`", "‹漢 ›value(4:6 a)"),
  ])
  func `Inline values carry the place of their expression`(source: String, expected: String) {
    #expect(Dump.blocks(source) == "p " + expected)
  }

  @Test(arguments: [
    ("> x `= a` y", "quotation\n  p ‹x ›value(4:8 a)‹ y›"),
    ("- x\n  `= a`", "list\n- item\n  p ‹x ›value(5:6 a)"),
    ("- x `= a +\n  b`", "list\n- item\n  p ‹x ›value(4:8 a +\n  b)"),
    ("> x `= a +\n> b`", "quotation\n  p ‹x ›code(= a + b)"),
    ("# `= a`", "h1 value(4:6 a)"),
    ("`= a`\n---", "h2 value(4:4 a)"),
    (
      "| a | `= b` |\n|---|---|\n| `= c` | d \\| `= e` |",
      "table ‹a› | value(4:10 b)\n  row value(6:6 c) | ‹d | ›value(6:19 e)"
    ),
  ])
  func `Inline values stand in any block`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("[a](b)", "link(‹a› → b)"), ("[*a* `c`](b)", "link(em(‹a›)‹ ›code(c) → b)"),
    ("*[a*](b)*", "em(link(‹a*› → b))"),
    ("[a](<b c>)", "link(‹a› → b c)"), ("[a](b \"title\")", "link(‹a› → b)"),
    ("[a](b 'c' )", "link(‹a› → b)"),
    ("[a](b (c))", "link(‹a› → b)"), ("[a](b(c)d)", "link(‹a› → b(c)d)"), ("[a](b\\)c)", "link(‹a› → b)c)"),
    ("[a]()", "link(‹a› → )"), ("![a](b)", "link(‹a› → b)"), ("a![b", "‹a![b›"),
    ("[a] (b)", "‹[a] (b)›"), ("[a](b c)", "‹[a](b c)›"), ("[a](b", "‹[a](b›"), ("[a", "‹[a›"),
    ("a]", "‹a]›"),
    ("[a]", "‹[a]›"), ("[0, 1) and (0, 1]", "‹[0, 1) and (0, 1]›"), ("w[1](2)", "‹w›link(‹1› → 2)"),
    ("[[a]](b)", "link(‹[a]› → b)"), ("[a [b](c) d](e)", "‹[a ›link(‹b› → c)‹ d](e)›"),
    ("\\[a](b)", "‹[a](b)›"),
    ("[a\\](b)", "‹[a](b)›"), ("<https://a.b/c>", "link(‹https://a.b/c› → https://a.b/c)"),
    ("<br>", "‹<br>›"),
    ("a < b > c", "‹a < b > c›"), ("<a: b>", "‹<a: b>›"), ("[`a](b)`", "‹[›code(a](b))"),
  ])
  func `Links`(source: String, expected: String) {
    #expect(Dump.blocks(source) == "p " + expected)
  }

  @Test(arguments: [
    ("a\nb", "‹a b›"), ("a \nb", "‹a b›"), ("a  \nb", "‹a›⏎‹b›"), ("a\\\nb", "‹a›⏎‹b›"), ("a  ", "‹a›"),
    ("a\\", "‹a\\›"),
    ("a\t\t\nb", "‹a b›"), ("*a*  \nb", "em(‹a›)⏎‹b›"), ("a\n      b", "‹a b›"),
    ("\\*a\\* \\\\ \\a", "‹*a* \\ \\a›"), ("1 \\# 2", "‹1 # 2›"),
    ("a <!-- b --> c", "‹a  c›"), ("a <!-- b\nc --> d", "‹a  d›"), ("a <!-- b", "‹a <!-- b›"),
    ("&amp;", "‹&amp;›"),
    ("\u{1B}[31m \u{202E}", "‹\u{1B}[31m \u{202E}›"), ("a\u{0}b", "‹a\u{0}b›"),
  ])
  func `Line breaks, escapes and comments`(source: String, expected: String) {
    #expect(Dump.blocks(source) == "p " + expected)
  }

  @Test func `Twenty levels of emphasis are read and deeper ones are text`() {
    let open = Array(repeating: "*a **b", count: 15).joined(separator: " ")
    let close = Array(repeating: "b** a*", count: 15).joined(separator: " ")
    let dump = Dump.blocks(open + " " + close)
    #expect(dump.matches(of: /em\(|strong\(/).count == 20)
    #expect(dump.filter { $0 == "*" }.count == 2 * 15 * 3 - 20 * 3)
  }

  @Test func `Lines of a cell are read as spans, with the places of their values`() {
    let text = "---\ntitle: t\n---\n```ask\n  How *large*, `= a`,  \nis `b\n  c`?  \n<!-- d -->\n```\n"
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: text))
    func spans(_ lines: String...) -> [ProseSpan<SourceRange>] {
      document.runningText(
        ofLines: lines.map { line in
          let start = text.utf8.distance(
            from: text.startIndex, to: text.firstRange(of: line)?.lowerBound ?? text.startIndex)
          return SourceRange(start, start + line.utf8.count)
        }
      ).spans
    }
    let value = text.utf8.distance(
      from: text.startIndex, to: text.firstRange(of: "a`")?.lowerBound ?? text.startIndex)
    #expect(
      spans("How *large*, `= a`,  ", "is `b", "c`?  ") == [
        .text("How "), .emphasis([.text("large")]), .text(", "), .value(SourceRange(value, value + 1)),
        .text(","),
        .lineBreak, .text("is "), .code("b c"), .text("?"),
      ])
    #expect(spans("title: t") == [.text("title: t")])
    #expect(spans("<!-- d -->") == [])
    #expect(spans() == [])
  }

  @Test func `A link that stands too deep is text`() {
    let open = Array(repeating: "*a **b", count: 10).joined(separator: " ")
    let close = Array(repeating: "b** a*", count: 10).joined(separator: " ")
    #expect(Dump.blocks("\(open) [x](y) \(close)").contains("[x](y)"))
    #expect(Dump.blocks("*a [x](y) a*") == "p em(‹a ›link(‹x› → y)‹ a›)")
  }
}
