/// All that a reply to a question is held against, and all that is said to it: who has it can judge replies without the
/// lesson.
public struct AnswerKey: Hashable, Sendable {
  /// The question's number in the lesson, from 1.
  public var question: Int
  /// What the reply is.
  public var kind: Kind
  /// How many hints there are.
  public var hintCount: Int
  /// What is said first to a right reply.
  public var praise: [Transcript.Part]
  /// Why the answer is what it is; it is said last to a right reply.
  public var reason: [Transcript.Part]
  /// What is said to a wrong reply when there is nothing better to say: without a hint that is left, with one, with more.
  public var refusals: [[Transcript.Part]]

  /// What a reply is.
  public enum Kind: Hashable, Sendable {
    /// A number.
    case number(NumberKey)
    /// Letters.
    case choice(ChoiceKey)
  }

  /// A key with all that it holds.
  public init(
    question: Int, kind: Kind, hintCount: Int, praise: [Transcript.Part], reason: [Transcript.Part],
    refusals: [[Transcript.Part]]
  ) {
    self.question = question
    self.kind = kind
    self.hintCount = hintCount
    self.praise = praise
    self.reason = reason
    self.refusals = refusals
  }

  /// What is said to a wrong reply when there is nothing better to say and so many hints are left.
  public func refusal(hintsLeft count: Int) -> [Transcript.Part] { refusals[max(0, min(count, 2))] }
}

/// What a choice is held against.
public struct ChoiceKey: Hashable, Sendable {
  /// The choices, in order.
  public var choices: [Choice]
  /// What is said to a reply that names none of them.
  public var unreadable: [Transcript.Part]
  /// What is said to a reply all of which is right, where something is missing.
  public var incomplete: [Transcript.Part]
  /// What is said to other wrong replies, behind the reasons; nothing where one choice alone is right.
  public var more: [Transcript.Part]

  /// One of the choices.
  public struct Choice: Hashable, Sendable {
    /// Whether it is right.
    public var isRight: Bool
    /// What is said to it.
    public var reason: [Transcript.Part]

    /// A choice in parts.
    public init(isRight: Bool, reason: [Transcript.Part]) {
      self.isRight = isRight
      self.reason = reason
    }
  }

  /// A key with all that it holds.
  public init(
    choices: [Choice], unreadable: [Transcript.Part], incomplete: [Transcript.Part], more: [Transcript.Part]
  ) {
    self.choices = choices
    self.unreadable = unreadable
    self.incomplete = incomplete
    self.more = more
  }
}
