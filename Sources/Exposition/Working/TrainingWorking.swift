import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

/// What is told of a training: what is done, how it went, and why it ended.
struct TrainingWorking {
  let finished: FinishedTraining
  let style: NumberStyle

  /// The working of a training that has ended.
  init(_ finished: FinishedTraining, style: NumberStyle) {
    self.finished = finished
    self.style = style
  }

  private var training: Instruction.Training { finished.training }
  private var plan: TrainingPlan { finished.plan }
  private var used: OptimizerInUse { finished.used }
  private var loop: TrainingLoop { finished.loop }
  private var rowCount: Int { finished.rowCount }

  /// All lines.
  func lines() -> [Line] {
    let ending = finished.ending
    var lines =
      [
        Line(.remark(heading))
      ] + settings + [Line(.blank), Line(.table(table), level: 1)]
    if let ending { lines += [Line(.blank), Line(.remark(sentence(ending)))] }
    if let best = loop.best, plan.patience != nil, ending != nil, let rows = training.validation {
      let words = "the params are those of epoch \(best.epoch), the best on"
      lines.append(Line(.remark([.words(words), .formula(.name(rows.name))])))
    }
    if loop.losses.count > 0, !training.isQuiet { lines += [Line(.blank), Line(.plot(curves))] }
    return lines
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
    return [.words("Training \(params) to reduce"), .formula(finished.loss), .words(words + ":")]
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The settings; a rate that follows the epochs by its formula.
  private var settings: [Line] {
    let numbers = used.namedSettings(style)
    guard let schedule = used.schedule else { return [Line(.results(numbers), level: 1)] }
    let rate = Equation(subject: numbers[0].subject, rightSides: [.init(.equals, .names(schedule.written))])
    let others = Array(numbers.dropFirst())
    return [Line(.equation(rate), level: 1)] + (others.isEmpty ? [] : [Line(.results(others), level: 1)])
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
    let validation = finished.validationLosses.map {
      (label: finished.validationLoss, points: points($0))
    }
    return PlotWorking(style: style).curves(
      [(label: finished.loss, points: points(finished.losses))] + (validation.map { [$0] } ?? []),
      over: .steps("epoch"))
  }

  private func points(_ curve: RecordedCurve) -> [(x: Double, y: Double?)] {
    curve.points.map { (x: Double($0.place), y: $0.number.isFinite ? $0.number : nil) }
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
