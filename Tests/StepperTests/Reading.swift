import Diagnostics
import Foundation
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
func smallReader(style: Style = Style(), memory: Reader.Memory = Reader.Memory()) -> Reader {
  Reader(of: lesson(smallLesson), style: style, memory: memory)
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
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let all: [(name: String, text: String)] = {
    let folder = package.appending(path: "Lessons").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { (name: $0, text: text("Lessons/" + $0) ?? "") }
  }()

  /// The recorded transcript of a lesson in a file of that name, such as `31-backpropagation.md`.
  static func transcript(of name: String) -> String? {
    text("Transcripts/\(name.drop { $0.isNumber }.dropFirst().dropLast(3)).txt")
  }

  /// A text of the package.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: package.appending(path: path), encoding: .utf8)
  }
}
