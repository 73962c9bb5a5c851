import Diagnostics
import LessonDocument
import LessonStyle
import Transcript

/// Holds the lessons of a call against the rules of style.
final class StyleReader {
  private let call: CommandCall
  private let glossaries: GlossaryFiles
  /// What the lessons of the course need; no lesson is read for it before it is asked for.
  private lazy var needs = readNeeds()

  /// A reader for the lessons of `call`.
  init(_ call: CommandCall) {
    self.call = call
    glossaries = GlossaryFiles(call)
  }

  /// How the program ends on account of lists of words that are wrong.
  var status: ExitStatus { glossaries.status }

  /// What in a lesson breaks the rules, in reading order.
  func findings(
    _ source: LessonSource, _ document: LessonDocument, _ transcript: Transcript
  ) -> [Diagnostic] {
    let glossary = glossaries.glossary(for: source)
    let direct = document.frontMatter.needs.map(\.lesson)
    let known = glossary == nil || direct.isEmpty ? [] : needs.all(before: direct)
    let lesson = StyledLesson(document, transcript: transcript, glossary: glossary, known: known)
    return lesson.findings.map(\.diagnostic)
  }

  private func readNeeds() -> Needs {
    guard let course = try? call.course.get() else { return Needs([:]) }
    return Needs(of: CourseListing(course, call).entries)
  }
}
