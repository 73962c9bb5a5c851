import LessonRuntime
import Prose
import Transcript
import Tutor

// What a reader can ask for.

extension Reader {
  /// The most notes that are kept beneath the page.
  private static let maxNotes = 100

  /// Does what is asked for.
  public mutating func perform(_ request: Request) {
    let text = request.text
    let kept = notes.count
    let (before, pageBefore, replyLines) = (position, page, answerLines[position.part]?.count)
    switch request.action {
    case .next: goOn()
    case .rest: goOnToEnd()
    case .back: goBack()
    case .nextSection: goToNextSection()
    case .previousSection: goToPreviousSection()
    case .pace: setPace(text)
    case .goTo: go(to: text)
    case .search: search(text)
    case .nextMatch: goToMatch(isBackwards: false)
    case .previousMatch: goToMatch(isBackwards: true)
    case .bookmark: setBookmark()
    case .toBookmark: goToBookmark()
    case .jumpBack: jumpBack()
    case .answer: answer(text)
    case .hint: giveHint()
    case .giveUp: giveUp()
    case .skip: skip()
    case .why: explain(text)
    case .checks: showChecks()
    case .pin: pin(text)
    case .values: showValues()
    case .network: drawNetwork()
    case .command: work(on: text)
    case .whereabouts: notes = [.sentence(whereaboutsInWords)]
    case .help where !text.isEmpty: explainWord(text)
    case .help: notes = [Note(content: .help(lesson.typingExamples, byWords: usesWords))]
    case .quit:
      notes = []
      hasLeft = true
    }
    if request.action != .giveUp { forgetWishForAnswer() }
    noteHighlight(request.action)
    seenPart = max(seenPart, position.part)
    recallAnswers()
    // What is said joins what has been said, or takes its place.
    let said = notes.count > kept ? notes.count - kept : notes.count
    saidCount += said
    notes.removeFirst(max(0, notes.count - Self.maxNotes))
    if page !== pageBefore || position == before {
      let isReplied = page === pageBefore && answerLines[position.part]?.count != replyLines
      news = isReplied ? .reply : .notes(said)
    } else {
      news = request.action.news(from: before)
      if request.action.isJump { noteJump(from: before) }
    }
  }

  /// Reads at another pace: the one that is named, or else the following one.
  private mutating func setPace(_ name: String) {
    guard let pace = name.isEmpty ? pace.following : ReadingPace(named: name) else {
      let names = ReadingPace.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      notes = [.sentence("There is no such pace. The paces are: \(names).", typed: "pace> " + name)]
      return
    }
    self.pace = pace
    notes = [.sentence("Pace: \(pace.rawValue). Enter shows \(pace.meaning).")]
  }

  /// Where the reader is, and how they read.
  private var whereaboutsInWords: String {
    let mark = bookmark.map { " The bookmark is at step \($0.step + 1)." } ?? ""
    return whereabouts.words + " Pace: \(pace.rawValue)." + mark
  }

  // MARK: - Looking inside

  /// Why something is what it is.
  private mutating func explain(_ text: String) {
    var text = text
    if text.isEmpty, case .step(let step)? = part { text = step.name }
    guard !text.isEmpty else {
      add(.sentence(whatCanBeAsked))
      return
    }
    let remarks = page.run.standpoint(afterPart: position.part).why(text)
    if !remarks.isRefusal { noteHelp() }
    add(Note(typed: Action.why.prompt.map { $0 + text }, content: .parts(remarks.parts)))
  }

  /// What a word means.
  private mutating func explainWord(_ word: String) {
    let paragraphs = wordBook.explanation(word).map { Transcript.Part.prose(.paragraph([.text($0)])) }
    add(Note(typed: "help> " + word, content: .parts(paragraphs)))
  }

  /// Changes a number, takes changes back, or works an expression out.
  mutating func work(on text: String) {
    guard !text.isEmpty else {
      let given = lesson.typingExamples.given
      add(.sentence("Type an expression, or a change such as \(given) = 0.9; reset takes changes back."))
      return
    }
    if text == "reset" { return reset() }
    if exercise != nil, text.isChange {
      add(
        .sentence(
          "The numbers of an exercise stay as they are.", typed: Action.command.prompt.map { $0 + text }))
      return
    }
    let standpoint = page.run.standpoint(afterPart: position.part)
    if let remarks = standpoint.shown(by: text) {
      if !remarks.isRefusal { noteHelp() }
      add(Note(typed: Action.command.prompt.map { $0 + text }, content: .parts(remarks.parts)))
      return
    }
    if text.isChange { return change(text) }
    let remarks = standpoint.value(of: text)
    // Who only reckons with numbers needs no help.
    if !remarks.isRefusal, text.contains(where: \.isLetter) { noteHelp() }
    add(Note(typed: Action.command.prompt.map { $0 + text }, content: .parts(remarks.parts)))
  }

  /// Shows the checks of which only the number is told.
  private mutating func showChecks() {
    guard let index = page.lastSummary(through: position.part) else {
      notes = [.sentence("No numbers are left out here.")]
      return
    }
    add(Note(content: .parts([page.part(index)])))
  }

  /// The names that are known, the last ones first, for somebody who does not know what to ask.
  private var whatCanBeAsked: String {
    let names = names
    guard let last = names.last else { return "Nothing is known yet that can be asked about." }
    let told = names.suffix(Self.maxNames).map { "`\($0)`" }.joined(separator: ", ")
    let others = names.count - min(names.count, Self.maxNames)
    let more = others > 0 ? "; and \(others) above these" : ""
    return "What can be asked about here: \(told)\(more). Or a derivative, such as `d\(last)/d\(names[0])`."
  }

  /// As many names are told at most.
  private static let maxNames = 24

  mutating func add(_ note: Note) { notes.append(note) }

  /// Takes back what is said beneath the page, and what is set off in it.
  mutating func clearNotes() {
    notes = []
    highlighted = nil
  }
}
