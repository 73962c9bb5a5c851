public import Diagnostics

/// Something in a lesson that breaks a rule of style.
public struct StyleFinding: Sendable {
  /// The name of the rule.
  public let rule: String
  /// What breaks it, where, and what can be done.
  public let diagnostic: Diagnostic

  /// Where it stands.
  fileprivate var offset: Int { diagnostic.range?.lowerBound ?? 0 }
}

extension StyledLesson {
  /// What breaks the rules of style, in reading order. Cost: O(n log n).
  public var findings: [StyleFinding] {
    let found = StyleRule.all.flatMap { rule in
      rule.find(self).map { StyleFinding(rule: rule.name, diagnostic: $0) }
    }
    return found.enumerated().sorted { one, other in
      (one.element.offset, one.offset) < (other.element.offset, other.offset)
    }.map(\.element)
  }
}
