internal import Algebra
internal import Prose
internal import Transcript

/// What is said to a reply, as it stands in a page: written as the page itself is, without places that something could lead to.
struct FeedbackHTML {
  private let page: PageWriter

  /// What stands before the lines of a step.
  let open = "<div class=\"said\">"
  /// What stands behind them.
  let close = "</div>"

  /// Feedback in a page.
  ///
  /// - Parameter callsExp: whether `exp(x)` is written in the place of `e^x`.
  init(callsExp: Bool) { page = PageWriter(callsExp: callsExp, title: "") }

  /// All that is said.
  func html(of parts: [Transcript.Part]) -> String { parts.map { html(of: $0) }.joined() }

  private func html(of part: Transcript.Part) -> String {
    switch part {
    case .step(let step): return open + step.lines.map { line($0.content) }.joined() + close
    case .prose(let block):
      // What would be counted is counted for this block alone.
      var page = page
      return page.html(of: block)
    case .question: return ""
    }
  }

  /// A line: a remark, or results side by side. Nothing else is said to a reply.
  func line(_ content: Line.Content) -> String {
    switch content {
    case .remark(let phrases): "<p class=\"line\">\(page.html(of: phrases))</p>"
    case .results(let results, _): "<p class=\"line\">\(results.map(html).joined(separator: " "))</p>"
    default: ""
    }
  }

  private func html(of result: NamedNumber) -> String {
    "\(page.math(result.subject)) \(Alphabet.unicode.sign(result.relation)) \(page.math(.number(result.number)))"
  }

  /// A number as it stands in a line.
  func number(_ text: String) -> String { page.math(.number(Number(0, text: text))) }

  /// Phrases in pieces which, one behind the other, are their HTML: words, and mathematics.
  func pieces(_ phrases: [Phrase]) -> [String] {
    var pieces: [String] = []
    var rest = page.html(of: phrases)[...]
    while !rest.isEmpty {
      let end =
        rest.hasPrefix("<math>")
        ? rest.firstRange(of: "</math>")?.upperBound : rest.firstRange(of: "<math>")?.lowerBound
      pieces.append(String(rest[..<(end ?? rest.endIndex)]))
      rest = rest[(end ?? rest.endIndex)...]
    }
    return pieces
  }
}
