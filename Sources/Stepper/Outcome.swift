import Tutor

/// How a question ended.
public enum Outcome: Hashable, Sendable {
  /// It was answered.
  case answered
  /// The answer was shown.
  case givenUp
  /// It was left open.
  case skipped
}
