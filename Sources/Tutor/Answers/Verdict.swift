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
    do throws(Refusal) {
      switch question.kind {
      case .number(let answer): return try verdict(on: TypedText(reply), to: answer, in: question)
      case .choice(let choices): return try ChoiceReply(reply, among: choices).verdict(in: question)
      }
    } catch {
      return Verdict(sentBack: error)
    }
  }
}

extension Question {
  /// What is said to a reply that is wrong when there is nothing better to say.
  var plainRefusal: [Transcript.Part] {
    hints.isEmpty
      ? [.sentence("That is not it.")]
      : [.sentence("That is not it. There \(hints.count == 1 ? "is a hint" : "are hints").")]
  }

  /// Why the answer is what it is.
  var reasonParts: [Transcript.Part] { reason.map { [.prose(.paragraph($0))] } ?? [] }
}
