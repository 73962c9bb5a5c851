import CommaSeparated

/// A column of a list of claims, in the order in which lists have them.
enum ClaimColumn: String, RecordColumn {
  case id, lecture, slide, printed, kind, verdict, right
  /// Why a claim cannot be computed.
  case reason = "not computable"

  var isOptional: Bool { self == .right || self == .reason }
}
