import Algebra
import Diagnostics
import LessonLanguage

// Schedules: formulas of the epoch.

extension FormulaLowering {
  /// Whose epochs a schedule follows.
  enum Epochs {
    /// Those that `epoch` stands for where it is a value: in a range of that name, or a count of the lesson's own.
    case ofValues
    /// Those of a training, for which the name `epoch` stands in the formula.
    case ofTraining
  }

  /// The formula of a schedule, of which `identifier` is the name.
  mutating func written(_ schedule: Schedule, _ identifier: Identifier) -> Formula {
    let outer = bindings
    guard epochs == .ofTraining || outer[Schedule.epoch] != nil || scope[Schedule.epoch] != nil else {
      report(
        "`\(identifier.text)` is a schedule, and there is no epoch here", at: identifier.range,
        hint: "it is the rate of a training, as in `with sgd(rate: \(identifier.text))`, or is shown by "
          + "`table epoch, \(identifier.text) for epoch in 1...5`")
      return .nothing
    }
    // The parameters of a function in which it is mentioned are none of its names.
    bindings = outer.filter { $0.key == Schedule.epoch }
    if epochs == .ofTraining {
      bindings[Schedule.epoch] = .argument(.name(Schedule.epoch), size: 1)
      hasFollowedEpochs = true
    }
    defer { bindings = outer }
    return formula(of: schedule.body)
  }
}
