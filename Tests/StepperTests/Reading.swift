import Diagnostics
import LessonDocument
import LessonRuntime
import Rendering
import Stepper
import Terminal
import TestSupport

/// The lesson of a text, which has no errors.
func lesson(_ text: String, name: String = "small") -> Lesson {
  let lesson = Lesson(LessonDocument(reading: SourceFile(name: name + ".md", text: text)), name: name)
  precondition(lesson.diagnostics.isEmpty, "\(lesson.diagnostics)")
  return lesson
}

/// A reader at the beginning of the small lesson.
func smallReader(
  style: Style = Style(), memory: Reader.Memory = Reader.Memory(), wordBook: WordBook = .none
) -> Reader {
  Reader(of: lesson(smallLesson), style: style, memory: memory, wordBook: wordBook)
}

/// A reader at a window, after the keys of a script.
func screen(
  _ keys: String = "", of text: String = smallLesson, columns: Int = 80, rows: Int = 24,
  style: Style = Style()
) -> ScreenReader {
  var screen = ScreenReader(
    Reader(of: lesson(text), style: style), size: TerminalSize(columns: columns, rows: rows))
  for key in KeyScript(keys).keys { screen.press(key) }
  return screen
}

/// The lessons of the course, as they lie in the package, and their transcripts.
enum CourseLessons {
  private static let lessons = PackageFolder("Lessons")

  /// The names of their files, such as `31-backpropagation.md`.
  static func names() throws -> [String] { try lessons.names(ending: ".md") }

  /// The text of the lesson in a file of that name.
  static func text(of name: String) throws -> String { try lessons.text(of: name) }

  /// The recorded transcript of the lesson in a file of that name.
  static func transcript(of name: String) throws -> String {
    try PackageFolder("Transcripts").text(of: "\(name.drop { $0.isNumber }.dropFirst().dropLast(3)).txt")
  }
}
