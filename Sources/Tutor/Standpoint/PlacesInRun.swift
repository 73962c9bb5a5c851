import Algebra
import Diagnostics
import Engine
import LessonLanguage
import LessonProgram
import LessonRuntime
import Transcript

/// What is known at places of a run behind which it has gone on: the names there, and the numbers as they were.
///
/// The last of each is kept, as a reader asks more than once where he stands.
final class PlacesInRun {
  private let plan: RunPlan
  private var resolved: (count: Int, scope: Scope)?
  /// A runner that carries the lesson out once more, as far as it is needed.
  private var replay: (carriedOut: Int, runner: Runner)?
  private var inLoop: (part: Int, place: PlaceInLoop)?

  /// Places of a run that goes by `plan`.
  init(_ plan: RunPlan) { self.plan = plan }

  /// The names that are known once so many statements are carried out, and which of them are stale.
  func scope(afterStatements count: Int) -> Scope {
    if let resolved, resolved.count == count { return resolved.scope }
    let scope = plan.scope(afterStatements: count)
    resolved = (count, scope)
    return scope
  }

  /// All names of the lesson.
  private(set) lazy var wholeScope = plan.scope()

  /// A runner with the numbers as they are once so many statements are carried out: the run's own where it still has
  /// them, else one that carries the lesson out again up to there; `nil` where it was stopped on the way.
  func runner(afterStatements count: Int, of run: StepwiseRun) -> Runner? {
    if hasNumbers(run.carriedOut, of: count) { return run.runner }
    if let replay, hasNumbers(replay.carriedOut, of: count) { return replay.runner }
    guard let runner = runnerAnew(afterStatements: count) else { return nil }
    replay = (count, runner)
    return runner
  }

  /// A runner of its own that has carried so many statements out; the one that is kept is used up for it.
  private func runnerAnew(afterStatements count: Int) -> Runner? {
    var (carriedOut, runner) = (0, plan.runner())
    if let replay, replay.carriedOut <= count { (carriedOut, runner) = replay }
    replay = nil
    while carriedOut < count {
      guard runner.carryOut(plan.instructions[carriedOut]) else { return nil }
      carriedOut += 1
    }
    return runner
  }

  /// The place in the midst of a loop, the statement of that index, at which there are so many parts; `nil` where the
  /// run was stopped on the way.
  func place(inLoop statement: Int, afterParts part: Int) -> PlaceInLoop? {
    if let inLoop, inLoop.part == part { return inLoop.place }
    guard var runner = runnerAnew(afterStatements: statement) else { return nil }
    runner.partLimit = part
    runner.trace = LoopTrace()
    _ = runner.carryOut(plan.instructions[statement])
    guard runner.transcript.parts.count == part, let trace = runner.trace else { return nil }
    let scope = plan.scope(afterStatements: statement)
    if trace.hasPassedForward { scope.forward() }
    for change in trace.changed { scope.change(change.name, at: change.range) }
    for entry in runner.values.entries where scope[entry.name] == nil {
      // The number of a row is known in its loop only.
      scope.define(entry.name, .given(.const), at: plan.instructions[statement].range, as: nil)
    }
    let place = PlaceInLoop(runner: runner, scope: scope)
    inLoop = (part, place)
    return place
  }

  /// Whether the numbers after `carriedOut` statements are still those after `count` of them.
  private func hasNumbers(_ carriedOut: Int, of count: Int) -> Bool {
    carriedOut >= count && plan.instructions[count..<carriedOut].allSatisfy { !$0.form.changesNumbers }
  }
}

/// A place in the midst of a loop.
struct PlaceInLoop {
  /// A runner with the numbers as they are there.
  let runner: Runner
  /// The names that are known there, and which of them are stale.
  let scope: Scope
}

extension Instruction.Form {
  /// Whether it may change a number that was known before.
  var changesNumbers: Bool {
    switch self {
    case .forward, .update, .train, .assign, .loop: true
    // What is new is not known at the places before it.
    case .given, .define, .data, .optimizer: false
    case .prose, .comment, .explain, .explainFamily, .explainDerivatives, .function, .backward, .record,
      .table, .plot, .checks,
      .ask:
      false
    }
  }
}
