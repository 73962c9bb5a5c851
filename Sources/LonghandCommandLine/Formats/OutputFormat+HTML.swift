import Rendering
import Transcript
import Tutor

extension OutputFormat {
  /// A page for a browser.
  static let html = OutputFormat(
    name: "html", endings: ["html", "htm"],
    text: { lesson, _ in lesson.page() },
    opening: { _ in PageRenderer.opening }, separator: "\n")
}

extension WorkedLesson {
  /// The lesson as a page, alone or in a site.
  func page(in site: SitePlace? = nil) -> String {
    let keys = transcript.questions.isEmpty ? [] : lesson.answerKeys(options)
    let replay = StepwiseRun(lesson, options).replay().map(\.data)
    return PageRenderer().text(of: transcript, keys: keys, whatIf: ReplayWriter.text(of: replay), in: site)
  }
}
