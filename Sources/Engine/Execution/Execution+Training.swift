import Algebra
package import LessonProgram

// Trainings.

/// A training that is ready to begin, or on its way.
package struct OpenTraining {
  /// What was asked for.
  package let training: Instruction.Training
  /// The optimizer, as it was before.
  package let used: OptimizerInUse
  /// Goes through the rows, epoch after epoch.
  package let loop: TrainingLoop
  /// How many rows are learned from.
  package let rowCount: Int
  fileprivate let steps: OptimizerSteps
  /// How many forward passes there were before it.
  fileprivate let passes: Int

  /// What it is, once it has ended; `nil` for one that was stopped by a fault.
  func finished(_ ending: TrainingEnding?) -> FinishedTraining {
    FinishedTraining(
      training: training, plan: loop.plan, used: used, loop: loop, rowCount: rowCount, ending: ending)
  }
}

extension Execution {
  /// A training. It is told of also where it stops with a fault.
  mutating func train(_ training: Instruction.Training, _ observer: inout some Observer) throws(Fault) {
    let open = try open(training)
    let ending: TrainingEnding
    do throws(Fault) {
      ending = try watch.hearing { () throws(Fault) in try open.loop.run() }
    } catch {
      try tell(
        .trained(open.finished(error.isCancellation ? .cancelled(epoch: open.loop.losses.count) : nil)),
        &observer)
      throw error
    }
    let best = open.loop.plan.patience == nil ? nil : open.loop.best
    take(best?.params ?? open.loop.params, from: open)
    environment.curves.keep(ofTraining: open.finished(ending).curves, called: training.name)
    try tell(.trained(open.finished(ending)), &observer)
    try environment.pass()
  }

  /// Makes an instruction that is a training ready to begin, to go on as long as the bounds allow; `nil` for any other.
  package mutating func open(_ instruction: Instruction) throws(Fault) -> OpenTraining? {
    guard case .train(let training) = instruction.kind else { return nil }
    currentRange = instruction.range
    return try open(training, isEndless: true)
  }

  /// Makes a training ready to begin.
  ///
  /// - Parameter isEndless: Whether it goes on as long as the bounds allow, however many epochs are asked for.
  private mutating func open(
    _ training: Instruction.Training, isEndless: Bool = false
  ) throws(Fault) -> OpenTraining {
    let whole = currentRange
    let used = try optimizer(of: training.method)
    let plan = try plan(of: training, isEndless: isEndless)
    currentRange = whole
    let rows = try RowCost(of: plan.cost, params: plan.params, rows: rows(training.data), in: environment)
    let validated = try training.validation.map { validation throws(Fault) in
      try RowCost(of: plan.cost, params: plan.params, rows: self.rows(validation), in: environment)
    }
    let canEndSooner = training.until != nil || plan.patience != nil || isEndless
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
    return OpenTraining(
      training: training, used: used, loop: loop, rowCount: rows.rowCount, steps: steps, passes: passes)
  }

  /// Carries an instruction, which is a training, out by taking over how that stands, as if it ended here.
  package mutating func carryOut(
    _ instruction: Instruction, as open: OpenTraining, telling observer: inout some Observer
  ) throws(Fault) {
    currentRange = instruction.range
    try tell(.begins(instruction), &observer)
    take(open.loop.params, from: open)
    try tell(.trained(open.finished(.done)), &observer)
    try environment.pass()
    try tell(.ends(instruction), &observer)
  }

  private mutating func take(_ params: [Double], from open: OpenTraining) {
    let loop = open.loop
    if case .named(let name) = open.training.method {
      var used = open.used
      used.keep(open.steps, for: loop.plan.params)
      optimizers[name] = used
    }
    for (name, number) in zip(loop.plan.params, params) { environment.set(name, to: number) }
    for (name, count) in zip(open.training.counters, [loop.losses.count, loop.best?.epoch ?? 0]) {
      environment.set(name, to: Double(count), literal: Number(Double(count), text: String(count)))
    }
    environment.passes = open.passes + loop.losses.count * open.rowCount
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

  private mutating func plan(
    of training: Instruction.Training, isEndless: Bool
  ) throws(Fault) -> TrainingPlan {
    let rowCount = rows(training.data)?.set.rows.count ?? 1
    let asked = try number(training.epochs, "the count of epochs", from: 0)
    let epochs = isEndless ? WorkBound.maxPasses : asked
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
