internal import Algebra
internal import PlainText
internal import Prose
public import Transcript

/// Writes transcripts as Markdown for GitHub, MyST and Jupyter, with formulas for MathJax or KaTeX.
///
/// Worked equations stand between `$$`, a row a line, ended by `\cr`: a fence with `math` is mathematics to GitHub alone, and
/// between dollar signs GitHub takes away backslashes before signs, so that there are none. Numbers stand in the order of the
/// text. The same transcript gives the same Markdown every time. Cost: O(length of the text).
public struct MarkdownRenderer: Sendable {
  /// A renderer.
  public init() {}

  /// The transcript as Markdown; exactly one line feed ends it.
  public func text(of transcript: Transcript) -> String {
    let page = MarkdownPage(callsExp: transcript.hasValueCalledE)
    var blocks = [Self.opening(for: transcript)]
    if let variant = transcript.settings.variant { blocks.append(MarkdownText.escaped("variant \(variant)")) }
    if !transcript.beginsWithHeading {
      blocks += page.heading(level: 1, MarkdownText.escaped(transcript.title))
    }
    for part in transcript.shownParts { blocks = MarkdownPage.joined(blocks, page.blocks(of: part)) }
    blocks += page.blocks(ofAnswersTo: transcript.answeredQuestions)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The first line of a transcript, a comment, by which it is known again.
  public static func opening(for transcript: Transcript) -> String {
    let name = transcript.lesson.harmlessLine.replacing("-->", with: "").replacing("--", with: "- -")
    return "<!-- Written by longhand run: \(name.replacing(">", with: "")) -->"
  }
}
