internal import Algebra
internal import Transcript

extension Question {
  /// What stands above it, and above what is said of it at the end.
  var title: String { "Question \(number)" }

  /// What an answer must be like; `nil` where nothing need be said.
  var formOfAnswer: String? {
    switch kind {
    case .number(let answer):
      if let tolerance = answer.tolerance { return "An answer within \(tolerance.text) is right." }
      guard answer.digits > 0 else { return nil }
      return "Answer with at least \(answer.digits == 1 ? "1 decimal" : "\(answer.digits) decimals")."
    case .choice(let choices): return choices.count(where: \.isRight) > 1 ? "More than one is right." : nil
    }
  }

  /// What a hint begins with.
  func label(ofHint index: Int) -> String { hints.count == 1 ? "Hint:" : "Hint \(index + 1):" }
}

extension Question.Choice {
  /// What stands before its text among the answers.
  var verdict: String { isRight ? "is right:" : "is wrong:" }
}

extension Question.NumberAnswer {
  /// The replies that are right, unless it is the number as it is shown.
  var acceptance: [Phrase]? {
    if let tolerance { return [.words("accepted: within \(tolerance.text)")] }
    guard accepted.map(\.text) != [shown.text] else { return nil }
    return [.words("accepted:")]
      + accepted.enumerated().flatMap { index, number -> [Phrase] in
        (index == 0 ? [] : [.words("or")]) + [.formula(.number(number))]
      }
  }
}
