import Rendering
import Transcript
import Tutor

extension OutputFormat {
  /// A page for a browser.
  static let html = OutputFormat(
    name: "html", endings: ["html", "htm"],
    text: { lesson, _ in lesson.page() },
    opening: { _ in PageRenderer.opening }, separator: "\n",
    sheet: { transcript, _ in PageRenderer().text(of: transcript) })
}

extension WorkedLesson {
  /// The lesson as a page, alone or in a site.
  func page(in site: SitePlace? = nil) -> String {
    // One run more gives both: where questions stand, numbers are needed as they were.
    let run = StepwiseRun(lesson, options)
    let replay = run.replay().map(\.data)
    let keys =
      transcript.questions.isEmpty
      ? nil : AnswerKeyWriter.text(of: run.judges().map(\.answerKey), callsExp: transcript.hasValueCalledE)
    return PageRenderer().text(
      of: transcript, answerKeys: keys, whatIf: ReplayWriter.text(of: replay), in: site)
  }
}
