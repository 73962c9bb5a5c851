import Diagnostics
import LessonDocument
import Testing

@Suite struct BlockTests {
  @Test(arguments: [
    ("# A", "h1 ‹A›"), ("###### A ##", "h6 ‹A›"), ("#", "h1 "), ("## ##", "h2 "), ("# A#", "h1 ‹A#›"),
    ("   # A", "h1 ‹A›"),
    ("####### A", "p ‹####### A›"), ("#A", "p ‹#A›"), ("a\n# B\nc", "p ‹a›\nh1 ‹B›\np ‹c›"),
    ("A\n===", "h1 ‹A›"), ("A\nB\n---", "h2 ‹A B›"), ("===", "p ‹===›"),
    ("> A\n---", "quotation\n  p ‹A›\nrule"),
    ("***", "rule"), (" - - -", "rule"), ("__", "p ‹__›"), ("a\n***\nb", "p ‹a›\nrule\np ‹b›"),
    ("* * a", "list\n- item\n  list\n  - item\n    p ‹a›"),
  ])
  func `Headings and rules`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("checks", "check"), ("Check", "check"), ("Calc", "calc"), ("calcs", "calc"), ("{calc}", "calc"),
    ("asks", "ask"),
    ("Data", "data"), ("chekc", "check"), ("calc:", "calc"), ("Vary", "vary"), ("vry", "vary"),
  ])
  func `A near miss of a cell's name is an error with the right name`(word: String, kind: String) {
    let text = "---\ntitle: A\n---\n```\(word)\ny = 1\n```\n"
    let found = LessonDocument(reading: SourceFile(name: "a.md", text: text)).diagnostics
    #expect(found.map(\.hint) == ["did you mean `\(kind)`?"])
    #expect(
      found.map(\.message) == ["there is no cell `\(word)`, and a block of code of that name is not run"])
  }

  @Test(arguments: [
    ("a\nb\n\nc", "p ‹a b›\np ‹c›"), ("   a", "p ‹a›"), ("a\n    b", "p ‹a b›"),
    ("    a\n      b\n\n    c\n\nd", "verbatim <> a⏎  b⏎⏎c\np ‹d›"),
    ("\ta", "verbatim <> a"), ("    ```calc", "verbatim <> ```calc"), ("", ""), ("\n  \n\t\n", ""),
  ])
  func `Paragraphs and indented code`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("- a\n- b", "list\n- item\n  p ‹a›\n- item\n  p ‹b›"),
    ("- a\n\n- b", "list\n- item\n  p ‹a›\n- item\n  p ‹b›"),
    ("- a\n  b\n\n  c", "list\n- item\n  p ‹a b›\n  p ‹c›"),
    ("- a\nb", "list\n- item\n  p ‹a b›"),
    ("- a\n\nb", "list\n- item\n  p ‹a›\np ‹b›"),
    ("- a\n* b", "list\n- item\n  p ‹a›\nlist\n- item\n  p ‹b›"),
    (
      "- a\n  - b\n    - c\n- d",
      "list\n- item\n  p ‹a›\n  list\n  - item\n    p ‹b›\n    list\n    - item\n      p ‹c›\n- item\n  p ‹d›"
    ),
    ("3. a\n4. b", "list from 3\n- item\n  p ‹a›\n- item\n  p ‹b›"), ("1) a", "list from 1\n- item\n  p ‹a›"),
    ("1. a\n   - b", "list from 1\n- item\n  p ‹a›\n  list\n  - item\n    p ‹b›"),
    ("a\n- b", "p ‹a›\nlist\n- item\n  p ‹b›"), ("a\n1. b", "p ‹a›\nlist from 1\n- item\n  p ‹b›"),
    ("in\n1986. It was", "p ‹in 1986. It was›"), ("a\n+", "p ‹a +›"), ("-", "list\n- item"),
    ("-\n  a", "list\n- item\n  p ‹a›"),
    ("-a", "p ‹-a›"), ("1.a", "p ‹1.a›"), ("0.5 is", "p ‹0.5 is›"), ("1234567890. a", "p ‹1234567890. a›"),
    ("-     a", "list\n- item\n  verbatim <> a"), ("-\ta\n\n\tb", "list\n- item\n  p ‹a›\n  p ‹b›"),
    ("- # A\n- > b", "list\n- item\n  h1 ‹A›\n- item\n  quotation\n    p ‹b›"),
    ("- ```\n  x\n   y\n  ```", "list\n- item\n  verbatim <> x⏎ y"),
    ("- a\n\n  | b |\n  |---|\n  | c |", "list\n- item\n  p ‹a›\n  table ‹b›\n    row ‹c›"),
  ])
  func `Lists`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("> a\n> b", "quotation\n  p ‹a b›"), (">a", "quotation\n  p ‹a›"), ("> a\nb", "quotation\n  p ‹a b›"),
    (">", "quotation"),
    ("> a\n\n> b", "quotation\n  p ‹a›\nquotation\n  p ‹b›"), ("> a\n>\n> b", "quotation\n  p ‹a›\n  p ‹b›"),
    ("> > a\n> b", "quotation\n  quotation\n    p ‹a b›"),
    ("> - a\n> - b", "quotation\n  list\n  - item\n    p ‹a›\n  - item\n    p ‹b›"),
    ("> # A\nb", "quotation\n  h1 ‹A›\np ‹b›"), ("a\n> b", "p ‹a›\nquotation\n  p ‹b›"),
    ("a > b", "p ‹a > b›"),
    (">     a", "quotation\n  verbatim <> a"),
  ])
  func `Quotations`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("| a | b |\n|---|:-:|\n| c | d |", "table ‹a› | center ‹b›\n  row ‹c› | ‹d›"),
    ("| a | b | c |\n|:--|--:|---|\n", "table left ‹a› | right ‹b› | ‹c›"),
    ("a | b\n--- | ---\nc\nd | e | f", "table ‹a› | ‹b›\n  row ‹c›\n  row ‹d› | ‹e›"),
    ("x\n| a |\n|---|", "p ‹x›\ntable ‹a›"), ("| a |\n|---|\n\nb", "table ‹a›\np ‹b›"),
    ("| a |\n|---|\n# B", "table ‹a›\nh1 ‹B›"),
    ("| a | b |\n|---|", "p ‹| a | b | |---|›"), ("|---|", "p ‹|---|›"), ("| a |\n| b |", "p ‹| a | | b |›"),
    ("| a\\|b |\n|---|\n| `x\\|y` |", "table ‹a|b›\n  row code(x|y)"),
    ("| *a* ||\n|---|---|\n||b|", "table em(‹a›) | \n  row  | ‹b›"),
    ("a | b\n---", "h2 ‹a | b›"), ("| a |\n| :- |\n> b", "table left ‹a›\nquotation\n  p ‹b›"),
  ])
  func `Tables`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("```\na\n\n b\n```\nc", "verbatim <> a⏎⏎ b\np ‹c›"), ("~~~ python x\na\n~~~", "verbatim <python x> a"),
    ("````\n```\n````", "verbatim <> ```"), ("```\n~~~\n```", "verbatim <> ~~~"),
    ("```\na\n`````  ", "verbatim <> a"),
    ("```\n``` x\n    ```\n```", "verbatim <> ``` x⏎    ```"),
    ("  ```\n  a\n b\n   c\n ```", "verbatim <> a⏎b⏎ c"),
    ("a\n```\nb\n```", "p ‹a›\nverbatim <> b"), ("``` a`b\nc", "p ‹\u{60}\u{60}\u{60} a`b c›"),
    ("~~~ a`b\nc\n~~~", "verbatim <a`b> c"),
    ("```task\na\n```", "verbatim <task> a"), ("```python\na\n```", "verbatim <python> a"),
    ("````md\n```calc\nx = 1\n```\n````", "verbatim <md> ```calc⏎x = 1⏎```"), ("``", "p ‹``›"),
  ])
  func `Verbatim blocks`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("```calc\nx = 1\n```", #"cell 4:4 calc "x = 1\n""#),
    ("~~~~ check \na\n\n~~~~~", #"cell 4:6 check "a\n\n""#),
    ("```data xor  and\n```", #"cell 4:4 data xor  and """#),
    ("  ```ask\tx\n  a\n  ```", #"cell 4:6 ask x "  a\n""#),
    ("a\n```calc\n```\nb", "p ‹a›\ncell 5:4 calc \"\"\np ‹b›"),
    ("```calc\r\nx = 1\r\n```\r\n", #"cell 4:4 calc "x = 1\r\n""#),
    ("```calc\rx = 1\r```", #"cell 4:4 calc "x = 1\r""#),
  ])
  func `Cells`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test(arguments: [
    ("<!-- a -->\nb", "p ‹b›"), ("<!-- a\n\n```calc\nx\n```\n-->\nb", "p ‹b›"),
    ("a\n<!-- b -->\nc", "p ‹a›\np ‹c›"),
    ("<!-- a", "p ‹<!-- a›"), ("<!-- a --> b", "p ‹ b›"), ("<!-- a\nb --> c", "p ‹ c›"),
    ("- a\n\n  <!-- b -->\n\n  c", "list\n- item\n  p ‹a›\n  p ‹c›"),
    ("<!-- a -->\n<!-- b", "p ‹<!-- b›"), ("<!-- a --> b\n\n<!-- c -->\n\nd", "p ‹ b›\np ‹d›"),
    ("<!---->x", "p ‹x›"),
  ])
  func `Comments are not shown`(source: String, expected: String) {
    #expect(Dump.blocks(source) == expected)
  }

  @Test func `Twenty lists and quotations in one another are read and the marks of deeper ones are text`() {
    let quotations = Dump.blocks(String(repeating: "> ", count: 25) + "a")
    #expect(quotations.matches(of: /quotation/).count == 20)
    #expect(quotations.hasSuffix("p ‹> > > > > a›"))
    let lists = Dump.blocks(String(repeating: "- ", count: 25) + "a")
    #expect(lists.matches(of: /list/).count == 20)
    #expect(lists.hasSuffix("p ‹- - - - - a›"))
  }
}
