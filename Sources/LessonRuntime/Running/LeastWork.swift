import Algebra
import Autograd

// What a loop comes to at least, so that one which is known to go beyond a bound is refused before it begins.

extension Runner {
  /// Refuses a loop that is known to go beyond a bound.
  func expect(_ least: LeastWork) throws(Fault) {
    if least.rows > Double(Records.mostRows) { throw Records.tooManyRows }
    try work.expect(least)
  }

  /// What it comes to at least to go through a body so many times. What other numbers may change is not looked at.
  func leastWork(of body: [Instruction], times count: Int) -> LeastWork {
    body.reduce(LeastWork(passes: 1)) { $0 + leastWork(of: $1) }.times(count)
  }

  private func leastWork(of instruction: Instruction) -> LeastWork {
    let shown = isQuiet ? 0 : Work.shown(lines: 1)
    switch instruction.form {
    case .assign(let assignments):
      return LeastWork(operations: Double(isQuiet ? assignments.count * Work.statement : shown))
    case .update(let descent):
      let steps = Work.statement + Work.draw * descent.params.count + Work.sweep(operations: 0)
      return LeastWork(operations: Double(steps + shown))
    case .forward:
      let pass = values.isReplayable ? Work.pass(operations: values.tape.count) : 0
      return LeastWork(operations: Double(pass + shown))
    case .record(let formulas):
      return LeastWork(operations: Double(formulas.count * Work.statement), rows: 1)
    case .loop(let loop):
      // Another count may change from pass to pass.
      guard case .times(.number(let times), until: nil) = loop.passes, times.value >= 1, times.value < 1e15
      else { return LeastWork() }
      return leastWork(of: loop.body, times: Int(times.value))
    default:
      return LeastWork()
    }
  }
}
