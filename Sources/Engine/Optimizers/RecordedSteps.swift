package import Algebra
import LessonProgram

/// The steps of optimizers that have been recorded, for loops that make the same ones again.
///
/// Recording takes much longer than a step.
package struct RecordedSteps {
  private var steps: [Key: OptimizerSteps] = [:]
  private var operationCount = 0

  /// No more operations are kept: a lesson may list many params, each time others.
  private static let maxOperations = 1_000_000

  /// What the tapes of equal steps have in common.
  private struct Key: Hashable {
    let optimizer: String
    let option: String?
    let params: [Name]
  }

  /// None yet.
  package init() {}

  /// The next steps of `used` for `params`. They are good until they are asked for again; to record them is counted as `work`.
  package mutating func steps(
    of used: OptimizerInUse, for params: [Name], work: WorkBound
  ) throws(Fault) -> OptimizerSteps {
    let key = Key(optimizer: used.optimizer.name, option: used.optimizer.option, params: params)
    if let known = steps[key], used.takesUp(known, for: params) { return known }
    let new = try used.steps(for: params, work: work)
    operationCount += new.operationCount - (steps[key]?.operationCount ?? 0)
    if operationCount > Self.maxOperations {
      steps = [:]
      operationCount = new.operationCount
    }
    steps[key] = new
    return new
  }
}
