internal import Diagnostics

/// A rule of how a lesson reads, which a machine can hold: documentation, help and tests are made from this.
public struct StyleRule: Sendable {
  /// What the rule is called.
  public let name: String
  /// What it asks for, in one sentence.
  public let summary: String
  /// What in a lesson breaks it, in reading order.
  let find: @Sendable (StyledLesson) -> [Diagnostic]

  /// All rules, those of a whole lesson first.
  public static let all: [StyleRule] = [
    .length, .firstStep, .questions, .remember, .try, .paragraphs, .sentences, .words, .answers,
  ]
}
