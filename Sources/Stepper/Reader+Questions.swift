import LessonRuntime
import Transcript
import Tutor

// Answering questions.

extension Reader {
  /// Marks a reply to the question.
  mutating func answer(_ reply: String) {
    guard let question = askedQuestion() else { return }
    guard !reply.isEmpty else {
      notes = [.waiting(for: question)]
      return
    }
    if exercise?.practice.round == .question { return enter(reply, to: question) }
    // What is said to a wrong reply may point to the hints that are left.
    var asked = question
    asked.hints.removeFirst(min(questions[question.number]?.hintCount ?? 0, question.hints.count))
    let verdict = page.run.standpoint(afterPart: position.part).verdict(on: reply, to: asked)
    let note = Note.reply(reply, verdict)
    guard verdict.outcome == .right else {
      add(note)
      if let action = Request(named: reply)?.action ?? (reply == "?" ? .help : nil) {
        add(.sentence("What is typed here is the reply. `\(action.typedWord)` asks for what you may mean."))
      } else if let word = reply.split(whereSeparator: \.isWhitespace).first,
        Standpoint.showingCommands.contains(String(word)), word.count < reply.count
      {
        add(.sentence("What is typed here is the reply. `:\(reply)` shows what you may mean."))
      }
      return
    }
    if seenPart > position.part || memory.outcomes[step] == .skipped { noteHelp() }
    // It stands below the question now, and what was said before it is settled.
    notes = []
    end(question, .answered)
    questions[question.number]?.answered = (position.part, note)
    if changes.isEmpty { replies[step] = reply }
  }

  /// Gives one more hint.
  mutating func giveHint() {
    guard let question = askedQuestion() else { return }
    let count = questions[question.number]?.hintCount ?? 0
    guard question.hints.indices.contains(count) else {
      let none = question.hints.isEmpty ? "There are no hints to this question." : "There are no more hints."
      add(.sentence(none + " `\(Action.giveUp.typedWord)` shows the answer."))
      return
    }
    questions[question.number, default: QuestionState()].hintCount = count + 1
    noteHelp()
    add(Note(content: .hint(count, question)))
  }

  /// Shows the answer, when that is asked for a second time.
  mutating func giveUp() {
    guard let question = askedQuestion() else { return }
    let isSure = questions[question.number]?.hasAskedForAnswer == true
    questions[question.number, default: QuestionState()].hasAskedForAnswer = !isSure
    guard isSure else {
      add(.sentence("Do you want to see the answer? `\(Action.giveUp.typedWord)` once more shows it."))
      return
    }
    noteHelp()
    end(question, .givenUp)
    if exercise?.practice.round == .question {
      showAnswers(to: question)
    } else {
      // It stands below the question from now on, as a reply would.
      notes = []
      questions[question.number]?.answered = (position.part, Note(content: .answer(question)))
    }
  }

  /// Whoever asks for something else does not want to see the answer yet.
  mutating func forgetWishForAnswer() {
    guard case .question(let question)? = part else { return }
    questions[question.number]?.hasAskedForAnswer = false
  }

  /// Leaves the question open.
  mutating func skip() {
    guard let question = askedQuestion() else { return }
    if openQuestion != nil { end(question, .skipped) }
    goOn()
  }

  /// The question that can be answered; says so where there is none.
  private mutating func askedQuestion() -> Question? {
    if let question = unansweredQuestion { return question }
    if case .question(let question)? = part {
      notes = [.sentence("Question \(question.number) is answered.")]
    } else {
      notes = [.sentence("No question waits here.")]
    }
    return nil
  }

  mutating func end(_ question: Question, _ outcome: Outcome) {
    questions[question.number, default: QuestionState()].outcome = outcome
    // With other numbers it is another question.
    if changes.isEmpty { outcomes[step] = outcome }
  }

  // MARK: - Earlier readings

  /// Shows questions as answered, or given up, that were so in an earlier reading.
  ///
  /// A reply is judged again: a lesson may have changed above its question. What it is held against are the numbers
  /// where the question stands, so that this waits until the reader comes there.
  mutating func recallAnswers() {
    guard changes.isEmpty else { return }
    while firstPartToRecall <= position.part {
      let index = firstPartToRecall
      firstPartToRecall += 1
      guard case .question(let question) = page.part(index), questions[question.number]?.outcome == nil else {
        continue
      }
      let step = page.run.statement(ofPart: index)
      if exercise?.practice.round == .question {
        recallEntries(to: question)
        if questions[question.number]?.outcome != nil { continue }
      }
      guard let outcome = memory.outcomes[step], outcome != .skipped else { continue }
      questions[question.number, default: QuestionState()].outcome = outcome
      if outcome == .answered {
        let answer = recalledAnswer(to: question, step, part: index)
        questions[question.number]?.answered = (index, answer)
      } else if exercise?.practice.round != .question {
        questions[question.number]?.answered = (
          index, Note(typed: "You have given this question up.", content: .answer(question))
        )
      }
    }
  }

  private func recalledAnswer(to question: Question, _ step: Int, part index: Int) -> Note {
    if let reply = memory.replies[step] {
      let verdict = page.run.standpoint(afterPart: index).verdict(on: reply, to: question)
      if verdict.outcome == .right { return .reply(reply, verdict) }
    }
    return Note(typed: "You have answered this question.", content: .answer(question))
  }
}

extension Note {
  /// A reply, and what is said to it.
  fileprivate static func reply(_ reply: String, _ verdict: Verdict) -> Note {
    Note(typed: Action.answer.prompt.map { $0 + reply }, content: .parts(verdict.remarks))
  }
}
