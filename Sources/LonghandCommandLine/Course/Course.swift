#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lessons of one folder, in the order of their file names, and the transcripts in the folder beside it.
struct Course: Sendable {
  /// The lessons, in order; there is at least one, and no two have the same name.
  let lessons: [CourseLesson]
  /// The folder of the lessons.
  private let folder: URL
  private let paths: Paths

  /// A lesson of the course.
  struct CourseLesson: Sendable {
    /// Its name: the file's without the leading number and the extension.
    let name: String
    /// The file's name without the extension, `31-backpropagation`.
    let numberedName: String
    /// The lesson.
    let file: TextFile
    /// The recorded run.
    let transcript: TextFile
  }

  /// Reads the folder at `path`, which is absolute; `nil` when it is none, or holds no lesson.
  ///
  /// - Throws: when two lessons have the same name.
  init?(path: String, paths: Paths) throws(Failure) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
    let folder = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    let lessons = names.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }.sorted().map { fileName in
      let name = lessonName(ofFile: fileName)
      return CourseLesson(
        name: name, numberedName: String(fileName.dropLast(3)),
        file: Course.file(folder.appending(path: fileName), paths),
        transcript: Course.file(Course.transcripts(of: folder).appending(path: name + ".txt"), paths))
    }
    guard !lessons.isEmpty else { return nil }
    var files: [String: String] = [:]
    for lesson in lessons {
      if let other = files.updateValue(lesson.file.shownPath, forKey: lesson.name) {
        throw Failure(
          .failure, "`\(other)` and `\(lesson.file.shownPath)` are both called `\(lesson.name)`",
          details: ["hint: rename one of them"])
      }
    }
    self.lessons = lessons
    self.folder = folder
    self.paths = paths
  }

  /// The file of the given name beside the lessons.
  func file(named name: String) -> TextFile { Course.file(folder.appending(path: name), paths) }

  /// The lesson of the given name, with or without its number.
  func lesson(named name: String) -> CourseLesson? {
    lessons.first { $0.name == name || $0.numberedName == name }
  }

  /// The lesson whose file is at `path`, which is absolute.
  func lesson(atPath path: String) -> CourseLesson? {
    let url = URL(filePath: path).standardizedFileURL
    guard
      url.deletingLastPathComponent().resolvingSymlinksInPath().plainPath
        == folder.resolvingSymlinksInPath().plainPath
    else { return nil }
    return lessons.first { $0.numberedName + ".md" == url.lastPathComponent }
  }

  /// The files among the transcripts that are no lesson's, in order.
  func strayTranscripts() -> [TextFile] {
    let folder = Course.transcripts(of: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.plainPath)) ?? []
    let known = Set(lessons.map { $0.name + ".txt" })
    return names.filter { !$0.hasPrefix(".") && !known.contains($0) }.sorted()
      .map { Course.file(folder.appending(path: $0), paths) }
  }

  private static func transcripts(of folder: URL) -> URL {
    folder.deletingLastPathComponent().appending(path: "Transcripts", directoryHint: .isDirectory)
  }

  private static func file(_ url: URL, _ paths: Paths) -> TextFile {
    TextFile(path: url.plainPath, shownPath: paths.shown(url.plainPath))
  }
}

/// The name of the lesson in a file: the file's name without the leading number and the extension.
func lessonName(ofFile fileName: String) -> String {
  let stem = fileName.hasSuffix(".md") ? fileName.dropLast(3) : fileName[...]
  let rest = stem.drop { $0.isASCII && $0.isNumber }
  return rest.count < stem.count && rest.first == "-" && rest.count > 1
    ? String(rest.dropFirst()) : String(stem)
}
