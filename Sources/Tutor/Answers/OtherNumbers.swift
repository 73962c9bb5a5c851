import Algebra
import Engine
import Exposition
import LessonLanguage
import LessonProgram
import LessonRuntime
import Transcript

// Numbers that a learner may have taken for the one that is asked for.

extension Standpoint {
  /// The answer at numbers that are not yet, slopes of other given numbers, and values of other names; without those
  /// that cannot be worked out.
  func otherNumbers(than asked: Formula, in environment: Environment, at numbers: Snapshot) -> [LikelyMistake]
  {
    let early = try? earlyUpdates(of: asked, in: environment, at: numbers)
    let slopes = try? otherSlopes(than: asked, in: environment)
    return (early ?? []) + (slopes ?? []) + otherValues(at: numbers)
  }

  // MARK: Numbers that are not yet

  /// No more statements are looked through for the next update.
  private static var maxStatementsAhead: Int { 50 }
  /// No lesson with more values is gone on with for that, and no longer update is looked at name by name.
  private static var maxValues: Int { 20_000 }
  private static var maxNamesSetAlone: Int { 24 }

  /// The answer with the given numbers as they are after the next update or `<-`: all of them, then each alone.
  private func earlyUpdates(
    of asked: Formula, in environment: Environment, at numbers: Snapshot
  ) throws(Fault) -> [LikelyMistake] {
    // What is drawn anew at each pass would be another number also without an update.
    guard !numbers.hasDraws, let settings = nextSettings(at: numbers), !settings.isEmpty else {
      return []
    }
    let probe = Probe([asked])
    let before = settings.map { (name: $0.name, number: numbers.value(of: $0.name)) }
    var mistakes = [
      LikelyMistake(
        try probe.numbers(settings, in: environment)[0],
        with: [.words("with")] + settings.phrases + [.words("already updated")])
    ]
    guard settings.count > 1, settings.count <= Self.maxNamesSetAlone else { return mistakes }
    for (index, setting) in settings.enumerated() {
      var single = before
      single[index] = setting
      mistakes.append(
        LikelyMistake(
          try probe.numbers(single, in: environment)[0],
          with: [.words("with"), .formula(.name(setting.name)), .words("already updated")]))
    }
    return mistakes
  }

  /// What the next update or `<-` of the lesson makes of given numbers; `nil` where a training, a loop or a forward pass
  /// comes before it, or it cannot be carried out.
  private func nextSettings(at numbers: Snapshot) -> [(name: Name, number: Double)]? {
    let instructions = run.plan.instructions
    let ahead = instructions[statementCount...].prefix(Self.maxStatementsAhead)
    guard loop == nil, let place = ahead.firstIndex(where: { $0.kind.changesNumbers }),
      numbers.valueCount <= Self.maxValues
    else { return nil }
    let names: [Name]
    switch instructions[place].kind {
    case .update(let descent): names = descent.params
    case .assign(let assignments): names = assignments.map(\.name)
    default: return nil
    }
    var seen: Set<Name> = []
    let changed = names.filter { numbers.has($0) && seen.insert($0).inserted }
    // Where the run has gone on, it is known what has come of them.
    if let later = run.history.numbers(afterStatements: place + 1, of: run) {
      return changed.map { (name: $0, number: later.value(of: $0)) }
    }
    let all = numbers.names.map { Formula.name($0) }
    guard let copy = try? numbers.copy(beneath: all, work: WorkBound(Self.limits)) else { return nil }
    var execution = run.interpreter.execution.with(copy)
    var nobody = NoObserver()
    do throws(Fault) {
      for instruction in instructions[statementCount...place] {
        try execution.carryOut(instruction, telling: &nobody)
      }
    } catch {
      return nil
    }
    return changed.map { (name: $0, number: copy.value(of: $0)) }
  }

  // MARK: Other slopes and values

  /// The derivatives of the same value by other params and inputs.
  private func otherSlopes(than asked: Formula, in environment: Environment) throws(Fault) -> [LikelyMistake]
  {
    guard case .derivative(.name(let output), let input) = asked else { return [] }
    let names = environment.names(beneath: [output]).filter { name in
      name != input && (scope[name]?.kind == .given(.param) || scope[name]?.kind == .given(.input))
    }
    return zip(names, try environment.sweptDerivatives(of: output, by: names)).map { name, slope in
      LikelyMistake(
        value: slope, words: [.words("is the value of"), .formula(.derivative(of: .name(output), by: name))])
    }
  }

  private func otherValues(at numbers: Snapshot) -> [LikelyMistake] {
    scope.definitions.lazy.map(\.name).filter { scope.change(behind: $0) == nil && numbers.has($0) }
      .map { name in
        LikelyMistake(
          value: numbers.value(of: name), words: [.words("is the value of"), .formula(.name(name))])
      }
  }
}

extension [(name: Name, number: Double)] {
  /// `w1, w2, w3 and 5 more`
  fileprivate var phrases: [Phrase] {
    let told = prefix(count > 4 ? 3 : 4).enumerated().flatMap { index, setting -> [Phrase] in
      index == 0 ? [.formula(.name(setting.name))] : [.words(","), .formula(.name(setting.name))]
    }
    return count > 4 ? told + [.words("and \(count - 3) more")] : told
  }
}
