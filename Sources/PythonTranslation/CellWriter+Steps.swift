internal import Algebra
internal import Engine
internal import LessonProgram
internal import Transcript

// An instruction as a whole: what it does and what it shows.

extension CellWriter {
  /// Adds an instruction that has been carried out, and what the transcript tells of it.
  mutating func add(_ instruction: Instruction, _ steps: [Step], own numbers: [Name: Double]) throws(Fault) {
    switch instruction.kind {
    case .prose, .comment, .function, .plot, .network, .ask: break
    case .explain(let formula): try show([formula])
    case .explainFamily(_, let names): try show(names.map { .name($0) })
    case .explainDerivatives(let output, _, let names):
      try show(names.map { .derivative(of: output, by: $0) })
    case .backward(let name, let by):
      let names = by ?? environment.names(beneath: [name]).reversed()
      try show(names.map { .derivative(of: .name(name), by: $0) })
    case .define(let definitions):
      try define(definitions)
      noteValues()
    case .forward: try forward()
    case .update(let descent):
      update(descent)
      try showTrained(descent.params)
    case .train(let training):
      let tables = steps.flatMap(\.lines).compactMap { line -> Table? in
        if case .table(let table) = line.content { table } else { nil }
      }
      train(training, telling: tables.first)
      try showTrained(training.params)
      noteValues()
    case .assign(let assignments):
      assign(assignments)
      try show(assignments.map { .name($0.name) })
    case .reset(let names):
      reset(names, to: numbers)
      try show(names.map { .name($0) })
    case .loop(let loop):
      addLoop(loop, own: numbers)
      let tables = steps.last.map { step in
        step.lines.compactMap { line -> Table? in
          if case .table(let table) = line.content { table } else { nil }
        }
      }
      if loop.isRecording { showRecords(tables ?? []) }
      try showTrained(changed(in: [instruction]))
      noteValues()
    case .table(let table): try tabulate(table, steps)
    case .checks: check(instruction, steps)
    default: addQuiet(instruction, own: numbers)
    }
  }

  /// What an instruction does, without anything that is shown.
  private mutating func addQuiet(_ instruction: Instruction, own numbers: [Name: Double]) {
    switch instruction.kind {
    case .given(let kind, let givens): give(kind, givens)
    case .optimizer(let name, let call): self.name(name, call)
    case .data(let set, made: _):
      formulas.columns[set.name] = set.columns.filter {
        !environment.has($0) || environment.isSetByRows($0)
      }
      define(set)
    case .forward: lines.append("forward()")
    case .update(let descent): update(descent)
    case .train(let training): train(training, telling: nil)
    case .assign(let assignments): assign(assignments)
    case .reset(let names): reset(names, to: numbers)
    case .loop(let loop): addLoop(loop, own: numbers)
    case .record(let record):
      let header = record.formulas.map { $0.text(.unicode) }.joined(separator: "  ")
      let values = record.formulas.map { formulas.text($0) ?? "0" }
      lines += Self.call("record", [header.pythonLiteral] + values)
    default: break
    }
  }

  /// Commands that are carried out again and again.
  private mutating func addLoop(_ loop: Instruction.Loop, own numbers: [Name: Double]) {
    var until: Condition?
    switch loop.passes {
    case .times(let times, let condition):
      lines.append("for _ in range(round(\(formulas.text(times) ?? "0"))):")
      until = condition
    case .rows(let row, let data):
      noteColumns(of: data)
      lines.append(
        "for \(formulas.names.expression(row)) in rows(\(formulas.dataText(data)), \(formulas.columnsText(data))):"
      )
    }
    let outer = lines
    lines = []
    for instruction in loop.body { addQuiet(instruction, own: numbers) }
    if let until, let text = formulas.text(until) { lines.append("if \(text): break") }
    if lines.isEmpty { lines.append("pass") }
    lines = outer + lines.map { "    " + $0 }
  }

  /// Which names rows of data set: those that are there by now.
  mutating func noteColumns(of data: Name) {
    guard let set = environment.data[data] else { return }
    formulas.columns[data] = set.columns.filter { !environment.has($0) || environment.isSetByRows($0) }
  }

