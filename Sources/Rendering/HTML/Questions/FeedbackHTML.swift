internal import Algebra
internal import Prose
internal import Transcript

/// What is said to a reply, as HTML.
struct FeedbackHTML {
  /// Whether `e` is a name.
  var callsExp = false

  func html(of parts: [Transcript.Part]) -> String { parts.map { html(of: $0) }.joined() }

  var open: String { "<div class=\"step\">" }
  var close: String { "</div>" }

  private func html(of part: Transcript.Part) -> String {
    switch part {
    case .prose(.paragraph(let spans)): "<p>" + spans.map { html(of: $0) }.joined() + "</p>"
    case .prose(.verbatim(_, let lines)): "<pre>" + escaped(lines.joined(separator: "\n")) + "</pre>"
    case .step(let step): open + step.lines.map { line($0.content) }.joined() + close
    case .prose, .question: ""
    }
  }

  private func html(of span: ProseSpan<Number>) -> String {
    switch span {
    case .text(let text): escaped(text)
    case .code(let text): "<code>" + escaped(text) + "</code>"
    case .emphasis(let spans), .strong(let spans), .link(let spans, _):
      spans.map { html(of: $0) }.joined()
    case .lineBreak: "<br>"
    case .value(let number): math(.number(number))
    }
  }

  /// A number as it stands in a line.
  func number(_ text: String) -> String { math(.number(Number(0, text: text))) }

  /// Phrases in pieces which, one behind the other, are their HTML.
  func pieces(_ phrases: [Phrase]) -> [String] {
    phrases.enumerated().flatMap { $0.offset == 0 ? [html(of: $0.element)] : [" ", html(of: $0.element)] }
  }

  /// A line.
  func line(_ content: Line.Content) -> String {
    switch content {
    case .remark(let phrases): "<p class=\"remark\">" + pieces(phrases).joined() + "</p>"
    case .results(let items, _):
      "<p class=\"results\">"
        + items.map { math($0.subject) + ($0.relation == .equals ? " = " : " ≈ ") + math(.number($0.number)) }
        .joined(separator: " ") + "</p>"
    default: ""
    }
  }

  private func html(of phrase: Phrase) -> String {
    switch phrase {
    case .words(let words): escaped(words)
    case .formula(let formula): math(formula)
    default: ""
    }
  }

  private func math(_ formula: Formula) -> String { "<math>" + escaped(formula.text(.unicode)) + "</math>" }

  private func escaped(_ text: String) -> String {
    text.map { ["<": "&lt;", "&": "&amp;", ">": "&gt;"][$0] ?? String($0) }.joined()
  }
}
