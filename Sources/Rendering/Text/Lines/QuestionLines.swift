internal import Algebra
internal import Prose
internal import Transcript

extension TextArea {
  /// What stands before each line of a question, so that it is seen where the question ends.
  private static let questionMargin = "| "

  /// A question where it is asked.
  func lines(of question: Question) -> [TextLine] {
    let area = inset(by: Self.questionMargin.count)
    var lines = area.title(of: question) + area.lines(of: area.runningText(question.text))
    let form = question.formOfAnswer.map { area.aside($0) } ?? []
    switch question.kind {
    case .number: lines += form
    case .choice(let choices):
      let items = choices.enumerated().flatMap { index, choice in
        area.prefixed("\(letter(ofChoice: index)) ", Self.choiceIndentation) {
          $0.lines(of: $0.runningText(choice.text))
        }
      }
      lines += [TextLine()] + items + (form.isEmpty ? [] : [TextLine()] + form)
    }
    return lines.map { $0.prefixed(with: Self.questionMargin, .strong) }
  }

  /// The answers to all questions, under a heading; nothing where there are no questions.
  func lines(ofAnswersTo questions: [Question]) -> [TextLine] {
    guard !questions.isEmpty else { return [] }
    let blocks = [heading(level: 2, RunningText("Answers"))] + questions.flatMap(blocks)
    return Array(blocks.joined(separator: [TextLine()]))
  }

  /// The answer to a question and the reason for it, for who is not to wait for the end of the page.
  func lines(ofAnswerTo question: Question) -> [TextLine] {
    Array(([answer(to: question)] + reason(of: question)).joined(separator: [TextLine()]))
  }

  /// One of a question's hints.
  func lines(ofHint index: Int, to question: Question) -> [TextLine] {
    lines(of: labelled(question.label(ofHint: index), question.hints[index]))
  }

  // MARK: Answers

  /// What is said of a question at the end of the page, in blocks with an empty line between them.
  private func blocks(ofAnswerTo question: Question) -> [[TextLine]] {
    var blocks = [title(of: question), answer(to: question)] + hints(of: question)
    if case .number(let answer) = question.kind {
      for mistake in answer.mistakes {
        blocks.append(lines(of: labelled("Mistake:", mistake.reason)))
        blocks.append(worked(NamedNumber(mistake.formula, mistake.shown, relation: mistake.relation)))
      }
    }
    return blocks + reason(of: question)
  }

  private func answer(to question: Question) -> [TextLine] {
    switch question.kind {
    case .number(let answer):
      worked(
        NamedNumber(answer.formula, answer.shown, relation: answer.relation), remark: answer.acceptance)
    case .choice(let choices):
      choices.enumerated().flatMap { lines(of: $1, letter: letter(ofChoice: $0)) }
    }
  }

  private func reason(of question: Question) -> [[TextLine]] {
    question.reason.map { [lines(of: labelled("Because:", $0))] } ?? []
  }

  /// A number of an answer, where worked lines stand.
  private func worked(_ result: NamedNumber, remark: [Phrase]? = nil) -> [TextLine] {
    let area = inset(by: Self.workingIndentation)
    // `2 = 2` says no more than `2`.
    let isLiteral = text(result.subject) == text(result.number)
    let lines =
      isLiteral
      ? area.lines(area.plain(text(result.number)), withAside: remark)
      : area.lines(area.lines(ofResults: [result], with: nil), withAside: remark)
    return lines.map { $0.indented(by: Self.workingIndentation) }
  }

  private func hints(of question: Question) -> [[TextLine]] {
    let lines = question.hints.indices.flatMap { self.lines(ofHint: $0, to: question) }
    return lines.isEmpty ? [] : [lines]
  }

  private func lines(of choice: Question.Choice, letter: String) -> [TextLine] {
    prefixed("\(letter) ", Self.choiceIndentation) { area in
      area.lines(of: labelled(choice.verdict, choice.text))
        + (choice.reason.map { area.lines(of: area.runningText($0)) } ?? [])
    }
  }

  // MARK: Parts

  /// The columns before the further lines of a choice: fewer than those before working, with which they are not to be
  /// mixed up.
  private static let choiceIndentation = String.spaces(3)

  private func title(of question: Question) -> [TextLine] {
    filled(question.title, width: proseWidth).map { TextLine($0, .question) }
  }

  private func labelled(_ label: String, _ spans: [ProseSpan<Number>]?) -> RunningText {
    let text = spans.map { runningText($0) } ?? RunningText()
    return text.text.isEmpty ? RunningText(label) : RunningText([RunningText("\(label) "), text])
  }

  private func aside(_ text: String) -> [TextLine] {
    filled(text, width: proseWidth).map { TextLine($0, .aside) }
  }

  /// `a)` for the first choice.
  private func letter(ofChoice index: Int) -> String { Question.letter(ofChoice: index) + ")" }
}
