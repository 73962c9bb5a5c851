public import Diagnostics
import Engine
import Exposition
import LessonProgram
public import LessonRuntime
public import Transcript

/// A run that goes only as far as it is asked to: a part is worked out when a reader comes to it.
///
/// Gone through to its end, it is the same as `Lesson.run`.
public final class StepwiseRun {
  let plan: RunPlan
  private let request: GraphRequest?
  private(set) var interpreter: Interpreter
  /// The statement that has made each part, or has added to it last.
  private var makers: [Int] = []
  /// How many parts there were once each statement was carried out.
  private var partCounts: [Int] = []
  /// The moment of the trace at which each statement was carried out.
  private var moments: [Int] = []
  private var isStopped: Bool
  /// What is kept of places that have been asked about.
  let history: RunHistory

  /// A run of `lesson` that has not begun yet.
  public convenience init(_ lesson: Lesson, _ options: RunOptions = RunOptions()) {
    self.init(lesson, options, after: nil)
  }

  /// A run of the lesson of another run with other options.
  public convenience init(_ lesson: Lesson, _ options: RunOptions, besides other: StepwiseRun) {
    self.init(lesson, options, after: other)
  }

  private init(_ lesson: Lesson, _ options: RunOptions, after other: StepwiseRun?) {
    plan = lesson.plan(options)
    request = options.graph
    interpreter = plan.interpreter(keepsTrace: true)
    isStopped = !plan.diagnostics.isEmpty
    // Instructions that are as they are written know the same names.
    let isShared = plan.isAsWritten && other?.plan.isAsWritten == true
    history = RunHistory(plan, sharing: isShared ? other?.history.known : nil)
    interpreter.environment.sibling = isShared ? other?.interpreter.environment : nil
  }

  // MARK: Going on

  /// What has come of the lesson so far. Every part in it is whole: no instruction still to come adds to it.
  public var transcript: Transcript {
    guard hasOpenPart else { return interpreter.transcript }
    var transcript = interpreter.transcript
    transcript.parts.removeLast()
    return transcript
  }

  /// Whether nothing more comes: the lesson is at its end, or has stopped.
  public var isOver: Bool { isStopped || carriedOut == plan.instructions.count }

  /// Why the lesson stopped, or what is wrong with it.
  public var diagnostics: [Diagnostic] { plan.diagnostics + (interpreter.diagnostic.map { [$0] } ?? []) }

  /// Whether it was stopped by the run's watch.
  public var isCancelled: Bool { interpreter.isCancelled }

  /// Carries the lesson on to its end, from before its beginning: all that `Lesson.run` tells of it, while its numbers can
  /// still be asked for.
  public func finished() -> LessonRun {
    var graph: Result<ComputationGraph, GraphRefusal>?
    if let request, !isOver {
      let requested = RequestedGraph(request, plan)
      while !isOver, carriedOut < requested.instructionCount { carryOutNext() }
      if !isStopped { graph = requested.graph(interpreter.environment) }
    }
    while !isOver { carryOutNext() }
    return LessonRun(
      transcript: transcript, diagnostics: diagnostics, isCancelled: isCancelled, graph: graph)
  }

  /// Carries the lesson on until there is at least one more whole part, or it is over. Returns whether there is one.
  @discardableResult
  public func goOn() -> Bool {
    let before = wholeCount
    while !isOver, wholeCount == before { carryOutNext() }
    return wholeCount > before
  }

  /// How many parts are whole. A given number may still get a row below it.
  private var wholeCount: Int { interpreter.writer.partCount - (hasOpenPart ? 1 : 0) }

  private var hasOpenPart: Bool {
    !isOver && interpreter.writer.mayJoinLastPart(plan.instructions[carriedOut])
  }

  /// How many statements have been carried out.
  var carriedOut: Int { partCounts.count }

  /// How many statements have been carried out to their end.
  var wholeStatements: Int { carriedOut - (isStopped && carriedOut > 0 ? 1 : 0) }

  /// The moment of the trace at which so many statements had been carried out, -1 being before the first; `nil` where
  /// the run has not come so far.
  func moment(afterStatements count: Int) -> Int? {
    guard count > 0 else { return -1 }
    return count <= moments.count ? moments[count - 1] : nil
  }

  private func carryOutNext() {
    let statement = carriedOut
    let before = interpreter.writer.partCount
    isStopped = !interpreter.carryOut(plan.instructions[statement])
    let count = interpreter.writer.partCount
    let isJoined = count == before && plan.instructions[statement].isGiven
    if isJoined, !makers.isEmpty { makers[makers.count - 1] = statement }
    for _ in before..<count { makers.append(statement) }
    partCounts.append(count)
    moments.append((interpreter.execution.trace?.count ?? 0) - 1)
  }

  // MARK: Statements and parts

  /// The statement that has made a part: its index among the lesson's instructions, from 0. Of given numbers that stand
  /// below each other it is the last.
  public func statement(ofPart index: Int) -> Int {
    makers.indices.contains(index) ? makers[index] : index < 0 ? -1 : carriedOut - 1
  }

  /// Whether the statement, a loop, goes on behind the part that it has made.
  func isInLoop(_ part: Int, of statement: Int) -> Bool {
    guard plan.instructions.indices.contains(statement), case .loop = plan.instructions[statement].kind else {
      return false
    }
    return part + 1 < partCounts[statement] || statement >= wholeStatements
  }

  /// How many parts there are once the statements up to this one are carried out, which they are if they have not been
  /// yet; fewer where the lesson stops before.
  public func partCount(throughStatement index: Int) -> Int {
    guard index >= 0 else { return 0 }
    while carriedOut <= index, goOn() {}
    return partCounts.isEmpty ? 0 : partCounts[min(index, partCounts.count - 1)]
  }
}

extension Instruction {
  fileprivate var isGiven: Bool { if case .given = kind { true } else { false } }
}
