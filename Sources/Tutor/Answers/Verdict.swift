import Algebra
import LessonProgram
import Prose
public import Transcript

/// What is said to a learner's reply.
public struct Verdict: Sendable {
  /// How a reply is taken.
  public enum Outcome: Sendable {
    /// It is what is asked for.
    case right
    /// It is not.
    case wrong
    /// It cannot be judged, and another is asked for; this is no mistake.
    case sentBack
  }

  /// How the reply is taken.
  public var outcome: Outcome
  /// What is said to it. Never the answer, unless it has been found.
  public var remarks: [Transcript.Part]

  /// A reply that is sent back.
  init(sentBack refusal: Refusal) {
    outcome = .sentBack
    remarks = refusal.parts
  }

  /// A verdict with what is said.
  init(_ outcome: Outcome, _ remarks: [Transcript.Part]) {
    self.outcome = outcome
    self.remarks = remarks
  }
}

extension Standpoint {
  /// What is said to a reply to the question in the part behind which the reader stands.
  ///
  /// - Parameter question: the question, with the hints that have not been given away yet.
  public func verdict(on reply: String, to question: Question) -> Verdict {
    judge(of: question).verdict(on: reply, hintsLeft: question.hints.count)
  }

  /// Who judges replies to the question in the part behind which the reader stands, one after the other.
  public func judge(of question: Question) -> ReplyJudge { ReplyJudge(of: question, at: self) }
}
