import Foundation
import TestSupport

/// The files of the package that the tests read.
enum Repository {
  /// The text of the README.
  static func readme() throws -> String {
    try PackageFolder().text(of: "README.md")
  }

  /// The recorded transcripts, by name in alphabetical order.
  static func transcripts() throws -> [(name: String, text: String)] {
    try files(in: "Transcripts", ending: ".txt").map {
      ($0.deletingPathExtension().lastPathComponent, try text(of: $0))
    }
  }

  /// The lessons that only tests run, by name in alphabetical order.
  static func fixtures() throws -> [URL] { try files(in: "Tests/LessonRuntimeTests/Lessons", ending: ".md") }

  /// The lessons, by file name in alphabetical order.
  static func lessons() throws -> [(name: String, text: String)] {
    try files(in: "Lessons", ending: ".md").map { ($0.lastPathComponent, try text(of: $0)) }
  }

  /// The text of the lesson called `name`.
  static func lesson(_ name: String) throws -> String {
    try files(in: "Lessons", ending: "-\(name).md").map(text).joined()
  }

  private static func files(in folder: String, ending suffix: String) throws -> [URL] {
    let folder = PackageFolder(folder)
    return try folder.names(ending: suffix).map(folder.file)
  }

  private static func text(of file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }
}

/// What a reader of a transcript has to know of its lesson.
struct LessonSource {
  /// The lines that it shows as they stand: those in fences that are no cells.
  let verbatimLines: Set<String>
  /// The digits behind the point that it asks for.
  let decimals: Int

  /// How many questions it asks.
  let questionCount: Int

  /// The tables that it asks for.
  let tables: LessonTables
  /// The rows of its data cells: the cells of each line, the heads first.
  let data: [String: [[String]]]

  private let calc: String

  /// Reads a lesson.
  init(_ markdown: String) {
    let fences = Fence.all(in: markdown).filter {
      !["calc", "check", "data", "ask", "vary"].contains($0.kind)
    }
    verbatimLines = Set(fences.flatMap(\.lines).map { $0.trimmingCharacters(in: .whitespaces) })
    decimals = markdown.firstMatch(of: /\ndecimals: (\d+)\n/).flatMap { Int($0.1) } ?? 5
    questionCount = Fence.all(in: markdown).count { $0.kind == "ask" }
    let lines = Fence.all(in: markdown).filter { $0.kind == "calc" }.flatMap(\.lines)
    calc = Self.withoutSpaces(lines.joined())
    tables = LessonTables(lines)
    data = Dictionary(
      Fence.all(in: markdown).filter { $0.kind == "data" }.map { fence in
        let rows = fence.lines.filter { !$0.isEmpty }.map { line in
          line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return (fence.name, rows)
      }
    ) { $1 }
  }

  /// Whether there is no lesson to read.
  var isEmpty: Bool { calc.isEmpty }

  /// Whether a calc cell has `text`, spaces aside.
  func says(_ text: String) -> Bool { calc.contains(Self.withoutSpaces(text)) }

  private static func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

/// A fenced block of a Markdown file.
struct Fence {
  /// The first word behind the opening fence.
  let kind: String
  /// The second word behind it.
  let name: String
  /// What stands between the fences.
  let lines: [String]

  /// The fences of `markdown` that begin at the left margin, in order.
  static func all(in markdown: String) -> [Fence] {
    var fences: [Fence] = []
    var open: (quotes: Substring, words: [String], lines: [String])?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let fence = open {
        if line == fence.quotes {
          let words = fence.words + ["", ""]
          fences.append(Fence(kind: words[0], name: words[1], lines: fence.lines))
          open = nil
        } else {
          open = (fence.quotes, fence.words, fence.lines + [String(line)])
        }
      } else if line.hasPrefix("```") {
        let quotes = line.prefix { $0 == "`" }
        open = (quotes, line.dropFirst(quotes.count).split(separator: " ").map(String.init), [])
      }
    }
    return fences
  }
}
