/// A condition as it stands in a transcript.
indirect enum Condition {
  case comparison(Comparison)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// Whether it holds, and the comparisons that decided it, each turned so that it holds: of `and` and `or` all of them,
  /// or the first that decides. `nil` where nothing can be said about one of them.
  func verdict(_ holds: (Comparison) -> Bool?) -> (holds: Bool, reasons: [Comparison])? {
    switch self {
    case .comparison(let comparison):
      guard let isSo = holds(comparison) else { return nil }
      return (isSo, [isSo ? comparison : comparison.opposite])
    case .not(let condition):
      return condition.verdict(holds).map { (!$0.holds, $0.reasons) }
    case .all(let parts):
      return Self.verdict(parts, decidedBy: false, holds)
    case .any(let parts):
      return Self.verdict(parts, decidedBy: true, holds)
    }
  }

  private static func verdict(
    _ parts: [Condition], decidedBy decisive: Bool, _ holds: (Comparison) -> Bool?
  ) -> (holds: Bool, reasons: [Comparison])? {
    var reasons: [Comparison] = []
    for part in parts {
      guard let verdict = part.verdict(holds) else { return nil }
      if verdict.holds == decisive { return verdict }
      reasons += verdict.reasons
    }
    return (!decisive, reasons)
  }

  /// The names and the numbers in the order in which they are written.
  var leaves: [Leaf] {
    switch self {
    case .comparison(let comparison): comparison.left.leaves + comparison.right.leaves
    case .not(let condition): condition.leaves
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    }
  }
}
