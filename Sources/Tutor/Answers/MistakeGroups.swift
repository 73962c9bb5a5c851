import Algebra
import Engine
import Transcript

/// The groups of what may have led to a wrong number, each worked out when it is first looked through.
final class MistakeGroups {
  private let work: (LikelyMistake.Group) -> [LikelyMistake]?
  private var known: [[LikelyMistake]] = []
  private var isOver = false

  /// Groups that `work` works out in their order; `nil` where that cannot be done, which ends the search.
  init(_ work: @escaping (LikelyMistake.Group) -> [LikelyMistake]?) { self.work = work }

  /// The mistakes of a group; `nil` where it, or one before it, cannot be worked out.
  subscript(group: LikelyMistake.Group) -> [LikelyMistake]? {
    while !isOver, known.count <= group.rawValue {
      if let next = LikelyMistake.Group(rawValue: known.count).flatMap(work) {
        known.append(next)
      } else {
        isOver = true
      }
    }
    return known.indices.contains(group.rawValue) ? known[group.rawValue] : nil
  }

  /// All groups that can be worked out.
  var all: [[LikelyMistake]] {
    _ = self[.other]
    return known
  }
}
