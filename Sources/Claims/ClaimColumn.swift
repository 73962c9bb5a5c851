/// A column of a list of claims, in the order in which lists have them.
enum ClaimColumn: String, CaseIterable {
  case id, lecture, slide, printed, kind, verdict, right
  /// Why a claim cannot be computed.
  case reason = "not computable"

  /// Whether a list may be without it.
  var isOptional: Bool { self == .right || self == .reason }

  /// The names of all, in backquotes.
  static var names: String { allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") }
}
