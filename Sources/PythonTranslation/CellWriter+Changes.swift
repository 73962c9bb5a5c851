internal import Algebra
internal import Engine
internal import LessonProgram
internal import Transcript

// What changes numbers: passes, assignments, steps of optimizers, trainings.

extension CellWriter {
  /// A forward pass, and what has changed by it.
  mutating func forward() throws(Fault) {
    lines.append("forward()")
    let changed = environment.entries.map(\.name).filter { name in
      guard let old = before[name] else { return false }
      return old != environment.value(of: name)
    }
    try show(changed.map { .name($0) })
    noteValues()
  }

  /// Notes the values of formulas.
  mutating func noteValues() {
    for entry in environment.entries where entry.recording != nil {
      before[entry.name] = environment.value(of: entry.name)
    }
  }

  /// `<-` lines that are one step.
  mutating func assign(_ assignments: [Instruction.Assignment]) {
    // What is worked out from derivatives or rows is read as it was before the first line.
    var frozen: [Formula: String] = [:]
    var first: [String] = []
    if assignments.count > 1 {
      for assignment in assignments {
        for atom in assignment.formula.atoms where frozen[atom] == nil {
          frozen[atom] = "_before[\(first.count)]"
          first.append(formulas.text(atom) ?? "0")
        }
      }
    }
    // Formulas do not change until the next pass, so that only derivatives need to be kept.
    if !first.isEmpty { lines += assigned("_before = [", first, "]") }
    for assignment in assignments {
      let names = Dictionary(
        frozen.map { (Name("\u{1}" + $1), $1) }, uniquingKeysWith: { $1 })
      let replacing = assignment.formula.replacingLeaves { leaf in
        frozen[leaf].map { .name(Name("\u{1}" + $0)) }
      }
      formulas.names.alias(names)
      let text = formulas.text(replacing) ?? PythonFormula.literal(environment.value(of: assignment.name))
      lines.append("\(formulas.names.expression(assignment.name)) = \(text)")
    }
  }

  private func assigned(_ start: String, _ items: [String], _ end: String) -> [String] {
    var call = Self.call("", items)
    call[0] = start + call[0].dropFirst()
    call[call.count - 1] = call[call.count - 1].dropLast() + end
    return call
  }

  /// Params get their own numbers again.
  mutating func reset(_ names: [Name], to numbers: [Name: Double]) {
    for name in names {
      let value = numbers[name] ?? environment.value(of: name)
      lines.append("\(formulas.names.expression(name)) = \(PythonFormula.literal(Number(value)))")
    }
    for optimizer in optimizers { lines.append("\(optimizer).forget(\(formulas.placesText(names)))") }
  }

  // MARK: Optimizers

  /// The rule of an optimizer as a function, and what it starts from: an expression that makes it.
  private mutating func rule(_ call: Instruction.OptimizerCall) -> String {
    let optimizer = call.optimizer
    var inner = PythonFormula(names: PythonNames(reserved: []))
    let states = optimizer.states.map { inner.names.expression(Name($0.symbol.ascii)) }
    var parameters = ["w", "g", "t"] + states
    var body: [String] = []
    for (index, (setting, given)) in zip(optimizer.settings, call.settings).enumerated() {
      let symbol = inner.names.expression(Name(setting.symbol.ascii))
      let text = formulas.text(given.formula) ?? "0"
      if index == 0, call.followsEpochs {
        parameters += ["epoch=0", "rate=lambda epoch: \(text)"]
        body.append("\(symbol) = rate(epoch)")
      } else {
        parameters.append("\(symbol)=\(text)")
      }
    }
    lines.append("def \(optimizer.name)(\(parameters.listed)):")
    for quantity in optimizer.quantities {
      let formula = quantity.formula.replacingNames { .name(Name($0.ascii)) }
      let text = inner.text(formula) ?? "0"
      if quantity.role == .param {
        body.append("return \(([text] + states).listed)" + (states.isEmpty ? "," : ""))
      } else {
        body.append("\(inner.names.expression(Name(quantity.symbol.ascii))) = \(text)")
      }
    }
    lines += body.map { "    " + $0 }
    var arguments = [optimizer.name]
    for state in optimizer.states {
      let start = state.start.flatMap { symbol in
        zip(optimizer.settings, call.settings).first { $0.0.symbol == symbol }.map(\.1.formula)
      }
      arguments.append(start.flatMap { formulas.text($0) } ?? "0")
    }
    return "Optimizer(\(arguments.listed))"
  }

