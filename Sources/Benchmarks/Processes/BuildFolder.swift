import Foundation

/// The programs that are built together with this one.
struct BuildFolder {
  /// This program.
  let ownPath: String
  /// The program `longhand`.
  var longhandPath: String { folder.appending(path: "longhand").path }

  private let folder: URL

  init() throws(Fault) {
    guard let url = Bundle.main.executableURL else {
      throw .failure("where this program is cannot be found out")
    }
    ownPath = url.path
    folder = url.deletingLastPathComponent()
  }

  /// The lessons of the course, in order.
  func lessons() throws(Fault) -> [URL] {
    let package = folder.pathComponents.prefix { $0 != ".build" }
    let place = package.dropFirst().reduce(URL(filePath: "/")) { $0.appending(path: $1) }.appending(
      path: "Lessons")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
    let lessons = files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    guard !lessons.isEmpty else { throw .failure("there are no lessons in `\(place.path)`") }
    return lessons
  }
}
