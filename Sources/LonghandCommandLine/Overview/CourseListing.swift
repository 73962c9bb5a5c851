import Diagnostics
import LessonDocument
import LessonStyle
import PlainText

/// The lessons of a course with what their settings say, part by part, as commands list them.
///
/// A lesson with an error is listed all the same, and so is one that cannot be read.
struct CourseListing {
  /// The parts of the course, each with its lessons in the order in which they are read.
  let parts: [(part: CoursePart, entries: [Entry])]
  /// The lessons of all parts in the order in which they are read, which goes from part to part as the lessons need it.
  let inReadingOrder: [Entry]
  /// What the parts are called; why that is not known where its list is wrong.
  private let partList: Result<PartList, Failure>

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
    let entries = course.parts.flatMap(\.lessons).map { lesson in
      Entry(
        lesson: lesson,
        document: Result { () throws(Failure) in
          LessonDocument(reading: try call.file(of: LessonSource(lesson)))
        })
    }
    let inReadingOrder = entries.inReadingOrder
    self.inReadingOrder = inReadingOrder
    parts = course.parts.map { part, lessons in
      let names = Set(lessons.map(\.name))
      return (part, inReadingOrder.filter { names.contains($0.lesson.name) })
    }
    let file = course.file(named: PartList.usualName)
    partList = Result { () throws(Failure) in
      file.exists ? try call.list(in: file, PartList.reading) : PartList()
    }
  }

  /// What the parts are called; where the list of it is wrong, their numbers.
  var titles: PartList { (try? partList.get()) ?? PartList() }

  /// All lessons, part by part.
  var entries: [Entry] { parts.flatMap(\.entries) }

  /// Tells of the lessons that cannot be read, and of what is wrong with the list of parts.
  ///
  /// - Returns: how the program ends on account of them.
  func reportUnreadable(_ call: CommandCall) -> ExitStatus {
    var status = ExitStatus.success
    func tell(_ failure: Failure) {
      call.invocation.report(failure.text)
      status = max(status, failure.status)
    }
    for case .failure(let failure) in entries.map(\.document) { tell(failure) }
    if case .failure(let failure) = partList { tell(failure) }
    return status
  }

  /// The parts one below the other: on each lesson a word, such as its name, and lines about it beside that.
  func text(
    width: Int, word: (Entry) -> String = { $0.lesson.name }, about: (Entry) -> [String]
  ) -> String {
    let column = WordColumn(of: entries.map { word($0).harmlessLine }, width: width)
    let titles = titles
    let sections = parts.map { part, entries in
      titles.lines(above: part).flatMap { wrapped($0.harmlessLine, width: width) }
        + entries.flatMap { column.lines(word($0).harmlessLine, about($0).map(\.harmlessLine)) }
    }
    return sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }
}

extension Needs {
  /// What the lessons of a course need.
  init(of entries: [CourseListing.Entry]) {
    self.init(
      Dictionary(entries.map { ($0.lesson.name, $0.needs) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension [CourseListing.Entry] {
  /// These lessons in the order of somebody who reads, each time, the first one whose needs are met; where there is none, as
  /// lessons need each other, the first. Cost: O(n²) for n lessons.
  fileprivate var inReadingOrder: [CourseListing.Entry] {
    var rest = self
    var ahead = Set(map(\.lesson.name))
    var ordered: [CourseListing.Entry] = []
    while !rest.isEmpty {
      let next = rest.firstIndex { entry in
        entry.needs.allSatisfy { $0 == entry.lesson.name || !ahead.contains($0) }
      }
      let entry = rest.remove(at: next ?? 0)
      ahead.remove(entry.lesson.name)
      ordered.append(entry)
    }
    return ordered
  }
}
