import Diagnostics
import LessonDocument
import LessonRuntime
import LessonStyle
import TestSupport
import Testing

/// A lesson that is held against the rules of style.
struct StyleFixture {
  let document: LessonDocument
  let findings: [StyleFinding]

  /// A list of two words, each explained in a lesson of its own, one of them in another, too.
  static let words = """
    word,other spellings,lesson,explanation
    velocity,speed,momentum|ball,How fast a weight moves.
    ReLU,rectified linear unit,activations,The larger of 0 and the sum.
    dropout rate,,dropout,The chance of a 0.
    dropout,,dropout,A method.

    """

  /// The lesson `sum` of the given text, which comes after `known`.
  init(_ text: String, words: String? = StyleFixture.words, known: Set<String> = []) throws {
    document = LessonDocument(reading: SourceFile(name: "sum.md", text: text))
    let lesson = Lesson(document, name: "sum")
    let run = lesson.run()
    try #require(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message))")
    let glossary = try words.map { words in
      try #require(Glossary.reading(SourceFile(name: "words.csv", text: words)).glossary)
    }
    findings =
      StyledLesson(document, transcript: run.transcript, glossary: glossary, known: known).findings
  }

  /// The names of the rules that are broken, in reading order.
  var rules: [String] { findings.map(\.rule) }

  /// The texts that break rules.
  var places: [String] { findings.map { $0.diagnostic.range.map { document.file[$0] } ?? "" } }
}
