import Diagnostics
import LessonRuntime

/// Tries the variants of lessons.
struct VariantCheck {
  let call: CommandCall
  /// How many variants are tried.
  let count: Int

  /// Tries those of a lesson, and tells what came of them.
  func check(_ source: LessonSource) throws -> ExitStatus {
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    guard lesson.hasVariants else {
      // Of a whole course some lessons have no number to draw.
      guard call.arguments.operands.isEmpty else { throw Variant.none(of: source.name) }
      try call.invocation.results.print(lines: ["\(source.name): no variants"])
      return .success
    }
    var watch = RunWatch()
    watch.isCancelled = call.invocation.isInterrupted
    let survey = call.timing.measure(.running) { lesson.surveyOfVariants(count, watch: watch) }
    try call.invocation.results.print(lines: VariantReport(name: source.name, survey: survey).lines)
    if survey.isCancelled { throw Failure(.interrupted, "stopped in `\(source.name)`") }
    if let refusal = survey.refusal, let failure = Failure([refusal], in: file) { throw failure }
    return survey.isSound ? .success : .failure
  }
}
