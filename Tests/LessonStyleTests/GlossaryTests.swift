import Diagnostics
import LessonStyle
import TestSupport
import Testing

@Suite("A list of words")
struct GlossaryTests {
  private static let header = "word,other spellings,lesson,explanation\n"

  private func reading(_ text: String) -> (glossary: Glossary?, diagnostics: [Diagnostic]) {
    Glossary.reading(SourceFile(name: "words.csv", text: text))
  }

  @Test("has a word in each row, and gives them in the order of the alphabet")
  func rows() throws {
    let text =
      "lesson,word,note,explanation,other spellings\r\nb | c,ReLU,x,\"The larger, of 0 and the sum.\",\r\n"
      + "a,bias,,A number., offset |threshold| \r\n"
    let (glossary, diagnostics) = reading(text)
    #expect(diagnostics == [])
    let terms = try #require(glossary?.terms)
    #expect(terms.map(\.word) == ["bias", "ReLU"])
    #expect(terms.map(\.spellings) == [["bias", "offset", "threshold"], ["ReLU"]])
    #expect(terms.map(\.lesson) == ["a", "b"] && terms.map(\.lessons) == [["a"], ["b", "c"]])
    #expect(terms.map(\.explanation) == ["A number.", "The larger, of 0 and the sum."])
  }

  @Test("may be without other spellings")
  func withoutSpellings() throws {
    #expect(reading("word,lesson,explanation\nbias,a,A number.\n").glossary?.terms.count == 1)
  }

  @Test(
    "says what is wrong with it, and where",
    arguments: [
      ("⟦⟧", "this list of words has no header"),
      ("⟦word,other spellings,lesson,explanation⟧\n", "this list has no word"),
      ("⟦word,other spellings,lesson⟧\n", "the column `explanation` is missing"),
      ("word,lesson,⟦explantion⟧\n", "there is no column `explantion`"),
      (header + "⟦⟧,,a,A number.", "this row has no word"),
      (header + "⟦·⟧,,a,A number.", "this row has no word"),
      (header + "bias,,⟦⟧,A number.", "this row names no lesson"),
      (header + "bias,,⟦|⟧,A number.", "this row names no lesson"),
      (header + "bias,,a,⟦⟧", "this row explains nothing"),
      (header + "bias,,a,A.\n⟦Bias⟧,,b,B.", "`Bias` is given a second time"),
      (header + "bias,offset,a,A.\nshift,⟦x|offset⟧,b,B.", "`offset` is given a second time"),
      (header + "⟦bias,a,A.⟧", "this row has 3 fields, and the header has 4"),
    ])
  func faults(marked: String, message: String) {
    let marked = MarkedPlaces(marked)
    let (glossary, diagnostics) = reading(marked.text)
    #expect(glossary == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.range) == marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) })
  }

  @Test(
    "finds a word as somebody asks for it",
    arguments: [
      ("velocity", "velocity"), ("Velocities", "velocity"), ("speed", "velocity"), ("relu", "ReLU"),
      ("rectified  linear unit", "ReLU"), ("dropout rate", "dropout rate"), ("dropout", "dropout"),
      ("rate", nil), ("", nil), ("-", nil),
    ])
  func asked(text: String, word: String?) {
    #expect(reading(StyleFixture.words).glossary?.term(text)?.word == word)
  }

  @Test(
    "knows the nearest word",
    arguments: [("velosity", "velocity"), ("linera", "rectified linear unit"), ("momentum", nil)])
  func near(text: String, word: String?) {
    #expect(reading(StyleFixture.words).glossary?.nearestSpelling(to: text) == word)
  }

  @Test("knows which lessons come before one, and ends where they need each other")
  func needs() {
    let needs = Needs(["c": ["b"], "b": ["a"], "x": ["y"], "y": ["x"]])
    #expect(needs.all(before: ["b"]) == ["a", "b"])
    #expect(needs.all(before: ["c", "x"]) == ["a", "b", "c", "x", "y"])
    #expect(needs.all(before: []) == [] && needs.all(before: ["z"]) == ["z"])
  }
}
