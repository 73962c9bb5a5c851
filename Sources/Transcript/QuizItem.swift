/// The questions of a lesson for another program to ask: those of its own numbers, or of one variant.
public struct QuizBank: Hashable, Sendable {
  /// The lesson's name.
  public var lesson: String
  /// The lesson's title.
  public var title: String
  /// The variant whose numbers are asked for; `nil` for the lesson's own.
  public var variant: String?
  /// Whether a value of the lesson is called `e`: `exp(x)` is then written as that.
  public var hasValueCalledE: Bool
  /// The questions, in reading order.
  public var items: [QuizItem]

  /// A bank with all that it holds.
  public init(lesson: String, title: String, variant: String?, hasValueCalledE: Bool, items: [QuizItem]) {
    self.lesson = lesson
    self.title = title
    self.variant = variant
    self.hasValueCalledE = hasValueCalledE
    self.items = items
  }
}

/// A question for another program to ask, with what is to be known for it and what is said to replies.
public struct QuizItem: Hashable, Sendable {
  /// The question.
  public var question: Question
  /// What its number is worked out of: given numbers, rows of data and formulas. It is empty where the reader must have the lesson
  /// at hand.
  public var basis: [Line]
  /// Of a question for a number, the replies that something is said to: the first that a reply is near enough to counts.
  public var replies: [QuizReply]
  /// What is shown of the number once the question has been answered.
  public var result: [Line]

  /// A question with all that belongs to it.
  public init(question: Question, basis: [Line], replies: [QuizReply], result: [Line]) {
    self.question = question
    self.basis = basis
    self.replies = replies
    self.result = result
  }
}

/// Numbers that somebody may reply, and what is said to them.
public struct QuizReply: Hashable, Sendable {
  /// What the number is.
  public var kind: Kind
  /// The number in the middle, as it is written: `0.081`, with a `-` for a minus.
  public var number: String
  /// How far a reply may be from it, written in the same way; the ends belong to it.
  public var tolerance: String
  /// What is said to it.
  public var said: [Transcript.Part]

  /// What a reply is.
  public enum Kind: String, Hashable, Sendable {
    /// What is asked for.
    case answer
    /// What comes out where a mistake is made.
    case mistake
    /// Not far from what is asked for.
    case near
  }

  /// A reply in parts.
  public init(_ kind: Kind, _ number: String, within tolerance: String, said: [Transcript.Part]) {
    self.kind = kind
    self.number = number
    self.tolerance = tolerance
    self.said = said
  }
}
