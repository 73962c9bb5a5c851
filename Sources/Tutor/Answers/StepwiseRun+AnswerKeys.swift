public import Transcript

extension StepwiseRun {
  /// What replies to each question of the lesson are held against, in reading order; the run is gone through to its end.
  ///
  /// A key judges as a standpoint behind its question does, but for replies that mention names.
  public func answerKeys() -> [AnswerKey] {
    while goOn() {}
    return transcript.parts.enumerated().compactMap { index, part in
      guard case .question(let question) = part else { return nil }
      return standpoint(afterPart: index).answerKey(to: question)
    }
  }
}

extension Standpoint {
  /// All that replies to the question in the part behind which the reader stands are held against.
  public func answerKey(to question: Question) -> AnswerKey {
    var key = AnswerKey(question)
    if case .number(var number) = key.kind, case .number(let answer) = question.kind {
      number.likely = likelyMistakes(for: answer, number).all
      key.kind = .number(number)
    }
    return key
  }
}
