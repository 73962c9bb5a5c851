import LessonRuntime
import Rendering
import Transcript
import Tutor

/// A lesson that has been worked, with all that a format may show of it.
struct WorkedLesson {
  /// Where it comes from.
  let source: LessonSource
  /// The lesson.
  let lesson: Lesson
  /// What was asked for in the place of what the lesson says.
  let options: RunOptions
  /// What came of it.
  var run: LessonRun
  /// The same with the numbers as they were at each place; `nil` where nobody asks for them.
  let steps: StepwiseRun?

  /// What a reader sees of it.
  var transcript: Transcript { run.transcript }
}

/// How what is written is to look, as far as the call says so.
struct OutputLook {
  /// The look that text gets.
  let renderer: TextRenderer
  /// Whether LaTeX is a whole document.
  let isStandalone: Bool
}
