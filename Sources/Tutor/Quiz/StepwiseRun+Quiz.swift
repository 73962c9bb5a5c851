import Algebra
public import Transcript

extension StepwiseRun {
  /// The lesson's questions for another program to ask, in reading order; the run is gone through to its end.
  ///
  /// What is said to each number is what `ReplyJudge` says to it. Cost: that of the run, and of the search for mistakes at each
  /// question.
  public func quizItems() -> [QuizItem] {
    while goOn() {}
    return transcript.parts.enumerated().compactMap { index, part in
      guard case .question(let question) = part else { return nil }
      let standpoint = standpoint(afterPart: index)
      guard case .number(let answer) = question.kind else {
        return QuizItem(question: question, basis: [], replies: [], result: [])
      }
      let judge = standpoint.judge(of: question)
      let key = judge.answerKey
      guard case .number(let number) = key.kind else { preconditionFailure("the key is of the question") }
      return QuizItem(
        question: question, basis: standpoint.basis(of: answer.formula),
        replies: QuizReplies(to: answer, key, number, judge).all, result: number.result)
    }
  }
}
