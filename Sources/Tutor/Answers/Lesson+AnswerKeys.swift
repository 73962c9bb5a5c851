public import LessonRuntime
public import Transcript

extension Lesson {
  /// What replies to each question of the lesson are held against, in reading order; the lesson is run once for it.
  ///
  /// A key judges as a standpoint behind its question does, but for replies that mention names.
  public func answerKeys(_ options: RunOptions = RunOptions()) -> [AnswerKey] {
    StepwiseRun(self, options).judges().map(\.answerKey)
  }
}

extension StepwiseRun {
  /// Who judges replies to each question, in reading order; the run is gone through to its end.
  public func judges() -> [ReplyJudge] {
    while goOn() {}
    return transcript.parts.enumerated().compactMap { index, part in
      guard case .question(let question) = part else { return nil }
      return standpoint(afterPart: index).judge(of: question)
    }
  }
}
