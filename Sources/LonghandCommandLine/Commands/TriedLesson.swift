import Diagnostics
import LessonDocument
import LessonRuntime
import Rendering
import Transcript

/// A lesson as it has been read and run, with the text that its transcript should have: all of a check that takes time.
struct TriedLesson: Sendable {
  /// The lesson as it is written.
  let document: LessonDocument
  /// The lesson.
  let lesson: Lesson
  /// Its run; `nil` where it has errors.
  let run: LessonRun?
  /// The run as a transcript of the course has it; `nil` for a lesson outside a course.
  let text: String?
  /// What its author should look at twice.
  let warnings: [Diagnostic]

  /// Reads and runs a lesson; what is wrong with it is in the lesson and its run.
  ///
  /// - Throws: a failure when it cannot be read.
  init(_ source: LessonSource, _ call: CommandCall) throws(Failure) {
    let file = try call.file(of: source)
    document = call.timing.measure(.reading) { [file] in LessonDocument(reading: file) }
    lesson = call.timing.measure(.reading) { [document] in call.lessonAsItIs(source, document) }
    guard lesson.diagnostics.isEmpty else {
      (run, text, warnings) = (nil, nil, [])
      return
    }
    let run = call.run(lesson)
    let isWhole = run.diagnostics.isEmpty && !run.isCancelled
    self.run = run
    warnings = isWhole ? lesson.warnings(about: run.transcript) : []
    text = call.timing.measure(.writing) {
      isWhole && source.inCourse != nil ? Self.renderer(of: run.transcript).text(of: run.transcript) : nil
    }
  }

  /// What lays out a transcript of the course.
  static func renderer(of transcript: Transcript) -> TextRenderer {
    var renderer = Display().renderer
    renderer.callsExp = transcript.hasValueCalledE
    return renderer
  }
}
