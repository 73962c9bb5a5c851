package import Algebra
package import Engine
package import LessonProgram
package import PrintedNumbers
package import Transcript

/// What is told of a training: what is done, how it went, and why it ended.
package struct TrainingWorking {
  package let training: Instruction.Training
  package let plan: TrainingPlan
  package let used: OptimizerInUse
  package let loop: TrainingLoop
  /// How many rows are learned from.
  package let rowCount: Int
  package let style: NumberStyle

  /// The working of a training in parts.
  package init(
    training: Instruction.Training, plan: TrainingPlan, used: OptimizerInUse, loop: TrainingLoop,
    rowCount: Int, style: NumberStyle
  ) {
    self.training = training
    self.plan = plan
    self.used = used
    self.loop = loop
    self.rowCount = rowCount
    self.style = style
  }

  /// All lines; without an `ending`, those of a training that has stopped with a fault.
  package func lines(_ ending: TrainingEnding?) -> [Line] {
    var lines =
      [
        Line(.remark(heading))
      ] + settings + [Line(.blank), Line(.table(table), level: 1)]
    if let ending { lines += [Line(.blank), Line(.remark(sentence(ending)))] }
    if let best = loop.best, plan.patience != nil, ending != nil, let rows = training.validation {
      let words = "the params are those of epoch \(best.epoch), the best on"
      lines.append(Line(.remark([.words(words), .formula(.name(rows.name))])))
    }
    if loop.losses.count > 0 { lines += [Line(.blank), Line(.plot(curves))] }
    return lines
  }

  /// What becomes smaller, as it would be written over rows.
  var loss: Formula { formula(over: training.data) }

  private func formula(over rows: Instruction.Training.Rows?) -> Formula {
    guard let rows else { return .name(plan.cost) }
    return .overRows(plan.isSum ? .sum : .mean, of: .name(plan.cost), data: rows.name)
  }

  // MARK: - Before

  /// `Training 9 params to reduce mean(L over xor) with adam, 500 epochs of 4 rows in batches of 2, shuffled:`
  private var heading: [Phrase] {
    let params = plan.params.count == 1 ? "\(plan.params[0])" : "\(plan.params.count) params"
    let optimizer = used.name.map { "\($0), which is \(used.optimizer.name)" } ?? used.optimizer.name
    var words = "with \(optimizer), \(counted(plan.epochs, "epoch"))"
    if training.data != nil {
      words += " of \(counted(rowCount, "row"))"
      if plan.batchSize < rowCount { words += " in batches of \(plan.batchSize)" }
      if plan.accumulating > 1 { words += ", accumulating \(plan.accumulating)" }
      if plan.isShuffled { words += ", shuffled" }
    }
    if let clipping = plan.clipping { words += ", clipping \(style.shown(clipping.bound).text ?? "")" }
    return [.words("Training \(params) to reduce"), .formula(loss), .words(words + ":")]
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The settings; a rate that follows the epochs by its formula.
  private var settings: [Line] {
    let numbers = used.namedSettings(style)
    guard let schedule = used.schedule else { return [Line(.results(numbers), level: 1)] }
    let rate = Chain(subject: numbers[0].subject, links: [.init(.equals, .names(schedule.written))])
    let others = Array(numbers.dropFirst())
    return [Line(.chain(rate), level: 1)] + (others.isEmpty ? [] : [Line(.results(others), level: 1)])
  }

  // MARK: - Meanwhile

  private var table: Table {
    let header: [Table.Cell] =
      [.words("epoch"), .words("loss")]
      + (used.schedule == nil ? [] : [.formula(.name(used.optimizer.settings[0].symbol))])
      + (training.validation == nil ? [] : [.words("validation")])
      + training.shownValues.map { .formula($0) } + [.words("largest |derivative|")]
    return Table(
      header: header,
      rows: loop.reports.map { report in
        let numbers =
          [Double(report.epoch), report.loss] + (report.rate.map { [$0] } ?? [])
          + (report.validation.map { [$0] } ?? []) + report.values
          + [report.largest]
        return numbers.map { .number(style.number($0)) }
      })
  }

  private var curves: Plot {
    let losses = points(curve(loop.losses, before: loop.startingLoss))
    let validation =
      loop.validationLosses.count == 0
      ? nil : points(curve(loop.validationLosses, before: loop.startingValidationLoss))
    return PlotWorking(style: style).curves(
      [(label: loss, points: losses)]
        + (validation.map { [(label: formula(over: training.validation), points: $0)] } ?? []),
      over: .steps("epoch"))
  }

  private func points(_ curve: RecordedCurve) -> [(x: Double, y: Double?)] {
    curve.points.map { (x: Double($0.place), y: $0.number.isFinite ? $0.number : nil) }
  }

  /// The curves of the losses, for plots: the loss before the first epoch, NaN if it has no value, and those behind each.
  package var recorded: [(Formula, RecordedCurve)] {
    let numbers = curve(loop.losses, before: loop.startingLoss)
    let losses = [(Formula.name(plan.cost), numbers), (loss, numbers)]
    guard training.validation != nil else { return losses }
    let validation = curve(loop.validationLosses, before: loop.startingValidationLoss)
    return losses + [(formula(over: training.validation), validation)]
  }

  private func curve(_ curve: RecordedCurve, before first: Double?) -> RecordedCurve {
    var curve = curve
    curve.start = first ?? .nan
    return curve
  }

  // MARK: - Behind

  private func sentence(_ ending: TrainingEnding) -> [Phrase] {
    switch ending {
    case .done:
      let epochs = "after \(counted(plan.epochs, "epoch"))"
      guard let until = training.until else { return [.words("ended \(epochs)")] }
      return [.words("\(epochs) it still is not so that"), .condition(until)]
    case .met(let epoch):
      guard let until = training.until else { return [] }
      return [.words("stopped after epoch \(epoch), because"), .condition(until)]
    case .cancelled(let epoch):
      return [.words("stopped by hand after epoch \(epoch)")]
    case .noImprovement(let epoch):
      return [
        .words("stopped after epoch \(epoch): \(counted(plan.patience ?? 0, "epoch")) without improvement")
      ]
    }
  }
}

extension OptimizerInUse {
  /// The settings with their numbers.
  func namedSettings(_ style: NumberStyle) -> [NamedNumber] {
    zip(optimizer.settings, settings).map { NamedNumber(.name($0.symbol), style.shown($1)) }
  }
}
