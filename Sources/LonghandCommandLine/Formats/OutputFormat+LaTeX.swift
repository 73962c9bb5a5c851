import Rendering
import Transcript

extension OutputFormat {
  /// A handout: a fragment for a document of one's own, or with `--standalone` a document.
  static let latex = OutputFormat(
    name: "latex", endings: ["tex"],
    text: { lesson, look in LaTeXRenderer(isStandalone: look.isStandalone).text(of: lesson.transcript) },
    // The comment on its first line.
    opening: { text in String(text.prefix { $0 != "\n" }) + "\n" }, separator: "\n",
    sheet: { transcript, _ in LaTeXRenderer(isStandalone: true).text(of: transcript) })
}
