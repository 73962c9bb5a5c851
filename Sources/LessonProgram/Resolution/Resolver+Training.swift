import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage

// `train W, b to reduce L over xor in batches of 2 with sgd(rate: 0.5) for 500 epochs, shuffled`

extension Resolver {
  mutating func resolveTraining(_ training: LessonLanguage.Training, _ statement: Statement) {
    let before = faults.count
    let params = params(of: training.params, costAt: training.cost.range)
    let clauses = training.clauses
    let data = clauses.data.flatMap { rows(of: $0) }
    // It works all formulas out itself, so that none of them is stale to it.
    let cost = cost(training.cost, of: params, readsStale: true)
    let method = method(of: training.optimizer, in: .ofTraining)
    let epochs = count(training.epochs)
    let clipping = clauses.clipping.map { bound(of: $0) }
    if clauses.data == nil { reportRowClauses(of: clauses, statement) }
    if let patience = clauses.patience, clauses.validation == nil {
      report(
        "early stopping looks at rows that are not learned from", at: patience.range,
        hint: "add `validated on` and the name of such rows")
    }
    let validation = clauses.validation.flatMap { rows(of: $0) }
    let until = clauses.until.map { condition in
      buildStanding {
        $0.readsStale = true
        return $0.condition(condition)
      }
    }
    let reports = clauses.reporting.map { self.reports($0) }
    let counters = counters(clauses.counters, hasValidation: clauses.validation != nil)
    scope.change(params + counters, at: statement.range)
    // A training ends with a forward pass.
    scope.forward()
    guard let cost, let method, faults.count == before else { return }
    var made = Instruction.Training(
      params: params, cost: cost, isSum: training.isSum, method: method, epochs: epochs)
    made.data = data
    made.batchSize = clauses.batchSize.map { count($0) }
    made.accumulating = clauses.accumulating.map { count($0) }
    made.clipping = clipping
    made.isShuffled = clauses.isShuffled
    made.validation = validation
    made.patience = clauses.patience.map { count($0.epochs) }
    made.until = until
    made.shownEpochs = reports.flatMap { $0.epochs.isEmpty ? nil : $0.epochs }
    made.shownValues = reports?.values ?? []
    made.counters = counters
    made.isQuiet = clauses.isQuiet
    made.name = clauses.name.flatMap { name(ofTraining: $0) }
    append(.train(made), at: statement.range, comment: statement.comment)
  }

  /// No more trainings of a lesson have names: the curves of each are kept to its end.
  private static let maxNamed = 32

  /// The name of a training, which no other has.
  private mutating func name(ofTraining identifier: Identifier) -> Name? {
    let name = Name(identifier.text)
    // The statements of a loop are read more than once.
    if let first = scope.trainings[name], first != identifier.range {
      report(
        "another training is called `\(name)`", at: identifier.range, hint: "take another name",
        notes: [.init("called so", at: first)])
      return nil
    }
    guard scope.trainings.count < Self.maxNamed || scope.trainings[name] != nil else {
      report("more than \(Self.maxNamed) trainings have names, which is the bound", at: identifier.range)
      return nil
    }
    scope.trainings[name] = identifier.range
    return name
  }

  /// `plot L of slow, fast`
  mutating func plotting(_ value: Expression, of identifiers: [Identifier]) -> Instruction.Plotting? {
    let before = faults.count
    let formula = buildStanding {
      $0.readsStale = true
      return $0.formula(of: value)
    }
    var names: [Name] = []
    for identifier in identifiers {
      let name = Name(identifier.text)
      if scope.trainings[name] == nil {
        report(
          "no training is called `\(name)`", at: identifier.range,
          advice: .nearest(
            to: identifier.text, among: scope.trainings.keys.map(\.text).sorted(), at: identifier.range)
            ?? .init("a clause of the `train` says so: `called \(name)`"))
      } else if names.contains(name) {
        report("`\(name)` stands twice in this list", at: identifier.range)
      }
      names.append(name)
    }
    return faults.count == before ? .trainings(formula, names) : nil
  }

  /// The inputs that count: what they count is set when the training has ended.
  private mutating func counters(_ identifiers: [Identifier], hasValidation: Bool) -> [Name] {
    var names: [Name] = []
    for identifier in identifiers {
      let name = build { $0.read(identifier) }
      guard let definition = scope[name] else { continue }
      guard definition.kind == .given(.input) else {
        report(
          "`\(name)` is no input, and what counts epochs is one", at: identifier.range,
          hint: "give an input for it above: `input \(scope[Name("last")] == nil ? "last" : "count") = 0`")
        continue
      }
      if names.contains(name) {
        report("`\(name)` stands twice in this list", at: identifier.range)
        continue
      }
      names.append(name)
    }
    if let best = identifiers.dropFirst().first, !hasValidation {
      report(
        "the best epoch is the one that is best on rows that are not learned from", at: best.range,
        hint: "add `validated on` and the name of such rows, or leave out `\(best.text)`")
    }
    return names
  }

  private mutating func rows(of data: Identifier) -> Instruction.Training.Rows? {
    build { $0.dataSet(data) }.map { .init(name: $0.name, columns: scope.settable($0.columns)) }
  }

  private mutating func count(_ expression: Expression) -> Instruction.Training.Count {
    .init(formula: formula(of: expression), range: expression.range)
  }

  /// Numbers are epochs, anything else is a value.
  private mutating func reports(_ expressions: [Expression]) -> (epochs: [Int], values: [Formula]) {
    var epochs: [Int] = []
    var values: [Formula] = []
    for expression in expressions {
      guard case .number(let value, let text) = expression.kind else {
        values.append(
          buildStanding {
            $0.readsStale = true
            return $0.formula(of: expression)
          })
        continue
      }
      guard value >= 1, let epoch = Int(exactly: value) else {
        report("epochs are counted from 1, and there is no epoch \(text)", at: expression.range)
        continue
      }
      epochs.append(epoch)
    }
    return (epochs, values)
  }

  /// What a training without rows has no use for.
  private mutating func reportRowClauses(
    of clauses: LessonLanguage.Training.Clauses, _ statement: Statement
  ) {
    let found: [(clause: String, range: SourceRange)?] = [
      clauses.batchSize.map { ("in batches of", $0.range) },
      clauses.accumulating.map { ("accumulating", $0.range) },
      clauses.isShuffled ? ("shuffled", statement.range) : nil,
    ]
    for (clause, range) in found.compactMap(\.self) {
      report(
        "`\(clause)` is about rows, and this training goes over none", at: range,
        hint: "add `over` and the name of the rows")
    }
  }
}
