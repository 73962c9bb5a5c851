public import Diagnostics

/// Something that a lecture states, and what is known of it: a row of a list.
public struct Claim: Hashable, Sendable {
  /// What lessons call it: `S0-088`.
  public let id: String
  /// The lecture's name.
  public let lecture: String
  /// The heading of its slide.
  public let slide: String
  /// What the lecture prints, to the letter where that is a number or a formula.
  public let printed: String
  /// What is printed.
  public let kind: Kind
  /// What is to be thought of it.
  public let verdict: Verdict
  /// What is right, and how one knows.
  public let right: String
  /// Why no lesson can compute it; empty where one can.
  public let reason: String
  /// Where the id stands in the list.
  public let range: SourceRange

  /// What a claim is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number that is printed.
    case number
    /// A formula.
    case formula
    /// What a word means.
    case definition
    /// Anything else that is said.
    case statement

    /// Whether a check can hold it against what is computed.
    public var isComputed: Bool { self == .number || self == .formula }
  }

  /// What is to be thought of a claim.
  public enum Verdict: String, Sendable, CaseIterable {
    /// It holds, to the digits printed.
    case right
    /// The digits are those of the right number, cut off where they should be rounded.
    case cutOff = "cut-off"
    /// It is meant rightly, and written wrongly.
    case notation
    /// It holds in part, or leads to wrong conclusions.
    case misleading
    /// It does not hold.
    case wrong
    /// What is meant cannot be known, or more than one thing is.
    case unclear
  }

  /// What the ids of its lecture begin with: `S0` of `S0-088`. An id without a hyphen has none.
  public var lectureKey: String? {
    id.lastIndex(of: "-").map { String(id[..<$0]) }
  }

  /// Whether `text` names the claim's lecture: by its name, or by what its ids begin with, capitals not told apart.
  public func isOfLecture(called text: String) -> Bool {
    let text = text.lowercased()
    return lecture.lowercased() == text || lectureKey?.lowercased() == text
  }
}
