import Algebra
import LessonRuntime
public import Transcript

/// Judges replies to one question. What may have led to wrong ones is worked out when it is first needed, and once.
public struct ReplyJudge {
  private let standpoint: Standpoint
  private let question: Question
  private let key: AnswerKey
  private let likely: MistakeGroups

  init(of question: Question, at standpoint: Standpoint) {
    self.standpoint = standpoint
    self.question = question
    let key = AnswerKey(question)
    self.key = key
    likely =
      if case .number(let answer) = question.kind, case .number(let number) = key.kind {
        standpoint.likelyMistakes(for: answer, number)
      } else {
        MistakeGroups { _ in nil }
      }
  }

  /// What is said to a reply.
  ///
  /// - Parameters:
  ///   - reply: what the learner has typed.
  ///   - hintsLeft: how many hints have not been given away yet.
  public func verdict(on reply: String, hintsLeft: Int) -> Verdict {
    do throws(Refusal) {
      switch (key.kind, question.kind) {
      case (.number(let number), .number(let answer)):
        let reply = try standpoint.number(TypedText(reply), to: answer, number)
        return NumberJudge(key, number, likely: likely).verdict(on: reply, hintsLeft: hintsLeft)
      case (.choice(let choice), _):
        return try ChoiceReply(reply, choice).verdict(key, hintsLeft: hintsLeft)
      case (.number, .choice): preconditionFailure("the key is of the question")
      }
    } catch {
      return Verdict(sentBack: error)
    }
  }

  /// All that replies are held against.
  public var answerKey: AnswerKey {
    guard case .number(var number) = key.kind else { return key }
    var whole = key
    number.likely = likely.all
    whole.kind = .number(number)
    return whole
  }
}
