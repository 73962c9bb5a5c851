package import Diagnostics
package import Engine
package import Exposition
import LessonDocument
package import LessonProgram
package import Transcript

extension Instruction {
  /// Whether it resets params, or holds what does.
  fileprivate var resets: Bool {
    switch kind {
    case .reset: true
    case .loop(let loop): loop.body.contains(where: \.resets)
    default: false
    }
  }
}

/// Carries the instructions of a lesson out, one after the other, while a writer tells what happens.
package struct Interpreter {
  /// What is carried out.
  package private(set) var execution: Execution
  /// Who tells of it.
  package private(set) var writer: StepWriter
  /// Whether it was stopped from outside.
  package private(set) var isCancelled = false
  /// Why the lesson stopped, if it did.
  package private(set) var diagnostic: Diagnostic?
  /// The transcript without any part.
  private let empty: Transcript

  /// An interpreter that has carried nothing out yet.
  ///
  /// - Parameters:
  ///   - keepsTrace: whether the numbers can be had as they were.
  init(_ plan: RunPlan, keepsTrace: Bool) {
    let matter = plan.document.frontMatter
    empty = Transcript(
      lesson: plan.lesson, title: matter.title, sources: matter.sources,
      hasValueCalledE: plan.hasValueCalledE, settings: plan.shownSettings)
    let environment = Environment(seed: matter.seed, work: WorkBound(plan.limits))
    execution = Execution(
      environment: environment, settings: plan.settings, keptRows: (ShownRows.leading, ShownRows.trailing),
      watch: plan.watch.ofExecution)
    if keepsTrace { execution.trace = Trace() }
    execution.keepsOwnNumbers = plan.instructions.contains(where: \.resets)
    writer = StepWriter(
      environment: environment, style: plan.style, file: plan.file,
      areNumbersReplaced: !plan.settings.isEmpty,
      showsChecks: plan.variant == nil)
    if let arrangement = plan.arrangement {
      writer.blanks = arrangement.blanks
      writer.silent = arrangement.silent
    }
  }

  /// What has come of the lesson so far.
  package var transcript: Transcript {
    var transcript = empty
    transcript.parts = writer.parts
    return transcript
  }

  /// The numbers as they now are.
  package var environment: Environment { execution.environment }

  /// Carries instructions out; false where the lesson stops at one.
  @discardableResult
  mutating func carryOut(_ instructions: ArraySlice<Instruction>) -> Bool {
    instructions.allSatisfy { carryOut($0) }
  }

  /// Carries the next instruction of the lesson out; false where the lesson stops at it.
  package mutating func carryOut(_ instruction: Instruction) -> Bool {
    attempt { execution, writer throws(Fault) in
      try execution.carryOut(instruction, telling: &writer)
    } != nil
  }

  /// What comes of something that is carried out; `nil` where the lesson stops at it.
  mutating func attempt<Outcome>(
    _ work: (inout Execution, inout StepWriter) throws(Fault) -> Outcome
  ) -> Outcome? {
    do {
      return try work(&execution, &writer)
    } catch  where error.isCancellation {
      isCancelled = true
    } catch {
      diagnostic = Diagnostic(
        error.message, at: writer.currentRange ?? execution.currentRange, hint: error.hint(in: environment),
        notes: error.notes,
        kind: error.isInternal ? .internalError : .error)
    }
    return nil
  }
}
