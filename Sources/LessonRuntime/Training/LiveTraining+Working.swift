import Algebra
public import Diagnostics
import Engine
import LessonLanguage
import LessonProgram
public import Transcript

extension LiveTraining {
  /// The next update of a param, worked out.
  public struct UpdateWorking {
    /// The lesson that works it out: the training up to here, and then this one update.
    public let lesson: String
    /// What a run of that lesson shows behind the training, and in front of it the part before.
    public let transcript: Transcript
    /// Why it stopped; empty where it did not.
    public let diagnostics: [Diagnostic]
  }

  /// Works out the update that the next epoch begins with, for one param: the chain rule on the first row of its batch, the
  /// derivative on each row, their mean and the step. The numbers are those that a run of its lesson shows, digit for digit.
  ///
  /// `nil` where the update cannot be written as one statement: it is the mean of the sums of several batches, or of
  /// batches that have not as many rows.
  public func working(ofParam index: Int) -> UpdateWorking? {
    guard let statements = statements(forParam: index) else { return nil }
    let lesson = text.lesson(epochs: epoch, then: statements)
    let stage: TrainingStage
    do throws(Refusal) {
      stage = try TrainingStage(lesson, of: text.file, watch: self.stage.watch)
    } catch {
      let nothing = Transcript(lesson: text.file.name, title: "", sources: [])
      return UpdateWorking(lesson: lesson, transcript: nothing, diagnostics: error.diagnostics)
    }
    var interpreter = stage.interpreter
    stage.open.loop.goOn(from: moment, of: self.stage.open.loop)
    let training = stage.instructions[stage.instructions.startIndex]
    _ = interpreter.attempt { execution, writer throws(Fault) in
      try execution.carryOut(training, as: stage.open, telling: &writer)
    }
    let before = interpreter.transcript.parts.count
    if interpreter.diagnostic == nil { interpreter.carryOut(stage.instructions.dropFirst()) }
    var transcript = interpreter.transcript
    transcript.parts.removeFirst(max(0, min(before, transcript.parts.count) - 1))
    return UpdateWorking(
      lesson: lesson, transcript: transcript, diagnostics: interpreter.diagnostic.map { [$0] } ?? [])
  }

  /// What stands behind the training to work an update out.
  private func statements(forParam index: Int) -> String? {
    let loop = stage.open.loop
    let plan = loop.plan
    guard plan.params.indices.contains(index) else { return nil }
    let (param, cost) = (plan.params[index], plan.cost)
    let clipping = text.training.clauses.clipping.map { ", clipping \(text.file[$0.range])" } ?? ""
    // The norm by which derivatives are clipped is that of all.
    let updated = clipping.isEmpty ? [param] : plan.params
    let update = "update \(updated.map(\.text).joined(separator: ", ")) to reduce"
    var lines: [String] = []
    if let epoch = epochLine { lines.append(epoch) }
    let optimizer = text.training.optimizer.name.text
    guard let data = stage.open.training.data, let set = stage.interpreter.environment.data[data.name] else {
      lines += ["explain ∂\(cost)/∂\(param)", "\(update) \(cost) with \(optimizer)\(clipping)"]
      return cell(lines)
    }
    let rows = loop.nextRows
    guard plan.accumulating == 1 || !plan.isSum && rows.count.isMultiple(of: plan.batchSize) else {
      return nil
    }
    let isWhole = rows == Array(set.rows.indices)
    let name = isWhole ? data.name.text : text.freeName("batch")
    if let first = rows.first { lines += self.lines(setting: data.columns, to: set, row: first) }
    lines += [
      "explain ∂\(cost)/∂\(param)", "table \(cost), ∂\(cost)/∂\(param) over \(name)",
      "\(update) \(plan.isSum ? "sum" : "mean")(\(cost) over \(name)) with \(optimizer)\(clipping)",
    ]
    return (isWhole ? "" : batch(rows, of: set, called: name)) + cell(lines)
  }

  /// A line that tells the epoch to a rate which follows it.
  private var epochLine: String? {
    guard text.isScheduled || stage.open.used.schedule != nil else { return nil }
    let isGiven = stage.interpreter.environment.has(Schedule.epoch)
    return isGiven ? "epoch <- \(epoch + 1)" : "input epoch = \(epoch + 1)"
  }

  /// Lines that set the inputs and targets to a row, unless they have its numbers.
  private func lines(setting columns: [Name], to set: DataSet, row: Int) -> [String] {
    let environment = stage.interpreter.environment
    let settings = zip(set.columns, set.rows[row]).filter { columns.contains($0.0) }
    guard settings.contains(where: { environment.value(of: $0) != $1.value }) else { return [] }
    return settings.map { "\($0) <- \($1.digits)" } + ["forward"]
  }

  private func batch(_ rows: [Int], of set: DataSet, called name: String) -> String {
    let lines =
      [set.columns.map(\.text).joined(separator: ", ")]
      + rows.map { row in set.rows[row].map(\.digits).joined(separator: ", ") }
    return "\n```data \(name)\n" + lines.map { $0 + "\n" }.joined() + "```\n"
  }

  private func cell(_ lines: [String]) -> String {
    "\n```calc\n" + lines.map { $0 + "\n" }.joined() + "```\n"
  }
}

extension Number {
  /// Digits that a lesson reads as this number.
  fileprivate var digits: String {
    if let text { return text }
    let digits = value.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}
