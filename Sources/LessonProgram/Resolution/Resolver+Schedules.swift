import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage

// `schedule eta = 0.1*0.5^floor((epoch - 1)/10)`

extension Resolver {
  mutating func resolveSchedule(_ identifier: Identifier, _ body: Expression, _ statement: Statement) {
    let name = Name(identifier.text)
    guard name != Schedule.epoch else {
      report("`epoch` is what a schedule is a formula of", at: identifier.range, hint: "take another name")
      return
    }
    let taken: (what: String, range: SourceRange)? =
      if let schedule = scope.schedules[name] {
        ("a schedule", schedule.range)
      } else if let range = scope.optimizers[name] {
        ("an optimizer", range)
      } else if let range = scope[name]?.range ?? scope.families[name]?.range {
        ("the name of a value", range)
      } else {
        nil
      }
    if let taken {
      report(
        "`\(name)` is \(taken.what)", at: identifier.range, hint: "take another name",
        notes: [.init("defined", at: taken.range)])
      return
    }
    let before = faults.count
    let formula = build { lowering in
      lowering.epochs = .ofTraining
      lowering.bindings[Schedule.epoch] = .argument(.name(Schedule.epoch), size: 1)
      return lowering.formula(of: body)
    }
    guard faults.count == before else { return }
    let other = (formula.names + formula.atoms.flatMap(\.readNames)).first {
      $0 != Schedule.epoch && scope[$0]?.kind != .given(.const)
    }
    if let other = other?.text ?? formula.families.first {
      report(
        "a schedule is made of `epoch`, numbers and consts, and `\(other)` is none of these", at: body.range)
      return
    }
    scope.schedules[name] = Schedule(range: identifier.range, body: body)
    append(.function(document.file[statement.range]), at: statement.range, comment: statement.comment)
  }
}
