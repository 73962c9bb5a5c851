import Diagnostics
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("titel", ["source", "title"], "title"),
    ("Title", ["title"], "title"),
    ("sorce", ["source", "force"], "source"),
    ("sum_h11", ["sum_o1", "sum_h1"], "sum_h1"),
    ("w", ["x1", "w1"], "w1"),
    ("epx", ["exp"], "exp"),
    ("decimal", ["decimals"], "decimals"),
    ("x", ["x1"], "x1"),
    ("größe", ["GRÖSSE", "Größe"], "Größe"),
    ("backprop", ["linear", "backpropagation"], "backpropagation"),
  ])
  func `A slip finds the word that was meant`(word: String, candidates: [String], expected: String) {
    #expect(nearest(to: word, among: candidates) == expected)
  }

  @Test(arguments: [
    ("colour", ["title", "source"]), ("x", ["y", "z"]), ("w7", ["x1", "w1", "w2"]),
    ("out_h3", ["out_h1"]), ("lg", ["ln", "exp"]), ("std", ["sum", "sqr"]), ("sig", ["sigmoid", "sign_of"]),
    ("", []), ("ab", ["wxyz"]), ("", ["x"]),
  ])
  func `Nothing near is no hint`(word: String, candidates: [String]) {
    #expect(nearest(to: word, among: candidates) == nil)
  }

  @Test func `An absurdly long word has no neighbour`() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(nearest(to: word, among: [word]) == nil)
  }
}
