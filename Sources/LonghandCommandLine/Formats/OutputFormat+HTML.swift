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
      transcript.questions.isEmpty
      ? nil : AnswerKeyWriter.text(of: steps.judges().map(\.answerKey), callsExp: transcript.hasValueCalledE)
    return PageRenderer().text(
      of: transcript, graph: graph, answerKeys: keys, whatIf: ReplayWriter.text(of: replay),
      in: site)
  }
}
