internal import Algebra
internal import PlainText
internal import Prose
public import Transcript

/// Writes transcripts for LaTeX, with amsmath and booktabs: for pdfLaTeX and LuaLaTeX alike.
///
/// Lines are broken here, by estimated widths, and not by TeX: before operators, `=` signs under each other. Numbers stand in
/// the order of the text. The same transcript gives the same bytes every time. Cost: O(length of the text).
public struct LaTeXRenderer: Sendable {
  private let isStandalone: Bool

  /// A renderer of fragments, to be read into a document, or of whole documents.
  ///
  /// - Parameter isStandalone: Whether it is a whole document: A4 paper, with a title, a language and bookmarks.
  public init(isStandalone: Bool) { self.isStandalone = isStandalone }

  /// The transcript for LaTeX; exactly one line feed ends it.
  public func text(of transcript: Transcript) -> String {
    let page = LaTeXPage(callsExp: transcript.hasValueCalledE, width: isStandalone ? 44.5 : 33.5)
    var lines = [Self.opening(for: transcript)]
    lines +=
      isStandalone
      ? LaTeXPreamble.beginning(
        title: transcript.title, mark: transcript.settings.variant.map { "variant \($0)" })
      : LaTeXPreamble.needs
    lines += LaTeXPreamble.commands + ["\\begingroup", LaTeXPreamble.settings]
    if let variant = transcript.settings.variant {
      lines += page.paragraph(LaTeXText.prose("variant \(variant)"), at: 0)
    }
    if !transcript.beginsWithHeading {
      lines += page.heading(level: 1, LaTeXText.prose(transcript.title), plain: transcript.title)
    }
    for part in transcript.shownParts { lines += page.lines(of: part) }
    lines += page.lines(ofAnswersTo: transcript.answeredQuestions) + ["\\par\\endgroup"]
    if isStandalone { lines.append("\\end{document}") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The first line of a transcript, a comment, by which it is known again.
  public static func opening(for transcript: Transcript) -> String {
    "% Written by longhand run: "
      + String(
        transcript.lesson.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_ ".contains($0)) ? $0 : "?" })
  }
}
