import Testing

@testable import Rendering

@Suite struct LineFillingTests {
  @Test(arguments: [
    ("", []), ("   ", []), ("one", ["one"]), ("  one  two three ", ["one", " two", " three"]),
    ("a\tb c", ["a\tb", " c"]), ("é  b", ["é", " b"]), ("a \u{301}b c", ["a \u{301}b", " c"]),
  ])
  func `words are parted by spaces, of which each word but the first keeps one`(
    text: String, fragments: [String]
  ) {
    #expect(words(text) == fragments)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one\n\ntwo three", 5, ["one", "", "two", "three"]),
    ("", 5, [""]),
    ("zwölf Wörter", 6, ["zwölf", "Wörter"]), ("a_1.5 -3.25e-04", 9, ["a_1.5", "-3.25e-04"]),
  ])
  func `text goes on in the next line where a word has no room`(text: String, width: Int, lines: [String]) {
    #expect(filled(text, width: width) == lines)
  }

  @Test(arguments: [
    ("see `out = tanh(w*x + b)` here", 20, ["see", "out = tanh(w*x + b)", "here"]),
    ("see `out = tanh(w*x + b)` here", 16, ["see out", "= tanh(w*x + b)", "here"]),
    ("see `out = tanh(w*x + b)` here", 12, ["see out", "= tanh(w*x", "+ b) here"]),
    ("(`a -> b + c`), d", 13, ["(a -> b + c),", "d"]),
    ("(`a -> b + c`), d", 12, ["(a -> b", "+ c), d"]),
    ("go `longhand run -x lesson`", 17, ["go longhand run", "-x lesson"]),
    ("`x for x in -6...6`", 13, ["x for x in", "-6...6"]),
    ("`abcdefghij + 1`", 6, ["abcdef", "ghij", "+ 1"]),
  ])
  func `code is broken only where it is too wide, before an operator`(
    text: String, width: Int, lines: [String]
  ) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    let marked = parts.map { $0.isMultiple(of: 2) ? $1 : $1.replacing(" ", with: String(codeSpace)) }
    #expect(filled(marked.joined(), width: width) == lines)
  }

  @Test func `what stands in parentheses is kept together where it has room`() {
    let fragments = ["f(a", " + b", ")", " + c"]
    #expect(filled(fragments, width: 8) == ["f(a + b)", "+ c"])
    #expect(filled(fragments, width: 8, keepsParentheses: false) == ["f(a + b)", "+ c"])
    #expect(filled(["x", " + f(a", " + b", ")"], width: 10) == ["x", "+ f(a + b)"])
  }
}
