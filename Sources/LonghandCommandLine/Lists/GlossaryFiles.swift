import LessonDocument
import LessonStyle

/// The lists of words that the lessons of a call go by.
struct GlossaryFiles {
  private let files: ListFiles<Glossary>

  /// The name of a course's list.
  static let usualName = "words.csv"

  /// No list yet.
  init(_ call: CommandCall) { files = ListFiles(call, Glossary.reading) }

  /// How the program ends on account of them.
  var status: ExitStatus { files.status }

  /// The list of the course; `nil` where it has none.
  ///
  /// - Throws: a failure when something is wrong with it.
  static func ofCourse(_ call: CommandCall) throws(Failure) -> Glossary? {
    let file = try call.course.get().file(named: usualName)
    return file.exists ? try call.list(in: file, Glossary.reading) : nil
  }

  /// The list in the folder of a lesson; `nil` where there is none, or it is wrong.
  func glossary(for source: LessonSource) -> Glossary? {
    guard case .file(let lesson) = source.origin else { return nil }
    return files.list(in: lesson.sibling(named: Self.usualName))
  }
}
