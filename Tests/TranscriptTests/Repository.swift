import Foundation

/// The files of the package that the tests read.
enum Repository {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of the README.
  static func readme() throws -> String {
    try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  /// The recorded transcripts, by name in alphabetical order.
  static func transcripts() throws -> [(name: String, text: String)] {
    try files(in: "Transcripts", ending: ".txt").map {
      ($0.deletingPathExtension().lastPathComponent, try text(of: $0))
    }
  }

  /// The lines that the lesson called `name` shows as they stand: those in fences that are no cells.
  static func verbatimLines(ofLesson name: String) throws -> Set<String> {
    var lines: Set<String> = []
    for file in try files(in: "Lessons", ending: "-\(name).md") {
      for fence in Fence.all(in: try text(of: file)) where !Fence.cellKinds.contains(fence.kind) {
        lines.formUnion(fence.lines.map { $0.trimmingCharacters(in: .whitespaces) })
      }
    }
    return lines
  }

  private static func files(in folder: String, ending suffix: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: nil
    )
    .filter { $0.lastPathComponent.hasSuffix(suffix) }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private static func text(of file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }
}

/// A fenced block of a Markdown file.
struct Fence {
  /// The first word behind the opening fence.
  let kind: String
  /// What stands between the fences.
  let lines: [String]

  /// The kinds of fence that are cells of a lesson.
  static let cellKinds = ["calc", "check", "data", "ask"]

  /// The fences of `markdown` that begin at the left margin, in order.
  static func all(in markdown: String) -> [Fence] {
    var fences: [Fence] = []
    var open: (quotes: Substring, kind: String, lines: [String])?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let fence = open {
        if line == fence.quotes {
          fences.append(Fence(kind: fence.kind, lines: fence.lines))
          open = nil
        } else {
          open = (fence.quotes, fence.kind, fence.lines + [String(line)])
        }
      } else if line.hasPrefix("```") {
        let quotes = line.prefix { $0 == "`" }
        let words = line.dropFirst(quotes.count).split(separator: " ")
        open = (quotes, words.first.map(String.init) ?? "", [])
      }
    }
    return fences
  }
}
