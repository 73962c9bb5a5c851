public import Algebra
import Engine
import LessonLanguage
import LessonProgram
import LessonRuntime
import PrintedNumbers
public import Transcript

/// The formulas of a lesson with the numbers as they are before the first of them changes, to be worked out with others.
///
/// They are those that stand above the first statement which changes a number once there is a formula: an update, a training, a
/// loop, `<-`. That is what a learner sees first, with the numbers as they are given. Formulas that hold derivatives are left out, and
/// what is made of them.
public final class LessonReplay {
  /// The same as plain data.
  public let data: Replay
  private let style: NumberStyle
  private let worked: [(name: Name, formula: Name)]
  /// The numbers as the lesson gives them.
  private let own: Environment
  /// A copy on which other numbers are worked out; `nil` where there is none, or something had no value on it.
  private var copy: Environment?

  /// More operations than that are not sent to a page.
  static let maxOperations = 2_000
  /// More given numbers than that nobody tries.
  static let maxGivens = 40
  /// So many values and so many derivatives are shown, the first ones.
  static let maxResults = 60

  /// The replay of a run's lesson; the run is carried on as far as that takes.
  init(_ run: StepwiseRun) throws(Replay.Refusal) {
    guard let end = run.plan.instructions.firstChange else {
      throw Replay.Refusal("This lesson defines no formula that could be worked out with other numbers.")
    }
    while run.carriedOut < end, run.goOn() {}
    guard let numbers = run.history.numbers(afterStatements: min(end, run.wholeStatements), of: run) else {
      throw Replay.Refusal("The lesson stops before its formulas can be worked out with other numbers.")
    }
    var recorder = ReplayRecorder(numbers)
    for instruction in run.plan.instructions[..<end] { try recorder.take(instruction) }
    let derivatives = run.plan.instructions.flatMap(\.derivatives)
    (own, style) = (recorder.environment, run.plan.style)
    data = try recorder.replay(derivatives, style: style)
    worked = recorder.worked
  }

  /// Everything that is shown, with other numbers for the given ones, in order; `nil` where something has no value.
  ///
  /// - Parameter numbers: a number for each of the given ones.
  public func results(with numbers: [Double]) -> [Number]? {
    do throws(Fault) {
      let environment = if let copy { copy } else { try freshCopy() }
      copy = nil
      for (given, number) in zip(data.givens, numbers) {
        environment.set(given.name, to: number, isExact: true)
      }
      try pass(environment)
      let results = try data.results.map { result throws(Fault) in try shown(result.formula, in: environment)
      }
      copy = environment
      return results
    } catch {
      return nil
    }
  }

  private func freshCopy() throws(Fault) -> Environment {
    // One line is worked out after the other, and each takes little.
    let limits = WorkBound.Limits(
      operationsOnTape: 1_000_000, operationsInAll: 1 << 60, passes: 1 << 60, transcriptBytes: 0)
    return try own.copy(beneath: own.entries.map { .name($0.name) }, work: WorkBound(limits))
  }

  /// Works all out, given numbers that are made of others first.
  private func pass(_ environment: Environment) throws(Fault) {
    for _ in 0...worked.count {
      try environment.pass()
      let moved = worked.filter { environment.value(of: $0.name) != environment.value(of: $0.formula) }
      if moved.isEmpty { return }
      for (name, formula) in moved { environment.set(name, to: environment.value(of: formula)) }
    }
  }

  private func shown(_ formula: Formula, in environment: Environment) throws(Fault) -> Number {
    let number = try environment.shownNumber(of: formula)
    return number.isRoundingOfZero ? Number(0, text: "0") : style.number(number.value)
  }
}

extension StepwiseRun {
  /// The formulas of the lesson, to be worked out with other numbers; a page says why there are none.
  public func replay() -> Result<LessonReplay, Replay.Refusal> {
    do throws(Replay.Refusal) { return .success(try LessonReplay(self)) } catch { return .failure(error) }
  }
}

extension [Instruction] {
  /// The place of the first statement that changes a number once there is a formula, or the end; `nil` where there is no
  /// formula.
  fileprivate var firstChange: Int? {
    let first = firstIndex { if case .define = $0.kind { true } else { false } }
    guard let first else { return nil }
    return self[first...].firstIndex { $0.kind.changesNumbers } ?? count
  }
}
