public import Algebra

/// A printed number, held against the number that was computed.
public struct Check: Hashable, Sendable {
  /// What was computed.
  public var subject: Formula
  /// The number as it is printed.
  public var printed: Number
  /// The tolerance that the author set.
  public var tolerance: Number?
  /// How the two agree, or that they do not.
  public var outcome: Outcome
  /// The author's note.
  public var note: String?
  /// The line of the lesson on which the check stands, from 1.
  public var line: Int

  /// How a printed number and a computed one agree.
  public enum Outcome: Hashable, Sendable {
    /// The printed number is the computed one.
    case exact
    /// Rounding the computed number gives the printed one.
    case rounded
    /// Cutting the computed number off gives the printed one; `rounded` is what rounding gives.
    case cutOff(rounded: Number)
    /// Both are within the author's tolerance; `computed` is the computed number.
    case withinTolerance(computed: Number)
    /// A printed slip, documented: the number is not met and the lesson says so.
    case documentedSlip(computed: Number)
    /// The number is not met; `difference` is how far the computed one is above the printed one.
    case notMet(computed: Number, difference: Number)
    /// The lesson says that the number is a slip, but it is met.
    case slipIsMet(computed: Number)
    /// Not held against each other: the run has other inputs than the lesson's own. `isSlip` is whether the lesson says that the
    /// printed number is a slip.
    case otherInputs(computed: Number, isSlip: Bool)
  }

  /// Whether the lesson and the computation agree, or are not held against each other.
  public var holds: Bool {
    switch outcome {
    case .exact, .rounded, .cutOff, .withinTolerance, .documentedSlip, .otherInputs: true
    case .notMet, .slipIsMet: false
    }
  }

  /// A check with all that it holds.
  public init(
    subject: Formula, printed: Number, tolerance: Number? = nil, outcome: Outcome, note: String?, line: Int
  ) {
    self.subject = subject
    self.printed = printed
    self.tolerance = tolerance
    self.outcome = outcome
    self.note = note
    self.line = line
  }
}
