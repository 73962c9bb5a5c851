package import Algebra
import Diagnostics
import LessonDocument
package import LessonLanguage

// Statements that change params by their derivatives, and the optimizers that do it.

extension Resolver {
  // MARK: - Updates

  mutating func resolveUpdate(_ update: Update, _ statement: Statement) {
    let params = params(of: update.params, costAt: update.cost.range)
    let method = method(of: update.optimizer)
    let clipping = update.clipping.map { bound(of: $0) }
    let data = update.cost.data.flatMap { data in build { $0.dataSet(data) } }
    if update.cost.data != nil, data == nil { return }
    // What is made of rows is worked out on each of them anew.
    guard let cost = cost(update.cost.name, of: params, readsStale: data != nil) else { return }
    scope.change(params, at: statement.range)
    guard let method else { return }
    var descent = Instruction.Descent(params: params, cost: cost, method: method, clipping: clipping)
    descent.rows = data.map { (update.cost.isSum ? .sum : .mean, $0.name) }
    append(.update(descent), at: statement.range, comment: statement.comment)
  }

  /// `reset w1...w8`
  mutating func resolveReset(_ items: [NameListItem], _ statement: Statement) {
    let params = params(of: items, costAt: statement.range, for: .resetting)
    scope.change(params, at: statement.range)
    guard !params.isEmpty else { return }
    append(.reset(params), at: statement.range, comment: statement.comment)
  }

  /// The bound that an expression gives.
  mutating func bound(of expression: Expression) -> Instruction.Bound {
    .init(formula: formula(of: expression), range: expression.range)
  }

  /// The formula that is to become smaller; `nil` where there is none of that name, which is reported.
  package mutating func cost(_ reference: Reference, of params: [Name], readsStale: Bool = false) -> Name? {
    if reportFamily(asLoss: reference, behind: "to reduce") { return nil }
    let cost = build { lowering -> Name? in
      lowering.readsStale = readsStale
      guard let cost = lowering.read(reference) else { return nil }
      let held = lowering.scope.namesBehindDerivatives(beneath: cost)
      for param in params.lazy.filter(held.contains).prefix(Diagnostic.maxPerFile) {
        lowering.reportDerivative(through: .name(cost), by: param, at: reference.range)
      }
      return cost
    }
    if let cost, let definition = scope[cost], definition.kind != .formula {
      report("`\(cost)` is given; only a formula can be reduced", at: reference.range)
    }
    return cost
  }

  /// The params that a list means.
  mutating func params(
    of items: [NameListItem], costAt range: SourceRange, for purpose: NameList.Purpose = .learning
  ) -> [Name] {
    var list = NameList(scope: scope, later: later, for: purpose)
    for item in items {
      if case .name(let reference) = item, !reference.indices.isEmpty {
        let before = diagnostics.count
        let name = build { $0.read(reference) }
        if let name, diagnostics.count == before { list.add(name, at: reference.range) }
      } else {
        list.add(item)
      }
    }
    faults += list.diagnostics
    listedNames += list.params.count
    guard listedNames <= limits.listedNames else {
      report("the updates of this lesson list more than 1,000,000 names, which is the bound", at: range)
      return []
    }
    return list.params
  }

  // MARK: - Optimizers

  /// `optimizer o = adam(rate: 0.1)`
  mutating func resolveOptimizer(_ identifier: Identifier, _ call: NamedCall, _ statement: Statement) {
    let name = Name(identifier.text)
    let found = OptimizerNames(scope: scope, file: document.file)
    if let clash = found.clash(of: identifier, call) {
      faults.append(clash)
      return
    }
    let made = optimizer(call, in: .ofTraining)
    scope.optimizers[name] = identifier.range
    guard let made else { return }
    if made.followsEpochs { scope.scheduledOptimizers.insert(name) }
    append(.optimizer(name, made), at: statement.range, comment: statement.comment)
  }

