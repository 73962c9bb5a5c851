import Algebra
import Diagnostics
import Engine
import LessonLanguage
import LessonProgram
import LessonRuntime

/// What is known at places of a run behind which it has gone on: the names there, and the numbers as they were.
///
/// Nothing is carried out again: the numbers are those of the run's trace. The last of each is kept, as a reader asks more
/// than once where he stands.
final class RunHistory {
  private let plan: RunPlan
  private var inLoop: (part: Int, state: LoopState)?

  /// Places of a run that goes by `plan`; the names are `shared` with a run of the same instructions, if there is one.
  init(_ plan: RunPlan, sharing shared: KnownNames? = nil) {
    self.plan = plan
    if let shared { known = shared }
  }

  /// The names that are known at each place.
  private(set) lazy var known = KnownNames(plan)

  /// The names that are known once so many statements are carried out, and which of them are stale.
  func scope(afterStatements count: Int) -> Scope { known.scope(afterInstructions: count) }

  /// All names of the lesson.
  var wholeScope: Scope { known.all }

  /// The numbers as they are once so many statements are carried out; `nil` where the run has not come so far, or they are
  /// not kept any more.
  func numbers(afterStatements count: Int, of run: StepwiseRun) -> Snapshot? {
    guard let trace = run.interpreter.execution.trace, let moment = run.moment(afterStatements: count) else {
      return nil
    }
    return trace.snapshot(at: moment, of: run.interpreter.environment)
  }

  /// The place in the midst of a loop, the statement of that index, at which there are so many parts; `nil` where there is
  /// none.
  func state(inLoop statement: Int, afterParts part: Int, of run: StepwiseRun) -> LoopState? {
    if let inLoop, inLoop.part == part { return inLoop.state }
    guard let trace = run.interpreter.execution.trace, let moment = trace.moment(withParts: part),
      let first = run.moment(afterStatements: statement),
      let numbers = trace.snapshot(at: moment, of: run.interpreter.environment)
    else { return nil }
    let scope = known.anew(afterInstructions: statement)
    let (changes, hasPassed) = trace.changes(behind: first, upTo: moment)
    if hasPassed { scope.forward() }
    for change in changes { scope.change(change.names, at: change.range) }
    for name in numbers.names where scope[name] == nil {
      // The number of a row is known in its loop only.
      scope.define(name, .given(.const), at: plan.instructions[statement].range, as: nil)
    }
    let state = LoopState(numbers: numbers, scope: scope, first: first, moment: moment)
    inLoop = (part, state)
    return state
  }
}

/// A place in the midst of a loop.
struct LoopState {
  /// The numbers as they are there.
  let numbers: Snapshot
  /// The names that are known there, and which of them are stale.
  let scope: Scope
  /// The moment before the loop.
  let first: Int
  /// The moment of the place.
  let moment: Int
}

extension Instruction.Kind {
  /// Whether it may change a number that was known before.
  var changesNumbers: Bool {
    switch self {
    case .forward, .update, .reset, .train, .assign, .loop: true
    // What is new is not known at the places before it.
    case .given, .define, .data, .optimizer: false
    case .prose, .comment, .explain, .explainFamily, .explainDerivatives, .function, .backward, .record,
      .table, .plot, .network, .checks, .ask:
      false
    }
  }
}
