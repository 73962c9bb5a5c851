import LessonRuntime
import Tutor

extension CommandCall {
  /// Runs a lesson, watched by who called for it.
  func run(_ lesson: Lesson, _ options: RunOptions = RunOptions()) -> LessonRun {
    watching(options) { lesson.run($0) }
  }

  /// Lets a run be watched by who called for it.
  func watching<Outcome>(_ options: RunOptions, run: (RunOptions) -> Outcome) -> Outcome {
    var options = options
    options.watch.isCancelled = invocation.isInterrupted
    options.watch.trainingBegins = { timing.begin(.training) }
    options.watch.trainingEnds = { timing.end(.training) }
    timing.begin(.running)
    defer { timing.end(.running) }
    guard invocation.showsProgress else { return run(options) }
    let line = ProgressLine(on: invocation.messages)
    options.watch.progress = { line.show(epoch: $0, of: $1) }
    defer { line.clear() }
    return run(options)
  }

  /// Works a lesson for formats, watched by who called for it.
  ///
  /// - Parameter looksBack: Whether its numbers are asked for as they were at each place.
  func work(
    _ lesson: Lesson, of source: LessonSource, _ options: RunOptions, looksBack: Bool
  ) -> WorkedLesson {
    watching(options) { options in
      guard looksBack else {
        return WorkedLesson(
          source: source, lesson: lesson, options: options, run: lesson.run(options), steps: nil)
      }
      let steps = StepwiseRun(lesson, options)
      return WorkedLesson(
        source: source, lesson: lesson, options: options, run: steps.finished(), steps: steps)
    }
  }
}
