import Rendering
import Transcript

extension OutputFormat {
  /// A trace for other programs.
  static let json = OutputFormat(
    name: "json", endings: ["json"],
    text: { lesson, _ in TraceRenderer().text(of: lesson.transcript) },
    opening: { _ in TraceRenderer.opening }, separator: "")
}
