internal import Algebra
internal import Engine
internal import LessonDocument
internal import LessonProgram
public import LessonRuntime
internal import PrintedNumbers
internal import Transcript

/// Translates lessons into plain Python that computes the same numbers.
public enum PythonTranslation {
  /// A lesson in Python: the parts of its cells are those of the transcript of a run with the same options.
  ///
  /// The lesson is run for it once more. Where it stops, the cells end before that step.
  public static func lesson(_ lesson: Lesson, _ options: RunOptions) -> PythonLesson {
    let plan = lesson.plan(options)
    var interpreter = plan.interpreter()
    let preamble = String(decoding: PackageResources.Preamble_py, as: UTF8.self)
    let names = PythonNames(reserved: Preamble.names(of: preamble).union(Optimizer.all.map(\.name)))
    var writer = CellWriter(
      formulas: PythonFormula(names: names), environment: interpreter.environment, style: plan.style,
      replaced: Set(plan.settings.keys))
    var cells: [PythonCell] = []
    var numbers: [Name: Double] = [:]
    var done = 0
    for (step, instruction) in zip(lesson.steps, plan.instructions) {
      guard interpreter.carryOut(instruction) else { break }
      if case .given(_, let givens) = instruction.kind {
        for given in givens { numbers[given.name] = interpreter.environment.value(of: given.name) }
      }
      let parts = interpreter.transcript.parts
      let steps = parts[done...].compactMap { part -> Step? in
        if case .step(let step) = part { step } else { nil }
      }
      do {
        try writer.add(instruction, steps, own: numbers)
      } catch {
        break
      }
      if !writer.lines.isEmpty {
        if instruction.isJoined, let last = cells.indices.last, cells[last].parts.upperBound >= done {
          cells[last].lines += writer.lines
          cells[last].output += writer.output
          cells[last].parts = cells[last].parts.lowerBound..<parts.count
        } else {
          cells.append(
            PythonCell(
              parts: done..<parts.count, name: step.name, lines: writer.lines, output: writer.output))
        }
        writer.lines = []
        writer.output = []
      }
      done = parts.count
    }
    let used = Preamble.needed(of: preamble, for: cells.flatMap(\.lines))
    return PythonLesson(preamble: used + settings(of: plan), cells: cells)
  }

  /// What the lesson says of its numbers.
  private static func settings(of plan: RunPlan) -> String {
    let isCutOff = plan.style.shortening == .cutOff
    return """
      SETTINGS.update(decimals=\(plan.style.decimals), cut_off=\(isCutOff ? "True" : "False"), \
      seed=\(plan.document.frontMatter.seed))

      """
  }
}
