import Algebra
import LessonProgram

// Trainings.

extension Execution {
  /// A training. It is told of also where it stops with a fault.
  mutating func train(_ training: Instruction.Training, _ observer: inout some Observer) throws(Fault) {
    let whole = currentRange
    var used = try optimizer(of: training.method)
    let plan = try plan(of: training)
    currentRange = whole
    let rows = try RowCost(of: plan.cost, params: plan.params, rows: rows(training.data), in: environment)
    let validated = try training.validation.map { validation throws(Fault) in
      try RowCost(of: plan.cost, params: plan.params, rows: self.rows(validation), in: environment)
    }
    let canEndSooner = training.until != nil || plan.patience != nil
    let leastEpochs = canEndSooner ? min(1, plan.epochs) : plan.epochs
    try work.expect(used.leastWork(ofSteps: leastEpochs, paramCount: plan.params.count))
    let steps = try used.steps(for: plan.params, work: environment.work)
    let passes = environment.passes
    let loop = TrainingLoop(
      plan, rows: rows, validated: validated, steps: steps, schedule: used.schedule,
      params: plan.params.map { environment.value(of: $0) },
      until: training.until.map {
        EpochCondition($0, cost: plan.cost, params: plan.params, in: environment)
      },
      shown: training.shownValues.isEmpty
        ? nil : EpochValues(training.shownValues, cost: plan.cost, params: plan.params, in: environment),
      order: RandomStream(name: "train \(training.data?.name.text ?? "") \(passes)", seed: environment.seed),
      work: work, watch: watch)
    try hold(loop, forEpochs: leastEpochs)

    let finished = { (ending: TrainingEnding?) in
      FinishedTraining(
        training: training, plan: plan, used: used, loop: loop, rowCount: rows.rowCount, ending: ending)
    }
    let ending: TrainingEnding
    do throws(Fault) {
      ending = try watch.hearing { () throws(Fault) in try loop.run() }
    } catch {
      try tell(
        .trained(finished(error.isCancellation ? .cancelled(epoch: loop.losses.count) : nil)), &observer)
      throw error
    }
    used.keep(steps, for: plan.params)
    if case .named(let name) = training.method { optimizers[name] = used }
    let params = plan.patience == nil ? loop.params : loop.best?.params ?? loop.params
    for (name, number) in zip(plan.params, params) { environment.set(name, to: number) }
    for (name, count) in zip(training.counters, [loop.losses.count, loop.best?.epoch ?? 0]) {
      environment.set(name, to: Double(count), literal: Number(Double(count), text: String(count)))
    }
    environment.passes = passes + loop.losses.count * rows.rowCount
    environment.curves.keep(ofTraining: finished(ending).curves, called: training.name)
    try tell(.trained(finished(ending)), &observer)
    try environment.pass()
  }

  /// The rows of that name.
  private func rows(_ rows: Instruction.Training.Rows?) -> (set: DataSet, columns: [Name])? {
    guard let rows else { return nil }
    guard let set = environment.data[rows.name] else {
      preconditionFailure("the resolver lets no unknown data pass")
    }
    return (set, rows.columns)
  }

  // MARK: - Counts

  private mutating func plan(of training: Instruction.Training) throws(Fault) -> TrainingPlan {
    let rowCount = rows(training.data)?.set.rows.count ?? 1
    let epochs = try number(training.epochs, "the count of epochs", from: 0)
    return TrainingPlan(
      params: training.params, cost: training.cost, isSum: training.isSum, epochs: epochs,
      batchSize: try training.batchSize.map { count throws(Fault) in
        try number(count, "the size of a batch", from: 1)
      } ?? rowCount,
      accumulating: try training.accumulating.map { count throws(Fault) in
        try number(count, "the count of batches", from: 1)
      } ?? 1,
      clipping: try clipping(to: training.clipping), isShuffled: training.isShuffled,
      patience: try training.patience.map { count throws(Fault) in
        try number(count, "the count of epochs", from: 1)
      },
      shownEpochs: training.shownEpochs.map { Set($0) })
  }

  /// A whole number of a clause, which is where the lesson stops if it is none.
  private mutating func number(
    _ count: Instruction.Training.Count, _ what: String, from least: Int
  ) throws(Fault) -> Int {
    currentRange = count.range
    let number = try self.count(count.formula, what)
    guard number >= least else { throw .refused("\(what) must be at least \(least)") }
    return number
  }

  /// Refuses a training that is known to go beyond the bounds before it begins.
  private func hold(_ loop: TrainingLoop, forEpochs epochs: Int) throws(Fault) {
    try work.expect(
      LeastWork(operations: Double(loop.workOfEpoch), passes: 1).times(epochs)
        + LeastWork(operations: Double(loop.workBesideEpochs)))
  }
}
