internal import Algebra
internal import Prose
internal import Transcript

extension PageWriter {
  /// A question, with a heading of that level.
  func html(of question: Question, level: Int) -> String {
    let number = question.number
    let heading = "h\(min(max(level, 2), 6))"
    var html = "<section class=\"part question\" id=\"question-\(number)\" data-question=\"\(number)\""
    html += " data-hints=\"\(question.hints.count)\" data-kind=\"\(question.kind.word)\">\n"
    html += "<\(heading)>\(question.title.escapedForMarkup)</\(heading)>\n<p>\(inline(question.text))</p>\n"
    if case .choice(let choices) = question.kind {
      let items = choices.enumerated().map { index, choice in
        let letter = Question.letter(ofChoice: index)
        return
          "<li id=\"question-\(number)-\(letter)\"><span class=\"letter\">\(letter))</span> \(inline(choice.text))</li>\n"
      }
      html += "<ul class=\"choices\">\n\(items.joined())</ul>\n"
    }
    if let form = question.formOfAnswer { html += "<p class=\"aside\">\(form.escapedForMarkup)</p>\n" }
    if hasAnswers {
      html += "<p class=\"to-answer\"><a href=\"#answer-\(number)\">Answer to question \(number)</a></p>\n"
    }
    return html + "</section>"
  }

  /// What is said of a question at the end.
  func answer(to question: Question) -> String {
    let number = question.number
    var html = "<section class=\"answer\" id=\"answer-\(number)\" data-question=\"\(number)\">\n"
    html += "<h3>\(question.title.escapedForMarkup)</h3>\n<div class=\"given\">\(given(question))</div>\n"
    for (index, hint) in question.hints.enumerated() {
      html += "<p class=\"hint\">\(labelled(question.label(ofHint: index), hint))</p>\n"
    }
    if case .number(let answer) = question.kind {
      for mistake in answer.mistakes {
        let result = worked(mistake.formula, mistake.relation, mistake.shown)
        html +=
          "<div class=\"mistake\"><p>\(labelled("Mistake:", mistake.reason))</p>\n<p class=\"worked\">\(result)</p></div>\n"
      }
    }
    if let reason = question.reason { html += "<p class=\"because\">\(labelled("Because:", reason))</p>\n" }
    return html + "</section>"
  }

  private func given(_ question: Question) -> String {
    switch question.kind {
    case .number(let answer):
      let remark = answer.acceptance.map { " <span class=\"remark\">\(html(of: $0))</span>" } ?? ""
      return "<p class=\"worked\">\(worked(answer.formula, answer.relation, answer.shown))\(remark)</p>"
    case .choice(let choices):
      let items = choices.enumerated().map { index, choice in
        let reason = choice.reason.map { " <span class=\"reason\">\(inline($0))</span>" } ?? ""
        return "<li class=\"\(choice.isRight ? "right" : "wrong")\"><span class=\"letter\">"
          + "\(Question.letter(ofChoice: index)))</span> \(labelled(choice.verdict, choice.text))\(reason)</li>\n"
      }
      return "<ul class=\"choices\">\n\(items.joined())</ul>"
    }
  }

  private func worked(_ formula: Formula, _ relation: Relation, _ number: Number) -> String {
    let result = math(.number(number))
    // `2 = 2` says no more than `2`.
    if plain(formula) == plain(number) { return result }
    return "\(math(formula)) \(Alphabet.unicode.sign(relation)) \(result)"
  }

  private func labelled(_ label: String, _ spans: [ProseSpan<Number>]?) -> String {
    let text = spans.map { inline($0) } ?? ""
    return "<strong>\(label.escapedForMarkup)</strong>" + (text.isEmpty ? "" : " \(text)")
  }
}

extension Question.Kind {
  /// Its word for the script.
  fileprivate var word: String {
    switch self {
    case .number: "number"
    case .choice: "choice"
    }
  }
}
