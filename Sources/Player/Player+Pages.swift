import Diagnostics
import LessonRuntime
import PlainText
import Rendering
import Stepper
import Terminal
import Transcript

// The lines that cover the training for a while.

extension Player {
  /// Sentences in lines of the window's width.
  func fitted(_ sentences: [String]) -> [String] {
    sentences.flatMap { wrapped(style.words($0).harmlessLine, width: max(1, size.columns)) }
  }

  /// The next update of the marked param, as a run of the lesson shows it.
  var updateLines: [String] {
    guard let working = training.working(ofParam: marked) else {
      return fitted(["Its update is made of several batches, and no single statement of a lesson makes it."])
    }
    var pageStyle = style
    pageStyle.width = size.columns
    var layout = PageLayout(pageStyle.renderer, title: "")
    var parts = working.transcript.parts[...]
    if let before = parts.popFirst() { _ = layout.add(before) }
    let lines = parts.flatMap { layout.add($0).allLines }
    let name = training.paramNames[marked]
    let head = fitted([
      "The update of \(name) that comes next; it stands at the end, behind what leads to it."
    ])
    return head + [""] + lines.drop { $0.isEmpty }
      + fitted(working.diagnostics.map { "The lesson stops: \($0.message)." })
  }

  /// What can be asked for.
  var helpLines: [String] {
    let rows = PlayerAction.allCases.map { (word: $0.keyLabel, meaning: style.words($0.meaning)) }
    let others = [
      (word: "Esc", meaning: "Leave what covers the training: this list, a working, the choices, a line."),
      (
        word: "Up, Down, PgUp, PgDn",
        meaning: "Look at what is above and below, where lines cover the training."
      ),
    ]
    return WordColumn.lines(of: rows + others, width: max(Style.narrowestPage, size.columns))
  }
}
