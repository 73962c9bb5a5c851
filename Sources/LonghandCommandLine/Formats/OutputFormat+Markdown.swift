import Rendering
import Transcript

extension OutputFormat {
  /// A page for GitHub, MyST or Jupyter.
  static let markdown = OutputFormat(
    name: "markdown", endings: ["md"],
    text: { lesson, _ in MarkdownRenderer().text(of: lesson.transcript) },
    // The comment on its first line.
    opening: { text in String(text.prefix { $0 != "\n" }) + "\n" }, separator: "\n",
    sheet: { transcript, _ in MarkdownRenderer().text(of: transcript) })
}