  /// An optimizer gets a name.
  mutating func name(_ name: Name, _ call: Instruction.OptimizerCall) {
    let identifier = formulas.names.identifier(of: "optimizer " + name.text)
    lines.append("\(identifier) = \(rule(call))")
    if !optimizers.contains(identifier) { optimizers.append(identifier) }
  }

  private mutating func optimizer(_ method: Instruction.Method) -> String {
    switch method {
    case .anew(let call): rule(call)
    case .named(let name): formulas.names.identifier(of: "optimizer " + name.text)
    }
  }

  /// A step of an optimizer.
  mutating func update(_ descent: Instruction.Descent) {
    var arguments = [formulas.placeText(descent.cost), formulas.placesText(descent.params)]
    arguments.append(optimizer(descent.method))
    if let clipping = descent.clipping { arguments.append("clip=\(formulas.text(clipping.formula) ?? "1")") }
    if let rows = descent.rows {
      let slope =
        "slope_over(\(formulas.dataText(rows.data)), \(formulas.columnsText(rows.data)), "
        + "\"\(rows.function.rawValue)\", \(formulas.placeText(descent.cost)), name)"
      arguments.append("slopes=[\(slope) for name in \(formulas.placesText(descent.params))]")
    }
    let followsEpochs = if case .anew(let call) = descent.method { call.followsEpochs } else { false }
    if followsEpochs || environment.has(Schedule.epoch) {
      arguments.append("epoch=\(formulas.names.expression(Schedule.epoch))")
    }
    lines += Self.call("update", arguments)
  }

  /// A training.
  ///
  /// - Parameter table: what the transcript tells of its epochs.
  mutating func train(_ training: Instruction.Training, telling table: Table?) {
    var arguments = [formulas.placeText(training.cost), formulas.placesText(training.params)]
    arguments.append(optimizer(training.method))
    func count(_ count: Instruction.Training.Count, _ formulas: inout PythonFormula) -> String {
      "round(\(formulas.text(count.formula) ?? "0"))"
    }
    arguments.append(count(training.epochs, &formulas))
    if let data = training.data {
      arguments += [
        "data=\(formulas.dataText(data.name))", "data_name=\(data.name.text.pythonLiteral)",
        "columns=\(formulas.placesText(data.columns))",
      ]
    }
    if let size = training.batchSize { arguments.append("batch=\(count(size, &formulas))") }
    if training.isSum { arguments.append("total=True") }
    if let batches = training.accumulating { arguments.append("accumulate=\(count(batches, &formulas))") }
    if let clipping = training.clipping { arguments.append("clip=\(formulas.text(clipping.formula) ?? "1")") }
    if training.isShuffled { arguments.append("shuffle=True") }
    if let rows = training.validation {
      arguments += [
        "validation=\(formulas.dataText(rows.name))",
        "validation_columns=\(formulas.placesText(rows.columns))",
      ]
    }
    if let patience = training.patience { arguments.append("patience=\(count(patience, &formulas))") }
    if let until = training.until, let text = formulas.text(until) {
      arguments.append("until=lambda: \(text)")
    }
    let numbers = table.map(Self.reports) ?? []
    let epochs = numbers.compactMap { $0.first.map { Int($0.value) } }
    if !epochs.isEmpty { arguments.append("report=\(epochs)") }
    var call = Self.call("train", arguments)
    call[0] = "losses, last, best = " + call[0]
    lines += call
    let counts = training.counters.map { name in formulas.names.expression(name) }
    for (name, count) in zip(counts, ["last", "best"]) { lines.append("\(name) = \(count)") }
    guard let table else { return }
    show(
      Table(header: Array(table.header.prefix(2)), rows: numbers.map { $0.map { .number($0) } }),
      rows: "losses.items()")
  }

  /// The epochs that a table tells of, and their losses.
  private static func reports(_ table: Table) -> [[Number]] {
    table.rows.map { row in
      row.prefix(2).compactMap { cell -> Number? in if case .number(let number) = cell { number } else { nil }
      }
    }
  }
}
