package import Algebra
package import LessonProgram

/// What happens as a lesson is carried out, told at the moment when it happens.
///
/// What is told says nothing that can be read from the values at that moment; so it costs nothing where nobody listens.
package enum Event {
  /// An instruction is about to be carried out: all numbers are as it finds them.
  case begins(Instruction)
  /// A number has been given.
  case gave(Instruction.Given, GivenNumber)
  /// An optimizer has got its name.
  case named(OptimizerInUse)
  /// A `<-` line is about to set its name, the derivatives of its step as they were before the first of its lines.
  case sets(Instruction.Assignment, NewNumber, derivatives: [Formula: Number])
  /// An optimizer has made a step, and the params have changed.
  case stepped(OptimizerStep)
  /// A training has ended, be it with a fault; the params are those that it has found, and nothing else is worked out yet.
  case trained(FinishedTraining)
  /// A pass of a loop begins.
  case pass(Int, of: Int)
  /// A row has been set: its number from 1, and the columns that have set something.
  case row(Int, of: DataSet, columns: [Int])
  /// A loop has recorded rows.
  case recorded([Records.Recording])
  /// A loop with a condition has ended.
  case looped(LoopEnding)
  /// An instruction has been carried out.
  case ends(Instruction)
}

/// Someone who is told what happens, and may refuse to go on.
package protocol Observer {
  /// Takes note of what happens.
  mutating func observe(_ event: Event) throws(Fault)

  /// How much the observer has written down so far: with it a moment of the trace can be found again.
  var partCount: Int { get }
}

/// An observer whom nothing concerns.
package struct NoObserver: Observer {
  /// Nobody.
  package init() {}

  /// Lets everything happen.
  package mutating func observe(_ event: Event) {}

  /// Nothing is written down.
  package var partCount: Int { 0 }
}

/// The number that a given name has got.
package enum GivenNumber {
  /// As its author typed it, or the one that replaces it.
  case literal(Number)
  /// Drawn at random.
  case drawn(Draw)
  /// Worked out once: the value of its formula.
  case workedOut(Double)
}

/// The number that a `<-` line sets.
package struct NewNumber {
  /// The number as it was typed; `nil` where it was worked out.
  package let literal: Number?
  /// The number that is set: the decimal that the value stands for.
  package let number: Double
  /// The value of the formula.
  package let value: Double
}

/// A step of an optimizer.
package struct OptimizerStep {
  /// What was asked for.
  package let descent: Instruction.Descent
  /// The optimizer, as it is after the step.
  package let used: OptimizerInUse
  /// What it has worked out.
  package let steps: OptimizerSteps
  /// How the derivatives were clipped, where they were to be.
  package let clipping: (bound: Clipping, working: Clipping.Working)?
}

/// A training that has ended.
package struct FinishedTraining {
  /// What was asked for.
  package let training: Instruction.Training
  /// The same, all counts worked out.
  package let plan: TrainingPlan
  /// The optimizer, as it was before.
  package let used: OptimizerInUse
  /// Losses, reports and params.
  package let loop: TrainingLoop
  /// How many rows were learned from.
  package let rowCount: Int
  /// Why it ended; `nil` where it was stopped by a fault.
  package let ending: TrainingEnding?
}

extension FinishedTraining {
  /// What became smaller, as it would be written over rows.
  package var loss: Formula { formula(over: training.data) }

  /// The same over the rows on which it was validated.
  package var validationLoss: Formula { formula(over: training.validation) }

  private func formula(over rows: Instruction.Training.Rows?) -> Formula {
    guard let rows else { return .name(plan.cost) }
    return .overRows(plan.isSum ? .sum : .mean, of: .name(plan.cost), data: rows.name)
  }

  /// The losses: that before the first epoch, NaN if it has no value, and those behind each.
  package var losses: RecordedCurve { curve(loop.losses, before: loop.startingLoss) }

  /// Those of the validated rows; `nil` where none were worked out.
  package var validationLosses: RecordedCurve? {
    guard training.validation != nil, loop.validationLosses.count > 0 else { return nil }
    return curve(loop.validationLosses, before: loop.startingValidationLoss)
  }

  /// What can be plotted of it, by its cost and by what that is over rows.
  var curves: [Formula: RecordedCurve] {
    var curves = [Formula.name(plan.cost): losses]
    // Without rows that is the same formula.
    curves[loss] = losses
    if training.validation != nil { curves[validationLoss] = validationLosses }
    return curves
  }

  private func curve(_ curve: RecordedCurve, before first: Double?) -> RecordedCurve {
    var curve = curve
    curve.start = first ?? .nan
    return curve
  }
}

/// How a loop with a condition has ended.
package struct LoopEnding {
  /// How many passes there were.
  package let passes: Int
  /// The condition.
  package let until: Condition
  /// Whether it holds.
  package let isMet: Bool
}
