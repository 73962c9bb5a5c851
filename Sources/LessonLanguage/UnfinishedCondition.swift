import Diagnostics

/// A condition of which more is to be read.
///
/// It waits in four places, loosest first: what stands before an `or`, what stands before an `and` in the
/// last of these, each `not` before the comparison that is to come, and the left side of that.
struct UnfinishedCondition {
  private var alternatives: [Condition] = []
  private var requirements: [Condition] = []
  private var nots: [SourceRange] = []
  private var left: (value: Expression, comparison: Comparison)?

  /// A condition of which nothing has been read.
  init() {}

  /// Whether the left side of a comparison waits for its right side.
  var isComparing: Bool { left != nil }

  /// How many `not` wait, each of which is a level.
  var notCount: Int { nots.count }

  /// Whether it has begun, so that no plain value may stand in its place.
  var isBegun: Bool { !(alternatives.isEmpty && requirements.isEmpty && nots.isEmpty) }

  /// Takes a `not`.
  mutating func takeNot(at range: SourceRange) { nots.append(range) }

  /// Takes the left side of a comparison.
  mutating func takeLeft(_ value: Expression, _ comparison: Comparison) { left = (value, comparison) }

  /// The comparison of which `right` is the right side; `nil` where none waits for it.
  mutating func takeRight(_ right: Expression) -> Condition? {
    guard let (value, comparison) = left else { return nil }
    left = nil
    return Condition(.comparison(value, comparison, right), at: value.range.union(right.range))
  }

  /// Takes a condition, behind which stands `and`.
  mutating func takeRequirement(_ condition: Condition) { requirements.append(foldNots(before: condition)) }

  /// Takes a condition, behind which stands `or`.
  mutating func takeAlternative(_ condition: Condition) {
    alternatives.append(foldRequirements(before: condition))
  }

  /// The whole condition, of which `condition` is the last part.
  mutating func finish(with condition: Condition) -> Condition {
    let last = foldRequirements(before: condition)
    guard let first = alternatives.first else { return last }
    defer { alternatives = [] }
    return Condition(.any(alternatives + [last]), at: first.range.union(last.range))
  }

  private mutating func foldRequirements(before condition: Condition) -> Condition {
    let last = foldNots(before: condition)
    guard let first = requirements.first else { return last }
    defer { requirements = [] }
    return Condition(.all(requirements + [last]), at: first.range.union(last.range))
  }

  private mutating func foldNots(before condition: Condition) -> Condition {
    defer { nots = [] }
    return nots.reversed().reduce(condition) { Condition(.not($0), at: $1.union($0.range)) }
  }
}
