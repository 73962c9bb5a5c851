// Trainings: what they begin with, their reports, and why they end.

extension Reading {
  /// A training, as far as it has been read.
  struct Training {
    let heading: RunSentence.Training
    /// The numbers of the optimizer's settings.
    var settings: [String: Numeral] = [:]
    var heads: [String] = []
    /// The report before, by heads.
    var last: [String: Numeral] = [:]
    /// Whether it has had a table.
    var hasTable = false

    /// Takes a setting.
    mutating func read(setting symbol: String, _ number: Numeral) {
      if !hasTable { settings[symbol] = number }
    }
  }

  /// Begins a training.
  mutating func begin(_ heading: RunSentence.Training) {
    training = Training(heading: heading)
    if let data = heading.loss.firstMatch(of: /\ over ([^ )]+)\)$/)?.1,
      let rows = formulas.data[String(data)],
      rows.rows.count != heading.rowCount
    {
      fault(0, "\(data) has \(rows.rows.count) rows")
    }
  }

  /// Begins its table; what it changes is forgotten.
  mutating func beginTable(ofTraining heads: [String]) {
    guard var training else { return }
    training.heads = heads
    training.hasTable = true
    if !optimizers.hasShown(training.heading.method, training.settings) {
      fault(0, "these are not the settings of \(training.heading.method.name ?? "")")
    }
    for head in heads where known[head] != nil { training.last[head] = known[head] }
    let params = training.heading.params
    self.training = training
    let before = (try? Expression(training.heading.loss)).flatMap { formulas.value(of: $0, [:], known) }
    known.forget { [formulas, drawnAnew] name in
      name == params || formulas.givens[name] == nil || drawnAnew.contains(name)
        || formulas.givens[name] == "param" && params.contains(" params")
    }
    for label in lossLabels { curves[label] = Curve(axis: "epoch", before: before) }
  }

  /// How the loss may be called in a plot.
  private var lossLabels: [String] {
    guard let loss = training?.heading.loss else { return [] }
    return [loss]
      + (ExpressionReader.overRows(loss).map { inner in
        if case .name(let cost) = inner.of { [cost] } else { [] }
      } ?? [])
  }

  /// Reads a report: the loss is that of the values beside it, and the step no longer than the derivatives let it be.
  mutating func readRow(
    ofTraining row: [String: String], _ header: [String], _ line: Int
  ) throws(Unreadable) {
    guard var training else { return }
    var numbers: [String: Numeral] = [:]
    for (head, cell) in row { numbers[head] = try Self.number(cell) }
    guard let epoch = numbers["epoch"], let loss = numbers["loss"],
      let largest = numbers["largest |derivative|"]
    else { throw Unreadable(description: "a report has its epoch, its loss and its largest derivative") }
    let before = training.last["epoch"]?.value ?? 0
    tally.equalities += 1
    if epoch.value <= before || epoch.value > Double(training.heading.epochs) {
      fault(line, "epoch \(epoch.text) does not come behind epoch \(Int(before))")
    }
    for label in lossLabels { curves[label]?.numbers[Int(epoch.value)] = loss }
    let values = numbers.filter { !["epoch", "loss", "validation", "largest |derivative|"].contains($0.key) }
    let given = values.filter { formulas.formulas[$0.key] == nil }
    try holds(training.heading.loss, loss, given, line)
    for (head, number) in values where given[head] == nil { try holds(head, number, given, line) }
    if epoch.value == before + 1 { readStep(to: given, largest, training, line) }
    training.last = numbers
    self.training = training
  }

  /// From one epoch to the next, the largest derivative is that of the values before, and the rate makes the step of it.
  private mutating func readStep(
    to given: [String: Numeral], _ largest: Numeral, _ training: Training, _ line: Int
  ) {
    let isAlone = training.heading.params.firstMatch(of: /^(\d+) params$/) == nil
    let count = isAlone ? 1 : training.heading.params.prefixMatch(of: /\d+/).flatMap { Int($0.0) } ?? 0
    var last: [String: Numeral] = [:]
    for name in given.keys { last[name] = training.last[name] }
    guard training.heading.batchSize == nil, given.count == count, last.count == count else { return }
    var slopes: [Estimate] = []
    for name in given.keys.sorted() {
      let slope = Expression.name("∂(\(training.heading.loss))/∂\(name)")
      guard let estimate = formulas.value(of: slope, last, known) else { break }
      slopes.append(estimate)
    }
    if slopes.count == count, let steepest = slopes.max(by: { abs($0.value) < abs($1.value) }) {
      tally.workedOut += 1
      let slack = slopes.map(\.slack).max() ?? 0
      if !known.isNear(largest, Estimate(value: abs(steepest.value), slack: slack)) {
        fault(line, "the largest derivative is \(abs(steepest.value)), not \(largest.text)")
      }
    }
    guard training.heading.method.algorithm == "sgd", training.settings["λ"] == nil,
      !training.heading.isClipped,
      let rate = training.settings["η"]
    else { return }
    tally.equalities += 1
    let steps = given.map { name, now in abs(now.value - (last[name]?.value ?? 0)) }
    let slack =
      (Array(given.values) + Array(last.values)).map(known.uncertainty).reduce(0, max) * 2
      + rate.value * known.uncertainty(largest)
    if !Numeral.areNear(steps.max() ?? 0, rate.value * largest.value, within: slack) {
      fault(line, "the largest step is \(steps.max() ?? 0), not \(rate.text)·\(largest.text)")
    }
  }

  /// A number of a report is what its expression comes to.
  private mutating func holds(
    _ text: String, _ number: Numeral, _ given: [String: Numeral], _ line: Int
  ) throws(Unreadable) {
    guard let estimate = formulas.value(of: try Expression(text), given, known) else { return }
    tally.workedOut += 1
    if !known.isNear(number, estimate) {
      fault(line, "\(text) is \(estimate.value) by this page's formulas, not \(number.text)")
    }
  }

  /// Behind the table, its last row is what holds.
  mutating func endTraining() {
    guard let training else { return }
    for (head, number) in training.last where training.heads.dropFirst(2).dropLast().contains(head) {
      known[head] = number
    }
    if case .name(let cost)? = try? Expression(training.heading.loss), !cost.contains(" "),
      let loss = training.last["loss"]
    {
      known[cost] = loss
    }
  }

  /// Why it ended, which the last report has to show.
  mutating func read(_ ending: RunSentence.Ending, _ line: Int) throws(Unreadable) {
    var numbers: [String: Numeral] = [:]
    if ending.isOfTraining {
      guard let training else { throw Unreadable(description: "no training has ended here") }
      numbers = training.last
      if let loss = numbers["loss"] { numbers[training.heading.loss] = loss }
      if numbers["epoch"].map({ Int($0.value) }) != ending.count {
        fault(line, "the last report is not that of epoch \(ending.count)")
      }
      if ending.isDone, ending.count != training.heading.epochs {
        fault(line, "there were to be \(training.heading.epochs) epochs")
      }
      self.training = nil
    }
    guard let text = ending.condition else { return }
    let condition = try ExpressionReader.condition(text)
    let verdict = condition.verdict { [formulas, known] comparison in
      guard let left = formulas.value(of: comparison.left, numbers, known),
        let right = formulas.value(of: comparison.right, numbers, known),
        !Numeral.areNear(left.value, right.value, within: left.slack + right.slack)
      else { return nil }
      return Comparison(left: .sign(left.value), sign: comparison.sign, right: .sign(right.value)).holds()
    }
    guard let verdict else { return }
    tally.workedOut += 1
    if verdict.holds != ending.isMet { fault(line, "‘\(text)’ is \(ending.isMet ? "not " : "")so") }
  }
}
