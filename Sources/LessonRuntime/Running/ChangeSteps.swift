import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
import PrintedNumbers
import Transcript

// Steps that change numbers, and work formulas out again.

extension Runner {
  /// All formulas again: a table of the values that changed.
  mutating func stepForward(comment: String?) throws(Fault) -> Step {
    shownDerivatives = []
    let changes = try values.forward()
    try work.spend(Work.change * changes.count)
    var lines = comment.map { [Line(.comment($0))] } ?? []
    if changes.isEmpty {
      lines.append(Line(.remark([.words("forward: no value has changed")])))
    } else {
      let rows = changes.map { change -> [Table.Cell] in
        [
          .formula(.name(change.name)), .number(style.shown(change.before)),
          .number(style.shown(change.now)),
        ]
      }
      lines.append(Line(.table(Table(header: ["name", "before", "now"].map { .words($0) }, rows: rows))))
    }
    return Step(name: "forward", lines: lines)
  }

  /// `<-` lines that are one step: derivatives and formulas as they were before the first line, given names as they now
  /// are.
  mutating func step(assigning assignments: [Instruction.Assignment]) throws(Fault) -> Step {
    var lines: [Line] = []
    for assignment in assignments {
      place = assignment.range
      lines += try derivativeLines(for: assignment.formula)
    }
    let frozen = try frozenAtoms(of: assignments)
    for (index, assignment) in assignments.enumerated() {
      place = assignment.range
      let made =
        assignment.commentsAbove.map { Line(.comment($0)) }
        + (try self.lines(assigning: assignment, frozen: frozen))
      guard index < Self.mostShownElements else { continue }
      if index > 0 { lines.append(Line(.blank)) }
      lines += made
    }
    let hidden = assignments.count - Self.mostShownElements
    if hidden > 0 { lines.append(Line(.remark([.words("… \(hidden) more set in the same way")]))) }
    shownDerivatives = []
    return Step(name: "\(assignments[0].name) <-", lines: lines)
  }

  /// The working of the new value, then `w5 ← 0.45188 (was 0.5)`; a typed number needs no working.
  private mutating func lines(
    assigning assignment: Instruction.Assignment, frozen: [Formula: Number]
  ) throws(Fault) -> [Line] {
    let name = assignment.name
    let was = values.number(of: name)
    let typed = assignment.formula.typedNumber
    let (number, value) = try values.setting(of: assignment.formula, frozen: frozen)
    let now = typed ?? style.number(number)
    let result = Chain.Content.result(now, was: style.shown(was))
    var change = Chain(subject: .name(name), links: [.init(.becomes, result)])
    defer { values.set(name, to: number, typed: typed) }
    guard typed == nil else {
      change.comment = assignment.comment
      return [Line(.chain(change))]
    }
    var chain = try chains.chain(
      .name(name), assignment.formula, value: value, frozen: frozen, comment: assignment.comment)
    chain.links[0].relation = .becomes
    // Where there is nothing to work out, one line says it: `w ← start = 0 (was 0.5)`.
    if assignment.formula.isName, chain.links.count == 2, chain.remark == nil {
      chain.links[1].content = result
      return chains.lines(chain, assignment.formula)
    }
    return chains.lines(chain, assignment.formula) + [Line(.chain(change))]
  }
}
