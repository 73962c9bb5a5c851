package import Algebra
import Diagnostics
import LessonProgram

// Commands that are carried out again and again, and what they record.

extension Execution {
  /// A loop; around a `record` the statements are quiet, and what was recorded is told at its end.
  mutating func run(
    _ loop: Instruction.Loop, _ instruction: Instruction, _ observer: inout some Observer
  ) throws(Fault) {
    let isOutermost = loop.isRecording && records == nil
    if isOutermost {
      records = Records(keeping: keptRows)
      watch.trainingBegins?()
    }
    defer { if isOutermost { watch.trainingEnds?() } }
    var ending: LoopEnding?
    switch loop.passes {
    case .times(let times, let until):
      ending = try run(loop, times: times, until: until, instruction, &observer)
    case .rows(let row, let data): try run(loop, row, of: data, instruction, &observer)
    }
    if isOutermost, let records {
      self.records = nil
      for recording in records.recordings { environment.curves.keep(ofLoop: recording.curves) }
      try tell(.recorded(records.recordings), &observer)
    }
    if let ending { try tell(.looped(ending), &observer) }
  }

  private mutating func run(
    _ loop: Instruction.Loop, times: Formula, until: Condition?, _ instruction: Instruction,
    _ observer: inout some Observer
  ) throws(Fault) -> LoopEnding? {
    let count = try self.count(times, "the count of passes")
    if until == nil { try expect(leastWork(of: loop.body, times: count)) }
    for pass in 0..<count {
      try work.pass()
      try goOn()
      try tell(.pass(pass + 1, of: count), &observer)
      do throws(Fault) {
        try perform(loop.body, &observer)
        guard let until else { continue }
        currentRange = instruction.range
        if try holds(until) { return LoopEnding(passes: pass + 1, until: until, isMet: true) }
      } catch {
        throw .inPass(pass + 1, error)
      }
    }
    return until.map { LoopEnding(passes: count, until: $0, isMet: false) }
  }

  /// The columns are set row by row; at the end the inputs get their numbers back.
  private mutating func run(
    _ loop: Instruction.Loop, _ row: Name, of data: Name, _ instruction: Instruction,
    _ observer: inout some Observer
  ) throws(Fault) {
    guard let set = environment.data[data] else {
      preconditionFailure("the resolver lets no unknown data pass")
    }
    let columns = set.columns.indices.filter { environment.isSetByRows(set.columns[$0]) }
    try expect(leastWork(of: loop.body, times: set.rows.count))
    let before = columns.map { environment[set.columns[$0]] }
    let numbers = before.map { environment.value(of: $0.name) }
    try environment.give(row, 0, literal: nil)
    for (index, cells) in set.rows.enumerated() {
      try work.pass()
      try goOn()
      environment.set(row, to: Double(index + 1), literal: Number(Double(index + 1), text: String(index + 1)))
      for column in columns {
        let number = cells[column]
        environment.set(set.columns[column], to: number.value, literal: number.text == nil ? nil : number)
      }
      try tell(.row(index + 1, of: set, columns: columns), &observer)
      if !isQuiet {
        trace?.note(
          environment, parts: observer.partCount, changing: columns.map { set.columns[$0] },
          at: instruction.range)
      }
      do throws(Fault) { try perform(loop.body, &observer) } catch {
        throw .inRow(index + 1, of: data, error)
      }
    }
    for (entry, number) in zip(before, numbers) { environment.restore(entry, to: number) }
    environment.forgetLast()
  }

  private mutating func perform(_ body: [Instruction], _ observer: inout some Observer) throws(Fault) {
    for instruction in body {
      currentRange = instruction.range
      try perform(instruction, &observer)
    }
  }

  /// Whether a condition holds at the current values.
  package func holds(_ condition: Condition) throws(Fault) -> Bool {
    try work.spend(Work.condition)
    let one = Formula.number(Number(1))
    return try environment.resolve(.conditional(condition, then: one, otherwise: one)).decisions.first?.holds
      ?? false
  }

  /// One row of the table that stands at the end of the outermost loop.
  mutating func record(_ row: Instruction.Record, at range: SourceRange) throws(Fault) {
    var numbers: [Number] = []
    for formula in row.formulas {
      try work.spend(Work.statement)
      numbers.append(try environment.shownNumber(of: formula))
    }
    try records?.add(numbers, of: row, at: range)
  }
}
