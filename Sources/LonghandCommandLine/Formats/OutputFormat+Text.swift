import Rendering
import Transcript

extension OutputFormat {
  /// A page to read.
  static let text = OutputFormat(
    name: "text", endings: ["txt"],
    text: { lesson, look in look.renderer.text(of: lesson.transcript) },
    // The title and the rule below it: a page of the same lesson.
    opening: { text in
      text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
        .map { $0 + "\n" }.joined()
    }, separator: "\n", sheet: { transcript, renderer in renderer.text(of: transcript) })
}
