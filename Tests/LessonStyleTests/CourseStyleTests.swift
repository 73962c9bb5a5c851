import Diagnostics
import LessonDocument
import LessonStyle
import LessonTestSupport
import TestSupport
import Testing

/// The lessons of the course, held against the rules of style, and against the list of words beside them.
@Suite("The style of the course")
struct CourseStyleTests {
  /// The list of words.
  private static let glossary: Result<Glossary, any Error> = Result {
    let file = SourceFile(name: "words.csv", text: try PackageFolder("Lessons").text(of: "words.csv"))
    let (glossary, diagnostics) = Glossary.reading(file)
    return try #require(glossary, "\(diagnostics.map { $0.text(in: file) }.joined(separator: "\n"))")
  }

  @Test("has words that lessons of the course explain, each in one sentence")
  func words() throws {
    let names = Set(try CourseLesson.course().map(\.lessonName))
    for term in try Self.glossary.get().terms {
      for lesson in term.lessons {
        #expect(names.contains(lesson), "\(term.word) is said to be explained in \(lesson)")
      }
      #expect(term.explanation.hasSuffix(".") && !term.explanation.contains(". "), "\(term.word)")
    }
  }

  @Test("breaks the rules where it is recorded")
  func rules() throws {
    let (course, glossary) = (try CourseLesson.course(), try Self.glossary.get())
    let needs = Needs(
      Dictionary(
        course.map { ($0.lessonName, $0.document.frontMatter.needs.map(\.lesson)) },
        uniquingKeysWith: { first, _ in first }))
    var lines: [String] = []
    for (name, document, transcript) in course.map({ ($0.lessonName, $0.document, $0.transcript) }) {
      let known = needs.all(before: document.frontMatter.needs.map(\.lesson))
      let lesson = StyledLesson(document, transcript: transcript, glossary: glossary, known: known)
      let rules = lesson.findings.map(\.rule)
      for rule in StyleRule.all {
        let count = rules.count { $0 == rule.name }
        if count > 0 { lines.append("\(name), \(rule.name): \(count)\n") }
      }
    }
    let head = """
      # How often lessons of the course break the rules of style, rule by rule: `longhand check --style LESSON` tells where. A
      # lesson that has been mended leaves this list: record this file.

      """
    try GoldenFile("Golden/course.txt").expect(head + lines.joined())
  }
}
