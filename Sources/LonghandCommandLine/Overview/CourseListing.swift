import Diagnostics
import LessonDocument
import PlainText

/// The lessons of a course with what their settings say, part by part, as commands list them.
///
/// A lesson with an error is listed all the same, and so is one that cannot be read.
struct CourseListing {
  /// The parts of the course, each with its lessons.
  let parts: [(heading: String, entries: [Entry])]

  /// A lesson.
  struct Entry {
    /// The lesson.
    let lesson: Course.CourseLesson
    /// Its text, or why it cannot be read.
    let document: Result<LessonDocument, Failure>

    /// Its title, or what is to be known in its place.
    var title: String {
      guard let title = (try? document.get())?.frontMatter.title else { return "(cannot be read)" }
      return title.isEmpty ? "(no title)" : title
    }

    /// The lessons that it needs.
    var needs: [String] { (try? document.get())?.frontMatter.needs.map(\.lesson) ?? [] }
  }

  /// Reads the lessons of a course.
  init(_ course: Course, _ call: CommandCall) {
    parts = course.parts.map { part, lessons in
      let entries = lessons.map { lesson in
        Entry(
          lesson: lesson,
          document: Result { () throws(Failure) in
            LessonDocument(reading: try call.file(of: LessonSource(lesson)))
          })
      }
      return (part.heading, entries)
    }
  }

  /// All lessons, in order.
  var entries: [Entry] { parts.flatMap(\.entries) }

  /// Tells of the lessons that cannot be read.
  ///
  /// - Returns: how the program ends on account of them.
  func reportUnreadable(_ call: CommandCall) -> ExitStatus {
    var status = ExitStatus.success
    for case .failure(let failure) in entries.map(\.document) {
      call.invocation.report(failure.text)
      status = max(status, failure.status)
    }
    return status
  }

  /// The parts one below the other: on each lesson a word, such as its name, and lines about it beside that.
  func text(
    width: Int, word: (Entry) -> String = { $0.lesson.name }, about: (Entry) -> [String]
  ) -> String {
    let column = WordColumn(of: entries.map { word($0).harmlessLine }, width: width)
    let sections = parts.map { heading, entries in
      wrapped(heading, width: width)
        + entries.flatMap { column.lines(word($0).harmlessLine, about($0).map(\.harmlessLine)) }
    }
    return sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }
}
