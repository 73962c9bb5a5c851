public import Diagnostics

/// Reads the question of an ask cell whose text is `body`.
///
/// A cell with a mistake is `nil`, and every mistake is told. Texts are given by their places, as they may hold emphasis
/// and inline values, which are the document's to read. A line that begins with `#` is a comment, and so is what stands
/// behind a `#` in an expression; in a text it is a character like any other. Cost: O(n).
public func parseAsk(
  _ file: SourceFile, _ body: SourceRange
) -> (question: AskCell?, diagnostics: [Diagnostic]) {
  var reader = AskCellReader(file, body)
  return reader.read()
}

/// A question to the learner.
public struct AskCell: Hashable, Sendable {
  /// What is asked: the places of its lines.
  public let question: [SourceRange]
  /// How it is answered.
  public let kind: Kind
  /// What helps, in the order in which it is given away: the places of the lines of each hint.
  public let hints: [[SourceRange]]
  /// Why the answer is what it is: the places of the lines.
  public let reason: [SourceRange]?
  /// Where the cell's text stands.
  public let range: SourceRange

  /// How a question is answered.
  public enum Kind: Hashable, Sendable {
    /// With a number, which is computed; `precision` is `nil` where the author does not say how near a reply comes.
    case number(answer: Expression, precision: Precision?, mistakes: [Mistake])
    /// By choosing; at least one is right.
    case choice([Choice])
  }

  /// How near to the answer a reply must come.
  public enum Precision: Hashable, Sendable {
    /// A reply has at least so many decimals, and all of them are right: `digits: 3`.
    case digits(Int)
    /// A reply is no further away than this, or than so many hundredths of the answer: `tolerance: 0.01`,
    /// `tolerance: 2%`.
    case tolerance(PrintedNumber, isPercent: Bool)
  }

  /// A wrong answer that the author foresees: `mistake: ∂E_total/∂w5 -- that is the slope of w5`.
  public struct Mistake: Hashable, Sendable {
    /// What the learner works out instead.
    public let value: Expression
    /// What is said to it: the places of the lines of the text behind `--`.
    public let reason: [SourceRange]?

    /// A foreseen mistake.
    public init(value: Expression, reason: [SourceRange]?) {
      self.value = value
      self.reason = reason
    }
  }

  /// Something to choose: `- [ ] up -- the slope is positive, so the step is negative`.
  public struct Choice: Hashable, Sendable {
    /// Whether it is right.
    public let isRight: Bool
    /// What it says: the places of the lines of its text.
    public let text: [SourceRange]
    /// What is said to it: the places of the lines of the text behind `--`.
    public let reason: [SourceRange]?

    /// Something to choose.
    public init(isRight: Bool, text: [SourceRange], reason: [SourceRange]?) {
      self.isRight = isRight
      self.text = text
      self.reason = reason
    }
  }

  /// A question in parts.
  public init(
    question: [SourceRange], kind: Kind, hints: [[SourceRange]], reason: [SourceRange]?, at range: SourceRange
  ) {
    self.question = question
    self.kind = kind
    self.hints = hints
    self.reason = reason
    self.range = range
  }
}
