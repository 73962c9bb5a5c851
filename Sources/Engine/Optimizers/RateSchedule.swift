package import Algebra
package import LessonProgram

/// The rate of an optimizer in each epoch of a training, where it is a formula of the epoch.
///
/// PyTorch: `optim.lr_scheduler`, stepped once an epoch; there the first epoch has the number 0, here it is 1.
package struct RateSchedule {
  /// The formula as it is written.
  package let written: Formula
  private let formula: Formula
  private let optimizer: Optimizer
  /// It is worked out on a tape of its own: that of the lesson is not touched while a training is on its way.
  private let environment: Environment

  /// A formula of the epoch; other names in it have the numbers that they have in `environment` now.
  package init(_ formula: Formula, of optimizer: Optimizer, in environment: Environment) throws(Fault) {
    written = formula
    self.optimizer = optimizer
    self.formula = try formula.replacingLeaves { leaf throws(Fault) in
      switch leaf {
      case .number, .name(Schedule.epoch): nil
      default: .number(Number(try environment.value(of: leaf)))
      }
    }
    self.environment = Environment(seed: environment.seed, work: environment.work)
  }

  /// The name of the rate on that tape, which no lesson can have.
  private static let rate = Name("0")

  /// What it comes to to know the rate of an epoch.
  var workOfEpoch: Int { Work.pass(operations: 2 * formula.size) }

  /// The rate in an epoch, counted from 1. Throws where it has no value or is none that a rate may be.
  package func rate(in epoch: Double) throws(Fault) -> Double {
    let rate: Double
    do throws(Fault) {
      rate = try recordedRate(in: epoch)
    } catch {
      // What has no value is told with the number of the epoch in it.
      rate = try environment.value(
        of: formula.replacingNames { $0 == Schedule.epoch ? .number(Number(epoch)) : nil })
    }
    let setting = optimizer.settings[0]
    guard setting.domain.contains(rate) else {
      throw .wrongSetting(setting.label, of: optimizer.name, value: rate, domain: setting.domain)
    }
    return rate
  }

  /// The rate by the formula, which is recorded for the first epoch that is asked for.
  private func recordedRate(in epoch: Double) throws(Fault) -> Double {
    if environment.has(Self.rate) {
      environment.set(Schedule.epoch, to: epoch, isExact: true)
      try environment.pass()
    } else {
      if !environment.has(Schedule.epoch) { try environment.give(Schedule.epoch, epoch, literal: nil) }
      environment.set(Schedule.epoch, to: epoch, isExact: true)
      try environment.define(Self.rate, formula)
    }
    return environment.value(of: Self.rate)
  }
}
