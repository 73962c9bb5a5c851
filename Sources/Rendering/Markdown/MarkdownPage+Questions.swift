internal import Algebra
internal import PlainText
internal import Prose
internal import Transcript

extension MarkdownPage {
  /// A question where it is asked, in a quotation.
  func blocks(of question: Question) -> [String] {
    var blocks = ["**\(question.title)**", line(question.text)]
    if case .choice(let choices) = question.kind {
      blocks.append(
        choices.enumerated().map { index, choice in
          "- \(Question.letter(ofChoice: index))) \(line(choice.text))".prefixedFurther
        }.joined(separator: "\n"))
    }
    if let form = question.formOfAnswer { blocks.append("*\(MarkdownText.escaped(form))*") }
    return [blocks.joined(separator: "\n\n").prefixed("> ", "> ")]
  }

  /// The answers to all questions under a heading, each folded; nothing where there are no questions.
  func blocks(ofAnswersTo questions: [Question]) -> [String] {
    guard !questions.isEmpty else { return [] }
    return heading(level: 2, "Answers")
      + questions.flatMap { question in
        ["<details>\n<summary>\(question.title)</summary>"] + blocks(ofAnswerTo: question) + ["</details>"]
      }
  }

  private func blocks(ofAnswerTo question: Question) -> [String] {
    var blocks: [String] = []
    switch question.kind {
    case .number(let answer):
      blocks += worked(
        NamedNumber(answer.formula, answer.shown, relation: answer.relation), remark: answer.acceptance)
    case .choice(let choices):
      let items = choices.enumerated().map { index, choice in
        let head = "- \(Question.letter(ofChoice: index))) **\(choice.verdict)** \(line(choice.text))"
        return (head + (choice.reason.map { "\\\n" + line($0) } ?? "")).prefixedFurther
      }
      blocks.append(items.joined(separator: "\n"))
    }
    for index in question.hints.indices {
      blocks.append("**\(question.label(ofHint: index))** \(line(question.hints[index]))")
    }
    if case .number(let answer) = question.kind {
      for mistake in answer.mistakes {
        blocks.append("**Mistake:** \(mistake.reason.map { line($0) } ?? "")".trimmed)
        blocks += worked(NamedNumber(mistake.formula, mistake.shown, relation: mistake.relation), remark: nil)
      }
    }
    return blocks + (question.reason.map { ["**Because:** \(line($0))".trimmed] } ?? [])
  }

  private func worked(_ result: NamedNumber, remark: [Phrase]?) -> [String] {
    var rows = setting.rows(of: [result])
    // `2 = 2` says no more than `2`.
    if text.text(result.subject) == text.text(result.number) {
      rows = [TeXRow(content: setting.number(result.number))]
    }
    return equations([MarkdownEquation(rows: rows, level: 0)]) + (remark.map { [line($0)] } ?? [])
  }
}

extension String {
  /// An item of a list, its further lines under the first.
  fileprivate var prefixedFurther: String { prefixed("", "  ") }
}
