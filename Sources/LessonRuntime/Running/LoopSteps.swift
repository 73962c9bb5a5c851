import Algebra
import Diagnostics
package import Engine
import Exposition
package import LessonProgram
import Transcript

// Commands that are carried out again and again, and what they record.

extension Runner {
  /// A loop; around a `record` the statements are quiet, and the tables stand at its end.
  package mutating func run(_ loop: Instruction.Loop, _ instruction: Instruction) throws(Fault) {
    let isOutermost = loop.isRecording && records == nil
    var instruction = instruction
    if !isQuiet, let comment = instruction.comment {
      try add(Step(name: "loop", lines: [Line(.comment(comment))]), instruction)
      instruction.isJoined = true
    }
    if isOutermost {
      records = Records()
      watch.trainingBegins?()
    }
    defer { if isOutermost { watch.trainingEnds?() } }
    var end: [Line] = []
    switch loop.passes {
    case .times(let times, let until): end = try run(loop, times: times, until: until, instruction)
    case .rows(let row, let data): try run(loop, row, of: data, instruction)
    }
    if isOutermost, let records {
      self.records = nil
      for table in records.tables {
        curves.merge(table.curves) { $1 }
        epochCurves.subtract(table.curves.keys)
      }
      let tables = records.tables.flatMap { [Line(.blank), Line(.table($0.table))] }
      end = Array((tables + (end.isEmpty ? [] : [Line(.blank)] + end)).dropFirst())
    }
    if !isQuiet, !end.isEmpty { try add(Step(name: "end", lines: end), instruction) }
  }

  private mutating func run(
    _ loop: Instruction.Loop, times: Formula, until: Condition?, _ instruction: Instruction
  ) throws(Fault) -> [Line] {
    let count = try self.count(times, "the count of passes")
    if until == nil { try expect(leastWork(of: loop.body, times: count)) }
    for pass in 0..<count {
      try work.pass()
      try goOn()
      if !isQuiet { try add(heading([.words("pass \(pass + 1) of \(count)")]), instruction) }
      do throws(Fault) {
        try carryOut(loop.body)
        guard let until else { continue }
        place = instruction.range
        if try holds(until) { return [Line(.remark(ending(pass + 1, until, isMet: true)))] }
      } catch {
        throw .inPass(pass + 1, error)
      }
    }
    return until.map { [Line(.remark(ending(count, $0, isMet: false)))] } ?? []
  }

  private func ending(_ passes: Int, _ until: Condition, isMet: Bool) -> [Phrase] {
    let passes = "after \(passes) pass\(passes == 1 ? "" : "es")"
    return [
      .words(isMet ? "stopped \(passes), because" : "\(passes) it still is not so that"), .condition(until),
    ]
  }

  /// The columns are set row by row; at the end the inputs get their numbers back.
  private mutating func run(
    _ loop: Instruction.Loop, _ row: Name, of data: Name, _ instruction: Instruction
  ) throws(Fault) {
    guard let set = values.data[data] else { preconditionFailure("the resolver lets no unknown data pass") }
    let columns = set.columns.indices.filter { values.isSetByRows(set.columns[$0]) }
    try expect(leastWork(of: loop.body, times: set.rows.count))
    let before = columns.map { values[set.columns[$0]] }
    let numbers = before.map { values.value(of: $0.name) }
    try values.give(row, 0, typed: nil)
    for (index, cells) in set.rows.enumerated() {
      try work.pass()
      try goOn()
      values.set(row, to: Double(index + 1), typed: Number(Double(index + 1), text: String(index + 1)))
      for column in columns {
        let number = cells[column]
        values.set(set.columns[column], to: number.value, typed: number.text == nil ? nil : number)
        trace?.change(set.columns[column], at: instruction.range)
      }
      if !isQuiet {
        let results = columns.map { NamedNumber(.name(set.columns[$0]), style.shown(cells[$0])) }
        try add(heading([.words("row \(index + 1) of \(data)")], results), instruction)
      }
      do throws(Fault) { try carryOut(loop.body) } catch { throw .inRow(index + 1, of: data, error) }
    }
    try holdPartLimit()
    for (entry, number) in zip(before, numbers) { values.restore(entry, to: number) }
    values.forgetLast()
  }

  private mutating func carryOut(_ body: [Instruction]) throws(Fault) {
    for instruction in body {
      try holdPartLimit()
      trace?.note(instruction)
      place = instruction.range
      try run(instruction)
    }
  }

  private func heading(_ words: [Phrase], _ results: [NamedNumber] = []) -> Step {
    Step(
      name: "pass",
      lines: [Line(.remark(words))] + (results.isEmpty ? [] : [Line(.results(results), level: 1)]))
  }

  /// Whether a condition holds at the current values.
  func holds(_ condition: Condition) throws(Fault) -> Bool {
    try work.spend(Work.condition)
    let one = Formula.number(Number(1))
    return try values.resolve(.conditional(condition, then: one, otherwise: one)).decisions.first?.holds
      ?? false
  }

  /// A whole number from 0 on.
  func count(_ formula: Formula, _ what: String) throws(Fault) -> Int {
    let value = try values.value(of: formula)
    guard value >= 0, value <= 1e15, abs(value - value.rounded()) <= 1e-9 else {
      throw .noCount(what, value)
    }
    return Int(value.rounded())
  }

  // MARK: - Quiet statements

  /// Whether statements only do what they do and show nothing.
  var isQuiet: Bool { records != nil }

  /// Does what an instruction does, and shows nothing.
  mutating func runQuietly(_ instruction: Instruction) throws(Fault) {
    switch instruction.form {
    case .forward: try values.pass()
    case .assign(let assignments):
      let frozen = try frozenAtoms(of: assignments)
      for assignment in assignments {
        try work.spend(Work.statement)
        place = assignment.range
        // Only what the author typed is shown as typed: a derivative has open digits.
        let typed = assignment.formula.typedNumber
        let number = try values.setting(of: assignment.formula, frozen: frozen).number
        values.set(assignment.name, to: number, typed: typed)
      }
    case .update(let descent): try descend(descent)
    case .train(let training): try train(training, instruction)
    case .loop(let loop): try run(loop, instruction)
    case .record(let formulas): try record(formulas, at: instruction.range)
    case .prose, .comment, .explain, .explainFamily, .explainDerivatives, .function, .backward, .table, .plot,
      .checks, .given,
      .define,
      .data, .ask, .optimizer:
      break
    }
    shownDerivatives = []
  }

  /// The numbers of the derivatives in `<-` lines, and of what is made of rows, before the first of them.
  mutating func frozenAtoms(of assignments: [Instruction.Assignment]) throws(Fault) -> [Formula: Number] {
    var frozen: [Formula: Number] = [:]
    for assignment in assignments {
      place = assignment.range
      for atom in assignment.formula.atoms where frozen[atom] == nil {
        try work.spend(Work.statement)
        frozen[atom] = Number(try values.number(of: atom))
      }
    }
    return frozen
  }

  // MARK: - Recording

  /// One row of the table that stands at the end of the outermost loop.
  mutating func record(_ formulas: [Formula], at place: SourceRange) throws(Fault) {
    var cells: [Table.Cell] = []
    var numbers: [Double] = []
    for formula in formulas {
      try work.spend(Work.statement)
      let number = try values.shownNumber(of: formula)
      numbers.append(number.value)
      cells.append(.number(style.shown(number)))
    }
    try records?.add(cells, numbers, under: formulas, at: place)
  }
}