  /// How `with …` changes params; `nil` where that is wrong, which is reported.
  mutating func method(
    of call: NamedCall, in epochs: FormulaLowering.Epochs = .ofValues
  ) -> Instruction.Method? {
    guard let range = scope.optimizers[Name(call.name.text)] else {
      let made = optimizer(call, in: epochs)
      if isInLoop, let made, !made.optimizer.states.isEmpty {
        report(
          "`\(call.name.text)` keeps a state, and in a loop it would start anew each time", at: call.range,
          hint: "name it above the loop: `optimizer o = \(document.file[call.range])`, and write `with o`")
      }
      return made.map { .anew($0) }
    }
    if let setting = call.settings.first {
      report(
        "the settings of `\(call.name.text)` stand where it is defined",
        at: setting.label?.range ?? setting.value.range, notes: [.init("defined", at: range)])
      return nil
    }
    let name = Name(call.name.text)
    if scope.scheduledOptimizers.contains(name), epochs == .ofValues {
      guard scope[Schedule.epoch] != nil else {
        report(
          "the rate of `\(name)` follows a schedule, and there is no epoch here", at: call.range,
          hint:
            "`train … with \(name)` counts the epochs; beside that a count of the lesson's own leads, as in `input epoch = 1`"
        )
        return nil
      }
      build { $0.read(Schedule.epoch, at: call.range) }
    }
    return .named(name)
  }

  /// An optimizer with its settings; `nil` where there is none of that name or a setting is wrong, which is reported.
  private mutating func optimizer(
    _ call: NamedCall, in epochs: FormulaLowering.Epochs = .ofValues
  ) -> Instruction.OptimizerCall? {
    let names = OptimizerNames(scope: scope, file: document.file)
    guard let plain = Optimizer.named(call.name.text) else {
      if scope.broken.contains(Name(call.name.text)) { return nil }
      faults.append(names.unknown(call.name))
      return nil
    }
    let (optimizer, settings, found) = OptimizerSettings.values(of: call, for: plain, in: document.file)
    faults += found
    var followsEpochs = false
    let resolved = settings.enumerated().map { place, expression in
      expression.map { expression in
        buildStanding { lowering in
          // Of the settings the rate is the first.
          lowering.epochs = place == 0 ? epochs : .ofValues
          defer { followsEpochs = followsEpochs || lowering.hasFollowedEpochs }
          return Instruction.OptimizerCall.Setting(
            formula: lowering.formula(of: expression), range: expression.range)
        }
      }
    }
    guard found.isEmpty else { return nil }
    return Instruction.OptimizerCall(
      optimizer: optimizer,
      settings: zip(optimizer.settings, resolved).map { setting, given in
        given ?? .init(formula: .number(setting.fallback ?? Number(0)))
      }, followsEpochs: followsEpochs)
  }
}

/// The names of optimizers: those of the language, and those of a lesson.
private struct OptimizerNames {
  let scope: Scope
  let file: SourceFile

  /// Why a new optimizer cannot have that name.
  func clash(of identifier: Identifier, _ call: NamedCall) -> Diagnostic? {
    let name = Name(identifier.text)
    let what: (String, SourceRange)? =
      if let range = scope.optimizers[name] {
        ("an optimizer", range)
      } else if let range = scope[name]?.range ?? scope.families[name]?.range {
        ("the name of a value", range)
      } else if let schedule = scope.schedules[name] {
        ("a schedule", schedule.range)
      } else if let function = scope.functions[name] {
        ("a function", function.definition.name.range)
      } else {
        nil
      }
    if let (what, range) = what {
      return Diagnostic(
        "`\(name)` is \(what)", at: identifier.range, hint: "take another name",
        notes: [.init("defined", at: range)])
    }
    guard Optimizer.named(identifier.text) != nil else { return nil }
    return Diagnostic(
      "`\(name)` is a kind of optimizer; one that is named has a name of its own", at: identifier.range,
      hint: "write `optimizer o = \(file[call.range])`")
  }

  /// That there is no optimizer of that name.
  func unknown(_ identifier: Identifier) -> Diagnostic {
    if let range = scope.optimizers[Name(identifier.text)] {
      return Diagnostic(
        "`\(identifier.text)` is an optimizer of this lesson", at: identifier.range,
        hint: "write out which kind is meant: `adam(rate: 0.1)`, for one",
        notes: [.init("defined", at: range)])
    }
    let known = Optimizer.all.map(\.name) + scope.optimizers.keys.map(\.text).sorted()
    return Diagnostic(
      "there is no optimizer `\(identifier.text)`", at: identifier.range,
      advice: .nearest(to: identifier.text, among: known, at: identifier.range)
        ?? .init("there are \(listed(Optimizer.all.map { "`\($0.name)`" }))"))
  }
}
