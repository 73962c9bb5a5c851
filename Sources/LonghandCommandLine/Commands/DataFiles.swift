import Diagnostics
import LessonRuntime

/// What `--data` asks for: rows of files in the place of a lesson's own.
struct DataFiles {
  private let files: [(name: String, path: String)]

  /// Reads the values of `--data`, each `NAME=FILE`.
  init(_ values: [String]) throws(Failure) {
    var files: [(name: String, path: String)] = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].split(separator: " ").joined(separator: " ")
      guard parts.count == 2, !name.isEmpty else {
        throw .usage("`--data` takes NAME=FILE, not `\(value)`", hint: "--data points=mine.csv")
      }
      guard !parts[1].isEmpty else {
        throw .usage("`--data \(value)` lacks the file", hint: "--data \(name)=mine.csv")
      }
      guard !files.contains(where: { $0.name == name }) else {
        throw .usage("`--data` gives `\(name)` twice", hint: "leave one of them out")
      }
      files.append((name, String(parts[1])))
    }
    self.files = files
  }

  /// The rows of the files, once it is sure that the lesson has data of all of their names.
  func rows(
    for lesson: Lesson, called lessonName: String, _ call: CommandCall
  ) throws(Failure) -> [RunOptions.Rows] {
    let names = lesson.dataNames
    var rows: [RunOptions.Rows] = []
    for (name, path) in files {
      guard names.contains(name) else {
        throw .unknown(
          "`\(lessonName)` has no data `\(name)`", nearest: nearest(to: name, among: names),
          otherwise: names.isEmpty
            ? "the lesson has no data" : "its data are \(names.joined(separator: ", "))")
      }
      let file = try call.file(atPath: path)
      let (read, diagnostics) = lesson.rows(replacing: name, from: file)
      if let failure = Failure(diagnostics, in: file) { throw failure }
      if let read { rows.append(read) }
    }
    return rows
  }
}