  /// The params and inputs that instructions change, each once.
  private func changed(in instructions: [Instruction]) -> [Name] {
    var names: [Name] = []
    for instruction in instructions {
      switch instruction.kind {
      case .assign(let assignments): names += assignments.map(\.name)
      case .update(let descent): names += descent.params
      case .train(let training): names += training.params
      case .reset(let params): names += params
      case .loop(let loop): names += changed(in: loop.body)
      default: break
      }
    }
    var seen: Set<Name> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The tables that records fill.
  private mutating func showRecords(_ tables: [Table]) {
    let numbers = tables.flatMap(\.rows).flatMap { row in
      row.compactMap { cell -> Number? in if case .number(let number) = cell { number } else { nil } }
    }
    // Where a run ends at an exact 0, the last bits may leave a little of it.
    let hasNoise = numbers.contains { Self.isNoise($0) || $0.full == 0 }
    lines.append("show_records(\(hasNoise ? "noise=True" : ""))")
    for table in tables {
      output.append(table.header.map(Self.text).joined(separator: "  "))
      let rows = table.rows.map { row in
        row.compactMap { cell -> Number? in if case .number(let number) = cell { number } else { nil } }
      }.filter { !$0.isEmpty }
      output += Self.rowTexts(rows) { digits($0.full, noise: hasNoise) }
    }
  }

  /// A table.
  private mutating func tabulate(_ table: Instruction.Tabulation, _ steps: [Step]) throws(Fault) {
    let shown = steps.flatMap(\.lines).compactMap { line -> Table? in
      if case .table(let table) = line.content { table } else { nil }
    }.first
    guard let shown else { return }
    switch table.points {
    case .current(let list):
      guard let texts = texts(list) else { return }
      show(shown, rows: "[[\(texts.listed)]]")
    case .rows(let data, let list):
      noteColumns(of: data)
      guard let texts = texts(list) else { return }
      let (rows, columns) = (formulas.dataText(data), formulas.columnsText(data))
      let count = environment.data[data]?.rows.count ?? 0
      let some = count > 100 ? "\(rows)[:90] + \(rows)[-10:]" : rows
      show(
        shown,
        rows:
          "at([[row[name] for name in \(columns)] for row in \(some)], \(columns), lambda: [\(texts.listed)])"
      )
    case .grid(let grid): tabulate(grid, shown)
    }
  }

  private mutating func tabulate(_ grid: Instruction.Grid, _ shown: Table) {
    let isMatrix = shown.rows.contains { row in
      if case .words(let words)? = row.first { words != "…" } else { false }
    }
    var points = grid.axes.filter { !$0.isIndex }.map(\.values).reduce([[]]) { points, values in
      points.flatMap { point in values.map { point + [$0] } }
    }
    if grid.axes.contains(where: \.isIndex) {
      guard grid.axes.allSatisfy(\.isIndex) else { return }
      var rows: [String] = []
      for list in grid.formulas {
        guard let texts = texts(list) else { return }
        rows.append(texts.listed)
      }
      let width = isMatrix ? grid.axes[1].values.count : 1
      var starts = Array(stride(from: 0, to: rows.count, by: width))
      if starts.count > 100 { starts = Array(starts.prefix(90) + starts.suffix(10)) }
      let texts = starts.map { start in "[\(rows[start..<min(start + width, rows.count)].listed)]" }
      show(shown, rows: "[\(texts.listed)]", hasHeader: !isMatrix)
      return
    }
    guard let list = grid.formulas.first, let texts = texts(list) else { return }
    let names = formulas.placesText(grid.axes.map(\.name))
    let width = isMatrix ? grid.axes[1].values.count : 1
    if points.count > 100 * width {
      points = Array(points.prefix(90 * width) + points.suffix(10 * width))
    }
    let places = points.map { point in "[\(point.map(PythonFormula.literal).listed)]" }
    lines.append("points = [\(places.listed)]")
    let rows = "at(points, \(names), lambda: [\(texts.listed)])"
    guard isMatrix else { return show(shown, rows: rows) }
    lines.append("numbers = [number for row in \(rows) for number in row]")
    show(
      shown, rows: "[numbers[i:i + \(width)] for i in range(0, len(numbers), \(width))]", hasHeader: false)
  }

  private mutating func texts(_ list: [Formula]) -> [String]? {
    var texts: [String] = []
    for formula in list {
      guard let text = formulas.text(formula) else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// Checks, those that are held against the lesson.
  private mutating func check(_ instruction: Instruction, _ steps: [Step]) {
    guard case .checks(let list) = instruction.kind else { return }
    let asked = list.compactMap { check -> Formula? in
      if case .check(let formula, _) = check { formula } else { nil }
    }
    let told = steps.flatMap(\.lines).compactMap { line -> Check? in
      if case .check(let check) = line.content { check } else { nil }
    }
    for (formula, check) in zip(asked, told) {
      guard let text = formulas.text(formula), let printed = check.printed.text else { continue }
      let label = check.subject.text(.unicode)
      var arguments = [label.pythonLiteral, text, printed.pythonLiteral]
      if let tolerance = check.tolerance { arguments.append("tolerance=\(PythonFormula.literal(tolerance))") }
      switch check.outcome {
      case .exact, .rounded, .withinTolerance: output.append("✓ \(label) = \(printed) (met)")
      case .cutOff: output.append("✓ \(label) = \(printed) (met, cut off)")
      case .documentedSlip:
        arguments.append("slip=True")
        output.append("≠ \(label): printed \(printed), a slip")
      case .slipIsMet:
        arguments.append("slip=True")
        output.append("✗ \(label) = \(printed) is met")
      case .notMet: output.append("✗ \(label) is not \(printed)")
      case .otherInputs: continue
      }
      lines += Self.call("check", arguments)
    }
  }
}
