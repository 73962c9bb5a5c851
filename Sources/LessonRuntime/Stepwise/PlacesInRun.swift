import Algebra
import Diagnostics

/// What is known at places of a run behind which it has gone on: the names there, and the numbers as they were.
///
/// The last of each is kept, as a reader asks more than once where he stands.
final class PlacesInRun {
  private let plan: RunPlan
  private var resolved: (count: Int, scope: Scope)?
  /// A runner that carries the lesson out once more, as far as it is needed.
  private var replay: (carriedOut: Int, runner: Runner)?

  /// Places of a run that goes by `plan`.
  init(_ plan: RunPlan) { self.plan = plan }

  /// The names that are known once so many statements are carried out, and which of them are stale.
  func scope(afterStatements count: Int) -> Scope {
    if let resolved, resolved.count == count { return resolved.scope }
    let scope = Resolver(plan.document, settings: plan.settings, data: plan.data, upTo: count).scope
    resolved = (count, scope)
    return scope
  }

  /// A runner with the numbers as they are once so many statements are carried out: the run's own where it still has
  /// them, else one that carries the lesson out again up to there; `nil` where it was stopped on the way.
  func runner(afterStatements count: Int, of run: StepwiseRun) -> Runner? {
    if hasNumbers(run.carriedOut, of: count) { return run.runner }
    var (carriedOut, runner) = (0, plan.runner())
    if let replay, replay.carriedOut <= count || hasNumbers(replay.carriedOut, of: count) {
      (carriedOut, runner) = replay
    }
    replay = nil
    while carriedOut < count {
      guard runner.carryOut(plan.instructions[carriedOut]) else { return nil }
      carriedOut += 1
    }
    replay = (carriedOut, runner)
    return runner
  }

  /// Whether the numbers after `carriedOut` statements are still those after `count` of them.
  private func hasNumbers(_ carriedOut: Int, of count: Int) -> Bool {
    carriedOut >= count && plan.instructions[count..<carriedOut].allSatisfy { !$0.form.changesNumbers }
  }
}

extension Instruction.Form {
  /// Whether it may change a number that was known before.
  var changesNumbers: Bool {
    switch self {
    case .forward, .update, .train, .assign, .loop: true
    // An element that is new may be found by a look-up, and so may a row.
    case .given, .define, .data, .optimizer: false
    case .prose, .comment, .explain, .explainFamily, .function, .backward, .record, .table, .plot, .checks,
      .ask:
      false
    }
  }
}
