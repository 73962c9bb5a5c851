public import Transcript

/// Where a course deals with a claim, and what came of it.
public struct ClaimCoverage: Sendable {
  /// The claim.
  public let claim: Claim
  /// The places that name it, in the order of the course.
  public let places: [Place]
  /// What came of it.
  public let standing: Standing

  /// A place of a lesson that names the claim.
  public struct Place: Sendable {
    /// The name of the lesson.
    public let lesson: String
    /// The line of the lesson, from 1.
    public let line: Int
    /// Whether the lesson checks it there; else it tells of it in prose.
    public let isCheck: Bool
    /// The check, as it came out; `nil` in prose, and where the lesson stopped before it.
    public let check: Check?

    /// A place in the lesson called `lesson`, of whose run these are the checks.
    public init(_ mention: ClaimMention, lesson: String, checks: [Check]) {
      self.lesson = lesson
      line = mention.place.line
      if case .check(let line) = mention.place {
        isCheck = true
        check = checks.first { $0.line == line }
      } else {
        isCheck = false
        check = nil
      }
    }
  }

  /// What a course makes of a claim.
  public enum Standing: String, Sendable, CaseIterable {
    /// Every check that names it holds.
    case met
    /// So it is, and one of them holds by cutting off.
    case cutOff = "cut-off"
    /// It is wrong, and a check documents the slip.
    case slip
    /// No check names it, but prose does.
    case told
    /// No lesson names it, and none could compute it.
    case notComputable = "not-computable"
    /// No lesson names it.
    case missing
    /// A check that names it does not hold, or was not reached.
    case notMet = "not-met"

    /// The standing in words, behind a number or a name.
    public var words: String {
      switch self {
      case .met: "met"
      case .cutOff: "met by cutting off"
      case .slip: "documented as a slip"
      case .told: "told in prose"
      case .notComputable: "not computable"
      case .missing: "not in the course yet"
      case .notMet: "not met"
      }
    }
  }

  /// What the places that name a claim make of it.
  public init(_ claim: Claim, at places: [Place]) {
    self.claim = claim
    self.places = places
    standing = Standing(claim, at: places)
  }
}

extension ClaimCoverage.Standing {
  /// A slip that is documented beside a claim that holds is a remark, as on the same line worked with fewer digits; beside
  /// a wrong one, what else is checked is what would be right.
  fileprivate init(_ claim: Claim, at places: [ClaimCoverage.Place]) {
    let checks = places.filter(\.isCheck)
    guard !checks.isEmpty else {
      self = !places.isEmpty ? .told : claim.reason.isEmpty ? .missing : .notComputable
      return
    }
    let outcomes = checks.map(\.check?.outcome)
    let slips = outcomes.count { if case .documentedSlip = $0 { true } else { false } }
    if checks.contains(where: { $0.check?.holds != true }) {
      self = .notMet
    } else if slips > 0, claim.verdict == .wrong || slips == checks.count {
      self = .slip
    } else if outcomes.contains(where: { if case .cutOff = $0 { true } else { false } }) {
      self = .cutOff
    } else {
      self = .met
    }
  }
}
