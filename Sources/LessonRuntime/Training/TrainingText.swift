public import Diagnostics
import LessonDocument
import LessonLanguage

/// The text of a lesson that ends with a training, in which the count of the epochs and the rate can be written anew.
///
/// All that is done with the training is done with a lesson that is written so: what it gives is what a run of the text gives.
public struct TrainingText: Sendable {
  /// The text as it stands.
  public let file: SourceFile
  /// What the epochs after a count of them are trained with, by rising counts.
  public private(set) var rates: [Rate] = []
  private let epochs: SourceRange
  private let rate: SourceRange?
  /// Where the statement begins in which the rate stands.
  private let rateStatement: Int
  /// How the training begins that has been found.
  let training: Training

  /// A rate, and from where on it holds.
  public struct Rate: Hashable, Sendable {
    /// How many epochs come before it.
    public let epoch: Int
    /// Its digits.
    public let text: String
  }

  /// The text of a lesson whose last statement is a training with an optimizer that has a name; `nil` for any other.
  init?(_ file: SourceFile) {
    let statements = LessonDocument(reading: file).statements
    guard let last = statements.last, case .train(let training) = last.kind else { return nil }
    let name = training.optimizer.name.text
    let named = statements.last { statement in
      if case .optimizer(let identifier, _) = statement.kind { identifier.text == name } else { false }
    }
    guard let named, case .optimizer(_, let call) = named.kind else { return nil }
    self.file = file
    self.training = training
    epochs = training.epochs.range
    // Where the optimizer steps before the training, or the rate follows a schedule, it is not the training's own.
    let schedules = statements.compactMap {
      if case .schedule(let name, _) = $0.kind { name.text } else { nil }
    }
    let isShared = statements.contains { $0.range.lowerBound < last.range.lowerBound && $0.steps(with: name) }
    let setting = call.settings.first { $0.label?.text == "rate" } ?? call.settings.first { $0.label == nil }
    let isScheduled = setting.map { schedules.contains(file[$0.value.range]) } ?? true
    rate = isShared || isScheduled ? nil : setting?.value.range
    rateStatement = named.range.lowerBound
  }

  /// Whether another rate can be set.
  public var hasRate: Bool { rate != nil }

  /// Sets the rate of all epochs behind the first `epoch`; what was set for later ones is forgotten.
  mutating func setRate(_ text: String, after epoch: Int) {
    rates.removeAll { $0.epoch >= epoch }
    rates.append(Rate(epoch: epoch, text: text))
  }

  /// Forgets the rates that hold from a later epoch on; whether there were any.
  mutating func forgetRates(after epoch: Int) -> Bool {
    let count = rates.count
    rates.removeAll { $0.epoch > epoch }
    return rates.count < count
  }

  /// The lesson with so many epochs, and `statements` behind the training, each of which is a line of a calc cell or a cell.
  func lesson(epochs count: Int, then statements: String = "") -> String {
    var edits = [(range: epochs, text: String(count))]
    if let rate, let first = rates.first {
      if rates.count == 1, first.epoch == 0 {
        edits.append((rate, first.text))
      } else {
        let name = freeName("eta")
        edits.append((SourceRange(rateStatement, rateStatement), "schedule \(name) = \(schedule(rate))\n"))
        edits.append((rate, name))
      }
    }
    return file.text(with: edits) + statements
  }

  /// Whether the rate is written as a schedule.
  var isScheduled: Bool { rate == nil ? false : !(rates.isEmpty || rates.count == 1 && rates[0].epoch == 0) }

  /// The rates as a formula of the epoch: `if epoch <= 100 then 0.03 else 0.1`.
  private func schedule(_ rate: SourceRange) -> String {
    var formula = rates[0].epoch == 0 ? "" : "if epoch <= \(rates[0].epoch) then \(file[rate]) else "
    for (one, next) in zip(rates, rates.dropFirst()) {
      formula += "if epoch <= \(next.epoch) then \(one.text) else "
    }
    return formula + (rates.last?.text ?? "")
  }

  /// A name that the lesson does not have: `name`, or that with a number.
  func freeName(_ name: String) -> String { file.freeName(name) }
}

extension SourceFile {
  /// The text with stretches of it replaced, none of which overlap.
  func text(with edits: [(range: SourceRange, text: String)]) -> String {
    var text = ""
    var start = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text += self[SourceRange(start, edit.range.lowerBound)] + edit.text
      start = edit.range.upperBound
    }
    return text + self[SourceRange(start, bytes.count)]
  }

  /// A name that does not occur in the text: `name`, or that with a number.
  func freeName(_ name: String) -> String {
    let words = Set(
      self[SourceRange(0, bytes.count)].split { !$0.isLetter && !$0.isNumber && $0 != "_" })
    if !words.contains(name[...]) { return name }
    return (2...).lazy.map { "\(name)\($0)" }.first { !words.contains($0[...]) } ?? name
  }
}

extension LessonDocument {
  /// The statements of all calc cells, in order.
  var statements: [Statement] { cells(of: .calc).flatMap { parseCalc(file, $0.body).statements } }

  /// The cells of a kind, in order.
  func cells(of kind: Cell.Kind) -> [Cell] {
    blocks.compactMap { block in
      if case .cell(let cell) = block, cell.kind == kind { cell } else { nil }
    }
  }
}

extension Statement {
  /// Whether it makes steps with the optimizer of that name, or holds what does.
  fileprivate func steps(with optimizer: String) -> Bool {
    switch kind {
    case .train(let training): training.optimizer.name.text == optimizer
    case .update(let update): update.optimizer.name.text == optimizer
    case .repeat(times: _, until: _, let body), .rows(_, of: _, let body):
      body.contains { $0.steps(with: optimizer) }
    default: false
    }
  }
}
