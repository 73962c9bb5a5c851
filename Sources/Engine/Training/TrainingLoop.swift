import Algebra
package import LessonProgram

/// Goes through the rows, epoch after epoch: derivatives, update, loss.
///
/// Where each epoch is one batch and nothing is drawn at random, the forward passes of an epoch are those by which
/// the loss of the epoch before is worked out, so that no pass is made twice.
package final class TrainingLoop {
  package let plan: TrainingPlan
  private let rows: RowCost
  private let validated: RowCost?
  private let steps: OptimizerSteps
  private let schedule: RateSchedule?
  private let until: EpochCondition?
  private let shown: EpochValues?
  private let work: WorkBound
  private let watch: ExecutionWatch

  /// How many epochs have had their updates. The loss of the last may be unknown until the training is settled.
  package private(set) var epoch = 0
  /// The params as they now are.
  package private(set) var params: [Double]
  /// The losses of the epochs.
  package private(set) var losses = RecordedCurve()
  /// The loss before the first epoch; `nil` where a row has no value then.
  package private(set) var startingLoss: Double?
  /// That of the validated rows.
  package private(set) var startingValidationLoss: Double?
  /// The losses of the validated rows after each epoch.
  package private(set) var validationLosses = RecordedCurve()
  /// What is shown of epochs.
  package private(set) var reports: [EpochReport] = []
  /// The epoch with the lowest loss of the validated rows so far, and its params.
  package private(set) var best: (epoch: Int, loss: Double, params: [Double])?

  private var order: RandomStream
  private let inOrder: [Int]
  private var sums: [Double]
  private var derivatives: [Double]
  private var rowLosses: [Double]
  private var largest = 0.0
  private var sinceAsked = 0

  package init(
    _ plan: TrainingPlan, rows: RowCost, validated: RowCost?, steps: OptimizerSteps,
    schedule: RateSchedule? = nil, params: [Double], until: EpochCondition?, shown: EpochValues?,
    order: RandomStream, work: WorkBound, watch: ExecutionWatch
  ) {
    self.plan = plan
    self.rows = rows
    self.validated = validated
    self.steps = steps
    self.schedule = schedule
    self.params = params
    self.until = until
    self.shown = shown
    self.order = order
    self.work = work
    self.watch = watch
    inOrder = Array(0..<rows.rowCount)
    sums = params.map { _ in 0 }
    derivatives = sums
    rowLosses = Array(repeating: 0, count: rows.rowCount)
  }

  /// What an epoch comes to.
  package var workOfEpoch: Int {
    let batch = min(plan.batchSize, rows.rowCount)
    let batches = plan.batchCount(of: rows.rowCount) * rows.work(onRows: batch, withDerivatives: true)
    let losses = isMerged ? 0 : rows.work(onRows: rows.rowCount)
    let validation = validated.map { $0.work(onRows: $0.rowCount) } ?? 0
    let updates = plan.updateCount(of: rows.rowCount) * Work.step(operations: steps.operationCount)
    return Work.epoch + batches + losses + validation + updates + (until == nil ? 0 : Work.condition)
      + (schedule?.workOfEpoch ?? 0)
  }

  /// What it comes to to know the losses beside those of the epochs: before the first one, or behind the last one where each
  /// epoch works out those of the one before.
  package var workBesideEpochs: Int {
    guard plan.epochs > 0 else { return 0 }
    return rows.work(onRows: rows.rowCount) + (validated.map { $0.work(onRows: $0.rowCount) } ?? 0)
  }

  /// Trains from the first epoch to the last, and tells why it ended.
  package func run() throws(Fault) -> TrainingEnding {
    try begin()
    while epoch < plan.epochs {
      if let ending = try goOn() { return ending }
    }
    return try settle() ?? .done
  }

  /// Works out the losses before the first epoch, as far as its own forward passes do not; with `isLossNeeded` in any case.
  package func begin(isLossNeeded: Bool = false) throws(Fault) {
    guard plan.epochs > 0 else { return }
    startingValidationLoss = try ifPossible { () throws(Fault) in try validationLoss() }
    guard isLossNeeded || !isMerged else { return }
    startingLoss = try ifPossible { () throws(Fault) in
      try workOutLosses(of: 1)
      return combined(rowLosses)
    }
  }

  /// Makes the updates of the next epoch, unless the training ends with the one before, of which the loss may not have been
  /// known.
  package func goOn() throws(Fault) -> TrainingEnding? {
    let next = epoch + 1
    try begin(next)
    guard isMerged else {
      try goThroughBatches(of: next)
      epoch = next
      return try settle()
    }
    rows.setParams(params)
    try addRows(order(of: next)[...], of: next, lossesOf: max(1, epoch))
    if epoch == 0 { startingLoss = combined(rowLosses) }
    if losses.count < epoch, let ending = try finish(epoch) { return ending }
    try update(in: next, batches: 1)
    epoch = next
    return nil
  }

  /// Works out the loss of the last epoch, where that is not known yet; why the training ends with it, if it does.
  package func settle() throws(Fault) -> TrainingEnding? {
    guard losses.count < epoch else { return nil }
    try workOutLosses(of: epoch)
    return try finish(epoch)
  }

  private var isMerged: Bool { plan.batchSize >= rows.rowCount && !rows.isDrawn }

  private func begin(_ epoch: Int) throws(Fault) {
    try work.pass()
    try work.spend(Work.epoch)
    watch.progress?(epoch, plan.epochs)
    if let rate = try rate(in: epoch) { steps.setRate(rate) }
    try ask()
  }

  /// The rate in an epoch, where it is a formula of that.
  private func rate(in epoch: Int) throws(Fault) -> Double? {
    guard let schedule else { return nil }
    do throws(Fault) { return try schedule.rate(in: Double(epoch)) } catch { throw .inEpoch(epoch, error) }
  }

  /// Stops where nobody wants to know any more.
  private func ask() throws(Fault) {
    sinceAsked = 0
    if watch.isCancelled?() == true { throw .cancelled }
  }

  /// The rows in the order of an epoch.
  private func order(of epoch: Int) -> [Int] {
    plan.isShuffled ? order.shuffled(rows.rowCount) : inOrder
  }
}

