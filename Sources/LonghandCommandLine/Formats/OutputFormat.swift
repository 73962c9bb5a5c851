import Rendering
import Transcript

/// A format in which transcripts are written.
struct OutputFormat: Sendable {
  /// Its name, for `--format`.
  let name: String
  /// What the names of its files end with; the first is that of files which the program names.
  let endings: [String]
  /// Writes a transcript; the renderer has the look that text gets.
  let text: @Sendable (Transcript, TextRenderer) -> String
  /// What a file begins with that may be overwritten with `text`.
  let opening: @Sendable (_ text: String) -> String
  /// What stands between the transcripts of several lessons.
  let separator: String

  /// All of them; the first is that of who asks for none.
  static let all = [text, json]

  /// A page to read.
  private static let text = OutputFormat(
    name: "text", endings: ["txt"],
    text: { transcript, renderer in renderer.text(of: transcript) },
    // The title and the rule below it: a page of the same lesson.
    opening: { text in
      text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
        .map { $0 + "\n" }.joined()
    }, separator: "\n")

  /// A trace for other programs.
  private static let json = OutputFormat(
    name: "json", endings: ["json"],
    text: { transcript, _ in TraceRenderer().text(of: transcript) },
    opening: { _ in TraceRenderer.opening }, separator: "")
}

extension OutputFormat {
  /// `text, json`
  static var names: String { all.map(\.name).joined(separator: ", ") }

  /// `.txt, .json`
  static var allEndings: String { all.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ") }

  /// The format of files with that ending, in small letters or capitals; `nil` where there is none.
  static func ofFiles(ending: String) -> OutputFormat? {
    all.first { $0.endings.contains(ending.lowercased()) }
  }
}
