import Algebra
import Diagnostics
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

// Steps that change numbers, and work formulas out again.

extension StepWriter {
  /// All formulas again: a table of the values that changed.
  mutating func stepForward() throws(Fault) -> Step {
    let changes = zip(environment.entries, draft.before).filter { entry, before in
      (entry.recording != nil || entry.draw != nil) && environment.value(of: entry.name) != before.value
    }
    try work.spend(Work.change * changes.count)
    if changes.isEmpty {
      draft.lines.append(Line(.remark([.words("forward: no value has changed")])))
    } else {
      let rows = changes.map { entry, before -> [Table.Cell] in
        [
          .formula(.name(entry.name)), .number(style.shown(before)),
          .number(style.shown(environment.shownNumber(of: entry.name))),
        ]
      }
      draft.lines.append(
        Line(.table(Table(header: ["name", "before", "now"].map { .words($0) }, rows: rows))))
    }
    return Step(name: "forward", lines: draft.lines)
  }

  // MARK: `<-`

  /// The derivatives that `<-` lines read, before the first of them.
  mutating func begin(_ assignments: [Instruction.Assignment]) throws(Fault) {
    for assignment in assignments {
      currentRange = assignment.range
      draft.lines += try derivativeLines(for: assignment.formula)
    }
  }

  /// A `<-` line.
  mutating func add(
    _ assignment: Instruction.Assignment, _ new: NewNumber, _ derivatives: [Formula: Number]
  ) throws(Fault) {
    currentRange = assignment.range
    draft.assignmentCount += 1
    guard draft.assignmentCount <= Self.maxShownElements else { return }
    if draft.assignmentCount > 1 { draft.lines.append(Line(.blank)) }
    draft.lines += assignment.commentsAbove.map { Line(.comment($0)) }
    draft.lines += try lines(assigning: assignment, new, frozen: derivatives)
  }

  /// `<-` lines that are one step.
  mutating func step(assigning assignments: [Instruction.Assignment]) -> Step {
    let hidden = assignments.count - Self.maxShownElements
    if hidden > 0 { draft.lines.append(Line(.remark([.words("… \(hidden) more set in the same way")]))) }
    shownDerivatives = []
    return Step(name: "\(assignments[0].name) <-", lines: draft.lines)
  }

  /// The working of the new value, then `w5 ← 0.45188 (was 0.5)`; a typed number needs no working.
  private func lines(
    assigning assignment: Instruction.Assignment, _ new: NewNumber, frozen: [Formula: Number]
  ) throws(Fault) -> [Line] {
    let name = assignment.name
    let now = new.literal ?? style.number(new.number)
    let result = Equation.Content.result(now, was: style.shown(environment.number(of: name)))
    var change = Equation(subject: .name(name), rightSides: [.init(.becomes, result)])
    guard new.literal == nil else {
      change.comment = assignment.comment
      return [Line(.equation(change))]
    }
    var equation = try equations.equation(
      .name(name), assignment.formula, value: new.value, frozen: frozen, comment: assignment.comment)
    equation.rightSides[0].relation = .becomes
    // Where there is nothing to work out, one line says it: `w ← start = 0 (was 0.5)`.
    if assignment.formula.isName, equation.rightSides.count == 2, equation.remark == nil {
      equation.rightSides[1].content = result
      return equations.lines(equation, assignment.formula)
    }
    return equations.lines(equation, assignment.formula) + [Line(.equation(change))]
  }

  // MARK: Own numbers

  /// Of no more params than this each has a line.
  private static var maxResetLines: Int { 8 }

  /// Params that have the numbers of their own lines again: a line each, `w5 ← 0.5 (was 0.45188)`, or of many only the numbers.
  func step(resetting names: [Name]) -> Step {
    let lines: [Line]
    if names.count <= Self.maxResetLines {
      lines = zip(names, draft.before).map { name, before in
        let now = style.shown(environment.number(of: name))
        return Line(
          .equation(
            Equation(
              subject: .name(name),
              rightSides: [.init(.becomes, .result(now, was: style.shown(before)))])))
      }
    } else {
      let shown = names.prefix(Self.maxShownElements).map { name in
        NamedNumber(.name(name), style.shown(environment.number(of: name)))
      }
      let hidden = names.count - shown.count
      lines =
        [Line(.results(shown, remark: .words("as given again")))]
        + (hidden > 0 ? [Line(.remark([.words("… \(hidden) more like these")]))] : [])
    }
    return Step(name: "reset \(names[0])", lines: draft.lines + lines)
  }

  // MARK: Optimizers

  /// An optimizer that is named: its settings, worked out once, or the formula that its rate follows.
  func lines(naming optimizer: OptimizerInUse) -> [Line] {
    let name = optimizer.name.map { " \($0)" } ?? ""
    let numbers = optimizer.namedSettings(style)
    let comment = draft.instruction?.comment
    guard let schedule = optimizer.schedule else {
      let row = GivenNumbers.Row(
        kind: "optimizer\(name): \(optimizer.optimizer.name)", items: numbers, comment: comment)
      return [Line(.givens(GivenNumbers(rows: [row])))]
    }
    let rate = Equation(subject: numbers[0].subject, rightSides: [.init(.equals, .names(schedule.written))])
    let others = Array(numbers.dropFirst())
    return (comment.map { [Line(.comment($0))] } ?? [])
      + [
        Line(.remark([.words("optimizer\(name), which is \(optimizer.optimizer.name):")])),
        Line(.equation(rate), level: 1),
      ]
      + (others.isEmpty ? [] : [Line(.results(others), level: 1)])
  }

  /// A step of an optimizer.
  mutating func add(_ step: OptimizerStep) throws(Fault) {
    shownDerivatives = []
    let descent = step.descent
    let working = UpdateWorking(
      cost: descent.costFormula, optimizer: step.used, steps: step.steps, params: descent.params,
      before: draft.before, derivatives: draft.derivatives,
      clipping: step.clipping.map {
        ClippingWorking(
          $0.bound, $0.working, of: descent.costFormula, by: descent.params, derivatives: draft.derivatives)
      }, equations: equations)
    draft.lines += try working.lines()
  }
}
