import Diagnostics

/// A lesson that was asked for: where its text comes from, and what it is called.
struct LessonSource {
  /// Where the text comes from.
  let origin: Origin
  /// The lesson's name.
  let name: String
  /// The lesson's place in the course; `nil` for one that stands alone.
  let inCourse: Course.CourseLesson?

  /// Where a lesson's text comes from.
  enum Origin {
    /// A file.
    case file(TextFile)
    /// Standard input.
    case standardInput
  }

  /// What messages call the file.
  var shownPath: String {
    switch origin {
    case .file(let file): file.shownPath
    case .standardInput: "<stdin>"
    }
  }

  /// A lesson of the course.
  init(_ lesson: Course.CourseLesson) {
    origin = .file(lesson.file)
    name = lesson.name
    inCourse = lesson
  }

  /// What `operand` asks for: `-` is standard input, what holds a `/` or ends in `.md` is a path, and anything else
  /// is the name of a lesson of the course. A path to a lesson of the course is that lesson.
  init(_ operand: String, course: Result<Course, Failure>, paths: Paths) throws(Failure) {
    if operand == "-" {
      origin = .standardInput
      name = "<stdin>"
      inCourse = nil
    } else if operand.contains("/") || operand.hasSuffix(".md") {
      let file = paths.file(operand)
      origin = .file(file)
      inCourse = try? course.get().lesson(atPath: file.path)
      name =
        inCourse?.name ?? lessonName(ofFile: operand.split(separator: "/").last.map(String.init) ?? operand)
    } else {
      self = try LessonSource(named: operand, in: course.get())
    }
  }

  private init(named name: String, in course: Course) throws(Failure) {
    guard !name.isEmpty else { throw .usage("an empty argument names no lesson") }
    guard let lesson = course.lesson(named: name) else {
      let names = course.lessons.map(\.name)
      throw .unknown(
        "there is no lesson `\(name)`",
        nearest: nearest(to: name, among: names),
        otherwise: "the lessons are \(names.joined(separator: ", ")); a file is named with a `/` or its `.md`"
      )
    }
    self.init(lesson)
  }
}
