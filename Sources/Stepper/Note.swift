import Algebra
import LessonRuntime
import PlainText
import Prose
import Rendering
import Transcript

/// Something that is said beneath the page until the reader goes on.
struct Note {
  /// The line above what is said: what the reader has typed, behind the prompt; `nil` where there is none.
  var typed: String?
  /// What is said.
  var content: Content
  private let memory = Memory()

  /// The lines as they were laid out last: a note stays beneath the page while many keys are pressed.
  private final class Memory {
    var style: Style?
    var lines: [String] = []
  }

  /// What is said in a note.
  enum Content {
    /// Parts as they stand in a transcript.
    case parts([Transcript.Part])
    /// The answer to a question.
    case answer(Question)
    /// A hint of a question, from 0.
    case hint(Int, Question)
    /// What can be asked for, with examples; by words where no keys are pressed.
    case help(TypingExamples, byWords: Bool)
  }

  /// A sentence.
  static func sentence(_ text: String, typed: String? = nil) -> Note {
    Note(typed: typed, content: .parts([.prose(.paragraph([.text(text)]))]))
  }

  /// What is said of a question that waits.
  static func waiting(for question: Question) -> Note {
    .sentence("Question \(question.number) waits. Type your answer, or `:hint`, `:give up`, `:skip`.")
  }

  /// What is said of a question that was skipped, where words are typed.
  static func stillOpen(_ question: Question) -> Note {
    .sentence(
      "Question \(question.number) is still open. Type your answer, or `:hint`, `:give up`; Enter goes on.")
  }

  /// The lines of the note.
  func lines(in style: Style) -> [String] {
    if memory.style != style {
      memory.lines = laidOut(in: style)
      memory.style = style
    }
    return memory.lines
  }

  private func laidOut(in style: Style) -> [String] {
    let renderer = style.renderer
    var lines = typed.map { wrapped($0.harmlessLine, width: style.width) } ?? []
    switch content {
    case .parts(let parts):
      var layout = PageLayout(renderer, title: "")
      lines += parts.flatMap { layout.add($0).allLines }
    case .answer(let question): lines += renderer.lines(ofAnswerTo: question)
    case .hint(let index, let question): lines += renderer.lines(ofHint: index, to: question)
    case .help(let examples, let byWords):
      lines += Note.helpLines(with: examples, byWords: byWords, style)
    }
    return lines
  }

  /// All that can be asked for, an action each.
  private static func helpLines(
    with examples: TypingExamples, byWords: Bool, _ style: Style
  ) -> [String] {
    let rows = Action.allCases.compactMap { action -> (word: String, meaning: String)? in
      let word = byWords ? action.word : action.keyLabel
      return word.isEmpty ? nil : (style.words(word), style.words(action.meaning(examples)))
    }
    let others =
      byWords
      ? []
      : [
        (
          word: "Up, Down, PgUp, PgDn",
          meaning:
            "Look at what is above and below; Home and End, too. PgUp and PgDn while a line is typed, too."
        ),
        (word: "Tab", meaning: "Complete a name that is being typed; where there are several, list them."),
        (word: "Esc", meaning: "Take back what is said beneath the page, or leave the line."),
      ]
    return WordColumn.lines(of: rows + others, width: max(Style.narrowestPage, style.width))
  }
}
