import Diagnostics
import LessonRuntime
import Prose
import Transcript
import Tutor

// Moving through the lesson.

extension Reader {
  /// Shows the next stop; a question that waits is no place to go on from.
  mutating func goOn() {
    notes = []
    if let question = waitingQuestion {
      notes = [.waiting(for: question)]
      return
    }
    guard let next = nextPlace else {
      notes = [end]
      return
    }
    let before = position
    position = next
    takeNote(ofPartsFrom: max(0, before.part))
    noteChanges(sincePart: before.part)
  }

  /// Shows the rest of the part that is shown, or all of the next one.
  mutating func goOnToEnd() {
    let isAtEnd = position.part < 0 || position == page.end(of: position.part)
    if isAtEnd {
      let before = position
      goOn()
      guard position != before else { return }
    } else {
      notes = []
    }
    let first = position.part
    position = page.end(of: first)
    takeNote(ofPartsFrom: first)
  }

  /// Takes back what was shown last.
  mutating func goBack() {
    notes = []
    if let before = stop(before: position) {
      position = before
    } else {
      notes = [.sentence("This is the beginning of the lesson.")]
    }
  }

  /// Shows the heading of the next section and what stands below it.
  mutating func goToNextSection() {
    notes = []
    guard let heading = page.heading(after: position.part), let stop = stop(from: heading) else {
      notes = [.sentence("This is the last section.")]
      return
    }
    position = stop
  }

  /// Goes to the beginning of the section, or from there to that of the one before.
  mutating func goToPreviousSection() {
    notes = []
    let starts = page.headings(through: position.part).compactMap { stop(from: $0) }
    guard let start = starts.last(where: { $0 < position }) ?? stop(from: 0), start != position else {
      notes = [.sentence("This is the beginning of the lesson.")]
      return
    }
    position = start
  }

  /// Shows the whole of a step, by its index.
  mutating func show(step index: Int) {
    let last = page.run.partCount(throughStatement: index) - 1
    guard last >= 0, page.has(last) else { return }
    position = shown(last)
  }

  /// Where all of a part is shown; a heading is shown with what stands below it.
  func shown(_ part: Int) -> ReadingPosition {
    page.isHeading(part) ? stop(from: part) ?? page.end(of: part) : page.end(of: part)
  }

  /// Goes to a name, a section, or the number of a step.
  mutating func go(to text: String) {
    notes = []
    sought = nil
    guard !text.isEmpty else {
      notes = [.sentence("Type a name, a section, or the number of a step.")]
      return
    }
    guard let index = steps.index(of: text) else {
      let typed = Action.goTo.prompt.map { $0 + text }
      if Int(text) == nil, let part = part(holding: text, from: 0) {
        position = shown(part)
        sought = .text(text)
        notes = [.sentence("No step is called so; found at step \(step + 1).", typed: typed)]
      } else {
        notes = [
          .sentence("There is no step and no section of that name.\(steps.hint(for: text))", typed: typed)
        ]
      }
      return
    }
    sought = .step(text)
    show(step: index)
    if step < index, let stop = stopped { notes = [stop] }
  }

  /// Goes to the next part that holds the text, from here on and then from the beginning; the one that was searched for
  /// last if nothing is typed.
  mutating func search(_ text: String) {
    notes = []
    if !text.isEmpty { searched = text }
    sought = .text(searched)
    guard !searched.withSingleSpaces.isEmpty else {
      notes = [.sentence("Type what is to be found.")]
      return
    }
    let typed = text.isEmpty ? nil : Action.search.prompt.map { $0 + searched }
    if let found = part(holding: searched, from: position.part + 1) {
      position = shown(found)
      notes = [.sentence("Found at step \(step + 1).", typed: typed)]
    } else if let first = part(holding: searched, from: 0) {
      if first != position.part { position = shown(first) }
      notes = [.sentence("Found at step \(step + 1), from the beginning again.", typed: typed)]
    } else {
      notes = [.sentence("This is nowhere in the lesson.", typed: typed)]
      return
    }
    if hasSummary { add(Note(content: .parts([page.part(position.part)]))) }
  }

  /// The first part, from one on, that holds a text.
  private func part(holding text: String, from first: Int) -> Int? {
    let text = SoughtText(text)
    var index = first
    while page.has(index) {
      if page.part(index, holds: text) { return index }
      index += 1
    }
    return nil
  }

  // MARK: - What is read

  /// Says which of the steps that are shown now, and of which nothing was shown with a part, have changed since they were
  /// read.
  private mutating func noteChanges(sincePart part: Int) {
    guard changes.isEmpty, position.part > part else { return }
    let known = part >= 0 ? page.run.statement(ofPart: part) : -1
    let changed = (known + 1..<max(known + 1, step + 1)).filter(memory.changedSteps.contains)
    guard let first = changed.first else { return }
    let isThis = changed.count == 1 && first == step
    notes = [
      .sentence(
        isThis
          ? "This step has changed since you read it."
          : "Changed since you read \(changed.count == 1 ? "it" : "them"): \(IndexSpans(changed).text).")
    ]
  }

  /// Takes note of the steps whose parts, from one on, are shown in full. A question is not done by being shown.
  private mutating func takeNote(ofPartsFrom first: Int) {
    guard changes.isEmpty else { return }
    for index in first...position.part where index < position.part || position == page.end(of: index) {
      if case .question = page.part(index) { continue }
      // Given numbers that stand below each other are one part.
      let last = page.run.statement(ofPart: index)
      let first = index > 0 ? page.run.statement(ofPart: index - 1) + 1 : 0
      readSteps.formUnion(min(first, last)...last)
    }
  }
}

extension Reader {
  /// What is said at the end.
  private var end: Note {
    if let stopped { return stopped }
    if let endOfRound { return .sentence(endOfRound) }
    let open = steps.indices.filter { steps[$0].kind == .question && !isClosed($0) }.map { steps[$0].name }
    var words = "This is the end of the lesson."
    if !open.isEmpty { words += " Still open: \(open.joined(separator: ", "))." }
    if let unread { words += " " + unread }
    if let next = memory.nextLesson { words += " The next lesson is \(next): longhand step \(next)" }
    return .sentence(words)
  }

  /// Whether nothing is left to do about the question of a step.
  private func isClosed(_ index: Int) -> Bool {
    [.answered, .givenUp].contains(outcomes[index] ?? memory.outcomes[index])
  }

  /// What was jumped over, and how to get there; `nil` where nothing was. Of questions it is told otherwise.
  var unread: String? {
    let indices = steps.indices.filter {
      steps[$0].kind != .question && !readSteps.contains($0) && !memory.readSteps.contains($0)
    }
    guard let first = indices.first else { return nil }
    let ranges = IndexSpans(indices)
    return "Not read yet: \(ranges.text). `\(Action.goTo.typedWord) \(first + 1)` goes there."
  }

  /// Why the lesson has stopped, if it has.
  private var stopped: Note? {
    let run = page.run
    guard run.isOver else { return nil }
    if run.isCancelled { return .sentence("The lesson was stopped here.") }
    guard let fault = run.diagnostics.first else { return nil }
    return Note(content: .parts([.sentence("The lesson stops here: \(fault.message)")]))
  }
}