// MARK: - Updates

extension TrainingLoop {
  private func goThroughBatches(of epoch: Int) throws(Fault) {
    largest = 0
    let order = order(of: epoch)
    var batches = 0
    for start in stride(from: 0, to: order.count, by: plan.batchSize) {
      let end = min(start + plan.batchSize, order.count)
      if batches == 0 { rows.setParams(params) }
      try addRows(order[start..<end], of: epoch, lossesOf: epoch)
      batches += 1
      if batches == plan.accumulating || end == order.count {
        try update(in: epoch, batches: batches)
        batches = 0
      }
    }
  }

  /// Adds the derivatives of a batch to the sums.
  private func addRows(_ batch: ArraySlice<Int>, of epoch: Int, lossesOf lossEpoch: Int) throws(Fault) {
    derivatives.clear()
    try inParts(of: batch) { part throws(Fault) in
      do throws(RowFault) { try rows.addDerivatives(of: part, costs: &rowLosses, to: &derivatives) } catch {
        switch error {
        case .forward(let fault): throw .inEpoch(lossEpoch, fault)
        case .backward(let fault): throw .inEpoch(epoch, fault)
        }
      }
    }
    let count = plan.isSum ? 1 : Double(batch.count)
    sums.add(derivatives, dividedBy: count)
  }

  /// An update by the mean of the batches' derivatives.
  private func update(in epoch: Int, batches: Int) throws(Fault) {
    derivatives.take(&sums, dividedBy: batches)
    largest = derivatives.largestMagnitude(orAtLeast: isMerged ? 0 : largest)
    do throws(Fault) {
      try work.spend(Work.step(operations: steps.operationCount))
      try plan.clipping?.clip(&derivatives)
      try steps.step(&params, derivatives: derivatives)
    } catch {
      throw .inEpoch(epoch, error)
    }
  }

  /// Goes through rows in as many parts as it takes to ask often enough whether to go on.
  ///
  /// Parts are whole blocks, so that they make no difference to any sum.
  private func inParts(
    of batch: ArraySlice<Int>, _ work: (ArraySlice<Int>) throws(Fault) -> Void
  ) throws(Fault) {
    let operations = max(1, 2 * rows.operationCount)
    // Several at least, as cores work through different ones.
    let blocks = max(4, Self.operationsBetweenAsking / (operations * RowCost.blockLength))
    var start = batch.startIndex
    while start < batch.endIndex {
      let end = min(start + blocks * RowCost.blockLength, batch.endIndex)
      try work(batch[start..<end])
      sinceAsked += (end - start) * operations
      if sinceAsked > Self.operationsBetweenAsking { try ask() }
      start = end
    }
  }

  /// Whether to go on is asked about this often.
  private static let operationsBetweenAsking = 10_000_000
}

// MARK: - Moments

