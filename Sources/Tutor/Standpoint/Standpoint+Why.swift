import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
import LessonRuntime
import Transcript

// Why a number is what it is.

extension Standpoint {
  /// The working of a value, an expression or a derivative, one level deep: `out_h1`, `∂E_total/∂w5`.
  ///
  /// Of a family, its first element with the results of the others. What stands beneath comes when it is asked for. The
  /// name of a step may stand for what the step is about: `explain out_h1`, `backward E_total`, `w5 <-`.
  public func why(_ text: String) -> Remarks {
    remarks { () throws(Refusal) in
      let typed = TypedText(text.withoutCommand)
      if let family = scope.families[Name(typed.text)] {
        return Remarks(
          try onFreshCopy(of: family) { writer, names throws(Fault) in
            try writer.whyLines(ofFamily: names)
          })
      }
      let formula = try self.formula(of: typed)
      return Remarks(
        try onCopy(beneath: [formula]) { writer throws(Fault) in
          try writer.whyLines(of: formula, origin: origin)
        })
    }
  }

  /// Where a given number comes from: `given, changed in step 57`.
  private func origin(of name: Name) -> String {
    if let change = loop.flatMap({
      run.interpreter.execution.trace?.lastChange(of: name, behind: $0.first, upTo: $0.moment)
    }) {
      return "given, changed \(run.plan.step(of: change))"
    }
    let done = run.plan.instructions[..<statementCount]
    for instruction in done.reversed() {
      if let change = instruction.lastChange(of: name) {
        return "given, changed \(run.plan.step(of: change))"
      }
      guard case .given(_, let givens) = instruction.kind,
        let given = givens.first(where: { $0.name == name })
      else { continue }
      if run.plan.settings[name] != nil {
        return run.plan.variant == nil ? "given, in place of the lesson's own number" : "given"
      }
      if given.draw != nil { return "given, drawn at random \(run.plan.step(of: instruction.range))" }
      return given.formula.literalNumber == nil
        ? "given, worked out once \(run.plan.step(of: instruction.range))" : "given"
    }
    return "given"
  }
}

extension String {
  /// The text without the command at its beginning or its end.
  fileprivate var withoutCommand: String {
    for command in ["explain ", "backward "] where hasPrefix(command) {
      return String(dropFirst(command.count))
    }
    return hasSuffix(" <-") ? String(dropLast(3)) : self
  }
}

extension Instruction {
  /// Where this one has changed a given number last, if it has.
  fileprivate func lastChange(of name: Name) -> SourceRange? {
    switch kind {
    case .assign(let assignments): assignments.last { $0.name == name }?.range
    case .update(let descent): descent.params.contains(name) ? range : nil
    case .train(let training): (training.params + training.counters).contains(name) ? range : nil
    case .reset(let names): names.contains(name) ? range : nil
    case .loop(let loop): loop.body.reversed().lazy.compactMap { $0.lastChange(of: name) }.first
    default: nil
    }
  }
}
