import Algebra
import Diagnostics
import LessonLanguage

// Loops of commands, and what they record.

extension Resolver {
  /// `repeat 10 times until … end`
  mutating func resolveRepeat(
    _ times: Expression, until condition: LessonLanguage.Condition?, _ body: [Statement],
    _ statement: Statement
  ) {
    let times = formula(of: times)
    var until: Algebra.Condition?
    let before = scope.staleValues
    let (instructions, isRecording) = resolve(
      body: body,
      after: { resolver in
        until = condition.map { condition in resolver.buildStanding { $0.condition(condition) } }
      })
    // Of no pass at all, nothing is fresh.
    let count = times.replacingNames { scope.constants[$0].map { .index($0) } }.constant
    if count.map({ $0 < 0.5 }) ?? true { scope.makeStale(before) }
    append(
      .loop(.init(passes: .times(times, until: until), body: instructions, isRecording: isRecording)),
      at: statement.range, comment: statement.comment)
  }

  /// `for row of and_gate … end`: the columns that bear the names of inputs and targets are set, row by row.
  mutating func resolveRows(
    _ identifier: Identifier, of data: Identifier, _ body: [Statement], _ statement: Statement
  ) {
    guard let set = build({ $0.dataSet(data) }) else { return }
    let row = Name(identifier.text)
    guard build({ $0.isFree(identifier) }) else { return }
    let columns = scope.settable(set.columns)
    scope.define(row, .given(.const), at: identifier.range, as: nil)
    defer { scope.forgetLast() }
    let (instructions, isRecording) = resolve(
      body: body,
      before: { resolver in
        resolver.scope.change(columns, at: identifier.range.union(data.range))
      })
    scope.change(columns, at: identifier.range.union(data.range))
    append(
      .loop(.init(passes: .rows(row, of: set.name), body: instructions, isRecording: isRecording)),
      at: statement.range, comment: statement.comment)
  }

  /// The instructions of a loop's body. It is gone through twice: what one pass makes stale, the next one reads.
  private mutating func resolve(
    body: [Statement], before: (inout Resolver) -> Void = { _ in }, after: (inout Resolver) -> Void = { _ in }
  ) -> (instructions: [Instruction], isRecording: Bool) {
    let outer = (body: self.body, isInLoop: isInLoop, isSecondPass: isSecondPass)
    isInLoop = true
    var first: [Instruction] = []
    // In the second pass of a loop, those within it need no second pass: what they make stale is known from the first.
    for pass in 0..<(outer.isSecondPass ? 1 : 2) {
      let known = faults.count
      isSecondPass = outer.isSecondPass || pass > 0
      self.body = Body()
      before(&self)
      for statement in body { resolve(statement) }
      closeAssignments()
      after(&self)
      if pass == 0 {
        first = self.body.instructions
      } else {
        let old = Set(faults[..<known])
        faults[known...].removeAll { old.contains($0) }
      }
    }
    (self.body, isInLoop, isSecondPass) = outer
    let isRecording = first.contains(where: \.isRecording)
    return (first, isRecording)
  }

  /// `record row, x1, w1`: values as they were last worked out, stale or not.
  mutating func resolveRecord(_ expressions: [Expression], _ statement: Statement) {
    guard isInLoop else {
      report(
        "`record` stands in a loop", at: statement.range,
        hint: "a row of current values is printed by `table`")
      return
    }
    let formulas = expressions.map { expression in
      buildStanding {
        $0.readsStale = true
        return $0.formula(of: expression)
      }
    }
    append(
      .record(.init(formulas: formulas, mayCount: mayCount(formulas.first))), at: statement.range,
      comment: statement.comment)
  }
}

extension Resolver {
  /// Whether a recorded value may count the rows: an input does that a loop counts with, and the number of a row.
  private func mayCount(_ formula: Formula?) -> Bool {
    guard case .name(let name)? = formula else { return false }
    return switch scope[name]?.kind {
    case .given(.input), .given(.const): true
    case .given, .formula, nil: false
    }
  }
}

extension Instruction {
  /// Whether it writes a row of a table, or holds what does.
  fileprivate var isRecording: Bool {
    switch kind {
    case .record: true
    case .loop(let loop): loop.isRecording
    default: false
    }
  }
}