extension TrainingLoop {
  /// All that a training goes on from behind an epoch whose loss is known.
  package struct Moment {
    /// The number of the epoch.
    package let epoch: Int
    /// The loss behind it; `nil` before the first where a row has no value.
    package let loss: Double?
    /// The numbers that are kept of it.
    package var size: Int { params.count + states.reduce(0) { $0 + $1.numbers.count } }
    fileprivate let params: [Double]
    fileprivate let states: [OptimizerState]
    fileprivate let order: RandomStream
    fileprivate let passes: Int
    fileprivate let largest: Double
    fileprivate let validationLoss: Double?
    fileprivate let best: (epoch: Int, loss: Double, params: [Double])?
    fileprivate let count: WorkBound.Count
  }

  /// The training as it now is; it is settled.
  package var moment: Moment {
    Moment(
      epoch: epoch, loss: losses.last ?? startingLoss, params: params, states: steps.states, order: order,
      passes: rows.passes, largest: largest, validationLoss: validationLosses.last, best: best,
      count: work.count)
  }

  /// Goes on from a moment of `other`, a training with the same plan but perhaps another rate, or of this one itself.
  package func goOn(from moment: Moment, of other: TrainingLoop) {
    epoch = moment.epoch
    params = moment.params
    // Only where params have had different numbers of steps can a tape not be used again, and all have had the same.
    let isTaken = steps.takeUp(moment.states)
    precondition(isTaken, "all params of a training step together")
    order = moment.order
    rows.passes = moment.passes
    largest = moment.largest
    best = moment.best
    startingLoss = other.startingLoss
    startingValidationLoss = other.startingValidationLoss
    losses = other.losses.cut(after: epoch, moment.loss)
    validationLosses = other.validationLosses.cut(after: epoch, moment.validationLoss)
    reports = other.reports.filter { $0.epoch <= epoch }
    sums.clear()
    work.count = moment.count
  }

  /// The rows of the next update, as places among all rows: one batch, or as many as are accumulated.
  package var nextRows: [Int] {
    var order = order
    let rows = plan.isShuffled ? order.shuffled(self.rows.rowCount) : inOrder
    let (length, isTooMany) = plan.batchSize.multipliedReportingOverflow(by: plan.accumulating)
    return Array(rows.prefix(isTooMany ? rows.count : length))
  }
}

// MARK: - The end of an epoch

extension TrainingLoop {
  /// Works the loss of every row out. What is drawn for it changes no other draw.
  private func workOutLosses(of epoch: Int) throws(Fault) {
    rows.setParams(params)
    let passes = rows.passes
    defer { rows.passes = passes }
    try inParts(of: inOrder[...]) { part throws(Fault) in
      do throws(Fault) { try rows.workOut(part, costs: &rowLosses) } catch { throw .inEpoch(epoch, error) }
    }
  }

  /// Takes note of an epoch whose losses are known; why the training ends with it, if it does.
  private func finish(_ epoch: Int) throws(Fault) -> TrainingEnding? {
    do throws(Fault) {
      let loss = combined(rowLosses)
      losses.append(loss)
      let validation = try validationLoss()
      if let validation { validationLosses.append(validation) }
      if let validation, validation < best?.loss ?? .infinity { best = (epoch, validation, params) }
      let ending = try ending(epoch, loss)
      if plan.isShown(epoch) || epoch == plan.epochs || ending != nil {
        let values = try shown?.numbers(loss: loss, params: params) ?? []
        reports.append(
          EpochReport(
            epoch: epoch, loss: loss, rate: try schedule?.rate(in: Double(epoch)), validation: validation,
            values: values, largest: largest))
      }
      return ending
    } catch {
      throw .inEpoch(epoch, error)
    }
  }

  private func ending(_ epoch: Int, _ loss: Double) throws(Fault) -> TrainingEnding? {
    if until != nil { try work.spend(Work.condition) }
    if let until, try until.holds(loss: loss, params: params) { return .met(epoch: epoch) }
    if let patience = plan.patience, let best, epoch - best.epoch >= patience {
      return .noImprovement(epoch: epoch)
    }
    return nil
  }

  private func validationLoss() throws(Fault) -> Double? {
    guard let validated else { return nil }
    validated.setParams(params)
    var numbers = Array(repeating: 0.0, count: validated.rowCount)
    try validated.workOut(ArraySlice(numbers.indices), costs: &numbers)
    return combined(numbers)
  }

  /// A loss before the first epoch; `nil` where it has no value, which it may have behind the first updates.
  private func ifPossible(_ loss: () throws(Fault) -> Double?) throws(Fault) -> Double? {
    do throws(Fault) { return try loss() } catch  where error.isMissingValue { return nil }
  }

  /// The loss of all rows: their mean, or their sum.
  private func combined(_ losses: [Double]) -> Double {
    let sum = losses.reduce(0, +)
    return plan.isSum ? sum : sum / Double(losses.count)
  }
}
