package import Algebra
package import LessonProgram

/// An optimizer with the numbers of its settings, and what it keeps of each param.
package struct OptimizerInUse {
  /// The optimizer.
  package let optimizer: Optimizer
  /// The numbers of its settings, in order: as they were typed, or with their digits open.
  package private(set) var settings: [Number]
  /// Its rate in each epoch, where that is a formula of the epoch; the setting is the rate that it had last.
  package var schedule: RateSchedule?
  /// The name that the lesson has given it.
  package var name: Name?
  private var states: [Name: OptimizerState] = [:]

  /// An optimizer that has made no step.
  package init(_ optimizer: Optimizer, settings: [Number], name: Name? = nil) {
    self.optimizer = optimizer
    self.settings = settings
    self.name = name
  }

  /// Takes the rate of an epoch, where it follows a schedule.
  package mutating func follow(epoch: () -> Double) throws(Fault) {
    if let schedule { settings[0] = Number(try schedule.rate(in: epoch())) }
  }

  /// Its next steps for `params`, each of which goes on where its own last step left it; to record them is counted as `work`.
  package func steps(for params: [Name], work: WorkBound) throws(Fault) -> OptimizerSteps {
    try work.spend(workOfRecording(params.count))
    return OptimizerSteps(
      optimizer, settings: settings.map(\.value), params: params, states: states(of: params))
  }

  /// What it comes to at least to record its steps for so many params, and to make one in each of `count` passes.
  package func leastWork(ofSteps count: Int, paramCount: Int) -> LeastWork {
    let step = Work.step(operations: optimizer.quantities.count * paramCount)
    return LeastWork(operations: Double(step), passes: 1).times(count)
      + LeastWork(operations: Double(workOfRecording(paramCount)))
  }

  private func workOfRecording(_ paramCount: Int) -> Int {
    Work.recordedParts(optimizer.quantities.reduce(0) { $0 + $1.formula.size } * paramCount)
  }

  /// Makes steps that were recorded for an optimizer of this kind and `params` its next ones; `false` where they cannot
  /// be, and are of no use any more.
  func takesUp(_ steps: OptimizerSteps, for params: [Name]) -> Bool {
    steps.begin(settings: settings.map(\.value), states: states(of: params))
  }

  private func states(of params: [Name]) -> [OptimizerState] {
    let fresh = OptimizerState(of: optimizer, settings: settings.map(\.value))
    return states.isEmpty ? Array(repeating: fresh, count: params.count) : params.map { states[$0] ?? fresh }
  }

  /// Forgets what it keeps of `params`: their next steps are first ones.
  mutating func forget(_ params: [Name]) {
    for param in params { states[param] = nil }
  }

  /// Keeps what `steps` have left of `params`.
  package mutating func keep(_ steps: OptimizerSteps, for params: [Name]) {
    for (param, state) in zip(params, steps.states) { states[param] = state }
  }
}
