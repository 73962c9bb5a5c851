import Algebra
import Claims
import Transcript

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A claim as other programs read it.
struct ClaimRecord: Encodable {
  /// The list's file.
  let list: String
  let id: String
  let lecture: String
  let slide: String
  let printed: String
  let kind: String
  let verdict: String
  let right: String
  /// Why it cannot be computed; left out where it can.
  let notComputable: String?
  /// What became of it.
  let standing: String
  /// Where the course deals with it.
  let places: [Place]

  /// A place of a lesson.
  struct Place: Encodable {
    let lesson: String
    let line: Int
    /// The check; left out in prose, and where the lesson stopped before it.
    let check: String?
    /// How the check came out.
    let outcome: String?
    /// What the check's author has noted.
    let note: String?
  }

  /// A claim of the list in the file of that name.
  init(_ coverage: ClaimCoverage, list: String) {
    let claim = coverage.claim
    self.list = list
    id = claim.id
    lecture = claim.lecture
    slide = claim.slide
    printed = claim.printed
    kind = claim.kind.rawValue
    verdict = claim.verdict.rawValue
    right = claim.right
    notComputable = claim.reason.isEmpty ? nil : claim.reason
    standing = coverage.standing.rawValue
    places = coverage.places.map { place in
      Place(
        lesson: place.lesson, line: place.line, check: place.check?.statement,
        outcome: place.check?.outcome.word ?? (place.isCheck ? "not-reached" : nil), note: place.check?.note)
    }
  }

  /// The records in JSON: an object with the one key `claims`.
  static func json(_ records: [ClaimRecord]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(["claims": records]), as: UTF8.self) + "\n"
  }
}

extension Check {
  /// The check as a lesson has it, without its note.
  fileprivate var statement: String {
    let sign =
      switch outcome {
      case .documentedSlip, .slipIsMet: "!="
      default: "="
      }
    let digits = [printed, tolerance].compactMap { $0.map { $0.text ?? "\($0.value)" } }
    return "\(subject.text(.calc)) \(sign) \(digits.joined(separator: " ± "))"
  }
}

extension Check.Outcome {
  /// The outcome in one word.
  fileprivate var word: String {
    switch self {
    case .exact: "exact"
    case .rounded: "rounded"
    case .cutOff: "cut-off"
    case .withinTolerance: "within-tolerance"
    case .documentedSlip: "slip"
    case .notMet: "not-met"
    case .slipIsMet: "slip-is-met"
    case .otherInputs: "other-inputs"
    }
  }
}
