internal import Algebra
public import Transcript

/// Writes a transcript as one web page, which needs nothing else: no file, no network, and for reading no script.
///
/// The page's policy allows its one style and its one script, by their digests, and nothing else. All parts stand in `main`
/// in reading order, each one element of class `part`, with the answers behind them in `section#answers`:
///
/// - a step is `div.step#step-N`, with an element of class `line` for each line; the right sides of an equation are its
///   `beat`s, which are shown one after the other; `data-at-once` stands on what is shown in one go;
/// - a question is `section.question#question-N` with its `data-question`, `data-hints` and `data-kind`; its answer is
///   `section.answer#answer-N`, with `given`, `hint`, `mistake` and `because`;
/// - a value with a name is `.value#v-N`, and a number that was taken from it a link of class `from`.
public struct PageRenderer: Hashable, Sendable {
  /// A renderer of pages.
  public init() {}

  /// The page.
  ///
  /// - Parameters:
  ///   - transcript: what the page shows.
  ///   - graph: the computation graph that stands behind its parts, where it is small enough; `nil` for none.
  ///   - answerKeys: the data block of what replies to its questions are held against; `nil` where there are none.
  ///   - whatIf: the data block with which its numbers can be tried with others; `nil` for a page without it.
  ///   - site: where the page stands in its site; `nil` for a page that stands alone.
  public func text(
    of transcript: Transcript, graph: ComputationGraph? = nil, answerKeys: String? = nil,
    whatIf: String? = nil, in site: SitePlace? = nil
  ) -> String {
    var writer = PageWriter(callsExp: transcript.hasValueCalledE, title: transcript.title)
    writer.hasAnswers = transcript.answers != .none
    for part in transcript.shownParts { writer.add(part) }
    if let graph { writer.add(graph) }
    writer.finish(questions: transcript.answeredQuestions)
    var blocks = ""
    if let answerKeys { blocks += block("answer-keys", answerKeys) }
    if let whatIf { blocks += block("what-if", whatIf) }
    let variant = transcript.settings.variant.map {
      "<header><p>variant \($0.escapedForMarkup)</p></header>\n"
    }
    return Self.opening + """
      <meta http-equiv="Content-Security-Policy" content="\(site == nil ? PageStyle.policy : PageStyle.policyInSite)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(transcript.title.escapedForMarkup)</title>
      <style>\(PageStyle.text)</style>
      </head>
      <body\(site.map { " data-lesson=\"\($0.lesson.escapedForMarkup)\"" } ?? "")>
      \(site?.markup(label: "Course") ?? "")\(variant ?? "")<main id="lesson">
      \(writer.html)</main>
      \(site?.markup(label: "Where to go on") ?? "")\
      <footer><p>Made by Longhand, from the lesson <code>\(transcript.lesson.escapedForMarkup)</code>.</p></footer>
      \(blocks)<script>\(site == nil ? PageScript.text : PageScript.ofLessonInSite)</script>
      </body>
      </html>

      """
  }

  /// What a page begins with.
  public static let opening =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"Longhand\">\n"

  private func block(_ id: String, _ text: String) -> String {
    "<script type=\"application/json\" id=\"\(id)\">\(text)</script>\n"
  }
}
