internal import Algebra
internal import Prose
internal import Transcript

/// Writes parts of a transcript as Markdown for a notebook: working as it stands in the text, running text as it is marked up.
struct NotebookMarkdown {
  private let page: TextArea

  /// Markdown for a transcript in which powers of e are written as the renderer does.
  init(_ renderer: TextRenderer) { page = renderer.page }

  /// A part; empty where it shows nothing.
  func text(_ part: Transcript.Part) -> String {
    switch part {
    case .prose(let block): text(block)
    case .step(let step): fenced(page.lines(of: step))
    case .question(let question): fenced(page.lines(of: question))
    }
  }

  /// The answers to all questions; empty where there are none.
  func answers(to questions: [Question]) -> String {
    fenced(page.lines(ofAnswersTo: questions))
  }

  private func fenced(_ lines: [TextLine]) -> String {
    guard !lines.isEmpty else { return "" }
    let texts = lines.map { $0.text(isColored: false) }
    let runs = texts.flatMap { $0.split { $0 != "`" }.map(\.count) }
    let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
    return ([fence + "text"] + texts + [fence]).joined(separator: "\n")
  }

  private func text(_ block: ProseBlock<Number>) -> String {
    if case .heading(let level, _) = block {
      let words = page.lines(of: block).first?.text(isColored: false) ?? ""
      return String(repeating: "#", count: level) + " " + escaped(words)
    }
    if case .paragraph = block {
      return escaped(page.lines(of: block).map { $0.text(isColored: false) }.joined(separator: "\n"))
    }
    return fenced(page.lines(of: block))
  }

  /// Text in which nothing is markup.
  private func escaped(_ text: String) -> String {
    var result = ""
    var isAtStart = true
    for character in text {
      let isMarkup = "\\`*_[]<>$|~&#".contains(character) || (isAtStart && "-+=".contains(character))
      result += (isMarkup ? "\\" : "") + String(character)
      isAtStart = character == "\n" || (isAtStart && character == " ")
    }
    return result
  }
}
