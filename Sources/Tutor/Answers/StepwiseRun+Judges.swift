import Transcript

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
