internal import Algebra
internal import Prose
internal import Transcript

extension LaTeXPage {
  /// A question where it is asked, between rules.
  func lines(of question: Question) -> [String] {
    var rows = [row("{\\bfseries \(question.title)}", at: 0), row(line(question.text), at: 0)]
    if case .choice(let choices) = question.kind {
      rows += choices.enumerated().map { index, choice in
        row(line(choice.text), at: 1.8, marker: Question.letter(ofChoice: index) + ")")
      }
    }
    if let form = question.formOfAnswer { rows.append(row("{\\itshape \(LaTeXText.prose(form))}", at: 0)) }
    return [Self.gap, "\\lhrule", Self.noPageBreak] + together(rows, atMost: 12) + [
      Self.noPageBreak, "\\lhrule",
    ]
  }

  /// The answers to all questions under a heading; nothing where there are no questions.
  func lines(ofAnswersTo questions: [Question]) -> [String] {
    guard !questions.isEmpty else { return [] }
    return heading(level: 2, "Answers", plain: "Answers") + questions.flatMap(lines(ofAnswerTo:))
  }

  private func lines(ofAnswerTo question: Question) -> [String] {
    var lines = paragraph("{\\bfseries \(question.title)}", at: 0) + [Self.noPageBreak]
    switch question.kind {
    case .number(let answer):
      lines += worked(
        NamedNumber(answer.formula, answer.shown, relation: answer.relation), remark: answer.acceptance)
    case .choice(let choices):
      lines += choices.enumerated().flatMap { index, choice in
        [
          row(
            "\(choice.verdict) \(line(choice.text))", at: 1.8, marker: Question.letter(ofChoice: index) + ")")
        ]
          + (choice.reason.map { [Self.noPageBreak, row(line($0), at: 3)] } ?? [])
      }
    }
    for index in question.hints.indices {
      lines += paragraph("{\\itshape \(question.label(ofHint: index))} \(line(question.hints[index]))", at: 0)
    }
    if case .number(let answer) = question.kind {
      for mistake in answer.mistakes {
        lines +=
          paragraph("{\\itshape Mistake:} \(mistake.reason.map { line($0) } ?? "")", at: 0) + [
            Self.noPageBreak
          ]
        lines += worked(NamedNumber(mistake.formula, mistake.shown, relation: mistake.relation), remark: nil)
      }
    }
    return lines + (question.reason.map { paragraph("{\\itshape Because:} \(line($0))", at: 0) } ?? [])
  }

  private func worked(_ result: NamedNumber, remark: [Phrase]?) -> [String] {
    let room = setting.inset(by: Self.workingIndentation)
    var rows = room.rows(of: [result])
    // `2 = 2` says no more than `2`.
    if text.text(result.subject) == text.text(result.number) {
      rows = [TeXRow(content: room.number(result.number))]
    }
    return self.rows(rows, at: Self.workingIndentation, beside: remark)
  }
}
