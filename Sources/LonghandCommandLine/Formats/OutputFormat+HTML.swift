import LessonRuntime
import Rendering
import Transcript
import Tutor

extension OutputFormat {
  /// A page for a browser.
  static let html = OutputFormat(
    name: "html", endings: ["html", "htm"],
    text: { lesson, _ throws(Failure) in try lesson.page() },
    opening: { _ in PageRenderer.opening }, separator: "\n", showsGraph: true, looksBack: true,
    sheet: { transcript, _ in PageRenderer().text(of: transcript) })
}

extension WorkedLesson {
  /// The lesson as a page, alone or in a site; where it has no cost, without a graph, but not without one that was asked for.
  func page(in site: SitePlace? = nil) throws(Failure) -> String {
    let graph = options.graph == .cost ? try? run.graph?.get() : try graph()
    let steps = steps ?? StepwiseRun(lesson, options)
    let replay = steps.replay().map(\.data)
    let keys =
      transcript.questions.isEmpty || transcript.answers != .end
      ? nil : AnswerKeyWriter.text(of: steps.judges().map(\.answerKey), callsExp: transcript.hasValueCalledE)
    let isKey = transcript.answers == .only
    return PageRenderer().text(
      of: transcript, graph: isKey ? nil : graph, answerKeys: keys,
      whatIf: isKey ? nil : ReplayWriter.text(of: replay), in: site)
  }
}
