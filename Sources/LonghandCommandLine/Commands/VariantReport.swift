import Algebra
import LessonRuntime
import PlainText

/// What `check --variants` tells of the variants of a lesson.
struct VariantReport {
  /// The lesson's name.
  let name: String
  /// What they are like.
  let survey: VariantSurvey

  /// So much is quoted of a formula.
  private static let longestQuotation = 60

  /// The report: a line for all, and set in below it one for each question and each condition.
  var lines: [String] {
    [head] + (stops + survey.questions.flatMap(lines) + survey.conditions.map(line)).map { "  " + $0 }
  }

  private var head: String {
    let count = survey.variantCount
    let draws = survey.drawCount == 1 ? "1 draw" : "\(survey.drawCount) draws"
    let alike =
      survey.repeatedCount == 0
      ? "no two alike"
      : survey.repeatedCount == 1 ? "1 like an earlier one" : "\(survey.repeatedCount) like an earlier one"
    return "\(name): \(count == 1 ? "1 variant" : "\(count) variants")"
      + (count > 1 ? ", \(alike)" : "") + ", of \(draws)"
  }

  private var stops: [String] {
    guard let reason = survey.firstStop else { return [] }
    return [
      "the lesson stops with \(survey.stopCount) of \(survey.drawCount) draws, first as \(reason)"
        + seldom(survey.runCount, of: survey.drawCount)
    ]
  }

  private func line(_ condition: VariantSurvey.Condition) -> String {
    "such that \(condition.text): met by \(condition.metCount) of \(survey.runCount) draws"
      + seldom(condition.metCount, of: survey.runCount)
  }

  private func seldom(_ count: Int, of all: Int) -> String {
    survey.isSeldom(count, of: all) ? ", which is less than one in a hundred" : ""
  }

  private func lines(_ question: VariantSurvey.Question) -> [String] {
    let place = "question \(question.number)"
    let (lowest, highest) = (text(question.lowest), text(question.highest))
    var lines = [
      "\(place): \(quoted(question.subject)) is \(lowest == highest ? "always \(lowest)" : "\(lowest) to \(highest)")"
    ]
    if question.zeroCount > 0 {
      lines.append("\(place): the answer is shown as 0 with \(again(question.zeroCount))")
    }
    for mistake in question.mistakes {
      lines.append(
        "\(place): the mistake \(quoted(mistake.subject)) is the answer with \(again(mistake.count))")
    }
    if survey.isSeldom(question.clearCount, of: survey.runCount) {
      lines.append("\(place): the answer is clear with less than one draw in a hundred")
    }
    return lines
  }

  private func again(_ count: Int) -> String {
    "\(count) of \(survey.runCount) draws; \(count == 1 ? "it is" : "they are") drawn again"
  }

  private func quoted(_ text: String) -> String {
    text.count <= Self.longestQuotation ? text : text.prefix(Self.longestQuotation - 1) + "…"
  }

  private func text(_ number: Number) -> String {
    (number.text ?? number.value.description).replacing("-", with: "−")
  }
}
