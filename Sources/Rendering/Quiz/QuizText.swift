internal import Algebra
internal import PlainText
internal import Prose
internal import Transcript

/// The texts of a bank of questions: HTML on one line, with TeX between `\(` and `\)`, which is what learning systems show. They
/// strip MathML, and a link into the course would lead nowhere there.
///
/// All of a lesson's text is made harmless here; each format makes the whole harmless once more for itself.
struct QuizText {
  private let setting: TeXSetting
  private let notation: Notation

  /// Rows of formulas are not broken: the system does that, or lets them be moved sideways.
  private static let rowWidth = 200.0

  /// Texts of a lesson.
  ///
  /// - Parameter callsExp: whether `exp(x)` is written in the place of `e^x`.
  init(callsExp: Bool) {
    var notation = Notation.unicode
    notation.callsExp = callsExp
    self.notation = notation
    setting = TeXSetting(dialect: .markdown, notation: notation, limit: Self.rowWidth)
  }

  // MARK: Questions

  /// What is asked, behind what is to be known for it.
  func question(_ item: QuizItem, of bank: QuizBank) -> String {
    let variant = bank.variant.map { ", variant \($0)" } ?? ""
    let source = "<p><em>\((bank.title + variant).escapedForMarkup)</em></p>"
    let form = item.question.formOfAnswer.map { "<p><em>\($0.escapedForMarkup)</em></p>" } ?? ""
    return source + basis(item.basis) + "<p>\(html(of: item.question.text))</p>" + form
  }

  private func basis(_ lines: [Line]) -> String {
    lines.map { line in
      switch line.content {
      case .results(let results, _): "<p>Given: \(results.map(html).joined(separator: ", "))</p>"
      case .equation(let equation): "<p>\(html(of: equation))</p>"
      case .table(let table): html(of: table)
      default: ""
      }
    }.joined()
  }

  /// What is said of a question once it has been answered: its number, and why it is that.
  func afterwards(_ item: QuizItem) -> String {
    item.result.map(html).joined() + (item.question.reason.map { "<p>\(html(of: $0))</p>" } ?? "")
  }

  /// A hint, or what is said of a choice.
  func paragraph(_ spans: [ProseSpan<Number>]) -> String { "<p>\(html(of: spans))</p>" }

  // MARK: Feedback

  /// All that is said to a reply.
  func html(of parts: [Transcript.Part]) -> String {
    parts.map { part in
      switch part {
      case .prose(.paragraph(let spans)): paragraph(spans)
      case .step(let step): step.lines.map(html).joined()
      case .prose, .question: ""
      }
    }.joined()
  }

  /// A line: a remark, or results side by side. Nothing else is said to a reply.
  private func html(of line: Line) -> String {
    switch line.content {
    case .remark(let phrases): "<p>\(html(of: phrases))</p>"
    case .results(let results, _): "<p>\(results.map(html).joined(separator: ", "))</p>"
    default: ""
    }
  }

  private func html(of phrases: [Phrase]) -> String {
    var previous: String?
    var html = ""
    for phrase in phrases {
      let (next, text) =
        switch phrase {
        case .words(let words): (words, words.escapedForMarkup)
        case .formula(.number(let number)): ("0", plain(number))
        case .formula(let formula): ("x", math(setting.inline(formula)))
        case .condition(let condition): ("x", math(setting.inline(condition)))
        case .relation(let left, let relation, let right):
          ("x", math(setting.inline(left) + TeXText(" ") + setting.sign(relation) + setting.inline(right)))
        }
      html += ([Phrase].isClose(next, behind: previous) ? "" : " ") + text
      previous = next
    }
    return html
  }

  // MARK: Running text

  private func html(of spans: [ProseSpan<Number>]) -> String {
    spans.map { span in
      switch span {
      case .text(let text): text.escapedForMarkup
      case .code(let code): "<code>\(code.escapedForMarkup)</code>"
      case .emphasis(let spans): "<em>\(html(of: spans))</em>"
      case .strong(let spans): "<strong>\(html(of: spans))</strong>"
      case .link(let spans, let destination): link(html(of: spans), destination)
      case .lineBreak: "<br>"
      case .value(let number): plain(number)
      }
    }.joined()
  }

  /// The words of a link: only one to the web leads somewhere.
  private func link(_ words: String, _ destination: String) -> String {
    let isWeb = destination.hasPrefix("https://") || destination.hasPrefix("http://")
    guard isWeb, let address = LinkAddress(destination) else {
      return words.isEmpty ? destination.escapedForMarkup : words
    }
    let text = words.isEmpty ? destination.escapedForMarkup : words
    return "<a href=\"\(address.text.escapedForMarkup)\">\(text)</a>"
  }

  // MARK: Formulas

  private func html(of result: NamedNumber) -> String {
    math(
      setting.inline(result.subject) + TeXText(" ") + setting.sign(result.relation)
        + setting.number(result.number))
  }

  private func html(of equation: Equation) -> String {
    var text = equation.subject.map { setting.inline($0) } ?? TeXText()
    for side in equation.rightSides {
      guard case .names(let formula) = side.content else { continue }
      text += TeXText(" ") + setting.sign(side.relation) + setting.inline(formula)
    }
    return math(text)
  }

  private func html(of table: Table) -> String {
    func row(_ cells: [Table.Cell], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(html(of: $0))</\(tag)>" }.joined() + "</tr>"
    }
    return "<table>" + row(table.header, "th") + table.rows.map { row($0, "td") }.joined() + "</table>"
  }

  private func html(of cell: Table.Cell) -> String {
    switch cell {
    case .words(let words): words.escapedForMarkup
    case .formula(let formula): math(setting.inline(formula))
    case .number(let number): plain(number)
    }
  }

  private func plain(_ number: Number) -> String { Formula.number(number).text(notation).escapedForMarkup }

  private func math(_ formula: TeXText) -> String { "\\(\(formula.text.trimmed.escapedForMarkup)\\)" }
}
