package import Algebra

/// A lesson's working as an exercise: the same statements, with lines to be filled.
public struct Practice: Sendable {
  /// How much help there is.
  public let round: Round
  /// The exercise. It is gone through like any lesson: each line that is to be filled is a question.
  public let lesson: Lesson
  /// What is to be filled, in order.
  public let lines: [Line]

  /// How much help there is: less in each round.
  public enum Round: Int, CaseIterable, Comparable, Sendable {
    /// All but the results is shown.
    case results = 1
    /// Only the names are shown.
    case names
    /// There is the question, and an empty page.
    case question

    /// Whether this one comes before the other.
    public static func < (one: Round, other: Round) -> Bool { one.rawValue < other.rawValue }

    /// The next one, which helps less.
    public var next: Round? { Round(rawValue: rawValue + 1) }
  }

  /// A number that is to be found.
  public struct Line: Sendable {
    /// What it is called: `∂E_total/∂w1`.
    public let label: String
    /// The index of its question among the steps of the exercise.
    public let step: Int
    /// The step of the lesson in which it is worked out.
    public let origin: LessonStep
    /// What it is the number of.
    package let subject: Formula
  }
}
