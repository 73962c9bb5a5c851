import LessonRuntime
import Prose
import Transcript

// What a reader can ask for.

extension Reader {
  /// The most notes that are kept beneath the page.
  private static let mostNotes = 100

  /// Does what is asked for.
  public mutating func perform(_ request: Request) {
    let text = request.text
    let kept = notes.count
    switch request.action {
    case .next: goOn()
    case .back: goBack()
    case .nextSection: goToNextSection()
    case .previousSection: goToPreviousSection()
    case .goTo: go(to: text)
    case .search: search(text)
    case .answer: answer(text)
    case .hint: giveHint()
    case .giveUp: giveUp()
    case .skip: skip()
    case .why: explain(text)
    case .command: work(on: text)
    case .whereabouts: notes = [.sentence(whereabouts)]
    case .help: notes = [Note(content: .help(byWords: usesWords))]
    case .quit:
      notes = []
      hasLeft = true
    }
    // What is said joins what has been said, or takes its place.
    saidCount += notes.count > kept ? notes.count - kept : notes.count
    notes.removeFirst(max(0, notes.count - Self.mostNotes))
  }

  /// `Step 12 of 85, Forward pass`
  private var whereabouts: String {
    "Step \(step + 1) of \(steps.count)" + (section.map { ", " + $0 } ?? "") + "."
  }

  // MARK: - Questions

  /// Marks a reply to the question that waits.
  private mutating func answer(_ reply: String) {
    guard let question = askedQuestion() else { return }
    guard !reply.isEmpty else {
      notes = [.waiting(for: question, byWords: usesWords)]
      return
    }
    // What is said to a wrong reply may point to the hints that are left.
    var asked = question
    asked.hints.removeFirst(min(questions[question.number]?.hintCount ?? 0, question.hints.count))
    let verdict = page.run.standpoint(afterPart: place.part).verdict(on: reply, to: asked)
    add(Note(typed: Action.answer.prompt.map { $0 + reply }, content: .parts(verdict.remarks)))
    if verdict.outcome == .right { end(question, .answered) }
  }

  /// Gives one more hint.
  private mutating func giveHint() {
    guard let question = askedQuestion() else { return }
    let count = questions[question.number]?.hintCount ?? 0
    guard question.hints.indices.contains(count) else {
      let none = question.hints.isEmpty ? "There are no hints to this question." : "There are no more hints."
      add(
        .sentence(none + " " + (usesWords ? "`give up`" : "`\(question.keyToGiveUp)`") + " shows the answer.")
      )
      return
    }
    questions[question.number, default: QuestionState()].hintCount = count + 1
    add(Note(content: .hint(count, question)))
  }

  /// Shows the answer.
  private mutating func giveUp() {
    guard let question = askedQuestion() else { return }
    add(Note(content: .answer(question)))
    end(question, .givenUp)
  }

  /// Leaves the question open.
  private mutating func skip() {
    guard let question = askedQuestion() else { return }
    end(question, .skipped)
    goOn()
  }

  /// The question that can be answered; says so where there is none.
  private mutating func askedQuestion() -> Question? {
    if let question = openQuestion { return question }
    notes = [.sentence("No question waits here.")]
    return nil
  }

  private mutating func end(_ question: Question, _ outcome: Outcome) {
    questions[question.number, default: QuestionState()].outcome = outcome
    // With other numbers it is another question.
    if changes.isEmpty { outcomes[step] = outcome }
  }

  // MARK: - Looking inside

  /// Why something is what it is.
  private mutating func explain(_ text: String) {
    var text = text
    if text.isEmpty, case .step(let step)? = part { text = step.name }
    guard !text.isEmpty else {
      add(.sentence("Type a name or a derivative."))
      return
    }
    let remarks = page.run.standpoint(afterPart: place.part).why(text)
    add(Note(typed: Action.why.prompt.map { $0 + text }, content: .parts(remarks.parts)))
  }

  /// Changes a number, takes changes back, or works an expression out.
  private mutating func work(on text: String) {
    guard !text.isEmpty else {
      add(.sentence("Type an expression, or a change such as w5 = 0.9; reset takes changes back."))
      return
    }
    if text == "reset" { return reset() }
    if text.isChange { return change(text) }
    let remarks = page.run.standpoint(afterPart: place.part).value(of: text)
    add(Note(typed: Action.command.prompt.map { $0 + text }, content: .parts(remarks.parts)))
  }

  private mutating func add(_ note: Note) { notes.append(note) }

  /// Takes back what is said beneath the page.
  mutating func clearNotes() { notes = [] }
}

extension String {
  /// Whether the text sets something, and is no condition.
  fileprivate var isChange: Bool {
    let signs = ["==", "!=", "<=", ">="].reduce(self) { $0.replacing($1, with: "") }
    return signs.contains("=") || signs.contains("<-") || signs.contains("←")
  }
}
