package import LessonProgram

/// The names that are known at each place of a lesson, and which of them are stale.
package final class KnownNames {
  private let scope: Scope
  private let checkpoints: [Scope.Checkpoint]
  private var last: (count: Int, scope: Scope)?

  /// The names of what is carried out by a plan. Cost: the lesson is read once.
  package init(_ plan: RunPlan) {
    let resolver = Resolver(plan.document, settings: plan.settings, data: plan.data)
    scope = resolver.scope
    let all = resolver.checkpoints
    checkpoints =
      plan.arrangement.map { $0.places.map { all[min($0, all.count - 1)] } } ?? all
  }

  /// All names of the lesson.
  package var all: Scope { scope }

  /// Those that are known once so many instructions are carried out; the last that were asked for are kept.
  package func scope(afterInstructions count: Int) -> Scope {
    if let last, last.count == count { return last.scope }
    let scope = anew(afterInstructions: count)
    last = (count, scope)
    return scope
  }

  /// The same as a scope of its own, which may be changed.
  package func anew(afterInstructions count: Int) -> Scope {
    scope.scope(at: checkpoints[min(count, checkpoints.count - 1)])
  }
}
