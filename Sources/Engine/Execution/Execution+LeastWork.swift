import Algebra
import Autograd
import LessonProgram

// What a loop comes to at least, so that one which is known to go beyond a bound is refused before it begins.

extension Execution {
  /// Refuses a loop that is known to go beyond a bound.
  func expect(_ least: LeastWork) throws(Fault) {
    if least.rows > Double(Records.maxRows) { throw Records.tooManyRows }
    try work.expect(least)
  }

  /// What it comes to at least to go through a body so many times. What other numbers may change is not looked at.
  func leastWork(of body: [Instruction], times count: Int) -> LeastWork {
    body.reduce(LeastWork(passes: 1)) { $0 + leastWork(of: $1) }.times(count)
  }

  private func leastWork(of instruction: Instruction) -> LeastWork {
    let shown = isQuiet ? 0 : Work.shown(lines: 1)
    switch instruction.kind {
    case .assign(let assignments):
      return LeastWork(operations: Double(isQuiet ? leastWork(of: assignments) : shown))
    case .update(let descent):
      // A param and its derivative are on the tape of the optimizer.
      let steps = Work.statement + Work.draw * descent.params.count + Work.sweep(operations: 0)
      let step = Work.step(operations: 2 * descent.params.count)
      return LeastWork(operations: Double(steps + step + shown))
    case .forward:
      let pass = environment.isReplayable ? Work.pass(operations: environment.tape.count) : 0
      return LeastWork(operations: Double(pass + shown))
    case .record(let row):
      let operations = row.formulas.reduce(0) { $0 + Work.statement + leastWork(ofReading: $1) }
      return LeastWork(operations: Double(operations), rows: 1)
    case .loop(let loop):
      // Another count may change from pass to pass.
      guard case .times(.number(let times), until: nil) = loop.passes, times.value >= 1, times.value < 1e15
      else { return LeastWork() }
      return leastWork(of: loop.body, times: Int(times.value))
    default:
      return LeastWork()
    }
  }

  /// What it comes to at least to work out the formulas of `<-` lines: each atom in them once, and each formula.
  private func leastWork(of assignments: [Instruction.Assignment]) -> Int {
    var atoms: Set<Formula> = []
    var operations = 0
    for assignment in assignments {
      operations += Work.statement
      for atom in assignment.formula.atoms where atoms.insert(atom).inserted {
        operations += Work.statement + atom.leastSweep
      }
      if case .name = assignment.formula { continue }
      operations += assignment.formula.leastRecording
    }
    return operations
  }

  /// What it comes to at least to read a formula that is recorded.
  private func leastWork(ofReading formula: Formula) -> Int {
    switch formula {
    case .name, .number: 0
    case .negation(.number): 0
    case .derivative: formula.leastSweep
    default:
      // Of an `if` one branch is read, and which one is not known.
      formula.isChanging
        ? formula.leastRecording : formula.atoms.reduce(formula.leastRecording) { $0 + $1.leastSweep }
    }
  }
}

extension Formula {
  /// What it comes to at least to work an atom out.
  fileprivate var leastSweep: Int {
    switch self {
    case .derivative, .local: Work.sweep(operations: 0)
    default: 0
    }
  }

  /// What it comes to at least to put the formula on the tape.
  fileprivate var leastRecording: Int { Work.formula(parts: isChanging ? 1 : size) }
}
